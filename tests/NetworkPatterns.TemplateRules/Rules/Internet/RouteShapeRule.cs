using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N18. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html</summary>
public sealed class RouteShapeRule() : TemplateRule(
    "N18", "A route has exactly one destination and one target, and no other route of its table has that destination.")
{
    private static readonly string[] Destinations = ["DestinationCidrBlock", "DestinationIpv6CidrBlock", "DestinationPrefixListId"];

    private static readonly string[] Targets =
    [
        "CarrierGatewayId", "CoreNetworkArn", "EgressOnlyInternetGatewayId", "GatewayId", "InstanceId", "LocalGatewayId",
        "NatGatewayId", "NetworkInterfaceId", "TransitGatewayId", "VpcEndpointId", "VpcPeeringConnectionId",
    ];

    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var table in templates.OfType("AWS::EC2::Route").GroupBy(route => (route.Template, route["RouteTableId"].Key)))
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var route in table)
            {
                findings.Examined();
                Report(route, "destination", Destinations, findings);
                Report(route, "target", Targets, findings);
                foreach (var destination in Destinations.Select(name => route[name]).Where(value => value.Exists))
                {
                    var key = AddressRange.Of(destination)?.ToString() ?? destination.Key;
                    if (!seen.Add(key))
                    {
                        findings.Violation(route, $"another route of its table has the destination {destination.Key}");
                    }
                }
            }
        }
    }

    private static void Report(Resource route, string what, string[] properties, RuleFindings findings)
    {
        var count = properties.Count(property => route[property].Exists);
        if (count != 1)
        {
            findings.Violation(route, $"has {count} {what}s");
        }
    }
}
