using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>The resources of endpoints for many VPCs.</summary>
internal static class CentralEndpointsBlueprint
{
    public const string VpcInput = "VpcId";
    public const string GroupInput = "SecurityGroupId";

    public static string InputOf(SubnetPlan subnet) => $"{subnet.Id}Id";

    public static string VpcInputOf(string name) => $"{ResourceName.Of(name)}VpcId";

    public static string EndpointId(CentralEndpointPlan endpoint) => $"{endpoint.Id}Endpoint";

    public static string ZoneId(CentralEndpointPlan endpoint) => $"{endpoint.Id}Zone";

    public static Blueprint From(CentralEndpointsPlan plan)
    {
        var tags = new ResourceTags(plan.Path);
        var builder = new BlueprintBuilder();
        var vpc = builder.AddInput(VpcInput);
        var group = builder.AddInput(GroupInput);
        foreach (var subnet in plan.Endpoints.SelectMany(endpoint => endpoint.Subnets).Distinct())
        {
            builder.AddInput(InputOf(subnet));
        }

        Value[] vpcs = [vpc, .. plan.Vpcs.Select(name => builder.AddInput(VpcInputOf(name)))];
        foreach (var endpoint in plan.Endpoints)
        {
            builder.Add(
                EndpointId(endpoint),
                "AWS::EC2::VPCEndpoint",
                ("VpcEndpointType", "Interface"),
                ("ServiceName", endpoint.ServiceName),
                ("VpcId", vpc),
                ("SubnetIds", Value.List(endpoint.Subnets.Select(subnet => Value.Input(InputOf(subnet))))),
                ("SecurityGroupIds", Value.List(group)),
                ("PrivateDnsEnabled", false),
                ("PolicyDocument", endpoint.TakesPolicy ? EndpointPolicyBlueprint.Of(plan.Policy, isS3: endpoint.Service == "s3") : null),
                ("Tags", tags.Of(endpoint.Service)));
            EndpointNameBlueprint.Add(builder, endpoint.Id, endpoint.ZoneName, EndpointId(endpoint), vpcs, endpoint.IsWildcard);
        }

        return builder.Build(plan.Path);
    }
}
