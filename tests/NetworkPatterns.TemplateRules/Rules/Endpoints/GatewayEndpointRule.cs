using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Endpoints;

/// <summary>N35. Source: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html</summary>
public sealed class GatewayEndpointRule() : TemplateRule(
    "N35", "A gateway endpoint has route tables and nothing of an interface endpoint; one per service and route table.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        var served = new HashSet<(Template, string Vpc, string Service, string Table)>();
        foreach (var endpoint in templates.OfType("AWS::EC2::VPCEndpoint").Where(endpoint => endpoint.EndpointType() == "Gateway"))
        {
            findings.Examined();
            if (endpoint["RouteTableIds"].Items.IsEmpty)
            {
                findings.Violation(endpoint, "has no literal list of route tables");
            }

            foreach (var property in new[] { "SubnetIds", "SecurityGroupIds", "PrivateDnsEnabled" }.Where(name => endpoint[name].Exists))
            {
                findings.Violation(endpoint, $"is a gateway endpoint with {property}");
            }

            foreach (var table in endpoint["RouteTableIds"].Items.Where(table =>
                !served.Add((endpoint.Template, endpoint["VpcId"].Key, endpoint["ServiceName"].Key, table.Key))))
            {
                findings.Violation(endpoint, $"{table.Key} has an endpoint of this service already");
            }
        }
    }
}
