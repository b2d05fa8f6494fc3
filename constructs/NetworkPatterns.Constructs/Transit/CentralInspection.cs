using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>
/// What looks into packets between segments, or on their way to the internet: AWS Network Firewall in a VPC, AWS Network Firewall
/// attached to the Transit Gateway itself, or appliances behind a Gateway Load Balancer.
/// </summary>
/// <remarks>
/// In a VPC the attachment is in appliance mode, which keeps both directions of a connection in one zone.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html</para>
/// </remarks>
public sealed class CentralInspection
{
    /// <summary>What is inspected. Default: both, traffic with the internet and traffic between attachments.</summary>
    public InspectedTraffic Traffic { get; init; } = InspectedTraffic.Both;

    /// <summary>
    /// The zones: every zone that spokes are attached in. For AWS Network Firewall in a VPC by name (<c>eu-west-1a</c>), because a
    /// template finds each zone's endpoint by its zone's name.
    /// </summary>
    public required IReadOnlyList<ZoneInput> Zones { get; init; }

    /// <summary>
    /// The IPv4 block of the inspection VPC, <c>/25</c> or larger with four zones. Left out, the firewall is attached to the Transit Gateway
    /// itself, and there is no VPC.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/tgw-firewall-considerations.html</remarks>
    public string? CidrBlock { get; init; }

    /// <summary>The ARN of a firewall policy for AWS Network Firewall: that of a <see cref="NetworkFirewallPolicy"/>, or an existing one.</summary>
    public string? FirewallPolicyArn { get; init; }

    /// <summary>
    /// The name of a PrivateLink service of a Gateway Load Balancer, instead of a firewall: that of an <see cref="ApplianceService"/>, or of
    /// a provider. With <see cref="TransitGatewayHubProps.Ipv6Ranges"/> the service takes IPv6 as well, as that of appliances in a dual-stack tier does.
    /// </summary>
    public string? ApplianceServiceName { get; init; }

    /// <summary>
    /// What the rules are meant to let through between attachments, such as <c>Traffic.Tcp(443)</c>: spokes of inspected pairs promise that it
    /// arrives where their tiers allow it, and the proof reads the firewall's rules. Rules that look into packets (domains, Suricata's content
    /// options) and appliances are undecided. Default: nothing is promised to arrive.
    /// </summary>
    public IReadOnlyList<Core.Guarantees.Traffic> Passes { get; init; } = [];

    /// <summary>Whether the firewall can't be deleted until this is turned off. Default: yes.</summary>
    public bool DeleteProtection { get; init; } = true;

    /// <summary>Days for which alert and flow logs of the firewall are kept, one of those of <see cref="FlowLogs.ToCloudWatch"/>. Default: 90.</summary>
    public int LogRetentionDays { get; init; } = 90;

    /// <summary>How many zones the VPC may ever have; part of its layout. Default: 4.</summary>
    public int MaxZones { get; init; } = 4;
}
