using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Addressing;

/// <summary>N9. A subnet without an association uses the VPC's main route table, which no template of ours writes.</summary>
public sealed class RouteTableAssociationRule() : ResourceRule(
    "N9", "Every subnet has exactly one route table association.", "AWS::EC2::Subnet")
{
    protected override IEnumerable<string> Problems(Resource subnet)
    {
        var associations = subnet.Referring("AWS::EC2::SubnetRouteTableAssociation", "SubnetId").Count();
        if (associations != 1)
        {
            yield return $"has {associations} route table associations";
        }
        else if (subnet.RouteTables().IsEmpty)
        {
            yield return "its association is with a route table that is not in the template";
        }
    }
}
