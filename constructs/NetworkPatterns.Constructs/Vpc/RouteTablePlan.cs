using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A route table: which subnets it serves and where it sends what is not local.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name, for people.</param>
/// <param name="Tier">The tier whose subnets it serves.</param>
/// <param name="Subnets">The subnets.</param>
/// <param name="Routes">Its routes.</param>
internal sealed record RouteTablePlan(string Id, string Name, TierPlan Tier, ImmutableArray<SubnetPlan> Subnets, ImmutableArray<RoutePlan> Routes)
{
    /// <summary>The subnet whose own table it is already.</summary>
    public ExistingSubnet? Existing { get; init; }

    /// <summary>The target of <c>0.0.0.0/0</c>; <see langword="null"/> without one.</summary>
    public RouteTarget? DefaultRoute => Routes.FirstOrDefault(route => route.Destination == Cidr.AnyIPv4)?.Target;

    /// <summary>The id of the route by which a consumer knows that the internet can be reached: over IPv4, else over IPv6.</summary>
    public string? InternetRouteId => Routes.FirstOrDefault(route => route.Destination.PrefixLength == 0)?.Id;
}

/// <summary>A route.</summary>
/// <param name="Id">Its id: the table and what it is for, never the target.</param>
/// <param name="Destination">Where packets go that follow it.</param>
/// <param name="Target">Where it leads.</param>
/// <param name="LogicalId">The logical ID that it has already.</param>
internal sealed record RoutePlan(string Id, Cidr Destination, RouteTarget Target, string? LogicalId = null);

/// <summary>Where a route leads.</summary>
/// <param name="Property">The property of <c>AWS::EC2::Route</c> that names it.</param>
/// <param name="ResourceId">The resource.</param>
internal sealed record RouteTarget(string Property, string ResourceId)
{
    public static RouteTarget InternetGateway { get; } = new("GatewayId", "InternetGateway");

    public static RouteTarget EgressOnlyInternetGateway { get; } = new("EgressOnlyInternetGatewayId", "EgressOnlyInternetGateway");

    public static RouteTarget Nat(NatPlan nat) => new(nat.Kind == NatKind.Instance ? "InstanceId" : "NatGatewayId", nat.Id);
}
