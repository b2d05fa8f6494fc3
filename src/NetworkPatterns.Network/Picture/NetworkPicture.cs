using System.Collections.Immutable;

namespace NetworkPatterns.Network.Picture;

/// <summary>What a picture of a network shows: VPCs with their subnets and gateways, and what connects them.</summary>
/// <param name="Vpcs">The VPCs: those of one segment together, then by name.</param>
/// <param name="Hubs">The Transit Gateways, by name.</param>
/// <param name="OnPremises">Networks outside AWS, by name.</param>
public sealed record NetworkPicture(ImmutableArray<PictureVpc> Vpcs, ImmutableArray<PictureHub> Hubs, ImmutableArray<PictureOnPremises> OnPremises);

/// <summary>A VPC.</summary>
/// <param name="Id">Its name in the model.</param>
/// <param name="Ranges">Its ranges.</param>
/// <param name="Gateways">What stands at its edge, one for each kind.</param>
/// <param name="Groups">Its subnets: those of one tier with the same routes together.</param>
public sealed record PictureVpc(string Id, ImmutableArray<string> Ranges, ImmutableArray<PictureGateway> Gateways, ImmutableArray<PictureSubnets> Groups)
{
    /// <summary>The segment it is in; null without one.</summary>
    public string? Segment { get; init; }

    /// <summary>The Transit Gateways it is attached to, by name.</summary>
    public ImmutableArray<string> Hubs { get; init; } = [];

    /// <summary>The VPCs it is peered with, by name.</summary>
    public ImmutableArray<string> Peers { get; init; } = [];

    /// <summary>Whether it has an internet gateway or an egress-only one.</summary>
    public bool HasInternet { get; init; }
}

/// <summary>Gateways or endpoints of one kind in a VPC.</summary>
/// <param name="Label">The kind, such as <c>NAT gateway</c>; routes name it so.</param>
/// <param name="Count">How many there are.</param>
public sealed record PictureGateway(string Label, int Count);

/// <summary>Subnets of one tier with the same routes.</summary>
/// <param name="Name">The tier, or the subnet, or how many there are.</param>
/// <param name="Count">How many subnets.</param>
/// <param name="Ranges">Their ranges.</param>
/// <param name="Routes">Their routes, the local ones left out.</param>
public sealed record PictureSubnets(string Name, int Count, ImmutableArray<string> Ranges, ImmutableArray<PictureRoute> Routes);

/// <summary>Routes to one target.</summary>
/// <param name="Destinations">Where packets want to go.</param>
/// <param name="Target">The label of a gateway of the VPC, or the name of a hub or VPC.</param>
/// <param name="Kind">What the target is.</param>
public sealed record PictureRoute(ImmutableArray<string> Destinations, string Target, PictureTarget Kind);

/// <summary>What a route of a picture leads to.</summary>
public enum PictureTarget
{
    /// <summary>A gateway, endpoint or appliance of the VPC.</summary>
    Gateway,

    /// <summary>A Transit Gateway.</summary>
    Hub,

    /// <summary>A peered VPC.</summary>
    Peer,

    /// <summary>Nothing: the packets are dropped.</summary>
    Nothing,

    /// <summary>Not known.</summary>
    Unknown,
}

/// <summary>A Transit Gateway.</summary>
/// <param name="Id">Its name in the model.</param>
/// <param name="Tables">Its route tables: name and how many attachments each routes for.</param>
public sealed record PictureHub(string Id, ImmutableArray<(string Name, int Attachments)> Tables);

/// <summary>A network outside AWS.</summary>
/// <param name="Id">The name of the connection in the model.</param>
/// <param name="Ranges">Its ranges; empty where they are not known.</param>
/// <param name="ConnectedTo">The hub or VPC that it ends at; null where that is not known.</param>
public sealed record PictureOnPremises(string Id, ImmutableArray<string> Ranges, string? ConnectedTo);
