using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Transit.Multicast;

/// <summary>What lets IGMP through in a tier: queries of the gateway in, joins and leaves out.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/how-multicast-works.html</remarks>
internal static class IgmpBlueprint
{
    private const int Igmp = 2;

    // Above every number that a tier's own rules can have, and beside those of Connect. A subnet is in one domain, so they are taken once.
    private const int Number = 32610;

    // The gateway asks from no address. A host says what it joins to the group itself, and what it leaves to 224.0.0.2.
    private const string Querier = "0.0.0.0/32";
    private const string Groups = "224.0.0.0/4";

    private static readonly MapValue Suppression = CdkNag.Suppress(CdkNag.NetworkAcls, "Network ACLs repeat what the security groups allow, as a second line of defense.");

    public static void Add(BlueprintBuilder builder, TierPlan tier, Value networkAcl, Value securityGroup)
    {
        foreach (var (word, isEgress, range) in new[] { ("Queries", false, Querier), ("Reports", true, Groups) })
        {
            builder
                .Add(new($"{tier.NetworkAclId}Igmp{word}", "AWS::EC2::NetworkAclEntry", Value.Map(
                    ("NetworkAclId", networkAcl),
                    ("Egress", isEgress),
                    ("RuleNumber", Number),
                    ("RuleAction", "allow"),
                    ("Protocol", Igmp),
                    ("CidrBlock", range)))
                {
                    Metadata = Suppression,
                })
                .Add(
                    $"{tier.SecurityGroupId}Igmp{word}",
                    isEgress ? "AWS::EC2::SecurityGroupEgress" : "AWS::EC2::SecurityGroupIngress",
                    ("Description", isEgress ? "IGMP to multicast groups" : "IGMP queries of the Transit Gateway"),
                    ("GroupId", securityGroup),
                    ("IpProtocol", "2"),
                    ("CidrIp", range));
        }
    }
}
