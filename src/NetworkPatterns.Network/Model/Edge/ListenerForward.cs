using System.Collections.Immutable;

namespace NetworkPatterns.Network.Model.Edge;

/// <summary>Actions of a load balancer's listener that hand requests on to something.</summary>
/// <param name="Component">The rule, or the listener for its default actions.</param>
/// <param name="LoadBalancer">The load balancer.</param>
internal sealed record ListenerForward(Component Component, Maybe<ComponentId> LoadBalancer) : NetworkObject(Component)
{
    /// <summary>Headers that a request must have, each with the values of which it must have one.</summary>
    public ImmutableArray<(string Header, ImmutableArray<EdgeText> Values)> Needs { get; init; } = [];

    /// <summary>Why it is not known whether, or on what conditions, it hands on; null where it is.</summary>
    public UnknownValue? Doubt { get; init; }
}
