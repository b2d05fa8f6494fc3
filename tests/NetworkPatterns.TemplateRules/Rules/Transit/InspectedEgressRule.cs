using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N59, where one VPC inspects and leads to the internet. Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/arch-two-zone-igw.html</summary>
/// <remarks>What comes back from the internet to a NAT gateway must pass the endpoint that saw it leave, or the firewall drops the connection.</remarks>
public sealed class InspectedEgressRule() : ResourceRule(
    "N59", "Beside an inspection, a NAT gateway sends what is for the Transit Gateway back through the endpoint of its own zone.", "AWS::EC2::NatGateway")
{
    protected override bool Applies(Resource nat) => nat["SubnetId"].Target?["VpcId"].Target is { } vpc && TransitView.HoldsInspection(vpc) && Endpoints(vpc).Any();

    protected override IEnumerable<string> Problems(Resource nat)
    {
        var subnet = nat["SubnetId"].Target!;
        var endpoints = Endpoints(subnet["VpcId"].Target!).ToList();
        var own = subnet.RouteTables().SelectMany(table => table.Routes()).ToList();
        var behind = endpoints
            .SelectMany(endpoint => endpoint.RouteTables().SelectMany(table => table.Routes()))
            .Where(route => route["TransitGatewayId"].Exists)
            .Select(DestinationOf)
            .Distinct(StringComparer.Ordinal);
        foreach (var destination in behind)
        {
            var back = own.Find(route => DestinationOf(route) == destination);
            if (back is null || !back["VpcEndpointId"].Exists)
            {
                yield return $"{subnet.LogicalId} has no route for {destination} through the inspection";
            }
            else if (InspectionZoneRule.EndpointSubnets(back).All(endpoint => endpoint.Zone() != subnet.Zone()))
            {
                yield return $"{subnet.LogicalId} in {subnet.Zone()} sends {destination} to the endpoint of another zone";
            }
        }
    }

    private static IEnumerable<Resource> Endpoints(Resource vpc) => vpc.Template.Resources
        .Where(resource => resource.Type is TransitView.Firewall or "AWS::EC2::VPCEndpoint" && ReferenceEquals(resource["VpcId"].Target, vpc))
        .SelectMany(TransitView.ReservedSubnets)
        .Select(subnet => subnet.Target)
        .OfType<Resource>();

    private static string DestinationOf(Resource route) => route["DestinationCidrBlock"].Exists ? route["DestinationCidrBlock"].Key : route["DestinationIpv6CidrBlock"].Key;
}
