using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Waf.Statements;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>A rule of a WebACL: <see cref="MatchRule"/>, <see cref="RateRule"/> or <see cref="ManagedRules"/>.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rules.html</remarks>
public abstract class WafRule
{
    private protected WafRule(string name) => Name = name;

    /// <summary>Its name, also that of its metric: a letter, then letters, digits and hyphens; unique in the WebACL.</summary>
    public string Name { get; }

    /// <summary>The rules that suit nearly every site, cheapest first: 1,127 of the 1,500 capacity units that the basic price includes.</summary>
    /// <remarks>
    /// AWS's list of addresses with a bad reputation, a limit of 2,000 requests from one address in 5 minutes, known bad inputs, the core rule
    /// set, and SQL injection.
    /// </remarks>
    public static IReadOnlyList<WafRule> Recommended { get; } =
    [
        new ManagedRules(WafManagedGroup.IpReputation),
        new RateRule("per-address", 2000),
        new ManagedRules(WafManagedGroup.KnownBadInputs),
        new ManagedRules(WafManagedGroup.Core),
        new ManagedRules(WafManagedGroup.SqlInjection),
    ];

    /// <summary>What it costs of the WebACL's capacity.</summary>
    internal abstract int Capacity { get; }

    /// <summary>The statements that it holds.</summary>
    internal abstract IEnumerable<WafStatement> Statements { get; }

    /// <summary>The actions that it may take.</summary>
    internal abstract IEnumerable<WafAction> Actions { get; }

    internal virtual IEnumerable<StatementFault> Faults() => [];

    /// <summary>The statement, the action or override, and the labels.</summary>
    internal abstract IEnumerable<(string Key, Value? Value)> ToEntries();
}

/// <summary>A rule of your own.</summary>
/// <param name="name">The rule's name.</param>
/// <param name="statement">Which requests it is about.</param>
/// <param name="action">What happens to them.</param>
public sealed class MatchRule(string name, WafStatement statement, WafAction action) : WafRule(name)
{
    /// <summary>Labels for requests that match, for rules after it: letters, digits, <c>_</c>, <c>-</c> and colons between. Default: none.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    internal override int Capacity => statement.Capacity;

    internal override IEnumerable<WafStatement> Statements => statement.SelfAndDescendants();

    internal override IEnumerable<WafAction> Actions => [action];

    internal override IEnumerable<StatementFault> Faults() => Labels
        .Where(label => !LabelStatement.IsLabel(label) || label.EndsWith(':'))
        .Select(label => new StatementFault(Core.Diagnostics.DiagnosticCatalogue.WafLabel, $"'{label}' is not a label", "use letters, digits, _, - and colons between them"));

    internal override IEnumerable<(string Key, Value? Value)> ToEntries() =>
    [
        ("Action", action.ToValue()),
        ("RuleLabels", Labels.IsEmpty ? null : Value.List(Labels.Select(label => (Value)Value.Map(("Name", label))))),
        ("Statement", statement.ToValue()),
    ];
}
