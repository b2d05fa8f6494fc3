using System.Collections.Immutable;

namespace NetworkPatterns.Network.Model;

/// <summary>A gateway endpoint: in each of its route tables, a route to the service's addresses.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html</remarks>
/// <param name="PrefixList">The service's prefix list.</param>
public sealed record GatewayEndpoint(Component Component, ComponentId Vpc, ComponentId PrefixList) : NetworkObject(Component)
{
    /// <summary>The tables it puts its route into.</summary>
    public ImmutableArray<Maybe<ComponentId>> RouteTables { get; init; } = [];
}

/// <summary>An interface endpoint. Its interfaces are <see cref="NetworkInterface"/>s that name it as their owner.</summary>
/// <param name="Service">The endpoint service behind it, where the model has it; null for AWS's own services and services elsewhere.</param>
public sealed record InterfaceEndpoint(Component Component, ComponentId Vpc, ComponentId? Service) : NetworkObject(Component);

/// <summary>A Gateway Load Balancer endpoint: a route target that sends packets to appliances and gets them back.</summary>
public sealed record GatewayLoadBalancerEndpoint(Component Component, ComponentId Vpc, Maybe<ComponentId> Subnet) : NetworkObject(Component)
{
    /// <summary>The endpoint service behind it, where the model has it.</summary>
    public ComponentId? Service { get; init; }
}

/// <summary>An endpoint service (AWS PrivateLink).</summary>
public sealed record EndpointService(Component Component) : NetworkObject(Component)
{
    /// <summary>The Network or Gateway Load Balancers behind it.</summary>
    public ImmutableArray<Maybe<ComponentId>> LoadBalancers { get; init; } = [];
}

/// <summary>A REST API's VPC link (version 1): from API Gateway to Network Load Balancers, without interfaces of its own.</summary>
/// <remarks>A link of version 2 has interfaces: <see cref="InterfaceKind.VpcLink"/>.</remarks>
public sealed record VpcLink(Component Component) : NetworkObject(Component)
{
    /// <summary>The load balancers it reaches.</summary>
    public ImmutableArray<Maybe<ComponentId>> LoadBalancers { get; init; } = [];
}
