using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Rules;
using Repository = NetworkPatterns.Constructs.Tests.Support.Repository;

namespace NetworkPatterns.Constructs.Tests.Rules;

/// <summary>Every numbered rule about APIs is held by a rule over templates, or by something else that is named with its reason.</summary>
public sealed class ApiRuleCoverageTests
{
    [Fact]
    public void Numbers_OfApis_AreHeld()
    {
        var held = typeof(NetworkRules).GetProperties()
            .SelectMany(list => (ImmutableArray<TemplateRule>)list.GetValue(null)!)
            .Select(rule => rule.Id)
            .Concat(File.ReadLines(Path.Combine(Repository.Root, "tests", "NetworkPatterns.Constructs.Tests", "Rules", "held-otherwise.approved.txt")).Select(line => line.Split('|')[0].Trim()));

        Enumerable.Range(32, 20).Select(number => string.Create(CultureInfo.InvariantCulture, $"E{number}")).Except(held, StringComparer.Ordinal).ShouldBeEmpty();
    }
}
