using System.Globalization;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Network ACLs, their entries and their subnets.</summary>
/// <remarks>
/// An entry's number is its identity at AWS and so part of its id here: what an entry says can change in place, and an
/// update never meets a number that is still taken.
/// </remarks>
internal static class NetworkAclBlueprint
{
    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        foreach (var acl in plan.NetworkAcls)
        {
            builder.Add(
                acl.Tier.NetworkAclId,
                "AWS::EC2::NetworkAcl",
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("Tags", tags.Of(acl.Tier.Name, acl.Tier)));
            foreach (var entry in acl.Entries)
            {
                var direction = entry.IsEgress ? "Egress" : "Ingress";
                builder.Add(
                    string.Create(CultureInfo.InvariantCulture, $"{acl.Tier.NetworkAclId}{direction}{entry.Number}"),
                    "AWS::EC2::NetworkAclEntry",
                    ("NetworkAclId", Value.Ref(acl.Tier.NetworkAclId)),
                    ("Egress", entry.IsEgress),
                    ("RuleNumber", entry.Number),
                    ("RuleAction", "allow"),
                    ("Protocol", (int)entry.Protocol),
                    ("PortRange", Value.Map(("From", entry.FromPort), ("To", entry.ToPort))),
                    ("CidrBlock", entry.Peer.ToString()));
            }

            foreach (var subnet in acl.Tier.Subnets)
            {
                builder.Add(
                    $"{subnet.Id}NetworkAclAssociation",
                    "AWS::EC2::SubnetNetworkAclAssociation",
                    ("NetworkAclId", Value.Ref(acl.Tier.NetworkAclId)),
                    ("SubnetId", Value.Ref(subnet.Id)));
            }
        }
    }
}
