using System.Collections.Immutable;

namespace NetworkPatterns.Core.Addressing;

/// <summary>The subnets and logical IDs of a VPC that exists already, so that a plan can leave them as they are.</summary>
/// <remarks>Comes from <see cref="CdkVpcTemplate"/> or <see cref="CdkVpc.ToLayout"/>, or is written down as data.</remarks>
public sealed record ExistingLayout
{
    /// <summary>The VPC's primary IPv4 block.</summary>
    public required string CidrBlock { get; init; }

    /// <summary>The subnets.</summary>
    public required ImmutableArray<ExistingSubnet> Subnets { get; init; }

    /// <summary>The logical ID of the VPC; null to leave it to the pattern, here and below.</summary>
    public string? VpcId { get; init; }

    /// <summary>The logical ID of the internet gateway.</summary>
    public string? InternetGatewayId { get; init; }

    /// <summary>The logical ID of the internet gateway's attachment.</summary>
    public string? GatewayAttachmentId { get; init; }

    /// <summary>The logical ID of the IPv6 block's association.</summary>
    public string? Ipv6CidrBlockId { get; init; }

    /// <summary>The logical ID of the egress-only internet gateway.</summary>
    public string? EgressOnlyInternetGatewayId { get; init; }

    /// <summary>The pins for <see cref="AddressPlanInput.Pins"/> that keep every subnet where it is.</summary>
    public ImmutableArray<SubnetPin> Pins =>
    [
        .. Subnets.OrEmpty().Select(subnet => new SubnetPin(subnet.Tier, subnet.Zone, subnet.CidrBlock)
        {
            Ipv6Index = subnet.Ipv6Index,
            LogicalId = subnet.SubnetId,
        }),
    ];
}

/// <summary>A subnet that exists, and the logical IDs of what belongs to it; null for what does not exist.</summary>
/// <param name="Tier">The tier that it becomes part of.</param>
/// <param name="Zone">Its zone.</param>
/// <param name="CidrBlock">Its IPv4 block.</param>
public sealed record ExistingSubnet(string Tier, string Zone, string CidrBlock)
{
    /// <summary>The place of its <c>/64</c> in the VPC's <c>/56</c>; null without IPv6.</summary>
    public int? Ipv6Index { get; init; }

    /// <summary>The logical ID of the subnet.</summary>
    public string? SubnetId { get; init; }

    /// <summary>The logical ID of its route table.</summary>
    public string? RouteTableId { get; init; }

    /// <summary>The logical ID of its route table association.</summary>
    public string? RouteTableAssociationId { get; init; }

    /// <summary>The logical ID of its route table's IPv4 default route.</summary>
    public string? DefaultRouteId { get; init; }

    /// <summary>The logical ID of its route table's IPv6 default route.</summary>
    public string? Ipv6DefaultRouteId { get; init; }

    /// <summary>The logical ID of the Elastic IP address of its NAT gateway.</summary>
    public string? EipId { get; init; }

    /// <summary>The logical ID of its NAT gateway.</summary>
    public string? NatGatewayId { get; init; }
}
