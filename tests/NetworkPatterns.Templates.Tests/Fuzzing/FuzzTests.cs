using System.Text;
using System.Text.Json.Nodes;
using NetworkPatterns.Templates.Parsing;
using NetworkPatterns.Templates.Sources;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests.Fuzzing;

public sealed class FuzzTests
{
    private const int Seed = 20_260;

    [Fact]
    public void Read_10000MutatedTemplates_GivesAResultOrADiagnosticEachTime()
    {
        var random = new Random(Seed);
        var mutator = new Mutator(random);
        var yaml = JsonNode.Parse(YamlToJson.Convert(Sample("hand-written.yaml")).Span)!;
        var json = JsonNode.Parse(Sample("synthesized.json"))!;
        var (answered, diagnosed) = (0, 0);
        for (var run = 0; run < 10_000; run++)
        {
            var changesYaml = random.Next(2) == 0;
            var (one, other) = changesYaml ? (mutator.Mutate(yaml), json) : (yaml, mutator.Mutate(json));
            var estate = ReadAll($"run {run} of seed {Seed}", one.ToJsonString(), other.ToJsonString());
            answered += estate.Problems.IsEmpty ? 1 : 0;
            diagnosed += estate.Problems.IsEmpty ? 0 : 1;
        }

        // Both kinds of outcome are really met, so the mutations neither miss nor destroy the templates.
        answered.ShouldBeGreaterThan(1_000);
        diagnosed.ShouldBeGreaterThan(300);
    }

    [Fact]
    public void Read_1000TemplatesWithBrokenText_GivesAResultOrADiagnosticEachTime()
    {
        var random = new Random(Seed);
        var samples = new[] { ("hand-written.yaml", Sample("hand-written.yaml")), ("synthesized.json", Sample("synthesized.json")) };
        for (var run = 0; run < 1_000; run++)
        {
            var (name, sample) = samples[random.Next(samples.Length)];
            var text = new StringBuilder(sample);
            for (var changes = random.Next(1, 8); changes > 0; changes--)
            {
                var place = random.Next(text.Length);
                _ = random.Next(4) switch
                {
                    0 => text.Remove(place, Math.Min(random.Next(1, 40), text.Length - place)),
                    1 => text.Insert(place, "{}[]:,&*!\"'\n\t -#|>%@`\0"[random.Next(22)]),
                    2 => text.Insert(place, sample.AsSpan(random.Next(sample.Length / 2), random.Next(30))),
                    _ => text.Length > 500 && random.Next(20) == 0 ? text.Remove(place, text.Length - place).Append(' ') : text,
                };
            }

            ResolveAll(Estate.Read(TemplateSource.FromText(name, text.ToString())), $"text run {run} of seed {Seed}");
        }
    }

    private static Estate ReadAll(string run, string yaml, string json)
    {
        var estate = Estate.Read([TemplateSource.FromText("hand-written.yaml", yaml), TemplateSource.FromText("synthesized.json", json)]);
        ResolveAll(estate, run);
        return estate;
    }

    private static void ResolveAll(Estate estate, string run)
    {
        (estate.Problems.IsEmpty && estate.Stacks.IsEmpty).ShouldBeFalse($"{run}: neither a stack nor a problem");
        foreach (var resource in estate.Resources)
        {
            _ = resource.MaybeAbsent;
            _ = resource.DependsOn.Length;
            Check(resource.Properties, run);
        }

        foreach (var stack in estate.Stacks)
        {
            foreach (var output in stack.OutputNames)
            {
                Check(stack.Output(output), run);
            }
        }

        _ = DeclaredGuarantees.Read(estate);
    }

    private static void Check(ResolvedValue value, string run)
    {
        value.Origin.ToString().ShouldNotBeEmpty(run);
        switch (value)
        {
            case ListValue list:
                list.Items.ToList().ForEach(item => Check(item, run));
                break;
            case MapValue map:
                map.Entries.ToList().ForEach(entry => Check(entry.Value, run));
                break;
            case UnknownValue unknown:
                unknown.Reason.ShouldNotBeEmpty(run);
                break;
            case NoValue:
                break;
            default:
                var text = value.AsText();
                (text.IsKnown || text.Unknown?.Reason.Length > 0).ShouldBeTrue(run);
                break;
        }
    }

    private static string Sample(string name)
    {
        using var stream = typeof(FuzzTests).Assembly.GetManifestResourceStream($"Samples.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
