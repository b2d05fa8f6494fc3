using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Rules;
using Repository = NetworkPatterns.Constructs.Tests.Support.Repository;

namespace NetworkPatterns.Constructs.Tests.Rules;

/// <summary>Every numbered rule about distributions and WebACLs is held by a rule over templates, or by something else that is named with its reason.</summary>
public sealed class EdgeRuleCoverageTests
{
    private static readonly Assembly[] Assemblies = [typeof(EdgeRuleCoverageTests).Assembly, typeof(TemplateRule).Assembly];

    private static readonly (string Rule, string Holder, string How)[] HeldOtherwise =
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "tests", "NetworkPatterns.Constructs.Tests", "Rules", "held-otherwise.edge.approved.txt"))
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split('|', 3, StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts[1], parts[2])),
    ];

    [Fact]
    public void Numbers_OfDistributionsAndWebAcls_AreHeld()
    {
        string[] numbers =
        [
            .. Enumerable.Range(1, 20).Concat(Enumerable.Range(52, 5)).Select(number => string.Create(CultureInfo.InvariantCulture, $"E{number:00}")),
            "E20a", "E20b", "E20c",
        ];
        var rules = typeof(NetworkRules).GetProperties().SelectMany(list => (ImmutableArray<TemplateRule>)list.GetValue(null)!).Select(rule => rule.Id);
        numbers.Except(rules.Concat(HeldOtherwise.Select(entry => entry.Rule)), StringComparer.Ordinal).ShouldBeEmpty();
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
