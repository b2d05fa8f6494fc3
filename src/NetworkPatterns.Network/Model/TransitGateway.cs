using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Network.Model;

/// <summary>A Transit Gateway.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html</remarks>
public sealed record TransitGateway(Component Component) : NetworkObject(Component)
{
    /// <summary>The Region.</summary>
    public string Region { get; init; } = "";

    /// <summary>Whether attachments without an association of their own use the default table.</summary>
    public Maybe<bool> DefaultAssociation { get; init; } = true;

    /// <summary>Whether attachments propagate to the default table.</summary>
    public Maybe<bool> DefaultPropagation { get; init; } = true;

    /// <summary>The default table, which no resource declares. A table of the model with this name, if there is one, holds its routes.</summary>
    public ComponentId DefaultRouteTable => Id.Implies("DefaultRouteTable");

    /// <summary>Whether security groups may be referenced across its VPC attachments (off by default).</summary>
    public Maybe<bool> SecurityGroupReferencing { get; init; } = false;
}

/// <summary>A route table of a Transit Gateway.</summary>
public sealed record TransitGatewayRouteTable(Component Component, ComponentId TransitGateway) : NetworkObject(Component)
{
    /// <summary>Static routes.</summary>
    public ImmutableArray<TransitGatewayRoute> Routes { get; init; } = [];

    /// <summary>Attachments that propagate into the table, by a resource of their own.</summary>
    public ImmutableArray<ComponentId> Propagations { get; init; } = [];

    /// <summary>Why there may be routes that the model does not hold.</summary>
    public ImmutableArray<UnknownValue> MayHaveMoreRoutes { get; init; } = [];
}

/// <summary>A static Transit Gateway route: to an attachment, or nowhere.</summary>
public sealed record TransitGatewayRoute(Component Component, RouteDestination Destination) : NetworkObject(Component)
{
    /// <summary>The attachment; null for a blackhole.</summary>
    public Maybe<ComponentId>? Attachment { get; init; }

    /// <summary>Why it is not known whether the route exists; null when it does.</summary>
    public UnknownValue? Doubt { get; init; }
}

/// <summary>An attachment to a Transit Gateway.</summary>
public sealed record TransitGatewayAttachment(Component Component, Maybe<ComponentId> TransitGateway, AttachedResource Resource)
    : NetworkObject(Component)
{
    /// <summary>The table it is associated with by a resource of its own; null leaves it to the gateway's default.</summary>
    public Maybe<ComponentId>? Association { get; init; }

    /// <summary>For a VPC: one subnet for each zone it is attached in.</summary>
    public ImmutableArray<Maybe<ComponentId>> Subnets { get; init; } = [];

    /// <summary>For a VPC: whether both directions of a flow keep one zone.</summary>
    public Maybe<bool> ApplianceMode { get; init; } = false;

    /// <summary>For a VPC: the subnet in which packets of the flows in question are handed over; null for any that AWS may pick.</summary>
    internal ComponentId? HandsOverIn { get; init; }

    /// <summary>For a VPC: whether IPv6 packets pass (off by default).</summary>
    public Maybe<bool> Ipv6Support { get; init; } = false;

    /// <summary>For a VPC: whether the attachment takes part in security group referencing, once the gateway allows it.</summary>
    public Maybe<bool> SecurityGroupReferencing { get; init; } = true;
}

/// <summary>What is attached to a Transit Gateway.</summary>
public abstract record AttachedResource
{
    private AttachedResource()
    {
    }

    /// <summary>A VPC.</summary>
    public sealed record OfVpc(ComponentId Vpc) : AttachedResource;

    /// <summary>Another Transit Gateway; the peer attachment is the same one, seen from the other gateway.</summary>
    /// <param name="Peer">The other gateway.</param>
    /// <param name="IsAccepted">Whether the other side has accepted.</param>
    /// <param name="PeerAssociation">The table of the other gateway that routes what arrives; null leaves it to its default.</param>
    public sealed record OfPeer(Maybe<ComponentId> Peer, Maybe<bool> IsAccepted, Maybe<ComponentId>? PeerAssociation = null) : AttachedResource;

    /// <summary>A way to a network outside AWS; see <see cref="OnPremisesConnection"/>.</summary>
    public sealed record OfOnPremises : AttachedResource;

    /// <summary>A firewall of AWS Network Firewall, attached without a VPC.</summary>
    public sealed record OfFirewall(ComponentId Firewall) : AttachedResource;

    /// <summary>Something the model has no part for.</summary>
    public sealed record Open(UnknownValue Unknown) : AttachedResource;
}
