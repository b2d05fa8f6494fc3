using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Survey;

/// <summary>Interfaces under one name: a tier, a segment, a VPC, a resource.</summary>
/// <param name="Name">The name, the same in every estate that has the group.</param>
/// <param name="Present">Interfaces that the templates declare.</param>
public sealed record SurveyGroup(string Name, ImmutableArray<ComponentId> Present)
{
    /// <summary>Interfaces that may stand here, asked about where none is declared.</summary>
    public ImmutableArray<ComponentId> Assumed { get; init; } = [];

    /// <summary>Those of <see cref="Assumed"/> without a public address.</summary>
    public ImmutableArray<ComponentId> AssumedWithoutPublicAddress { get; init; } = [];

    /// <summary>The interfaces that a question about the group is asked of.</summary>
    public ImmutableArray<ComponentId> Members => Present.IsEmpty ? Assumed : Present;

    /// <summary>The group as an end of a question.</summary>
    public EndpointSelector Selector => new EndpointSelector.Interfaces(Members);
}
