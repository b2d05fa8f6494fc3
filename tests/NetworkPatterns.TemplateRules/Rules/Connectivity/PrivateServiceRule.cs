using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Connectivity;

/// <summary>N42. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html</summary>
public sealed class PrivateServiceRule() : ResourceRule(
    "N42", "An endpoint service has Network or Gateway Load Balancers, not both; where nobody has to accept endpoints, it says who may make them, and that is not everybody.", "AWS::EC2::VPCEndpointService")
{
    protected override IEnumerable<string> Problems(Resource service)
    {
        if (service["NetworkLoadBalancerArns"].Exists == service["GatewayLoadBalancerArns"].Exists)
        {
            yield return service["NetworkLoadBalancerArns"].Exists ? "has load balancers of both kinds" : "has no load balancer";
        }

        if (service["AcceptanceRequired"].Flag != false)
        {
            yield break;
        }

        var principals = service.Referring("AWS::EC2::VPCEndpointServicePermissions", "ServiceId").SelectMany(permissions => permissions["AllowedPrincipals"].Items).ToList();
        if (principals.Count == 0 || principals.Any(principal => principal.Text == "*"))
        {
            yield return principals.Count == 0 ? "accepts unasked, and says not whom" : "accepts everybody unasked";
        }
    }
}
