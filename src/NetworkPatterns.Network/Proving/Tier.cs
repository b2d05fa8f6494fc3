using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Proving;

/// <summary>A tier of a network: the subnets, groups and other parts that belong to it.</summary>
/// <param name="Name">The network and the tier's name in it.</param>
/// <param name="Members">The names of its parts in the model.</param>
public sealed record Tier(TierMember Name, ImmutableArray<ComponentId> Members);
