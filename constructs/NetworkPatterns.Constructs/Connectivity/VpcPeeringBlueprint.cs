using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>The resources of a peering.</summary>
internal static class VpcPeeringBlueprint
{
    public const string ConnectionId = "Connection";

    public static Blueprint From(VpcPeeringPlan plan)
    {
        var builder = new BlueprintBuilder();
        foreach (var input in plan.Inputs.Keys)
        {
            builder.AddInput(input);
        }

        builder.Add(new(ConnectionId, "AWS::EC2::VPCPeeringConnection", Value.Map(
            ("VpcId", plan.VpcId),
            ("PeerVpcId", plan.PeerVpcId),
            ("PeerOwnerId", plan.PeerOwnerId),
            ("PeerRegion", plan.PeerRegion),
            ("PeerRoleArn", plan.PeerRoleArn),
            ("Tags", new ResourceTags(plan.Path).Of("peering"))))
        {
            Metadata = plan.Guarantees.IsEmpty
                ? MapValue.Empty
                : Value.Map((GuaranteeSet.MetadataKey, Value.FromJson(new GuaranteeSet(plan.Path, plan.Guarantees).ToJson()))),
        });
        return builder.AddRange(plan.Routes.Select(route => route.ToResource(Value.Ref(ConnectionId)))).Build(plan.Path);
    }
}
