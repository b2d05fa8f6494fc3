using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Network.Model;

/// <summary>A VPC.</summary>
public sealed record Vpc(Component Component) : NetworkObject(Component)
{
    /// <summary>The Region; equal text means the same Region.</summary>
    public string Region { get; init; } = "";

    /// <summary>The account; equal text means the same account.</summary>
    public string Account { get; init; } = "";

    /// <summary>Every range of the VPC, primary and secondary, IPv4 and IPv6.</summary>
    /// <remarks>
    /// A range that AWS picks at deployment (an Amazon-provided IPv6 block) is given a stand-in of the right size, listed
    /// in <see cref="NetworkModel.StandIns"/>, so that subnets and routes inside it still relate to each other.
    /// </remarks>
    public ImmutableArray<Maybe<Cidr>> Cidrs { get; init; } = [];

    /// <summary>Why it may have gateways that the model does not hold; null when it has none but those.</summary>
    public UnknownValue? MayHaveMoreGateways { get; init; }
}

/// <summary>A subnet.</summary>
public sealed record Subnet(Component Component, ComponentId Vpc) : NetworkObject(Component)
{
    /// <summary>The Availability Zone; equal text means the same zone.</summary>
    public Maybe<string> Zone { get; init; } = "";

    /// <summary>The IPv4 range; null for an IPv6-only subnet.</summary>
    public Maybe<Cidr>? Ipv4Cidr { get; init; }

    /// <summary>The IPv6 range; null when it has none.</summary>
    public Maybe<Cidr>? Ipv6Cidr { get; init; }

    /// <summary>The associated route table; null for the VPC's main one.</summary>
    public Maybe<ComponentId>? RouteTable { get; init; }

    /// <summary>The associated network ACL; null for the VPC's default one.</summary>
    public Maybe<ComponentId>? NetworkAcl { get; init; }
}

/// <summary>VPC Block Public Access of one account in one Region.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html</remarks>
public sealed record BlockPublicAccess(Component Component, string Account, string Region) : NetworkObject(Component)
{
    /// <summary>What is blocked.</summary>
    public Maybe<BlockPublicAccessMode> Mode { get; init; } = BlockPublicAccessMode.Off;

    /// <summary>VPCs and subnets that are left out.</summary>
    public ImmutableArray<BlockPublicAccessExclusion> Exclusions { get; init; } = [];
}

/// <summary>What VPC Block Public Access blocks.</summary>
public enum BlockPublicAccessMode
{
    /// <summary>Nothing.</summary>
    Off,

    /// <summary>All traffic of internet gateways and egress-only internet gateways.</summary>
    Bidirectional,

    /// <summary>Traffic that comes in; NAT gateways and egress-only internet gateways still work.</summary>
    Ingress,
}

/// <summary>A VPC or subnet left out of VPC Block Public Access.</summary>
/// <param name="VpcOrSubnet">What is left out.</param>
/// <param name="EgressOnly">Whether only traffic going out is let through (<c>allow-egress</c>).</param>
public sealed record BlockPublicAccessExclusion(Component Component, ComponentId VpcOrSubnet, Maybe<bool> EgressOnly) : NetworkObject(Component);
