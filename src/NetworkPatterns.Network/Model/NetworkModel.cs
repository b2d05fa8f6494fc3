using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model.Edge;

namespace NetworkPatterns.Network.Model;

/// <summary>A whole estate: every part of the network that is known, from whatever source.</summary>
/// <remarks>Parts refer to each other by name; a name that nothing carries is treated as not known, never as absent.</remarks>
public sealed record NetworkModel
{
    /// <summary>Everything, in any order. Names are unique.</summary>
    public ImmutableArray<NetworkObject> Objects { get; init; } = [];

    /// <summary>Ranges that stand in for ones AWS picks at deployment; what a rule says about them is unknown unless it covers every address.</summary>
    public ImmutableArray<Cidr> StandIns { get; init; } = [];

    /// <summary>What answers the internet without a network interface.</summary>
    internal EdgeModel Edge { get; init; } = EdgeModel.Empty;

    /// <summary>All parts of one kind.</summary>
    public IEnumerable<T> All<T>()
        where T : NetworkObject => Objects.OfType<T>();
}
