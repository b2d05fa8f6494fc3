using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>The resources of a <see cref="TransitGatewayHub"/>.</summary>
internal static class TransitGatewayHubBlueprint
{
    public const string GatewayId = "TransitGateway";
    private const string On = "enable";
    private const string Off = "disable";

    public static Blueprint From(TransitGatewayHubPlan plan)
    {
        var tags = new ResourceTags(plan.Path);
        var builder = new BlueprintBuilder();
        foreach (var input in plan.Inputs.Keys.Concat(plan.Vpcs.SelectMany(vpc => vpc.ResourceIds.Select(vpc.InputOf))))
        {
            builder.AddInput(input);
        }

        if (plan.Egress is { } regional && HubVpcBlueprint.HasRegionalNat(regional))
        {
            builder.AddInput(HubVpcBlueprint.NatTableInput);
        }

        AddGateway(builder, plan, tags);
        AddTables(builder, plan, tags);
        if (plan.Egress is { } egress)
        {
            HubVpcBlueprint.AddEgress(builder, plan, egress, tags);
        }

        InspectionBlueprint.Add(builder, plan, tags);
        PeeringBlueprint.Add(builder, plan, tags);
        AddShare(builder, plan, tags);
        AddAlarms(builder, plan, tags);
        if (plan.FlowLog is { } log)
        {
            FlowLogBlueprint.Add(
                builder, log, tags, ("ResourceType", "TransitGateway"), ("ResourceId", Value.Ref(GatewayId)), ("MaxAggregationInterval", 60));
        }

        HubExport.Add(builder, plan);
        return builder.Build(plan.Path);
    }

    private static void AddGateway(BlueprintBuilder builder, TransitGatewayHubPlan plan, ResourceTags tags)
    {
        var props = plan.Props;
        builder.Add(
            GatewayId,
            "AWS::EC2::TransitGateway",
            ("AmazonSideAsn", new NumberValue(props.AmazonSideAsn)),
            ("Description", plan.Path.Length <= 255 ? plan.Path : plan.Path[^255..]),
            ("DefaultRouteTableAssociation", Off),
            ("DefaultRouteTablePropagation", Off),
            ("AutoAcceptSharedAttachments", props.ShareWith.Count > 0 ? On : Off),
            ("DnsSupport", On),
            ("VpnEcmpSupport", props.VpnEcmp ? On : Off),
            ("MulticastSupport", props.Multicast ? On : Off),
            ("SecurityGroupReferencingSupport", props.SecurityGroupReferencing ? On : Off),
            ("TransitGatewayCidrBlocks", props.TransitGatewayCidrBlocks.Count == 0
                ? null
                : Value.List(props.TransitGatewayCidrBlocks.Order(StringComparer.Ordinal).Select(Value.FromString))),
            ("Tags", tags.Of("transit-gateway")));
    }

    private static void AddTables(BlueprintBuilder builder, TransitGatewayHubPlan plan, ResourceTags tags)
    {
        foreach (var table in plan.Tables)
        {
            builder.Add(
                table.Id,
                "AWS::EC2::TransitGatewayRouteTable",
                ("TransitGatewayId", Value.Ref(GatewayId)),
                ("Tags", table.Name.StartsWith('@') ? tags.Of(table.Name[1..]) : tags.OfSegment(table.Name, table.Name)));
            foreach (var route in table.Routes)
            {
                builder.Add(
                    route.Id,
                    "AWS::EC2::TransitGatewayRoute",
                    ("TransitGatewayRouteTableId", Value.Ref(table.Id)),
                    ("DestinationCidrBlock", route.Destination.ToString()),
                    ("Blackhole", route.Target is null ? (Value)true : null),
                    ("TransitGatewayAttachmentId", route.Target is { } target ? AttachmentOf(plan, target) : null));
            }
        }
    }

    private static Value AttachmentOf(TransitGatewayHubPlan plan, HubTarget target) => target.Kind switch
    {
        HubTargetKind.Egress => Value.Ref(plan.Egress!.AttachmentId),
        HubTargetKind.Inspection => InspectionBlueprint.AttachmentOf(plan),
        _ => PeeringBlueprint.AttachmentOf(plan, plan.Props.Peers.Single(peer => peer.Name == target.Name)),
    };

    private static void AddShare(BlueprintBuilder builder, TransitGatewayHubPlan plan, ResourceTags tags)
    {
        if (!plan.Principals.IsEmpty)
        {
            builder.Add(
                "Share",
                "AWS::RAM::ResourceShare",
                ("Name", string.Concat(plan.Path.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '-'))),
                ("AllowExternalPrincipals", plan.Props.AllowExternalPrincipals),
                ("ResourceArns", Value.List(Value.Sub(
                    "arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:transit-gateway/${Gateway}", ("Gateway", Value.Ref(GatewayId))))),
                ("Principals", Value.List(plan.Principals)),
                ("Tags", tags.Of("share")));
        }
    }

    private static void AddAlarms(BlueprintBuilder builder, TransitGatewayHubPlan plan, ResourceTags tags)
    {
        if (plan.AlarmTopics is not { } topics)
        {
            return;
        }

        foreach (var (reason, metric) in new[] { ("no route", "PacketDropCountNoRoute"), ("a blackhole", "PacketDropCountBlackhole") })
        {
            LossAlarm.Add(
                builder,
                $"{metric}Alarm",
                $"The Transit Gateway dropped packets because of {reason}. Its flow log says whose.",
                ("AWS/TransitGateway", metric),
                ("TransitGateway", GatewayId),
                topics,
                tags.Of(metric));
        }
    }
}
