using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Rules;
using Repository = NetworkPatterns.Constructs.Tests.Support.Repository;

namespace NetworkPatterns.Constructs.Tests.Rules;

/// <summary>Every numbered rule about networks is held by a rule over templates, or by something else that is named with its reason.</summary>
public sealed class RuleCoverageTests
{
    private static readonly Assembly[] Assemblies = [typeof(RuleCoverageTests).Assembly, typeof(TemplateRule).Assembly];

    private static readonly (string Rule, string Holder, string How)[] HeldOtherwise =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "NetworkPatterns.Constructs.Tests", "Rules", "held-otherwise.approved.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('|', 3, StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts[1], parts[2])),
    ];

    [Fact]
    public void Numbers_OfNetworks_AreHeldOnce()
    {
        string[] numbers =
        [
            .. Enumerable.Range(1, 83).Select(number => string.Create(CultureInfo.InvariantCulture, $"N{number}")),
            "E20a", "E58",
            .. Enumerable.Range(59, 7).Select(number => string.Create(CultureInfo.InvariantCulture, $"E{number}")),
        ];
        var rules = typeof(NetworkRules).GetProperties()
            .SelectMany(list => (ImmutableArray<TemplateRule>)list.GetValue(null)!)
            .Select(rule => rule.Id)
            .Distinct(StringComparer.Ordinal);
        rules.Concat(HeldOtherwise.Select(entry => entry.Rule)).Where(numbers.Contains).Order(StringComparer.Ordinal)
            .ShouldBe(numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void HeldOtherwise_Holder_Exists() => HeldOtherwise.ShouldAllBe(entry => Exists(entry.Holder) && entry.How.Length > 0);

    private static bool Exists(string holder)
    {
        var parts = holder.Split('.');
        var type = Assemblies.SelectMany(assembly => assembly.GetTypes()).SingleOrDefault(type => type.Name == parts[0]);
        return type is not null && (parts.Length == 1 || type.GetMethod(parts[1])?.IsDefined(typeof(FactAttribute), inherit: true) == true);
    }
}
