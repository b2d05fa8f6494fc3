using Constructs;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>An internal Application Load Balancer that a VPC link v2 of API Gateway reaches, or CloudFront as a VPC origin.</summary>
/// <remarks>
/// Emits <c>AWS::ElasticLoadBalancingV2::LoadBalancer</c>, a <c>Listener</c> for HTTPS with its <c>ListenerRule</c>s, a <c>TargetGroup</c>
/// for each listener and rule, <c>AWS::ApiGatewayV2::VpcLink</c>, by option <c>AWS::CloudFront::VpcOrigin</c> with its ID in an
/// <c>AWS::SecretsManager::Secret</c>; without <see cref="PrivateAlbProps.Logs"/> also
/// the buckets of <see cref="LoadBalancerLogs"/>. Headers that are not valid are dropped, requests that could be read in two ways refused.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-vpc-links-v2.html</para>
/// </remarks>
public sealed class PrivateAlb : PrivateLoadBalancer
{
    /// <summary>Plans the load balancer and makes its resources.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public PrivateAlb(Construct scope, string id, PrivateAlbProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(PrivateAlbProps));
        Network = props.Network;
        Plan = PrivateAlbPlan.From(props, props.Network.Plan, context);
        var logs = props.Logs ?? new LoadBalancerLogs(this, "Logs");
        var (blueprint, inputs) = PrivateAlbBlueprint.From(Plan, props.Network, logs.BucketName, context);
        Resources = this.Emit(blueprint, inputs);
        // Elastic Load Balancing writes a test object when logs are turned on.
        Resources.GetResource(LoadBalancerParts.LoadBalancerId).AddDependency(logs.Policy);
        if (props.VpcOrigin)
        {
            // CloudFront refuses an origin in a VPC whose gateway is not attached yet.
            Resources.GetResource(VpcOriginBlueprint.VpcOriginId).AddDependency(props.Network.Resources.GetResource(RoutingBlueprint.AttachmentId));
        }
    }

    /// <summary>The ID of the VPC link, a token.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string VpcLinkId => Plan.LinkTier is not null
        ? Resources.Ref(PrivateAlbBlueprint.VpcLinkId)
        : throw new InvalidOperationException($"{Plan.Path} has no VPC link");

    /// <summary>The ID of the VPC origin, a token: for a distribution in the same stack.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string VpcOriginId => Plan.Props.VpcOrigin
        ? Resources.GetAtt(VpcOriginBlueprint.VpcOriginId, "Id")
        : throw new InvalidOperationException($"{Plan.Path} has no VPC origin");

    /// <summary>The ID of the VPC origin as a dynamic reference, which a stack of us-east-1 resolves: for <see cref="Distributions.EdgeOrigin.Vpc"/>.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public string VpcOriginReference => Plan.Props.VpcOrigin
        ? VpcOriginBlueprint.ReferenceOf(Plan.Path)
        : throw new InvalidOperationException($"{Plan.Path} has no VPC origin");

    internal override ThreeTierVpc Network { get; }

    internal override ListenerSet Listeners => Plan.Listeners.Set;

    internal PrivateAlbPlan Plan { get; }

    private protected override EmittedBlueprint Resources { get; }

    /// <summary>The ARN of a listener, a token.</summary>
    /// <param name="listener">The listener's name.</param>
    /// <exception cref="KeyNotFoundException">There is no such listener.</exception>
    public string ListenerArn(string listener) => Resources.Ref(AlbBlueprint.ListenerId(Plan.Listeners.Get(listener).Name));

    /// <summary>A listener for the routes of a REST or an HTTP API: requests go through the VPC link as they are.</summary>
    /// <param name="listener">The listener's name.</param>
    /// <param name="timeout">How long to wait, 50 milliseconds to 29 seconds. Default: API Gateway's.</param>
    /// <exception cref="KeyNotFoundException">There is no such listener.</exception>
    public IApiBackend Backend(string listener, TimeSpan? timeout = null) => new VpcLinkV2Backend(this, Plan.Listeners.Get(listener), timeout);

    private protected override string TargetGroupIdOf(string listener) => AlbBlueprint.TargetGroupId(Plan.Listeners.GetTargets(listener).Name);

    private protected override string ForwardingIdOf(string listener) =>
        Plan.Listeners.GetTargets(listener) is { Rule: { } rule } ? AlbBlueprint.RuleId(rule.Name) : AlbBlueprint.ListenerId(listener);
}
