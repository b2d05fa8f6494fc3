using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>The attachments of a hub's own VPCs, and what their route tables need.</summary>
internal static class HubVpcBlueprint
{
    /// <summary>The input for the route table of a regional NAT gateway, which AWS makes with it.</summary>
    public const string NatTableInput = "EgressNatRouteTable";

    public static void AddEgress(BlueprintBuilder builder, TransitGatewayHubPlan plan, HubVpc vpc, ResourceTags tags)
    {
        Attach(builder, vpc, HubTablePlanner.IdOf(plan.Policy.EgressSegment!), isAppliance: false, tags.OfSegment("egress", plan.Policy.EgressSegment!));
        foreach (var range in plan.Policy.PrivateRanges)
        {
            foreach (var table in vpc.Plan.RouteTables.Where(table => table.Tier.Intent == TierIntent.Internet))
            {
                ToHub(builder, vpc, vpc.InputOf(table.Id), range);
            }

            if (HasRegionalNat(vpc))
            {
                ToHub(builder, vpc, NatTableInput, range);
            }
        }
    }

    public static void AddInspection(BlueprintBuilder builder, HubVpc vpc, ResourceTags tags, Func<SubnetPlan, Value> endpointOf)
    {
        Attach(builder, vpc, HubTablePlanner.IdOf(SegmentPolicy.InspectionTable), isAppliance: true, tags.Of("inspection"));
        var families = vpc.Plan.HasIPv6 ? new[] { Cidr.AnyIPv4, Cidr.AnyIPv6 } : [Cidr.AnyIPv4];
        foreach (var (entering, endpoint) in vpc.Transit.Subnets.Zip(vpc.Endpoints.Subnets))
        {
            foreach (var family in families)
            {
                var table = vpc.InputOf(vpc.TableOf(entering).Id);
                builder.Add(
                    IdOf(table, family),
                    "AWS::EC2::Route",
                    ("RouteTableId", Value.Input(table)),
                    Destination(family),
                    ("VpcEndpointId", endpointOf(endpoint)));
                ToHub(builder, vpc, vpc.InputOf(vpc.TableOf(endpoint).Id), family);
            }
        }
    }

    public static bool HasRegionalNat(HubVpc vpc) => vpc.Plan.NatGateways.Any(nat => nat.IsRegional);

    private static void Attach(BlueprintBuilder builder, HubVpc vpc, string tableId, bool isAppliance, Value tags) => builder
        .Add(
            vpc.AttachmentId,
            "AWS::EC2::TransitGatewayAttachment",
            ("TransitGatewayId", Value.Ref(TransitGatewayHubBlueprint.GatewayId)),
            ("VpcId", vpc.Input(ThreeTierVpcBlueprint.VpcId)),
            ("SubnetIds", Value.List(vpc.Transit.Subnets.Select(subnet => vpc.Input(subnet.Id)))),
            ("Options", Value.Map(
                ("ApplianceModeSupport", isAppliance ? "enable" : "disable"),
                ("DnsSupport", "enable"),
                ("Ipv6Support", vpc.Plan.HasIPv6 ? "enable" : "disable"),
                ("SecurityGroupReferencingSupport", "disable"))),
            ("Tags", tags))
        .Add(
            $"{vpc.Name}Association",
            "AWS::EC2::TransitGatewayRouteTableAssociation",
            ("TransitGatewayAttachmentId", Value.Ref(vpc.AttachmentId)),
            ("TransitGatewayRouteTableId", Value.Ref(tableId)));

    private static void ToHub(BlueprintBuilder builder, HubVpc vpc, string table, Cidr destination) =>
        builder.Add(new(IdOf(table, destination), "AWS::EC2::Route", Value.Map(
            ("RouteTableId", Value.Input(table)),
            Destination(destination),
            ("TransitGatewayId", Value.Ref(TransitGatewayHubBlueprint.GatewayId))))
        {
            DependsOn = [vpc.AttachmentId],
        });

    private static string IdOf(string table, Cidr destination) => $"{table}To{HubTablePlanner.IdOf(destination)}";

    private static (string Key, Value? Value) Destination(Cidr destination) =>
        (destination.IsIPv6 ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock", destination.ToString());
}
