using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N51. Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html</summary>
public sealed class SegmentedHubRule() : ResourceRule(
    "N51", "A Transit Gateway with route tables of its own neither associates nor propagates by default.", "AWS::EC2::TransitGateway")
{
    protected override bool Applies(Resource gateway) => gateway.HasRouteTables();

    protected override IEnumerable<string> Problems(Resource gateway) =>
        from property in new[] { "DefaultRouteTableAssociation", "DefaultRouteTablePropagation" }
        where gateway[property].Text != "disable"
        select $"{property} is not disable";
}
