using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>What lets GRE through between appliances of Transit Gateway Connect and the gateway's own ranges.</summary>
/// <remarks>
/// Security groups follow connections of TCP, UDP and ICMP only by their ports; either end of a GRE tunnel may speak first, so both directions
/// are said. BGP is inside the tunnel.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html</para>
/// </remarks>
internal static class ConnectTierBlueprint
{
    private const int Gre = 47;

    // Above every number that a tier's own rules can have.
    private const int FirstNumber = 32600;

    private static readonly MapValue Suppression = CdkNag.Suppress(CdkNag.NetworkAcls, "Network ACLs repeat what the security groups allow, as a second line of defense.");

    public static void Add(BlueprintBuilder builder, TransitGatewaySpokePlan plan)
    {
        foreach (var tier in plan.ConnectTiers)
        {
            foreach (var range in SpokeRoutePlanner.GatewayRanges(plan.Policy, tier))
            {
                var number = FirstNumber + plan.Policy.GatewayRanges.IndexOf(range);
                var name = HubTablePlanner.IdOf(range);
                var cidr = range.IsIPv6 ? "CidrIpv6" : "CidrIp";
                builder
                    .Add(Entry(tier.NetworkAclId, number, range, isEgress: false))
                    .Add(Entry(tier.NetworkAclId, number, range, isEgress: true))
                    .Add(
                        $"{tier.SecurityGroupId}GreFrom{name}",
                        "AWS::EC2::SecurityGroupIngress",
                        ("Description", $"GRE from the Transit Gateway, {range}"),
                        ("GroupId", Value.Input(tier.SecurityGroupId)),
                        ("IpProtocol", Gre.ToString(CultureInfo.InvariantCulture)),
                        (cidr, range.ToString()))
                    .Add(
                        $"{tier.SecurityGroupId}GreTo{name}",
                        "AWS::EC2::SecurityGroupEgress",
                        ("Description", $"GRE to the Transit Gateway, {range}"),
                        ("GroupId", Value.Input(tier.SecurityGroupId)),
                        ("IpProtocol", Gre.ToString(CultureInfo.InvariantCulture)),
                        (cidr, range.ToString()));
            }
        }
    }

    private static BlueprintResource Entry(string acl, int number, Cidr range, bool isEgress) => new(
        string.Create(CultureInfo.InvariantCulture, $"{acl}{(isEgress ? "Egress" : "Ingress")}{number}"),
        "AWS::EC2::NetworkAclEntry",
        Value.Map(
            ("NetworkAclId", Value.Input(acl)),
            ("Egress", isEgress),
            ("RuleNumber", number),
            ("RuleAction", "allow"),
            ("Protocol", Gre),
            (range.IsIPv6 ? "Ipv6CidrBlock" : "CidrBlock", range.ToString())))
    {
        Metadata = Suppression,
    };
}
