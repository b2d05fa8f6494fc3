using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N60. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-networkfirewall-firewall.html</summary>
public sealed class FirewallPlaceRule() : ResourceRule(
    "N60", "A firewall has a subnet of its own in each zone, or is attached to a Transit Gateway and has zones instead of a VPC.", TransitView.Firewall)
{
    protected override IEnumerable<string> Problems(Resource firewall)
    {
        var isAttached = firewall["TransitGatewayId"].Exists;
        if (isAttached == firewall["VpcId"].Exists || isAttached == firewall["SubnetMappings"].Exists || isAttached != firewall["AvailabilityZoneMappings"].Exists)
        {
            yield return "has neither a VPC with subnets alone nor a Transit Gateway with zones alone";
        }

        var subnets = TransitView.ReservedSubnets(firewall).Select(subnet => subnet.Target).OfType<Resource>().ToList();
        foreach (var zone in subnets.GroupBy(subnet => subnet.Zone(), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            yield return $"has {zone.Count()} subnets in {zone.Key}";
        }

        foreach (var subnet in subnets.Where(subnet => subnet.Siblings(TransitView.Attachment).Any(attachment =>
            attachment["SubnetIds"].Items.Any(item => ReferenceEquals(item.Target, subnet)))))
        {
            yield return $"shares {subnet.LogicalId} with an attachment";
        }
    }
}
