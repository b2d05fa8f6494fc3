using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Network.Model;

/// <summary>A firewall of AWS Network Firewall.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/what-is-aws-network-firewall.html</remarks>
public sealed record NetworkFirewall(Component Component, Maybe<FirewallPolicy> Policy) : NetworkObject(Component)
{
    /// <summary>Its VPC endpoints, one for each zone; none when it is attached to a Transit Gateway.</summary>
    public ImmutableArray<FirewallEndpoint> Endpoints { get; init; } = [];
}

/// <summary>A firewall's endpoint in a subnet: a route target.</summary>
public sealed record FirewallEndpoint(Component Component, Maybe<ComponentId> Subnet) : NetworkObject(Component);

/// <summary>What a firewall lets pass.</summary>
public sealed record FirewallPolicy(Component Component) : NetworkObject(Component)
{
    /// <summary>Stateless rules, in the order they are tried (priority of the group, then of the rule).</summary>
    public ImmutableArray<StatelessRule> StatelessRules { get; init; } = [];

    /// <summary>What happens to packets that no stateless rule matches.</summary>
    public Maybe<StatelessAction> StatelessDefault { get; init; } = StatelessAction.Forward;

    /// <summary>Whether stateful rules are tried in order; else pass rules before drop rules before others.</summary>
    public Maybe<bool> StrictOrder { get; init; } = false;

    /// <summary>Stateful rules; with strict order, in the order they are tried.</summary>
    public ImmutableArray<StatefulRule> StatefulRules { get; init; } = [];

    /// <summary>With strict order: whether packets that no stateful rule matches are dropped.</summary>
    public Maybe<bool> DropsUnmatched { get; init; } = false;

    /// <summary>
    /// Whether they are dropped only once their connection is established (<c>aws:drop_established</c>), so that rules about
    /// established connections get to see them.
    /// </summary>
    public bool LetsUnmatchedOpen { get; init; }
}

/// <summary>What a stateless rule does.</summary>
public enum StatelessAction
{
    /// <summary>Lets the packet through, without the stateful rules.</summary>
    Pass,

    /// <summary>Drops it.</summary>
    Drop,

    /// <summary>Hands it to the stateful rules.</summary>
    Forward,
}

/// <summary>A stateless rule: matches packets of one direction.</summary>
public sealed record StatelessRule(Component Component, FirewallMatch Match, StatelessAction Action) : NetworkObject(Component);

/// <summary>What a stateful rule does.</summary>
public enum StatefulAction
{
    /// <summary>Lets the flow through.</summary>
    Pass,

    /// <summary>Drops it, silently or with a reset.</summary>
    Drop,

    /// <summary>Only reports it.</summary>
    Alert,
}

/// <summary>A stateful rule: 5-tuple, or one that packets alone do not decide (domains, Suricata options).</summary>
public sealed record StatefulRule(Component Component, FirewallMatch Match, StatefulAction Action) : NetworkObject(Component)
{
    /// <summary>Whether it matches both directions of a flow (<c>ANY</c>, <c>&lt;&gt;</c>).</summary>
    public bool BothDirections { get; init; }

    /// <summary>Whether it matches packets of established connections only (<c>flow:established</c>), and so never the first.</summary>
    public bool OnlyEstablished { get; init; }

    /// <summary>Why packets alone do not decide whether it matches; null when they do.</summary>
    public UnknownValue? Undecidable { get; init; }
}

/// <summary>The packets a firewall rule matches. An empty list means any.</summary>
public sealed record FirewallMatch
{
    /// <summary>Source ranges.</summary>
    public ImmutableArray<Maybe<Cidr>> Sources { get; init; } = [];

    /// <summary>Destination ranges.</summary>
    public ImmutableArray<Maybe<Cidr>> Destinations { get; init; } = [];

    /// <summary>Source ports, for TCP and UDP.</summary>
    public ImmutableArray<PortRange> SourcePorts { get; init; } = [];

    /// <summary>Destination ports, for TCP and UDP.</summary>
    public ImmutableArray<PortRange> DestinationPorts { get; init; } = [];

    /// <summary>Protocol numbers.</summary>
    public ImmutableArray<int> Protocols { get; init; } = [];

    /// <summary>Why the match is not known; null when it is.</summary>
    public UnknownValue? Unknown { get; init; }
}
