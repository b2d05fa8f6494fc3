using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Interface endpoints and an EC2 Instance Connect Endpoint, with their security groups.</summary>
internal static class InterfaceEndpointBlueprint
{
    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        var endpoints = plan.InterfaceEndpoints;
        if (!endpoints.Endpoints.IsEmpty)
        {
            AddGroup(builder, InterfaceEndpointsPlan.SecurityGroupId, "Interface endpoints", endpoints.Flows.Where(flow => flow.From.Group is null), tags.Of("interface-endpoints"));
        }

        foreach (var endpoint in endpoints.Endpoints)
        {
            builder.Add(
                endpoint.Id,
                "AWS::EC2::VPCEndpoint",
                ("VpcEndpointType", "Interface"),
                ("ServiceName", endpoint.ServiceName),
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("SubnetIds", Value.List(endpoint.Subnets.Select(subnet => Value.Ref(subnet.Id)))),
                ("SecurityGroupIds", Value.List(Value.GetAtt(InterfaceEndpointsPlan.SecurityGroupId, "GroupId"))),
                ("PrivateDnsEnabled", endpoint.PrivateDns),
                ("PolicyDocument", endpoint.Policy is { } policy ? EndpointPolicyBlueprint.Of(policy, isS3: false) : null),
                ("Tags", tags.Of(endpoint.Name)));
        }

        AddInstanceConnect(builder, plan, tags);
    }

    private static void AddInstanceConnect(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        if (plan.Props.InstanceConnect is not { } connect)
        {
            return;
        }

        var name = tags.Of("instance-connect");
        AddGroup(builder, InstanceConnectPlanner.SecurityGroupId, "EC2 Instance Connect Endpoint", [], name);
        var subnet = plan.Tiers.Single(tier => tier.Name == connect.Tier).Subnets.Single(subnet => subnet.Zone.Text == connect.Zone);
        builder.Add(
            "InstanceConnectEndpoint",
            "AWS::EC2::InstanceConnectEndpoint",
            ("SubnetId", Value.Ref(subnet.Id)),
            ("SecurityGroupIds", Value.List(Value.GetAtt(InstanceConnectPlanner.SecurityGroupId, "GroupId"))),
            ("PreserveClientIp", false),
            ("Tags", name));
    }

    private static void AddGroup(BlueprintBuilder builder, string id, string description, IEnumerable<Flow> from, ListValue tags) => SecurityGroupBlueprint.AddGroup(
        builder,
        new(id, "AWS::EC2::SecurityGroup", Value.Map(
            ("GroupDescription", description),
            ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
            ("Tags", tags))),
        from,
        []);
}
