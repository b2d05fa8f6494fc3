using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A NAT gateway or NAT instance.</summary>
/// <param name="Id">Its id: what it is, and its zone where it has one.</param>
/// <param name="Kind">What kind of NAT it is.</param>
/// <param name="Subnet">The subnet that it lives in; <see langword="null"/> for a regional NAT gateway.</param>
internal sealed record NatPlan(string Id, NatKind Kind, SubnetPlan? Subnet)
{
    /// <summary>Its public addresses, by zone; none for a private one, and for one whose addresses AWS assigns.</summary>
    public ImmutableArray<ElasticIpPlan> ElasticIps { get; init; } = [];

    /// <summary>Whether it has no public address.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The type of a NAT instance.</summary>
    public string? InstanceType { get; init; }

    public bool IsRegional => Kind is NatKind.Regional or NatKind.RegionalByZone;
}

/// <summary>The public address of a NAT.</summary>
/// <param name="Id">The id of its resource, for one that the pattern makes.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="Existing">The allocation ID of one that exists; <see langword="null"/> to make one.</param>
/// <param name="LogicalId">The logical ID that it has already.</param>
internal sealed record ElasticIpPlan(string Id, Zone Zone, Value? Existing, string? LogicalId)
{
    public Value AllocationId => Existing ?? Value.GetAtt(Id, "AllocationId");
}
