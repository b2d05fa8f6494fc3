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
    private readonly EmittedBlueprint _resources;

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
        _resources = this.Emit(blueprint, inputs);
        // Elastic Load Balancing writes a test object when logs are turned on.
        _resources.GetResource(PrivateNlbBlueprint.LoadBalancerId).AddDependency(logs.Policy);
    }

    /// <summary>The load balancer's ARN, a token.</summary>
    public string LoadBalancerArn => _resources.Ref(PrivateNlbBlueprint.LoadBalancerId);

    /// <summary>The load balancer's name in metrics, a token: <c>net/name/id</c>.</summary>
    public string LoadBalancerFullName => _resources.GetAtt(PrivateNlbBlueprint.LoadBalancerId, "LoadBalancerFullName");

    /// <inheritdoc/>
    public override string DnsName => _resources.GetAtt(PrivateNlbBlueprint.LoadBalancerId, "DNSName");

    /// <inheritdoc/>
    public override string CanonicalHostedZoneId => _resources.GetAtt(PrivateNlbBlueprint.LoadBalancerId, "CanonicalHostedZoneID");

    /// <summary>The ID of the VPC link, a token.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string VpcLinkId => Plan.HasVpcLink
        ? _resources.Ref(PrivateNlbBlueprint.VpcLinkId)
        : throw new InvalidOperationException($"{Plan.Path} has no VPC link");

    internal override ThreeTierVpc Network { get; }

    internal override ListenerSet Listeners => Plan.ListenerSet;

    internal PrivateNlbPlan Plan { get; }

    /// <inheritdoc/>
    public override string TargetGroupArn(string listener) => _resources.Ref(Plan.Get(listener).TargetGroupId);

    /// <summary>A listener's target group in metrics, a token: <c>targetgroup/name/id</c>.</summary>
    /// <param name="listener">The listener's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such listener.</exception>
    public string TargetGroupFullName(string listener) => _resources.GetAtt(Plan.Get(listener).TargetGroupId, "TargetGroupFullName");

    /// <summary>A listener for the routes of a REST API: requests go through the VPC link as they are.</summary>
    /// <param name="listener">The listener's name; its protocol is TCP or TLS.</param>
    /// <param name="timeout">How long to wait, 50 milliseconds to 29 seconds. Default: API Gateway's.</param>
    /// <exception cref="KeyNotFoundException">There is no such listener.</exception>
    public IApiBackend Backend(string listener, TimeSpan? timeout = null) => new VpcLinkBackend(this, Plan.Get(listener), timeout);

    internal override Amazon.CDK.CfnResource ListenerResource(string listener) => _resources.GetResource(Plan.Get(listener).ListenerId);
}
