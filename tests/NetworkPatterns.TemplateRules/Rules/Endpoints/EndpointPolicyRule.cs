using System.Collections.Immutable;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Endpoints;

/// <summary>N40. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html</summary>
/// <param name="servicesWithoutPolicies">Services of AWS, by the last part of their name, that take no endpoint policy: AWS's list says which.</param>
public sealed class EndpointPolicyRule(IEnumerable<string>? servicesWithoutPolicies = null) : ResourceRule(
    "N40", "An endpoint of an AWS service that takes endpoint policies has one; a Gateway Load Balancer endpoint has none.", "AWS::EC2::VPCEndpoint")
{
    private readonly ImmutableHashSet<string> _withoutPolicies = [.. servicesWithoutPolicies ?? []];

    protected override IEnumerable<string> Problems(Resource endpoint)
    {
        var hasPolicy = endpoint["PolicyDocument"].Exists;
        if (endpoint.EndpointType() == "GatewayLoadBalancer" && hasPolicy)
        {
            yield return "is a Gateway Load Balancer endpoint with a policy";
        }

        if (endpoint.EndpointType() is "Gateway" or "Interface" && endpoint.AwsService() is { } service)
        {
            var takesPolicies = !_withoutPolicies.Contains(service);
            if (hasPolicy != takesPolicies)
            {
                yield return takesPolicies ? $"has no policy, though {service} takes one" : $"has a policy, though {service} takes none";
            }
        }
    }
}
