using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N52. Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-best-design-practices.html</summary>
/// <remarks>Of the two resource types for VPC attachments, one replaces the attachment when a subnet is added.</remarks>
public sealed class AttachmentSubnetsRule() : ResourceRule(
    "N52",
    "A VPC attachment is of the type whose subnets change in place, and has a subnet of its own in every zone of the VPC.",
    TransitView.Attachment,
    TransitView.OtherAttachment)
{
    private static readonly string[] Plumbing = ["AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::SubnetNetworkAclAssociation", TransitView.Attachment, TransitView.OtherAttachment];

    protected override IEnumerable<string> Problems(Resource attachment)
    {
        if (attachment.Type == TransitView.OtherAttachment)
        {
            yield return $"is of the type {TransitView.OtherAttachment}, which another subnet replaces";
        }

        if (attachment["SubnetIds"].Items.IsEmpty)
        {
            yield return "has no subnet";
        }

        var subnets = attachment["SubnetIds"].Items.Select(subnet => subnet.Target).OfType<Resource>().ToList();
        foreach (var zone in subnets.GroupBy(subnet => subnet.Zone(), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"has {zone.Count()} subnets in {zone.Key}";
        }

        var zones = subnets.Select(subnet => subnet.Zone()).ToHashSet(StringComparer.Ordinal);
        foreach (var zone in (attachment["VpcId"].Target?.Subnets() ?? []).Select(subnet => subnet.Zone()).Where(zone => !zones.Contains(zone)).Distinct(StringComparer.Ordinal))
        {
            yield return $"has no subnet in {zone}, where the VPC has some";
        }

        foreach (var subnet in subnets)
        {
            foreach (var user in subnet.Template.Resources.Where(resource => !Plumbing.Contains(resource.Type, StringComparer.Ordinal)
                && resource.Properties.Json is { } properties && References.In(properties).Any(reference => reference.LogicalId == subnet.LogicalId && reference.Attribute is null)))
            {
                yield return $"shares {subnet.LogicalId} with {user.LogicalId}";
            }
        }
    }
}
