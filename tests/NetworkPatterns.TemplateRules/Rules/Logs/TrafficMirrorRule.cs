using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Logs;

/// <summary>N75. Source: https://docs.aws.amazon.com/vpc/latest/mirroring/traffic-mirroring-targets.html</summary>
public sealed class TrafficMirrorRule() : ResourceRule(
    "N75", "A traffic mirror target is one interface, load balancer or endpoint, and a session's filter has rules.",
    "AWS::EC2::TrafficMirrorTarget", "AWS::EC2::TrafficMirrorSession")
{
    private static readonly string[] Targets = ["NetworkInterfaceId", "NetworkLoadBalancerArn", "GatewayLoadBalancerEndpointId"];

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource.Type == "AWS::EC2::TrafficMirrorTarget")
        {
            if (Targets.Count(property => resource[property].Exists) is not 1 and var count)
            {
                yield return $"has {count} targets";
            }

            yield break;
        }

        if (resource["TrafficMirrorFilterId"].Target is not { } filter)
        {
            yield return Unknown("TrafficMirrorFilterId", resource["TrafficMirrorFilterId"]);
        }
        else if (!filter.Referring("AWS::EC2::TrafficMirrorFilterRule", "TrafficMirrorFilterId").Any())
        {
            yield return $"its filter {filter.LogicalId} has no rule, so nothing is mirrored";
        }
    }
}
