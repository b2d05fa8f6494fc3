using Amazon.CDK.AWS.EC2;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Whose packets are copied, and where to. Exactly one target is given.</summary>
public sealed class TrafficMirrorProps
{
    /// <summary>The VPC of the interfaces.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>The network interfaces whose packets are copied: IDs, literals or tokens, by a name that logical IDs take.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>The network interface that receives the copies.</summary>
    public string? TargetNetworkInterfaceId { get; init; }

    /// <summary>The Network Load Balancer that receives the copies, by its ARN; it has a UDP listener on port 4789.</summary>
    public string? TargetNetworkLoadBalancerArn { get; init; }

    /// <summary>The Gateway Load Balancer endpoint that receives the copies.</summary>
    public string? TargetGatewayLoadBalancerEndpointId { get; init; }

    /// <summary>
    /// The security group of the target, into which UDP 4789 (VXLAN) is let from the VPC's IPv4 blocks. Needed for a
    /// network interface.
    /// </summary>
    public ISecurityGroup? TargetSecurityGroup { get; init; }

    /// <summary>
    /// The tier that the target is in: its network ACL must let UDP 4789 in, which a rule of the tier does, such as
    /// <c>TrafficRule.Udp(4789, TrafficPeer.Tier("app"))</c>. Default: the target is in no tier of this VPC.
    /// </summary>
    public string? TargetTier { get; init; }

    /// <summary>Which of several sessions of an interface comes first, 1 to 32766. Default: 1.</summary>
    public int SessionNumber { get; init; } = 1;
}
