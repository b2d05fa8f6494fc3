using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The internet gateway, NAT gateways, route tables and routes.</summary>
internal static class RoutingBlueprint
{
    private const string InternetGatewayId = "InternetGateway";
    private const string AttachmentId = "InternetGatewayAttachment";

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

        foreach (var nat in plan.NatGateways)
        {
            AddNatGateway(builder, nat, tags);
        }

        foreach (var table in plan.RouteTables)
        {
            AddRouteTable(builder, table, tags);
        }
    }

    // Without the attachment the Elastic IP cannot be mapped, and the gateway fails instead of waiting.
    private static void AddNatGateway(BlueprintBuilder builder, NatGatewayPlan nat, ResourceTags tags)
    {
        var name = tags.Of($"nat-{nat.Subnet.Zone.Label}");
        builder
            .Add(new(nat.ElasticIpId, "AWS::EC2::EIP", Value.Map(("Domain", "vpc"), ("Tags", name))) 
            {
                DependsOn = [AttachmentId],
                LogicalId = nat.Subnet.Existing?.EipId,
            })
            .Add(new(nat.Id, "AWS::EC2::NatGateway", Value.Map(
                ("AllocationId", Value.GetAtt(nat.ElasticIpId, "AllocationId")),
                ("SubnetId", Value.Ref(nat.Subnet.Id)),
                ("Tags", name)))
            {
                DependsOn = [AttachmentId],
                LogicalId = nat.Subnet.Existing?.NatGatewayId,
            });
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

        if (table.DefaultRoute is { } target)
        {
            builder.Add(new(table.DefaultRouteId, "AWS::EC2::Route", Value.Map(
                ("RouteTableId", Value.Ref(table.Id)),
                ("DestinationCidrBlock", "0.0.0.0/0"),
                (target.Property, Value.Ref(target.ResourceId))))
            {
                DependsOn = target == RouteTarget.InternetGateway ? [AttachmentId] : [],
                LogicalId = table.Existing?.DefaultRouteId,
            });
        }
    }
}
