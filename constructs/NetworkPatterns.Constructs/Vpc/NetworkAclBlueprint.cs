using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Network ACLs, their entries and their subnets.</summary>
/// <remarks>
/// An entry's number is its identity at AWS and so part of its id here: what an entry says can change in place, and an
/// update never meets a number that is still taken.
/// </remarks>
internal static class NetworkAclBlueprint
{
    private const int AllProtocols = -1;
    private const int IcmpV6 = 58;

    private static readonly MapValue Suppression = CdkNag.Suppress(CdkNag.NetworkAcls, "Network ACLs repeat what the security groups allow, as a second line of defense.");

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        foreach (var acl in plan.NetworkAcls)
        {
            builder.Add(new(acl.Tier.NetworkAclId, "AWS::EC2::NetworkAcl", Value.Map(
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("Tags", tags.Of(acl.Tier.Name, acl.Tier))))
            {
                Metadata = Suppression,
            });
            foreach (var entry in acl.Entries)
            {
                AddEntry(builder, acl, entry);
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

    private static void AddEntry(BlueprintBuilder builder, NetworkAclPlan acl, NetworkAclEntryPlan entry)
    {
        var range = Value.Map(("From", entry.FromPort), ("To", entry.ToPort));
        var isIcmp = entry.Protocol == TrafficProtocol.Icmp;
        builder.Add(new(
            string.Create(CultureInfo.InvariantCulture, $"{acl.Tier.NetworkAclId}{(entry.IsEgress ? "Egress" : "Ingress")}{entry.Number}"),
            "AWS::EC2::NetworkAclEntry",
            Value.Map(
                ("NetworkAclId", Value.Ref(acl.Tier.NetworkAclId)),
                ("Egress", entry.IsEgress),
                ("RuleNumber", entry.Number),
                ("RuleAction", entry.IsAllow ? "allow" : "deny"),
                ("Protocol", entry.Protocol is not { } protocol ? AllProtocols : isIcmp && entry.Peer.IsIPv6 ? IcmpV6 : (int)protocol),
                ("PortRange", entry.Protocol is null || isIcmp ? null : range),
                ("Icmp", isIcmp ? Value.Map(("Type", entry.FromPort), ("Code", entry.ToPort)) : null),
                (entry.Peer.IsIPv6 ? "Ipv6CidrBlock" : "CidrBlock", entry.Peer.ToValue())))
        {
            DependsOn = CidrBlockBlueprint.BlockOf(entry.Peer),
            Metadata = Suppression,
        });
    }
}
