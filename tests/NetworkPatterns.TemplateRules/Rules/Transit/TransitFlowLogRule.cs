using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N67. Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-flow-logs.html</summary>
public sealed class TransitFlowLogRule() : ResourceRule(
    "N67", "A Transit Gateway's flow log aggregates over 60 seconds and has no traffic type.", "AWS::EC2::FlowLog")
{
    protected override bool Applies(Resource log) => IsOfTransitGateway(log["ResourceType"].Text) || log["ResourceId"].Target?.Type.StartsWith("AWS::EC2::TransitGateway", StringComparison.Ordinal) == true;

    protected override IEnumerable<string> Problems(Resource log)
    {
        if (!IsOfTransitGateway(log["ResourceType"].Text))
        {
            yield return $"is of {log["ResourceType"].Text}";
        }

        if (log["MaxAggregationInterval"].Number != 60)
        {
            yield return "does not aggregate over 60 seconds";
        }

        if (log["TrafficType"].Exists)
        {
            yield return "has a traffic type";
        }
    }

    private static bool IsOfTransitGateway(string? type) => type is "TransitGateway" or "TransitGatewayAttachment";
}
