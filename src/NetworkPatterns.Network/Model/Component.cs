using System.Collections.Immutable;

namespace NetworkPatterns.Network.Model;

/// <summary>How answers name a part of the network, and what a selector may find it by.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Type">A label for people, such as <c>AWS::EC2::Subnet</c>; the engine never looks at it.</param>
public sealed record Component(ComponentId Id, string Type)
{
    /// <summary>The construct path, where the source knows one.</summary>
    public string? ConstructPath { get; init; }

    /// <summary>Where it was declared (template and property path), for people.</summary>
    public string? Origin { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A component that this one implies, such as a VPC's main route table.</summary>
    public Component Implies(string part, string type) => this with { Id = Id.Implies(part), Type = type };

    /// <inheritdoc/>
    public override string ToString() => Id.ToString();
}

/// <summary>Anything of the network that answers can name.</summary>
/// <param name="Component">Its name and label.</param>
public abstract record NetworkObject(Component Component)
{
    /// <summary>Its name.</summary>
    public ComponentId Id => Component.Id;
}
