using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Gateways to the internet, route tables and routes.</summary>
internal static class RoutingBlueprint
{
    public const string AttachmentId = "InternetGatewayAttachment";

    private static readonly string InternetGatewayId = RouteTarget.InternetGateway.ResourceId;

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        if (plan.HasInternetGateway)
        {
            builder
                .Add(new(InternetGatewayId, "AWS::EC2::InternetGateway", Value.Map(("Tags", tags.Of("internet-gateway"))))
                {
                    LogicalId = plan.Existing?.InternetGatewayId,
                })
                .Add(new(AttachmentId, "AWS::EC2::VPCGatewayAttachment", Value.Map(
                    ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                    ("InternetGatewayId", Value.Ref(InternetGatewayId))))
                {
                    LogicalId = plan.Existing?.GatewayAttachmentId,
                });
        }

        if (plan.HasEgressOnlyInternetGateway)
        {
            builder.Add(new(RouteTarget.EgressOnlyInternetGateway.ResourceId, "AWS::EC2::EgressOnlyInternetGateway", Value.Map(
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("Tags", tags.Of("egress-only-internet-gateway"))))
            {
                LogicalId = plan.Existing?.EgressOnlyInternetGatewayId,
            });
        }

        foreach (var table in plan.RouteTables)
        {
            AddRouteTable(builder, table, tags);
        }
    }

    private static void AddRouteTable(BlueprintBuilder builder, RouteTablePlan table, ResourceTags tags)
    {
        builder.Add(new(table.Id, "AWS::EC2::RouteTable", Value.Map(
            ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
            ("Tags", tags.Of(table.Name, table.Tier))))
        {
            LogicalId = table.Existing?.RouteTableId,
        });
        foreach (var subnet in table.Subnets)
        {
            builder.Add(new($"{subnet.Id}RouteTableAssociation", "AWS::EC2::SubnetRouteTableAssociation", Value.Map(
                ("SubnetId", Value.Ref(subnet.Id)),
                ("RouteTableId", Value.Ref(table.Id))))
            {
                LogicalId = table.Existing?.RouteTableAssociationId,
            });
        }

        foreach (var route in table.Routes)
        {
            builder.Add(new(route.Id, "AWS::EC2::Route", Value.Map(
                ("RouteTableId", Value.Ref(table.Id)),
                (route.Destination.IsIPv6 ? "DestinationIpv6CidrBlock" : "DestinationCidrBlock", route.Destination.ToString()),
                (route.Target.Property, Value.Ref(route.Target.ResourceId))))
            {
                DependsOn = route.Target == RouteTarget.InternetGateway ? [AttachmentId] : [],
                LogicalId = route.LogicalId,
            });
        }
    }
}
