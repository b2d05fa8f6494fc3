using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Rules;
using Repository = NetworkPatterns.Constructs.Tests.Support.Repository;

namespace NetworkPatterns.Constructs.Tests.Rules;

/// <summary>Every numbered rule about networks, distributions, WebACLs and APIs is held by a rule over templates, or by something else that is named with its reason.</summary>
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
        string[] numbers = [.. Numbers("N", 1, 83), "E20a", .. Numbers("E", 58, 65)];

        Held.Where(numbers.Contains).Order(StringComparer.Ordinal).ShouldBe(numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Numbers_OfTheEdge_AreHeld() => Numbers("E", 1, 65).Concat(["E20a", "E20b", "E20c"]).Except(Held, StringComparer.Ordinal).ShouldBeEmpty();

    [Fact]
    public void HeldOtherwise_Holder_Exists() => HeldOtherwise.ShouldAllBe(entry => Exists(entry.Holder) && entry.How.Length > 0);

    private static IEnumerable<string> Held => typeof(NetworkRules).GetProperties()
        .SelectMany(list => (ImmutableArray<TemplateRule>)list.GetValue(null)!)
        .Select(rule => rule.Id)
        .Distinct(StringComparer.Ordinal)
        .Concat(HeldOtherwise.Select(entry => entry.Rule));

    private static IEnumerable<string> Numbers(string letter, int first, int last) => Enumerable.Range(first, last - first + 1)
        .Select(number => letter + number.ToString(letter == "E" ? "00" : "0", CultureInfo.InvariantCulture));

    private static bool Exists(string holder)
    {
        var parts = holder.Split('.');
        var type = Assemblies.SelectMany(assembly => assembly.GetTypes()).SingleOrDefault(type => type.Name == parts[0]);
        return type is not null && (parts.Length == 1 || type.GetMethod(parts[1])?.IsDefined(typeof(FactAttribute), inherit: true) == true);
    }
}
