using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Waf.Statements;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>A managed rule group in a WebACL.</summary>
/// <remarks>
/// A new group is best counted first (<see cref="CountOnly"/>), and enforced once its metrics show that it finds no wanted requests.
/// <para>Source: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-testing.html</para>
/// </remarks>
/// <param name="group">The group. Its rule in the WebACL has the group's name.</param>
public sealed class ManagedRules(WafManagedGroup group) : WafRule(group?.Name ?? throw new ArgumentNullException(nameof(group)))
{
    /// <summary>The group.</summary>
    public WafManagedGroup Group { get; } = group;

    /// <summary>Whether the whole group only counts. Default: no.</summary>
    public bool CountOnly { get; init; }

    /// <summary>Other actions for rules of the group, by the rule's name, such as <c>SizeRestrictions_BODY</c>. Default: the group's own.</summary>
    public ImmutableSortedDictionary<string, WafAction> Overrides { get; init; } = ImmutableSortedDictionary<string, WafAction>.Empty;

    /// <summary>The requests that the group looks at. Default: all.</summary>
    public WafStatement? ScopeDown { get; init; }

    /// <summary>A static version, such as <c>Version_2.0</c>; you then follow AWS's announcements yourself. Default: AWS's default version.</summary>
    public string? Version { get; init; }

    internal override int Capacity => Group.Capacity + (ScopeDown?.Capacity ?? 0);

    internal override IEnumerable<WafStatement> Statements => ScopeDown?.SelfAndDescendants() ?? [];

    internal override IEnumerable<WafAction> Actions => Overrides.Values;

    internal override IEnumerable<StatementFault> Faults()
    {
        if (Group.Capacity is < 1 or > WebAclPlan.HighestCapacity)
        {
            yield return new(DiagnosticCatalogue.WafManagedRules, $"a group cannot cost {Group.Capacity} units", "give the capacity that its vendor publishes");
        }

        if (CountOnly && !Overrides.IsEmpty)
        {
            yield return new(DiagnosticCatalogue.WafManagedRules, "the whole group counts, and rules of it are given actions", "set one of CountOnly and Overrides");
        }

        if (Group.LoginPath is { } path && !path.StartsWith('/'))
        {
            yield return new(DiagnosticCatalogue.WafManagedRules, $"'{path}' is not the path of a login", "begin it with /");
        }

        foreach (var rule in Overrides.Where(rule => rule.Value.Response is not null || !rule.Value.RequestHeaders.IsEmpty))
        {
            yield return new(DiagnosticCatalogue.WafManagedRules, $"the rule '{rule.Key}' of the group is given a response or headers", "label requests by counting them here, and answer them in a rule of your own");
        }
    }

    internal override IEnumerable<(string Key, Value? Value)> ToEntries() =>
    [
        ("OverrideAction", CountOnly ? Value.Map(("Count", Value.EmptyObject)) : Value.Map(("None", Value.EmptyObject))),
        ("Statement", Value.Map(("ManagedRuleGroupStatement", Value.Map(
            ("VendorName", Group.VendorName),
            ("Name", Group.Name),
            ("Version", Version is null ? null : (Value)Version),
            ("ManagedRuleGroupConfigs", Group.Configuration is { } configuration ? Value.List(Value.Map(configuration)) : null),
            ("RuleActionOverrides", Overrides.IsEmpty ? null : Value.List(Overrides.Select(rule => (Value)Value.Map(
                ("Name", rule.Key), ("ActionToUse", rule.Value.ToValue()))))),
            ("ScopeDownStatement", ScopeDown?.ToValue()))))),
    ];
}
