using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Copies of the packets of chosen network interfaces, for tools that look into them.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::TrafficMirrorTarget</c>, <c>TrafficMirrorFilter</c> with rules for both directions, a
/// <c>TrafficMirrorSession</c> for each source, and <c>SecurityGroupIngress</c> for the target. Each mirrored interface
/// is paid for by the hour.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/mirroring/what-is-traffic-mirroring.html</para>
/// </remarks>
public sealed class TrafficMirror : Construct
{
    /// <summary>Makes the mirror.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">Whose packets are copied, and where to.</param>
    /// <exception cref="PlanException">Targets or sources are unclear.</exception>
    public TrafficMirror(Construct scope, string id, TrafficMirrorProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = TrafficMirrorPlan.From(
            props.Network.Plan,
            props.Sources,
            [
                ("NetworkInterfaceId", nameof(props.TargetNetworkInterfaceId), props.TargetNetworkInterfaceId),
                ("NetworkLoadBalancerArn", nameof(props.TargetNetworkLoadBalancerArn), props.TargetNetworkLoadBalancerArn),
                ("GatewayLoadBalancerEndpointId", nameof(props.TargetGatewayLoadBalancerEndpointId), props.TargetGatewayLoadBalancerEndpointId),
            ],
            props.TargetSecurityGroup?.SecurityGroupId,
            props.TargetTier,
            props.Network.Resources.GetAtt(ThreeTierVpcBlueprint.VpcId, "CidrBlock"),
            props.SessionNumber,
            this.ContextFor(nameof(TrafficMirrorProps)));
        this.Emit(plan.ToBlueprint(), plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal));
    }
}
