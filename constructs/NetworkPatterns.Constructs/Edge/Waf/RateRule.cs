using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Edge.Waf.Statements;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>Limits how many requests of one kind come in: of one address, unless <see cref="Keys"/> say otherwise.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html</remarks>
/// <param name="name">The rule's name.</param>
/// <param name="limit">How many requests one kind may send within <see cref="Window"/>, 10 to 2,000,000,000.</param>
public sealed class RateRule(string name, int limit) : WafRule(name)
{
    private const int LowestLimit = 10;
    private const int HighestLimit = 2_000_000_000;
    private const int MostKeys = 5;
    private const int BaseCapacity = 2;
    private const int CapacityOfKey = 30;

    private static readonly ImmutableArray<int> Windows = [60, 120, 300, 600];

    /// <summary>What requests are told apart by, together: up to 5. Default: the client's address.</summary>
    public ImmutableArray<WafRateKey> Keys { get; init; } = [WafRateKey.Address];

    /// <summary>How far back requests are counted: 1, 2, 5 or 10 minutes. Default: 5 minutes.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Which requests count. Default: all. Needed where all requests are counted together.</summary>
    public WafStatement? ScopeDown { get; init; }

    /// <summary>What happens above the limit. Default: the request is blocked.</summary>
    public WafAction Action { get; init; } = WafAction.Block;

    internal override int Capacity => BaseCapacity + (IsCustom ? Keys.Length * CapacityOfKey : 0) + (ScopeDown?.Capacity ?? 0);

    internal override IEnumerable<WafStatement> Statements => ScopeDown?.SelfAndDescendants() ?? [];

    internal override IEnumerable<WafAction> Actions => [Action];

    private bool IsCustom => Keys is not [{ Aggregate: not null }];

    internal override IEnumerable<StatementFault> Faults()
    {
        if (limit is < LowestLimit or > HighestLimit)
        {
            yield return new(DiagnosticCatalogue.WafRate, string.Create(CultureInfo.InvariantCulture, $"a limit of {limit} requests is not {LowestLimit} to {HighestLimit:N0}"), "choose a limit between");
        }

        if (!Windows.Any(window => Window == TimeSpan.FromSeconds(window)))
        {
            yield return new(DiagnosticCatalogue.WafRate, string.Create(CultureInfo.InvariantCulture, $"requests of {Window.TotalSeconds:0.###} seconds cannot be counted"), "give 1, 2, 5 or 10 minutes");
        }

        if (Keys.Length is 0 or > MostKeys)
        {
            yield return new(DiagnosticCatalogue.WafRate, $"{Keys.Length} keys are not 1 to {MostKeys}", "tell requests apart by fewer properties");
        }

        if (Keys.Length > 1 && Keys.Any(key => key.Aggregate == WafRateKey.Constant))
        {
            yield return new(DiagnosticCatalogue.WafRate, "all requests together and told apart by a key contradict each other", "leave WafRateKey.Everything out, or the others");
        }

        if (Keys is [{ Aggregate: WafRateKey.Constant }] && ScopeDown is null)
        {
            yield return new(DiagnosticCatalogue.WafRate, "all requests are counted together, without saying which", "give ScopeDown");
        }

        if (Action.Kind == WafAction.Allow.Kind)
        {
            yield return new(DiagnosticCatalogue.WafAction, "a rate rule cannot let requests through", "block, count, or ask for a CAPTCHA or challenge");
        }

        foreach (var fault in Keys.SelectMany(key => key.Faults()))
        {
            yield return fault;
        }
    }

    internal override IEnumerable<(string Key, Value? Value)> ToEntries() =>
    [
        ("Action", Action.ToValue()),
        ("Statement", Value.Map(("RateBasedStatement", Value.Map(
            ("AggregateKeyType", IsCustom ? "CUSTOM_KEYS" : Keys[0].Aggregate!),
            ("CustomKeys", IsCustom ? Value.List(Keys.Select(key => key.ToValue())) : null),
            ("EvaluationWindowSec", (int)Window.TotalSeconds),
            ("ForwardedIPConfig", Keys.Select(key => key.Forwarded?.ToValue()).FirstOrDefault(config => config is not null)),
            ("Limit", limit),
            ("ScopeDownStatement", ScopeDown?.ToValue()))))),
    ];
}
