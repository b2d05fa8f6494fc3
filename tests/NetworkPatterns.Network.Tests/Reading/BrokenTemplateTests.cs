using System.Text.RegularExpressions;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Tests.Scenarios;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Network.Tests.Reading;

/// <summary>Whatever a template says, reading it ends in a model, and the model can be asked.</summary>
public sealed partial class BrokenTemplateTests
{
    private static readonly string[] Values =
        ["null", "[]", "{}", "-1", "70000", "99999999999", "x", "true", "!Ref Nope", "!Ref Vpc", "!Ref 'AWS::NoValue'", "!GetAtt Vpc.Nope", "[[]]", "{ A: [{}] }", "10.0.0.0/8", "0.0.0.0/0", "'::/0'"];

    public static TheoryData<string> Scenarios => [.. Scenario.Names];

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Read_OfATemplateWithValuesSwapped_GivesAModel(string name)
    {
        var random = new Random(name.Length);
        var templates = Directory.EnumerateFiles(Path.Combine(Scenario.Root, name), "*.yaml").Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path), Text: File.ReadAllText(path))).ToList();
        var read = 0;
        for (var round = 0; round < 40; round++)
        {
            var estate = NetworkPatterns.Templates.Estate.Read(templates.Select(template => TemplateSource.FromText(template.Name, Mutate(template.Text, random))));
            if (!estate.Problems.IsEmpty)
            {
                continue;
            }

            read++;
            var model = NetworkModelReader.Read(estate).Model;
            model.Objects.Select(part => part.Id).ShouldBeUnique();
            var interfaces = model.All<NetworkInterface>().Take(2).Select(part => part.Id).ToList();
            if (interfaces.Count > 0)
            {
                new ReachabilityAnalyzer(model).Answer(new ReachabilityQuery(EndpointSelector.Of(interfaces[0]), EndpointSelector.Of(interfaces[^1])));
            }
        }

        read.ShouldBeGreaterThan(5, "most mutations leave a template");
    }

    private static string Mutate(string text, Random random)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var spots = Value().Matches(text);
            var spot = spots[random.Next(spots.Count)];
            text = text[..spot.Index] + Values[random.Next(Values.Length)] + text[(spot.Index + spot.Length)..];
        }

        return text;
    }

    // What follows a property name: a scalar, a reference or a short list.
    [GeneratedRegex(@"(?<=\b(?!Type)\w+: )(?!\{)(![\w:]+ )?(\[[^\[\]]*\]|'[^']*'|[^\s,{}\[\]]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Value();
}
