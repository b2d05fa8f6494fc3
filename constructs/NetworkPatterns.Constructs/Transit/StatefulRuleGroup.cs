using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Stateful rules of a firewall policy: a list of domains, rules in the language of Suricata, or a group that exists.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-ips.html</remarks>
public sealed record StatefulRuleGroup
{
    private const int DefaultCapacity = 1000;

    private StatefulRuleGroup(string name, StatefulRuleKind kind) => (Name, Kind) = (name, kind);

    /// <summary>Its name: a letter, then letters, digits and hyphens; part of its logical ID.</summary>
    public string Name { get; }

    /// <summary>How many rules it may ever hold; another capacity makes another group.</summary>
    public int Capacity { get; private init; } = DefaultCapacity;

    internal StatefulRuleKind Kind { get; }

    internal ImmutableArray<string> Domains { get; private init; } = [];

    internal string Text { get; private init; } = "";

    /// <summary>Lets TLS and HTTP through to these domains: <c>example.com</c>, or <c>.example.com</c> with all its subdomains.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-domain-names.html</remarks>
    /// <param name="name">The group's name.</param>
    /// <param name="domains">The domains.</param>
    public static StatefulRuleGroup AllowDomains(string name, params IEnumerable<string> domains) =>
        new(name, StatefulRuleKind.AllowDomains) { Domains = [.. domains] };

    /// <summary>Drops TLS and HTTP to these domains: <c>example.com</c>, or <c>.example.com</c> with all its subdomains.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="domains">The domains.</param>
    public static StatefulRuleGroup DenyDomains(string name, params IEnumerable<string> domains) =>
        new(name, StatefulRuleKind.DenyDomains) { Domains = [.. domains] };

    /// <summary>Rules in the language of Suricata, one a line. <c>$HOME_NET</c> is the policy's home ranges.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/suricata-examples.html</remarks>
    /// <param name="name">The group's name.</param>
    /// <param name="rules">The rules, each with a <c>sid</c> of its own.</param>
    public static StatefulRuleGroup Suricata(string name, string rules) => new(name, StatefulRuleKind.Suricata) { Text = rules };

    /// <summary>A group that exists: one of AWS's managed groups, or another account's that is shared.</summary>
    /// <param name="name">A name for it here.</param>
    /// <param name="arn">Its ARN, a literal or token.</param>
    public static StatefulRuleGroup Existing(string name, string arn) => new(name, StatefulRuleKind.Existing) { Text = arn };

    /// <summary>The same group with room for another number of rules, 1 to 30000. Default: 1000.</summary>
    public StatefulRuleGroup WithCapacity(int capacity) => this with { Capacity = capacity };
}

internal enum StatefulRuleKind
{
    AllowDomains,
    DenyDomains,
    Suricata,
    Existing,
}
