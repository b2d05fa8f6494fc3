using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>What a stateless rule does with a packet.</summary>
public enum StatelessAction
{
    /// <summary>Lets it through without a further look, in this direction.</summary>
    Pass,

    /// <summary>Drops it.</summary>
    Drop,

    /// <summary>Hands it to the stateful rules.</summary>
    ForwardToStateful,
}

/// <summary>A stateless rule of a firewall policy: looked at before the stateful rules, packet by packet, in each direction by itself.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateless-rule-groups-5-tuple.html</remarks>
/// <param name="Priority">Which rule comes first, 1 to 65535; the lowest wins.</param>
/// <param name="Action">What is done.</param>
public sealed record StatelessRule(int Priority, StatelessAction Action)
{
    /// <summary>Ranges that packets come from. Default: any.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>Ranges that packets go to. Default: any.</summary>
    public ImmutableArray<string> Destinations { get; init; } = [];

    /// <summary>IP protocol numbers: 6 is TCP, 17 UDP, 1 ICMP. Default: any.</summary>
    public ImmutableArray<int> Protocols { get; init; } = [];

    /// <summary>Destination ports, with TCP and UDP. Default: any.</summary>
    public ImmutableArray<(int From, int To)> DestinationPorts { get; init; } = [];
}
