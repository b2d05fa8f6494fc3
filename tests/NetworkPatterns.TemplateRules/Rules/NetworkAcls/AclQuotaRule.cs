using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.NetworkAcls;

/// <summary>N34, for network ACLs. Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html#vpc-limits-nacls</summary>
public sealed class AclQuotaRule() : ResourceRule(
    "N34", "A network ACL has at most 20 entries per direction.", "AWS::EC2::NetworkAcl")
{
    private const int Quota = 20;

    protected override IEnumerable<string> Problems(Resource acl) =>
        acl.Referring(NetworkAclEntry.ResourceType, "NetworkAclId")
            .GroupBy(entry => entry["Egress"].Flag ?? false)
            .Where(direction => direction.Count() > Quota)
            .Select(direction =>
                $"has {direction.Count()} {(direction.Key ? "egress" : "ingress")} entries (quota 'Rules per network ACL': {Quota})");
}
