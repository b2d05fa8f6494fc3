using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Backends;

/// <summary>E26. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-private-integration.html</summary>
public sealed class PrivateIntegrationRule() : ResourceRule(
    "E26", "A private integration goes over a VPC link, waits no longer than API Gateway does, and speaks TLS to a listener that does, by a name of its certificate.", Method, "AWS::ApiGatewayV2::Integration")
{
    private const string Method = "AWS::ApiGateway::Method";
    private const string VpcLink = "VPC_LINK";
    private static readonly string[] Links = [LoadBalancerView.VpcLink, "AWS::ApiGatewayV2::VpcLink"];
    private static readonly string[] Secure = ["TLS", "HTTPS"];

    protected override bool Applies(Resource resource) => IntegrationOf(resource) is var integration && (integration["ConnectionType"].Text == VpcLink || integration["ConnectionId"].Exists);

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var integration = IntegrationOf(resource);
        var link = integration["ConnectionId"];
        if (integration["ConnectionType"].Text != VpcLink || !link.Exists || (link.Target is { } target && !Links.Contains(target.Type, StringComparer.Ordinal)))
        {
            yield return "does not go over a VPC link";
        }

        var longest = resource.Type == Method ? 29000 : 30000;
        if (integration["TimeoutInMillis"].Number > longest)
        {
            yield return $"waits longer than {longest} ms";
        }

        var isSecure = ListenersOf(integration).Any(listener => Secure.Contains(listener["Protocol"].Text, StringComparer.Ordinal));
        var uri = integration["Uri"].Key;
        if (isSecure && (resource.Type == Method ? !uri.StartsWith("https://", StringComparison.Ordinal) || uri.Contains(".DNSName}", StringComparison.Ordinal) : !integration["TlsConfig"]["ServerNameToVerify"].Exists))
        {
            yield return "does not ask a listener that speaks TLS by a name of its certificate";
        }
    }

    private static Value IntegrationOf(Resource resource) => resource.Type == Method ? resource["Integration"] : resource.Properties;

    // An HTTP API names the listener; a REST API's link or target the load balancer, and its URI the listener's port.
    private static IEnumerable<Resource> ListenersOf(Value integration)
    {
        if (integration["IntegrationUri"].Target is { } listener)
        {
            return [listener];
        }

        var balancer = integration["IntegrationTarget"].Target ?? integration["ConnectionId"].Target?["TargetArns"].Items.FirstOrDefault().Target;
        return integration.Owner.Template.Resources.Where(candidate => candidate.Type == LoadBalancerView.Listener
            && ReferenceEquals(candidate["LoadBalancerArn"].Target, balancer)
            && integration["Uri"].Key.Contains($":{candidate["Port"].Key}/", StringComparison.Ordinal));
    }
}
