using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N59. Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-high-level-steps.html</summary>
public sealed class InspectionZoneRule() : ResourceRule(
    "N59", "What comes from a Transit Gateway meets the inspection's endpoint of its own zone, whose subnet leads back to the Transit Gateway.", "AWS::EC2::Route")
{
    protected override bool Applies(Resource route) => route["VpcEndpointId"].Exists && Entering(route).Any();

    protected override IEnumerable<string> Problems(Resource route)
    {
        var endpoint = EndpointSubnets(route).ToList();
        if (endpoint.Count == 0)
        {
            yield return Unknown("VpcEndpointId", route["VpcEndpointId"]);
        }

        foreach (var subnet in Entering(route))
        {
            foreach (var other in endpoint.Where(other => other.Zone() != subnet.Zone()))
            {
                yield return $"{subnet.LogicalId} in {subnet.Zone()} meets the endpoint in {other.Zone()}";
            }
        }

        foreach (var subnet in endpoint.Where(subnet => !subnet.RouteTables().SelectMany(table => table.Routes()).Any(back => back["TransitGatewayId"].Exists)))
        {
            yield return $"{subnet.LogicalId} of the endpoint has no route to the Transit Gateway";
        }
    }

    private static IEnumerable<Resource> Entering(Resource route) => (route["RouteTableId"].Target?.SubnetsOfTable() ?? [])
        .Where(subnet => subnet.Siblings(TransitView.Attachment).Any(attachment => attachment["SubnetIds"].Items.Any(item => ReferenceEquals(item.Target, subnet))));

    /// <summary>The subnets of the endpoint that a route leads to: a firewall's is picked from its list by the name of the zone.</summary>
    internal static IEnumerable<Resource> EndpointSubnets(Resource route)
    {
        if (route["VpcEndpointId"].Target is { Type: "AWS::EC2::VPCEndpoint" } endpoint)
        {
            return endpoint["SubnetIds"].Items.Select(subnet => subnet.Target).OfType<Resource>();
        }

        var json = route["VpcEndpointId"].Json;
        var text = json?.GetRawText() ?? "";
        return json is null
            ? []
            : References.In(json.Value)
                .Select(reference => route.Template.Find(reference.LogicalId))
                .OfType<Resource>()
                .Where(resource => resource.Type == TransitView.Firewall)
                .SelectMany(TransitView.ReservedSubnets)
                .Select(subnet => subnet.Target)
                .OfType<Resource>()
                .Where(subnet => subnet["AvailabilityZone"].Text is { } zone && text.Contains($"\"{zone}:\"", StringComparison.Ordinal));
    }
}
