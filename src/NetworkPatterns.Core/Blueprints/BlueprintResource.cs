using System.Collections.Immutable;

namespace NetworkPatterns.Core.Blueprints;

/// <summary>One resource of a blueprint.</summary>
/// <param name="Id">
/// Its id: letters and digits, unique in the blueprint, made of names that the user knows (tier, zone), never of a
/// position. It becomes part of the logical ID, so it is a public contract.
/// </param>
/// <param name="Type">The CloudFormation resource type, such as <c>AWS::EC2::Subnet</c>.</param>
/// <param name="Properties">The resource's properties.</param>
public sealed record BlueprintResource(string Id, string Type, MapValue Properties)
{
    /// <summary>Ids of resources that must exist before this one although nothing refers to them.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>What happens to the resource when it leaves the stack; CloudFormation's default where it is left out.</summary>
    public ResourcePolicy? DeletionPolicy { get; init; }

    /// <summary>What happens to the old resource when an update replaces it; CloudFormation's default where it is left out.</summary>
    public ResourcePolicy? UpdateReplacePolicy { get; init; }

    /// <summary>The name of a condition of the blueprint without which the resource is not made.</summary>
    public string? Condition { get; init; }

    /// <summary>
    /// The logical ID of a resource that exists already under it; left out, CDK makes one of the construct path. A plain
    /// rendering names resources by <see cref="Id"/> either way.
    /// </summary>
    public string? LogicalId { get; init; }

    /// <summary>Metadata: literals only, because CloudFormation does not make a dependency of a reference there.</summary>
    public MapValue Metadata { get; init; } = MapValue.Empty;

    internal IEnumerable<Value> Values => Properties.Entries.IsEmpty ? [] : Properties.SelfAndDescendants();
}
