using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A route table: which subnets it serves and where it sends what is not local.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="Tier">The tier whose subnets it serves.</param>
/// <param name="Subnets">The subnets.</param>
/// <param name="DefaultRoute">The target of <c>0.0.0.0/0</c>; <see langword="null"/> without one.</param>
internal sealed record RouteTablePlan(string Id, string Name, TierPlan Tier, ImmutableArray<SubnetPlan> Subnets, RouteTarget? DefaultRoute)
{
    /// <summary>The subnet whose own table it is already.</summary>
    public ExistingSubnet? Existing { get; init; }

    public string DefaultRouteId => $"{Id}DefaultRoute";
}

/// <summary>Where a route leads.</summary>
/// <param name="Property">The property of <c>AWS::EC2::Route</c> that names it.</param>
/// <param name="ResourceId">The resource.</param>
internal sealed record RouteTarget(string Property, string ResourceId)
{
    public static RouteTarget InternetGateway { get; } = new("GatewayId", "InternetGateway");

    public static RouteTarget Nat(NatGatewayPlan nat) => new("NatGatewayId", nat.Id);
}

/// <summary>A NAT gateway in a public subnet.</summary>
/// <param name="Id">Its id: <c>NatGateway</c> and the zone.</param>
/// <param name="Subnet">The public subnet that it lives in.</param>
internal sealed record NatGatewayPlan(string Id, SubnetPlan Subnet)
{
    public string ElasticIpId => $"{Id}ElasticIp";
}
