using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Comparing;

/// <summary>Packets between two parties that two estates treat differently.</summary>
/// <param name="From">Who opens the conversation.</param>
/// <param name="To">Who answers.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Packets">Exactly these packets, as the opening party sends them.</param>
public sealed record ReachabilityChange(string From, string To, ChangeKind Kind, ImmutableArray<PacketRange> Packets)
{
    /// <summary>For what is open now: the way one of the packets takes in the new estate.</summary>
    public ImmutableArray<Hop> Path { get; init; } = [];

    /// <summary>For what is closed now: what blocks in the new estate; empty where one of the parties is gone.</summary>
    public ImmutableArray<Explanation> Explanations { get; init; } = [];

    /// <summary>What is, or was, left open.</summary>
    public ImmutableArray<UnknownValue> Unknowns { get; init; } = [];
}
