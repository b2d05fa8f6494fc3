using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>The resources of a <see cref="TransitGatewaySpoke"/>. What they refer to are inputs, named after its resources.</summary>
internal static class TransitGatewaySpokeBlueprint
{
    public const string AttachmentId = "Attachment";
    public const string GatewayInput = "TransitGatewayId";
    public const string InspectionInput = "InspectionAttachmentId";
    public const string BlockInput = "VpcCidrBlock";
    public const string Ipv6BlockInput = "VpcIpv6CidrBlock";

    public static Blueprint From(TransitGatewaySpokePlan plan)
    {
        var builder = new BlueprintBuilder();
        foreach (var input in Inputs(plan))
        {
            builder.AddInput(input);
        }

        AddAttachment(builder, plan);
        if (plan.Routing is { } routing)
        {
            AttachmentRoutingBlueprint.Add(
                builder, routing, Value.Ref(AttachmentId), table => Value.Input(HubTablePlanner.IdOf(table)), Blocks(plan), plan.Policy.HasInspection ? Value.Input(InspectionInput) : null);
        }

        foreach (var route in plan.Routes)
        {
            builder.Add(new(route.Id, "AWS::EC2::Route", Value.Map(
                ("RouteTableId", Value.Input(route.Table.Id)),
                (route.Destination.IsIPv6 ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock", route.Destination.ToString()),
                ("TransitGatewayId", Value.Input(GatewayInput))))
            {
                DependsOn = [AttachmentId],
            });
        }

        return builder.Build(plan.Path);
    }

    /// <summary>The hub's tables that the blueprint names, by their names.</summary>
    public static ImmutableArray<string> Tables(TransitGatewaySpokePlan plan) => plan.Routing is { } routing
        ? [.. routing.Propagations.Concat(routing.InspectedIn).Append(routing.Association).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The ids of the VPC's resources that the blueprint names.</summary>
    public static ImmutableArray<string> VpcResources(TransitGatewaySpokePlan plan) =>
        [ThreeTierVpcBlueprint.VpcId, .. plan.Subnets.Select(subnet => subnet.Id), .. plan.Routes.Select(route => route.Table.Id).Distinct(StringComparer.Ordinal)];

    public static bool NeedsInspection(TransitGatewaySpokePlan plan) => plan.Routing is { InspectedIn.IsEmpty: false };

    public static bool NeedsBlock(TransitGatewaySpokePlan plan) => NeedsInspection(plan) && plan.Network.Addresses.Primary.IsRelative;

    public static bool NeedsIpv6Block(TransitGatewaySpokePlan plan) => NeedsInspection(plan) && plan.Network.HasIPv6;

    private static IEnumerable<string> Inputs(TransitGatewaySpokePlan plan) =>
    [
        GatewayInput,
        .. VpcResources(plan),
        .. Tables(plan).Select(HubTablePlanner.IdOf),
        .. NeedsInspection(plan) ? [InspectionInput] : ImmutableArray<string>.Empty,
        .. NeedsBlock(plan) ? [BlockInput] : ImmutableArray<string>.Empty,
        .. NeedsIpv6Block(plan) ? [Ipv6BlockInput] : ImmutableArray<string>.Empty,
    ];

    private static void AddAttachment(BlueprintBuilder builder, TransitGatewaySpokePlan plan)
    {
        // Of the two types for VPC attachments this is the one whose subnets change in place.
        builder.Add(new(AttachmentId, "AWS::EC2::TransitGatewayAttachment", Value.Map(
            ("TransitGatewayId", Value.Input(GatewayInput)),
            ("VpcId", Value.Input(ThreeTierVpcBlueprint.VpcId)),
            ("SubnetIds", Value.List(plan.Subnets.Select(subnet => Value.Input(subnet.Id)))),
            ("Options", Value.Map(
                ("ApplianceModeSupport", "disable"),
                ("DnsSupport", "enable"),
                ("Ipv6Support", plan.Network.HasIPv6 ? "enable" : "disable"),
                ("SecurityGroupReferencingSupport", plan.Policy.HasGroupReferencing ? "enable" : "disable"))),
            ("Tags", new ResourceTags(plan.Path).OfSegment("attachment", plan.Segment))))
        {
            Metadata = Value.Map(
                (TierMember.MetadataKey, Value.FromJson(TierMember.ToJson(
                    new TierMember(plan.Policy.Network, plan.Segment), new TierMember(plan.Path, SpokeGuaranteePlanner.WholeVpc)))),
                (GuaranteeSet.MetadataKey, plan.Guarantees.IsEmpty ? null : Value.FromJson(new GuaranteeSet(plan.Path, plan.Guarantees).ToJson()))),
        });
    }

    private static ImmutableArray<(string Name, Value Block)> Blocks(TransitGatewaySpokePlan plan) =>
    [
        .. plan.Network.Addresses.CidrBlocks.Select(block => (
            NetworkPatterns.Constructs.Planning.ResourceName.Of(block.Name),
            block.IsRelative ? Value.Input(BlockInput) : block.Block.ToString())),
        .. plan.Network.HasIPv6 ? [("Ipv6", Value.Input(Ipv6BlockInput))] : ImmutableArray<(string, Value)>.Empty,
    ];
}
