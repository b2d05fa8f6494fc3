using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The resources of a <see cref="ThreeTierVpc"/>.</summary>
internal static class ThreeTierVpcBlueprint
{
    public const string VpcId = "Vpc";

    public static Blueprint From(ThreeTierVpcPlan plan)
    {
        var names = new ResourceTags(plan.Path);
        var builder = new BlueprintBuilder().Add(new(VpcId, "AWS::EC2::VPC", Value.Map(
            ("CidrBlock", plan.Addresses.Primary.Block.ToString()),
            ("EnableDnsSupport", true),
            ("EnableDnsHostnames", true),
            ("InstanceTenancy", "default"),
            ("Tags", names.Of("vpc"))))
        {
            LogicalId = plan.Existing?.VpcId,
            Metadata = Value.Map((GuaranteeSet.MetadataKey, Value.FromJson(new GuaranteeSet(plan.Path, GuaranteePlanner.GuaranteesOf(plan)).ToJson()))),
        });
        SubnetBlueprint.Add(builder, plan, names);
        RoutingBlueprint.Add(builder, plan, names);
        SecurityGroupBlueprint.Add(builder, plan, names);
        NetworkAclBlueprint.Add(builder, plan, names);
        GatewayEndpointBlueprint.Add(builder, plan, names);
        FlowLogBlueprint.Add(builder, plan, names);
        return builder.Build(plan.Path);
    }

    /// <summary>Says in a resource's metadata that it belongs to a tier, for whoever proves the guarantees.</summary>
    public static MapValue MembershipOf(TierPlan tier, ThreeTierVpcPlan plan) =>
        Value.Map((TierMember.MetadataKey, Value.FromJson(TierMember.ToJson(new TierMember(plan.Path, tier.Name)))));
}
