using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.NetworkAcls;

/// <summary>N32. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-basics.html</summary>
/// <remarks>
/// A network ACL without IPv6 entries lets no IPv6 through. That is meant where the groups of the subnet's tier let none
/// through either; where no group of the tier is known, it is taken for forgotten.
/// </remarks>
public sealed class AssociationRule() : ResourceRule(
    "N32", "A subnet has at most one network ACL association, and where its tier exchanges IPv6 its network ACL has IPv6 entries.", "AWS::EC2::Subnet")
{
    private const string TierMetadata = "NetworkPatterns::Tiers";

    protected override bool Applies(Resource subnet) => Associations(subnet).Any();

    protected override IEnumerable<string> Problems(Resource subnet)
    {
        if (Associations(subnet).Count() is > 1 and var count)
        {
            yield return $"has {count} network ACL associations";
        }

        if (!subnet.HasIPv6() || IsClosedToIPv6(subnet))
        {
            yield break;
        }

        foreach (var acl in subnet.NetworkAcls().Where(acl =>
            !acl.Referring(NetworkAclEntry.ResourceType, "NetworkAclId").Any(entry => entry["Ipv6CidrBlock"].Exists)))
        {
            yield return $"has IPv6, but {acl.LogicalId} has no IPv6 entry";
        }
    }

    private static bool IsClosedToIPv6(Resource subnet)
    {
        Resource[] groups = [.. OfTier(subnet, "AWS::EC2::SecurityGroup")];
        return groups.Length > 0 && !groups
            .SelectMany(group => SecurityGroupRule.Ingress(group).Concat(SecurityGroupRule.Egress(group)))
            .Any(LetsIPv6Through);
    }

    // A group that is not in the template, and a prefix list, may be of either family.
    private static bool LetsIPv6Through(SecurityGroupRule rule) => rule switch
    {
        { PeerRange: not null } => rule.Json["CidrIpv6"].Exists,
        { PeerGroup: { } peer } => OfTier(peer, "AWS::EC2::Subnet").ToArray() is not { Length: > 0 } subnets || subnets.Any(subnet => subnet.HasIPv6()),
        _ => true,
    };

    private static IEnumerable<Resource> OfTier(Resource member, string type) => TierOf(member) is { } tier
        ? member.Template.Resources.Where(resource => resource.Type == type && TierOf(resource) == tier)
        : [];

    private static string? TierOf(Resource resource) =>
        resource.Json.TryGetProperty("Metadata", out var metadata) && metadata.TryGetProperty(TierMetadata, out JsonElement tiers)
            ? tiers.GetRawText()
            : null;

    private static IEnumerable<Resource> Associations(Resource subnet) =>
        subnet.Referring("AWS::EC2::SubnetNetworkAclAssociation", "SubnetId");
}
