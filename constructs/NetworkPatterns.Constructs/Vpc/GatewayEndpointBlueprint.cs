using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Gateway endpoints: <c>AWS::EC2::VPCEndpoint</c>.</summary>
internal static class GatewayEndpointBlueprint
{
    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        foreach (var service in plan.GatewayEndpoints)
        {
            var name = service switch
            {
                GatewayEndpointService.S3 => "s3",
                GatewayEndpointService.DynamoDb => "dynamodb",
                _ => throw new InvalidOperationException($"no service name for {service}"),
            };
            builder.Add(
                $"{service}Endpoint",
                "AWS::EC2::VPCEndpoint",
                ("VpcEndpointType", "Gateway"),
                ("ServiceName", Value.Sub($"com.amazonaws.${{AWS::Region}}.{name}")),
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("RouteTableIds", Value.List(plan.RouteTables.Select(table => Value.Ref(table.Id)))),
                ("PolicyDocument", EndpointPolicyBlueprint.Of(plan.Props.EndpointPolicy, isS3: service == GatewayEndpointService.S3)),
                ("Tags", tags.Of(name)));
        }
    }
}
