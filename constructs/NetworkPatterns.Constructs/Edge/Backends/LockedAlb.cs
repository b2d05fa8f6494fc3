using System.Collections.Immutable;
using Constructs;
using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>
/// An internet-facing Application Load Balancer that answers its own CloudFront distribution only: its security group accepts CloudFront's
/// addresses, and its listeners answer 403 to everybody who does not send a secret.
/// </summary>
/// <remarks>
/// Emits <c>AWS::ElasticLoadBalancingV2::LoadBalancer</c>, a <c>Listener</c> for HTTPS with <c>ListenerRule</c>s, a <c>TargetGroup</c> for each
/// listener and rule, and two <c>AWS::SecretsManager::Secret</c>s; without <see cref="LockedAlbProps.Logs"/> also the buckets of
/// <see cref="LoadBalancerLogs"/>. Where VPC origins are to be had, a <see cref="PrivateAlb"/> as one needs no secret.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/restrict-access-to-load-balancer.html</para>
/// </remarks>
public sealed class LockedAlb : PrivateLoadBalancer
{
    /// <summary>Plans the load balancer and makes its resources.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public LockedAlb(Construct scope, string id, LockedAlbProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(LockedAlbProps));
        Network = props.Network;
        Plan = LockedAlbPlan.From(props, props.Network.Plan, context);
        var logs = props.Logs ?? new LoadBalancerLogs(this, "Logs");
        var (blueprint, inputs) = Plan.ToBlueprint(props.Network, logs.BucketName, context);
        Resources = this.Emit(blueprint, inputs);
        var balancer = Resources.GetResource(LoadBalancerParts.LoadBalancerId);
        // Elastic Load Balancing writes a test object when logs are turned on, and refuses public subnets without a way to the internet.
        balancer.AddDependency(logs.Policy);
        balancer.AddDependency(props.Network.Resources.GetResource(RoutingBlueprint.AttachmentId));
    }

    /// <summary>The header with the secret in use, as a dynamic reference: for the headers of <see cref="Distributions.EdgeOrigin.Server"/>.</summary>
    public ImmutableSortedDictionary<string, string> OriginHeaders => Plan.OriginHeaders;

    internal override ThreeTierVpc Network { get; }

    internal override ListenerSet Listeners => Plan.Listeners.Set;

    internal LockedAlbPlan Plan { get; }

    private protected override EmittedBlueprint Resources { get; }

    private protected override string TargetGroupIdOf(string listener) => AlbBlueprint.TargetGroupId(Plan.Listeners.GetTargets(listener).Name);

    private protected override string ForwardingIdOf(string listener) => AlbBlueprint.RuleId(Plan.Listeners.GetTargets(listener).Name);
}
