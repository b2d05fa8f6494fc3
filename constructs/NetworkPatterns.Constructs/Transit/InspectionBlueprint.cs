using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>The firewall or the endpoints of an inspection.</summary>
internal static class InspectionBlueprint
{
    public const string FirewallId = "Firewall";
    private const string AlertLogId = "FirewallAlertLog";
    private const string FlowLogId = "FirewallTrafficLog";

    public static void Add(BlueprintBuilder builder, TransitGatewayHubPlan plan, ResourceTags tags)
    {
        if (plan.Props.Inspection is not { } inspection)
        {
            return;
        }

        var vpc = plan.Inspection;
        if (plan.FirewallPolicy is { } policy)
        {
            AddFirewall(builder, plan, inspection, policy, tags);
        }

        if (vpc is null)
        {
            builder.Add(
                "InspectionAssociation",
                "AWS::EC2::TransitGatewayRouteTableAssociation",
                ("TransitGatewayAttachmentId", AttachmentOf(plan)),
                ("TransitGatewayRouteTableId", Value.Ref(HubTablePlanner.IdOf(SegmentPolicy.InspectionTable))));
            return;
        }

        if (plan.ApplianceService is { } service)
        {
            AddEndpoints(builder, plan, vpc, service, tags);
        }

        HubVpcBlueprint.AddInspection(builder, vpc, tags, subnet => plan.FirewallPolicy is null ? Value.Ref(EndpointId(subnet)) : EndpointIn(subnet));
    }

    /// <summary>The ID of the inspection's attachment.</summary>
    public static Value AttachmentOf(TransitGatewayHubPlan plan) => plan.Inspection is { } vpc
        ? Value.Ref(vpc.AttachmentId)
        : Value.GetAtt(FirewallId, "TransitGatewayAttachmentId");

    // The list has an entry "eu-west-1a:vpce-..." for each zone, in no order that AWS promises.
    private static Value EndpointIn(SubnetPlan subnet) => Value.Select(0, Value.Split(",", Value.Select(1, Value.Split(
        $"{subnet.Zone.Text}:", Value.JoinList(",", Value.GetAtt(FirewallId, "EndpointIds"))))));

    private static string EndpointId(SubnetPlan subnet) => $"InspectionEndpoint{ResourceName.Of(subnet.Zone.Label)}";

    private static void AddFirewall(BlueprintBuilder builder, TransitGatewayHubPlan plan, CentralInspection inspection, Value policy, ResourceTags tags)
    {
        var vpc = plan.Inspection;
        builder.Add(new(FirewallId, "AWS::NetworkFirewall::Firewall", Value.Map(
            ("FirewallName", FirewallNames.Of(plan.Path)),
            ("FirewallPolicyArn", policy),
            ("VpcId", vpc?.Input(ThreeTierVpcBlueprint.VpcId)),
            ("SubnetMappings", vpc is null ? null : Value.List(vpc.Endpoints.Subnets.Select(subnet => Value.Map(
                ("SubnetId", vpc.Input(subnet.Id)),
                ("IPAddressType", vpc.Plan.HasIPv6 ? "DUALSTACK" : "IPV4"))))),
            ("TransitGatewayId", vpc is null ? Value.Ref(TransitGatewayHubBlueprint.GatewayId) : null),
            ("AvailabilityZoneMappings", vpc is null
                ? Value.List(inspection.Zones.Select(zone => zone.Zone).Order(StringComparer.Ordinal).Select(zone => Value.Map(("AvailabilityZone", zone))))
                : null),
            ("DeleteProtection", inspection.DeleteProtection),
            ("SubnetChangeProtection", vpc is null ? null : (Value)false),
            ("AvailabilityZoneChangeProtection", vpc is null ? (Value)false : null),
            ("FirewallPolicyChangeProtection", false),
            ("Tags", tags.Of("firewall"))))
        {
            Metadata = Membership(plan),
        });
        foreach (var (id, name) in new[] { (AlertLogId, "firewall-alerts"), (FlowLogId, "firewall-flows") })
        {
            builder.Add(RetainedLogGroup.Of(id, ("RetentionInDays", inspection.LogRetentionDays), ("Tags", tags.Of(name))));
        }

        builder.Add(
            "FirewallLogging",
            "AWS::NetworkFirewall::LoggingConfiguration",
            ("FirewallArn", Value.Ref(FirewallId)),
            ("LoggingConfiguration", Value.Map(("LogDestinationConfigs", Value.List(Destination("ALERT", AlertLogId), Destination("FLOW", FlowLogId))))));
    }

    private static MapValue Destination(string logType, string logGroup) => Value.Map(
        ("LogType", logType),
        ("LogDestinationType", "CloudWatchLogs"),
        ("LogDestination", Value.Map(("logGroup", Value.Ref(logGroup)))));

    private static void AddEndpoints(BlueprintBuilder builder, TransitGatewayHubPlan plan, HubVpc vpc, Value service, ResourceTags tags)
    {
        foreach (var subnet in vpc.Endpoints.Subnets)
        {
            builder.Add(new(EndpointId(subnet), "AWS::EC2::VPCEndpoint", Value.Map(
                ("VpcEndpointType", "GatewayLoadBalancer"),
                ("VpcId", vpc.Input(ThreeTierVpcBlueprint.VpcId)),
                ("ServiceName", service),
                ("SubnetIds", Value.List(vpc.Input(subnet.Id))),
                ("IpAddressType", vpc.Plan.HasIPv6 ? (Value)"dualstack" : null),
                ("Tags", tags.Of($"inspection-{subnet.Zone.Label}"))))
            {
                Metadata = Membership(plan),
            });
        }
    }

    private static MapValue Membership(TransitGatewayHubPlan plan) =>
        Value.Map((TierMember.MetadataKey, Value.FromJson(TierMember.ToJson(new TierMember(plan.Path, SegmentPolicy.InspectionTable)))));
}
