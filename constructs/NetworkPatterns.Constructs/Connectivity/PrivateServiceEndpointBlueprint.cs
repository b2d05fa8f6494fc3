using System.Globalization;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>The resources of an endpoint of a service.</summary>
internal static class PrivateServiceEndpointBlueprint
{
    public const string EndpointId = "Endpoint";
    public const string GroupId = "SecurityGroup";
    public const string VpcInput = "VpcId";

    /// <summary>The input for a subnet or a client's group.</summary>
    public static string InputOf(string id) => $"{id}Id";

    public static Blueprint From(PrivateServiceEndpointPlan plan)
    {
        var tags = new ResourceTags(plan.Path);
        var builder = new BlueprintBuilder();
        foreach (var input in plan.Inputs.Keys)
        {
            builder.AddInput(input);
        }

        var vpc = builder.AddInput(VpcInput);
        builder.Add(new(GroupId, "AWS::EC2::SecurityGroup", Value.Map(
            ("GroupDescription", "Clients of a private service"),
            ("VpcId", vpc),
            ("SecurityGroupEgress", SecurityGroupBlueprint.Nothing),
            ("Tags", tags.Of("endpoint"))))
        {
            Metadata = Value.Map((TierMember.MetadataKey, Value.FromJson(TierMember.ToJson(new TierMember(plan.Path, PrivateServiceEndpointPlan.PartyName))))),
        });
        foreach (var client in plan.Clients)
        {
            var group = builder.AddInput(InputOf(client.SecurityGroupId));
            foreach (var port in plan.Ports)
            {
                AddRules(builder, client.Id, group, port);
            }
        }

        builder.Add(new(EndpointId, "AWS::EC2::VPCEndpoint", Value.Map(
            ("VpcEndpointType", "Interface"),
            ("ServiceName", plan.ServiceName),
            ("ServiceRegion", plan.ServiceRegion),
            ("VpcId", vpc),
            ("SubnetIds", Value.List(plan.Subnets.Select(subnet => builder.AddInput(InputOf(subnet.Id))))),
            ("SecurityGroupIds", Value.List(Value.GetAtt(GroupId, "GroupId"))),
            ("PrivateDnsEnabled", false),
            ("Tags", tags.Of("endpoint"))))
        {
            Metadata = Value.Map((GuaranteeSet.MetadataKey, Value.FromJson(new GuaranteeSet(plan.Path, plan.Guarantees).ToJson()))),
        });
        if (plan.PrivateName is { } name)
        {
            EndpointNameBlueprint.Add(builder, "PrivateName", name, EndpointId, [vpc], isWildcard: false);
        }

        return builder.Build(plan.Path);
    }

    private static void AddRules(BlueprintBuilder builder, string client, Value group, int port)
    {
        var suffix = port.ToString(CultureInfo.InvariantCulture);
        builder
            .Add(
                $"IngressFrom{client}Tcp{suffix}",
                "AWS::EC2::SecurityGroupIngress",
                ("Description", $"tcp {suffix} from tier {client}"),
                ("GroupId", Value.GetAtt(GroupId, "GroupId")),
                ("IpProtocol", "tcp"),
                ("FromPort", port),
                ("ToPort", port),
                ("SourceSecurityGroupId", group))
            .Add(
                $"{client}EgressTcp{suffix}",
                "AWS::EC2::SecurityGroupEgress",
                ("Description", $"tcp {suffix} to the private service"),
                ("GroupId", group),
                ("IpProtocol", "tcp"),
                ("FromPort", port),
                ("ToPort", port),
                ("DestinationSecurityGroupId", Value.GetAtt(GroupId, "GroupId")));
    }
}
