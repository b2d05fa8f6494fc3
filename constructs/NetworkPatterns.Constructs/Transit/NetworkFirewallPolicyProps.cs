namespace NetworkPatterns.Constructs.Transit;

/// <summary>What AWS Network Firewall lets through.</summary>
public sealed class NetworkFirewallPolicyProps
{
    /// <summary>
    /// The estate's ranges, IPv4 or IPv6: <c>HOME_NET</c> of every rule. A firewall takes its own VPC's block otherwise, which in an
    /// inspection VPC is nobody's. Default: the ranges of RFC 1918.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html</remarks>
    public IReadOnlyList<string> HomeRanges { get; init; } = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

    /// <summary>Stateful rules, looked at in this order: the first that fits decides. Default: none.</summary>
    public IReadOnlyList<StatefulRuleGroup> StatefulRules { get; init; } = [];

    /// <summary>Stateless rules, before the stateful ones. What none of them fits goes to the stateful rules. Default: none.</summary>
    public IReadOnlyList<StatelessRule> StatelessRules { get; init; } = [];

    /// <summary>
    /// Whether what no rule fits is let through, with an alert, instead of dropped. For a firewall that only watches at first.
    /// Default: no.
    /// </summary>
    public bool AllowByDefault { get; init; }
}
