using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Network.Model;

/// <summary>A VPC route table. Its local routes follow from the VPC's ranges and are not listed.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html</remarks>
public sealed record RouteTable(Component Component, ComponentId Vpc) : NetworkObject(Component)
{
    /// <summary>Whether it is the VPC's main table, used by subnets without an association.</summary>
    public bool IsMain { get; init; }

    /// <summary>Routes that were written down, gateway endpoints' excepted.</summary>
    public ImmutableArray<Route> Routes { get; init; } = [];

    /// <summary>Virtual private gateways that propagate their routes into the table.</summary>
    public ImmutableArray<ComponentId> PropagatingGateways { get; init; } = [];

    /// <summary>
    /// Internet and virtual private gateways whose incoming traffic the table routes (edge association); one that is not
    /// known may be any gateway of the VPC, or none.
    /// </summary>
    public ImmutableArray<Maybe<ComponentId>> GatewayAssociations { get; init; } = [];

    /// <summary>Why there may be routes that the model does not hold.</summary>
    public ImmutableArray<UnknownValue> MayHaveMoreRoutes { get; init; } = [];
}

/// <summary>A static route of a VPC route table.</summary>
public sealed record Route(Component Component, RouteDestination Destination, RouteTarget Target) : NetworkObject(Component)
{
    /// <summary>Why it is not known whether the route exists; null when it does.</summary>
    public UnknownValue? Doubt { get; init; }
}

/// <summary>Where a route or rule points to in addresses.</summary>
public abstract record RouteDestination
{
    private RouteDestination()
    {
    }

    /// <summary>A range.</summary>
    public static RouteDestination To(Cidr cidr) => new Range(cidr);

    /// <summary>A range.</summary>
    public static RouteDestination To(string cidr) => new Range(Cidr.Parse(cidr));

    /// <summary>One range.</summary>
    public sealed record Range(Cidr Cidr) : RouteDestination;

    /// <summary>Every range of a prefix list.</summary>
    public sealed record List(ComponentId PrefixList) : RouteDestination;

    /// <summary>Not known.</summary>
    public sealed record Open(UnknownValue Unknown) : RouteDestination;
}

/// <summary>Where a route sends packets.</summary>
public abstract record RouteTarget
{
    private RouteTarget()
    {
    }

    /// <summary>To a gateway, endpoint or interface of the model.</summary>
    public static RouteTarget To(ComponentId id) => new Component(id);

    /// <summary>
    /// A gateway (internet, egress-only, NAT, virtual private, transit), peering connection, endpoint (gateway, GWLB,
    /// firewall), network interface, or the owner of exactly one interface (an instance).
    /// </summary>
    public sealed record Component(ComponentId Id) : RouteTarget;

    /// <summary>Delivered inside the VPC, as by the local route.</summary>
    public sealed record Local : RouteTarget;

    /// <summary>The target does not exist: the route still wins by its prefix, and drops.</summary>
    public sealed record Blackhole(string Reason) : RouteTarget;

    /// <summary>Not known, or of a kind the model has no part for.</summary>
    public sealed record Open(UnknownValue Unknown) : RouteTarget;
}

/// <summary>A prefix list, customer-managed or AWS-managed.</summary>
public sealed record PrefixList(Component Component) : NetworkObject(Component)
{
    /// <summary>Its ranges; unknown for AWS-managed lists.</summary>
    public Maybe<ImmutableArray<Cidr>> Entries { get; init; } = ImmutableArray<Cidr>.Empty;

    /// <summary>
    /// Whether it is the list of a service behind gateway endpoints (Amazon S3, DynamoDB). Its addresses then are not
    /// "the internet", and only a query to the endpoint meets them.
    /// </summary>
    public bool IsGatewayService { get; init; }
}
