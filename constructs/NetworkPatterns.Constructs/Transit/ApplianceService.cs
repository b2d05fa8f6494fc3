using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Appliances behind a Gateway Load Balancer, as a PrivateLink service for the inspection of a hub.</summary>
/// <remarks>
/// Emits <c>AWS::ElasticLoadBalancingV2::LoadBalancer</c> (gateway), <c>TargetGroup</c> (GENEVE, port 6081), <c>Listener</c>,
/// <c>AWS::EC2::VPCEndpointService</c> and <c>VPCEndpointServicePermissions</c>.
/// <para>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/introduction.html</para>
/// </remarks>
public sealed class ApplianceService : Construct
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the service and makes its resources.</summary>
    /// <param name="scope">Where it belongs: the stack of the VPC, or a construct in it.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>; part of every logical ID.</param>
    /// <param name="props">Where the appliances live.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public ApplianceService(Construct scope, string id, ApplianceServiceProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = ApplianceServicePlan.From(
            props.Network.Plan, props.Tier, props.InstanceIds, props.HealthCheckPort, props.AllowedAccounts, this.ContextFor(nameof(ApplianceServiceProps)));
        var inputs = plan.Inputs.ToDictionary(input => input.Key, input => (object)input.Value, StringComparer.Ordinal);
        foreach (var resource in plan.Subnets.Select(subnet => subnet.Id).Append(ThreeTierVpcBlueprint.VpcId))
        {
            inputs[resource] = props.Network.Resources.Ref(resource);
        }

        _resources = this.Emit(plan.ToBlueprint(), inputs);
    }

    /// <summary>The service's name, as a token: for <see cref="CentralInspection.ApplianceServiceName"/>.</summary>
    public string ServiceName => $"com.amazonaws.vpce.{Aws.REGION}.{_resources.Ref(ApplianceServicePlan.ServiceId)}";

    /// <summary>The ARN of the target group, as a token: for an Auto Scaling group of appliances.</summary>
    public string TargetGroupArn => _resources.Ref(ApplianceServicePlan.TargetGroupId);
}
