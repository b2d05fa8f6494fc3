using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>
/// A VPC with NAT gateways through which segments reach the internet, so that spokes have no NAT gateway and no internet
/// gateway of their own. IPv4 only: AWS has no managed translation from IPv6 to IPv6, so IPv6 leaves by each VPC's own egress-only internet
/// gateway, the first of the two patterns that AWS describes. A spoke that has one is refused where its segment is not paired with the internet,
/// or where what goes there is inspected.
/// </summary>
/// <remarks>Sources: https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-egress-to-internet.html
/// and https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-egress-for-ipv6.html</remarks>
public sealed class CentralEgress
{
    /// <summary>The segment that stands for the internet, which holds this VPC alone: segments paired with it have a way out.</summary>
    public required string Segment { get; init; }

    /// <summary>The VPC's IPv4 block, <c>/25</c> or larger with four zones.</summary>
    public required string CidrBlock { get; init; }

    /// <summary>The zones, written as in <see cref="ThreeTierVpcProps.Zones"/>: every zone that spokes are attached in.</summary>
    public required IReadOnlyList<ZoneInput> Zones { get; init; }

    /// <summary>NAT gateways: one in every zone, a single one, or a regional one. Default: one in every zone.</summary>
    public NatStrategy NatGateways { get; init; } = NatStrategy.PerZone;

    /// <summary>Who hears that a NAT gateway has no port left: the ARNs of SNS topics. Default: no alarms.</summary>
    public IReadOnlyList<string>? NatAlarmTopicArns { get; init; }

    /// <summary>How many zones the VPC may ever have; part of its layout. Default: 4.</summary>
    public int MaxZones { get; init; } = 4;
}
