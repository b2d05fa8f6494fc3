using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>The resources of an attached VPC. What they refer to are inputs, named after its resources.</summary>
internal static class TransitGatewaySpokeBlueprint
{
    public const string AttachmentId = "Attachment";
    public const string GatewayInput = "TransitGatewayId";
    public const string InspectionInput = "InspectionAttachmentId";
    public const string BlockInput = "VpcCidrBlock";
    public const string Ipv6BlockInput = "VpcIpv6CidrBlock";

    public static Blueprint From(TransitGatewaySpokePlan plan)
    {
        var builder = Builder(AttachmentOf(plan));
        ConnectTierBlueprint.Add(builder, plan);
        return builder.Build(plan.Path);
    }

    public static Blueprint From(SpokeAttachment spoke) => Builder(spoke).Build(spoke.Path);

    private static BlueprintBuilder Builder(SpokeAttachment spoke)
    {
        var builder = new BlueprintBuilder();
        var inputs = spoke.Inputs.Append(GatewayInput).Concat(spoke.Tables.Select(HubTablePlanner.IdOf));
        foreach (var input in spoke.NeedsInspection ? inputs.Append(InspectionInput) : inputs)
        {
            builder.AddInput(input);
        }

        AddAttachment(builder, spoke);
        if (spoke.Routing is { } routing)
        {
            AttachmentRoutingBlueprint.Add(
                builder,
                routing,
                Value.Ref(AttachmentId),
                table => Value.Input(HubTablePlanner.IdOf(table)),
                spoke.Blocks,
                spoke.NeedsInspection ? Value.Input(InspectionInput) : null,
                AttachmentRoutingBlueprint.MetadataOf(new(spoke.Outside)));
        }

        foreach (var route in spoke.Routes)
        {
            builder.Add(new(route.Id, "AWS::EC2::Route", Value.Map(
                ("RouteTableId", route.Table),
                (route.Destination.IsIPv6 ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock", route.Destination.ToString()),
                ("TransitGatewayId", Value.Input(GatewayInput))))
            {
                DependsOn = [AttachmentId],
            });
        }

        return builder;
    }

    /// <summary>What a VPC of this library is made of.</summary>
    public static SpokeAttachment AttachmentOf(TransitGatewaySpokePlan plan) => new()
    {
        Path = plan.Path,
        Policy = plan.Policy,
        Segment = plan.Segment,
        Routing = plan.Routing,
        Vpc = Value.Input(ThreeTierVpcBlueprint.VpcId),
        Subnets = [.. plan.Subnets.Select(subnet => Value.Input(subnet.Id))],
        Routes = [.. plan.Routes.Select(route => new SpokeRoute(route.Id, Value.Input(route.Table.Id), route.Destination))],
        Blocks =
        [
            .. plan.Network.Addresses.CidrBlocks.Select(block => (ResourceName.Of(block.Name), block.IsRelative ? Value.Input(BlockInput) : block.Block.ToString())),
            .. plan.Network.HasIPv6 ? [("Ipv6", Value.Input(Ipv6BlockInput))] : ImmutableArray<(string, Value)>.Empty,
        ],
        HasIPv6 = plan.Network.HasIPv6,
        Inputs =
        [
            .. VpcResources(plan),
            .. VpcGroups(plan),
            .. NeedsBlock(plan) ? [BlockInput] : ImmutableArray<string>.Empty,
            .. NeedsIpv6Block(plan) ? [Ipv6BlockInput] : ImmutableArray<string>.Empty,
        ],
        Guarantees = plan.Guarantees,
    };

    /// <summary>The ids of the VPC's resources that the blueprint names.</summary>
    public static ImmutableArray<string> VpcResources(TransitGatewaySpokePlan plan) =>
        [ThreeTierVpcBlueprint.VpcId, .. plan.Subnets.Select(subnet => subnet.Id), .. plan.Routes.Select(route => route.Table.Id).Distinct(StringComparer.Ordinal), .. plan.ConnectTiers.Select(tier => tier.NetworkAclId)];

    /// <summary>The VPC's security groups that the blueprint names: their IDs are attributes.</summary>
    public static ImmutableArray<string> VpcGroups(TransitGatewaySpokePlan plan) => [.. plan.ConnectTiers.Select(tier => tier.SecurityGroupId)];

    public static bool NeedsBlock(TransitGatewaySpokePlan plan) => plan.IsInspected && plan.Network.Addresses.Primary.IsRelative;

    public static bool NeedsIpv6Block(TransitGatewaySpokePlan plan) => plan.IsInspected && plan.Network.HasIPv6;

    private static void AddAttachment(BlueprintBuilder builder, SpokeAttachment spoke)
    {
        // Of the two types for VPC attachments this is the one whose subnets change in place.
        builder.Add(new(AttachmentId, "AWS::EC2::TransitGatewayAttachment", Value.Map(
            ("TransitGatewayId", Value.Input(GatewayInput)),
            ("VpcId", spoke.Vpc),
            ("SubnetIds", Value.List(spoke.Subnets)),
            ("Options", Value.Map(
                ("ApplianceModeSupport", "disable"),
                ("DnsSupport", "enable"),
                ("Ipv6Support", spoke.HasIPv6 ? "enable" : "disable"),
                ("SecurityGroupReferencingSupport", spoke.Policy.HasGroupReferencing ? "enable" : "disable"))),
            ("Tags", new ResourceTags(spoke.Path).OfSegment("attachment", spoke.Segment))))
        {
            Metadata = Value.Map(
                (TierMember.MetadataKey, Value.FromJson(TierMember.ToJson(
                    new TierMember(spoke.Policy.Network, spoke.Segment), new TierMember(spoke.Path, SpokeGuaranteePlanner.WholeVpc)))),
                (GuaranteeSet.MetadataKey, spoke.Guarantees.IsEmpty ? null : Value.FromJson(new GuaranteeSet(spoke.Path, spoke.Guarantees).ToJson()))),
        });
    }
}
