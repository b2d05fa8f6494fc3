using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Network.Model;

/// <summary>An internet gateway.</summary>
/// <param name="Vpc">The VPC it is attached to; null while it is attached to none.</param>
public sealed record InternetGateway(Component Component, ComponentId? Vpc) : NetworkObject(Component);

/// <summary>An egress-only internet gateway: IPv6 out, answers back in.</summary>
public sealed record EgressOnlyInternetGateway(Component Component, ComponentId Vpc) : NetworkObject(Component);

/// <summary>A NAT gateway: zonal (in a subnet) or regional (in a VPC), public or private.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html</remarks>
public sealed record NatGateway(Component Component) : NetworkObject(Component)
{
    /// <summary>The subnet of a zonal NAT gateway; null for a regional one.</summary>
    public Maybe<ComponentId>? Subnet { get; init; }

    /// <summary>The VPC of a regional NAT gateway; null for a zonal one.</summary>
    public ComponentId? Vpc { get; init; }

    /// <summary>Whether it is private: no Elastic IP, nothing over an internet gateway.</summary>
    public Maybe<bool> IsPrivate { get; init; } = false;

    /// <summary>The zones a regional NAT gateway was given addresses in; null when AWS covers every zone in use by itself.</summary>
    public ImmutableArray<string>? Zones { get; init; }

    /// <summary>Its address inside the subnet; AWS picks one unless it is fixed.</summary>
    public InterfaceAddress Address { get; init; } = InterfaceAddress.AnyIPv4;
}

/// <summary>A virtual private gateway.</summary>
/// <param name="Vpc">The VPC it is attached to; null while it is attached to none.</param>
public sealed record VpnGateway(Component Component, ComponentId? Vpc) : NetworkObject(Component);

/// <summary>A VPC peering connection.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html</remarks>
public sealed record VpcPeering(Component Component, Maybe<ComponentId> Requester, Maybe<ComponentId> Accepter) : NetworkObject(Component)
{
    /// <summary>Whether the other side has accepted.</summary>
    public Maybe<bool> IsActive { get; init; } = true;
}

/// <summary>A way to a network outside AWS.</summary>
/// <param name="Gateway">The virtual private gateway or Transit Gateway attachment it ends at.</param>
public sealed record OnPremisesConnection(Component Component, ComponentId Gateway) : NetworkObject(Component)
{
    /// <summary>What it is.</summary>
    public OnPremisesKind Kind { get; init; }

    /// <summary>The ranges behind it that the gateway learns; unknown when BGP announces them.</summary>
    public Maybe<ImmutableArray<Cidr>> Ranges { get; init; } = ImmutableArray<Cidr>.Empty;
}

/// <summary>Kinds of ways out of AWS.</summary>
public enum OnPremisesKind
{
    /// <summary>A Site-to-Site VPN connection.</summary>
    Vpn,

    /// <summary>A Direct Connect gateway.</summary>
    DirectConnect,

    /// <summary>Something behind an attachment that no template describes, and metadata declares: a site, a VPC, another Region's hub.</summary>
    Declared,
}

/// <summary>A Client VPN endpoint. Clients appear with an address of the subnet their endpoint is associated with.</summary>
public sealed record ClientVpnEndpoint(Component Component) : NetworkObject(Component)
{
    /// <summary>Where clients' own addresses are from.</summary>
    public Maybe<Cidr> ClientCidr { get; init; }

    /// <summary>The subnets it is associated with.</summary>
    public ImmutableArray<Maybe<ComponentId>> Subnets { get; init; } = [];

    /// <summary>Ranges that clients are authorized to reach.</summary>
    public ImmutableArray<Maybe<Cidr>> AuthorizedRanges { get; init; } = [];

    /// <summary>Ranges that it has routes to, besides the associated VPC.</summary>
    public ImmutableArray<Maybe<Cidr>> Routes { get; init; } = [];

    /// <summary>Groups of its interfaces.</summary>
    public ImmutableArray<Maybe<ComponentId>> Groups { get; init; } = [];
}
