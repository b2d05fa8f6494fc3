using NetworkPatterns.Core.Blueprints;

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
        });
        SubnetBlueprint.Add(builder, plan, names);
        RoutingBlueprint.Add(builder, plan, names);
        SecurityGroupBlueprint.Add(builder, plan, names);
        NetworkAclBlueprint.Add(builder, plan, names);
        GatewayEndpointBlueprint.Add(builder, plan, names);
        FlowLogBlueprint.Add(builder, plan, names);
        return builder.Build(plan.Path);
    }
}
