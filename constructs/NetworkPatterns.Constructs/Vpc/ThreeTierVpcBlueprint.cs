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
        var builder = new BlueprintBuilder();
        foreach (var input in plan.Inputs.Keys)
        {
            builder.AddInput(input);
        }

        builder.Add(new(VpcId, "AWS::EC2::VPC", Value.Map(
            ("CidrBlock", plan.Addresses.Primary.IsRelative ? null : (Value)plan.Addresses.Primary.Block.ToString()),
            ("Ipv4IpamPoolId", plan.IpamPoolId),
            ("Ipv4NetmaskLength", plan.Addresses.Primary.IsRelative ? (Value)plan.Addresses.Primary.Block.PrefixLength : null),
            ("EnableDnsSupport", true),
            ("EnableDnsHostnames", true),
            ("InstanceTenancy", "default"),
            ("Tags", names.Of("vpc"))))
        {
            LogicalId = plan.Existing?.VpcId,
            Metadata = Value.Map((GuaranteeSet.MetadataKey, Value.FromJson(new GuaranteeSet(plan.Path, GuaranteePlanner.GuaranteesOf(plan)).ToJson()))),
        });
        CidrBlockBlueprint.Add(builder, plan);
        SubnetBlueprint.Add(builder, plan, names);
        RoutingBlueprint.Add(builder, plan, names);
        NatBlueprint.Add(builder, plan, names);
        SecurityGroupBlueprint.Add(builder, plan, names);
        NetworkAclBlueprint.Add(builder, plan, names);
        GatewayEndpointBlueprint.Add(builder, plan, names);
        InterfaceEndpointBlueprint.Add(builder, plan, names);
        FlowLogBlueprint.Add(builder, plan, names);
        S3FlowLogBlueprint.Add(builder, plan, names);
        FlowLogQueryBlueprint.Add(builder, plan, names);
        SettingsBlueprint.Add(builder, plan, names);
        ExportBlueprint.Add(builder, plan);
        return builder.Build(plan.Path);
    }

    /// <summary>Says in a resource's metadata that it belongs to a tier, for whoever proves the guarantees.</summary>
    public static MapValue MembershipOf(TierPlan tier, ThreeTierVpcPlan plan) =>
        Value.Map((TierMember.MetadataKey, Value.FromJson(TierMember.ToJson(new TierMember(plan.Path, tier.Name)))));
}
