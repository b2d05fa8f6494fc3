using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Internet;

/// <summary>N19. Isolated is what the subnet's tag <c>aws-cdk:subnet-type</c> says.</summary>
public sealed class IsolatedTierRule() : ResourceRule(
    "N19", "An isolated subnet has no default route to an internet gateway, a NAT or an egress-only gateway.", "AWS::EC2::Subnet")
{
    private static readonly string[] WaysOut = ["GatewayId", "NatGatewayId", "EgressOnlyInternetGatewayId", "InstanceId", "NetworkInterfaceId"];

    protected override bool Applies(Resource subnet) => subnet.SubnetType() == "Isolated";

    protected override IEnumerable<string> Problems(Resource subnet) => subnet.RouteTables()
        .SelectMany(table => table.Routes())
        .Where(route => route.IsDefaultRoute() && WaysOut.Any(property => route[property].Exists))
        .Select(route => $"is isolated, but {route.LogicalId} leads out");
}
