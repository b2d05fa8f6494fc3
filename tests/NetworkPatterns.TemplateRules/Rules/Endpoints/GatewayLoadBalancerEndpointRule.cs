using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Endpoints;

/// <summary>N41. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-load-balancer-endpoints.html</summary>
public sealed class GatewayLoadBalancerEndpointRule() : ResourceRule(
    "N41", "A Gateway Load Balancer endpoint has exactly one subnet.", "AWS::EC2::VPCEndpoint")
{
    protected override bool Applies(Resource endpoint) => endpoint.EndpointType() == "GatewayLoadBalancer";

    protected override IEnumerable<string> Problems(Resource endpoint)
    {
        if (endpoint["SubnetIds"].Items.Length != 1)
        {
            yield return $"has {endpoint["SubnetIds"].Items.Length} subnets";
        }
    }
}
