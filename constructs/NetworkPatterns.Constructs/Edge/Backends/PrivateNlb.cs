using Constructs;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>An internal Network Load Balancer that nothing reaches but the VPC link of API Gateway.</summary>
/// <remarks>
/// Emits <c>AWS::ElasticLoadBalancingV2::LoadBalancer</c>, a <c>Listener</c> and a <c>TargetGroup</c> for each listener, and
/// <c>AWS::ApiGateway::VpcLink</c>; without <see cref="PrivateNlbProps.Logs"/> also the buckets of <see cref="LoadBalancerLogs"/>.
/// <para>
/// Its security group is that of its tier, without any ingress. Rules are not applied to what comes over PrivateLink, whose
/// addresses belong to API Gateway and change: so the VPC link gets in, and nothing else does.
/// </para>
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-nlb-for-vpclink-using-console.html</para>
/// <para>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html</para>
/// </remarks>
public sealed class PrivateNlb : PrivateLoadBalancer
{
    /// <summary>Plans the load balancer and makes its resources.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public PrivateNlb(Construct scope, string id, PrivateNlbProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(PrivateNlbProps));
        Network = props.Network;
        Plan = PrivateNlbPlan.From(props, props.Network.Plan, context);
        var logs = props.Logs ?? new LoadBalancerLogs(this, "Logs");
        var (blueprint, inputs) = PrivateNlbBlueprint.From(Plan, props.Network, logs.BucketName, context);
        Resources = this.Emit(blueprint, inputs);
        // Elastic Load Balancing writes a test object when logs are turned on.
        Resources.GetResource(LoadBalancerParts.LoadBalancerId).AddDependency(logs.Policy);
    }

    /// <summary>The ID of the VPC link, a token.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string VpcLinkId => Plan.HasVpcLink
        ? Resources.Ref(PrivateNlbBlueprint.VpcLinkId)
        : throw new InvalidOperationException($"{Plan.Path} has no VPC link");

    internal override ThreeTierVpc Network { get; }

    internal override ListenerSet Listeners => Plan.ListenerSet;

    internal PrivateNlbPlan Plan { get; }

    private protected override EmittedBlueprint Resources { get; }

    /// <summary>A listener for the routes of a REST API: requests go through the VPC link as they are.</summary>
    /// <param name="listener">The listener's name; its protocol is TCP or TLS.</param>
    /// <param name="timeout">How long to wait, 50 milliseconds to 29 seconds. Default: API Gateway's.</param>
    /// <exception cref="KeyNotFoundException">There is no such listener.</exception>
    public IApiBackend Backend(string listener, TimeSpan? timeout = null) => new VpcLinkBackend(this, Plan.Get(listener), timeout);

    private protected override string TargetGroupIdOf(string listener) => Plan.Get(listener).TargetGroupId;

    private protected override string ForwardingIdOf(string listener) => Plan.Get(listener).ListenerId;
}
