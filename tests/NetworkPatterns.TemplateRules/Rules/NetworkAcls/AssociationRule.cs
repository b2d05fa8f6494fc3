using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.NetworkAcls;

/// <summary>N32. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html</summary>
public sealed class AssociationRule() : ResourceRule(
    "N32", "A subnet has at most one network ACL association, and with IPv6 its network ACL has IPv6 entries.", "AWS::EC2::Subnet")
{
    protected override bool Applies(Resource subnet) => Associations(subnet).Any();

    protected override IEnumerable<string> Problems(Resource subnet)
    {
        if (Associations(subnet).Count() is > 1 and var count)
        {
            yield return $"has {count} network ACL associations";
        }

        if (!subnet.HasIPv6())
        {
            yield break;
        }

        foreach (var acl in subnet.NetworkAcls().Where(acl =>
            !acl.Referring(NetworkAclEntry.ResourceType, "NetworkAclId").Any(entry => entry["Ipv6CidrBlock"].Exists)))
        {
            yield return $"has IPv6, but {acl.LogicalId} has no IPv6 entry";
        }
    }

    private static IEnumerable<Resource> Associations(Resource subnet) =>
        subnet.Referring("AWS::EC2::SubnetNetworkAclAssociation", "SubnetId");
}
