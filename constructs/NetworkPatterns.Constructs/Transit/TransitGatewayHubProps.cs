using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>What a <see cref="TransitGatewayHub"/> is to be: its segments, and who may talk to whom.</summary>
public sealed class TransitGatewayHubProps
{
    /// <summary>The segments, each once. The order does not matter.</summary>
    public required IReadOnlyList<Segment> Segments { get; init; }

    /// <summary>
    /// Which segments may talk, in both directions: <c>("production", "shared")</c>. Attachments of one segment talk to
    /// each other only where the segment is paired with itself. Default: nobody talks to anybody.
    /// </summary>
    public IReadOnlyList<SegmentPair> AllowedPairs { get; init; } = [];

    /// <summary>
    /// The private ASN of the Amazon side of BGP sessions: 64512 to 65534, or 4200000000 to 4294967294. It can't be changed later,
    /// and hubs that are to be peered need different ones. Default: 64512.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/create-tgw.html</remarks>
    public long AmazonSideAsn { get; init; } = 64512;

    /// <summary>
    /// The IPv4 ranges that are private to the estate; every VPC block lies in one of them. VPCs route them to the hub, and they
    /// are blackholed where a default route would let them leak. Default: those of RFC 1918, <c>10.0.0.0/8</c>,
    /// <c>172.16.0.0/12</c> and <c>192.168.0.0/16</c>.
    /// </summary>
    public IReadOnlyList<string> PrivateRanges { get; init; } = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

    /// <summary>
    /// The IPv6 ranges that VPCs route to the hub, such as those of an IPAM pool. Needed by VPCs whose tiers have an IPv6 way to the
    /// internet of their own; tiers without one send all IPv6 to the hub. Default: none.
    /// </summary>
    public IReadOnlyList<string> Ipv6Ranges { get; init; } = [];

    /// <summary>A VPC through which segments reach the internet. Default: none; spokes then need NAT gateways of their own.</summary>
    public CentralEgress? Egress { get; init; }

    /// <summary>What looks into packets between segments, or on their way to the internet. Default: nothing.</summary>
    public CentralInspection? Inspection { get; init; }

    /// <summary>Hubs of other Regions. Default: none.</summary>
    public IReadOnlyList<HubPeer> Peers { get; init; } = [];

    /// <summary>
    /// Who may attach from other accounts: account IDs, or ARNs of organizations and organizational units. Attachments
    /// are accepted by themselves; this account then associates each with a segment (<see cref="SegmentAttachment"/>).
    /// Default: nobody.
    /// </summary>
    public IReadOnlyList<string> ShareWith { get; init; } = [];

    /// <summary>Whether accounts outside the organization may be among them. Default: no.</summary>
    public bool AllowExternalPrincipals { get; init; }

    /// <summary>Whether security groups may name groups of other attached VPCs in ingress rules. Default: no.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html#vpc-attachment-security</remarks>
    public bool SecurityGroupReferencing { get; init; }

    /// <summary>Whether several VPN connections share the load (equal cost multipath). Default: yes.</summary>
    public bool VpnEcmp { get; init; } = true;

    /// <summary>Whether the gateway routes multicast. It can't be changed later. Default: no.</summary>
    public bool Multicast { get; init; }

    /// <summary>Ranges of the gateway itself, /24 or larger in IPv4 and /64 or larger in IPv6, for TGW Connect and private VPN. Default: none.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/create-tgw.html</remarks>
    public IReadOnlyList<string> TransitGatewayCidrBlocks { get; init; } = [];

    /// <summary>Where the gateway's flow logs go: CloudWatch Logs or nowhere. Default: CloudWatch Logs, kept for 90 days.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-flow-logs.html</remarks>
    public FlowLogs FlowLogs { get; init; } = FlowLogs.ToCloudWatch();

    /// <summary>
    /// Who hears that the gateway dropped packets, for no route or at a blackhole: the ARNs of SNS topics, literals or tokens; an empty
    /// list makes alarms without an action. Default: no alarms, because each is paid for.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-cloudwatch-metrics.html</remarks>
    public IReadOnlyList<string>? AlarmTopicArns { get; init; }

    /// <summary>
    /// The name of an SSM parameter that tells other stacks of this account and Region the gateway's and its tables' IDs. Needed where
    /// spokes are in other stacks. Default: none.
    /// </summary>
    public string? ExportName { get; init; }

    /// <summary>
    /// The ranges of all Regions' networks: the hub's own VPCs are entered there. Hand the same book to every VPC and hub.
    /// Default: none.
    /// </summary>
    public AddressBook? AddressBook { get; init; }
}
