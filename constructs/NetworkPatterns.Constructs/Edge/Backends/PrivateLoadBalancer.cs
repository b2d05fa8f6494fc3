using System.Collections.Immutable;
using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A load balancer that API Gateway or CloudFront reaches, and nobody else: its targets are services, instances or addresses in tiers of its VPC.</summary>
public abstract class PrivateLoadBalancer : Construct
{
    private protected PrivateLoadBalancer(Construct scope, string id)
        : base(scope, id)
    {
    }

    /// <summary>The load balancer's ARN, a token.</summary>
    public string LoadBalancerArn => Resources.Ref(LoadBalancerParts.LoadBalancerId);

    /// <summary>The load balancer's name in metrics, a token: <c>app/name/id</c>, of a Network Load Balancer <c>net/name/id</c>.</summary>
    public string LoadBalancerFullName => Resources.GetAtt(LoadBalancerParts.LoadBalancerId, "LoadBalancerFullName");

    /// <summary>The load balancer's DNS name, a token.</summary>
    public string DnsName => Resources.GetAtt(LoadBalancerParts.LoadBalancerId, "DNSName");

    /// <summary>The zone of the load balancer's DNS name, a token: for alias records.</summary>
    public string CanonicalHostedZoneId => Resources.GetAtt(LoadBalancerParts.LoadBalancerId, "CanonicalHostedZoneID");

    internal abstract ThreeTierVpc Network { get; }

    internal abstract ListenerSet Listeners { get; }

    /// <summary>What the load balancer has made.</summary>
    private protected abstract EmittedBlueprint Resources { get; }

    /// <summary>The ARN of a target group, a token.</summary>
    /// <param name="listener">The name of the listener; of an Application Load Balancer also that of a rule.</param>
    /// <exception cref="KeyNotFoundException">There is no such listener and no such rule.</exception>
    public string TargetGroupArn(string listener) => Resources.Ref(TargetGroupIdOf(listener));

    /// <summary>A target group in metrics, a token: <c>targetgroup/name/id</c>.</summary>
    /// <param name="listener">The name of the listener; of an Application Load Balancer also that of a rule.</param>
    /// <exception cref="KeyNotFoundException">There is no such listener and no such rule.</exception>
    public string TargetGroupFullName(string listener) => Resources.GetAtt(TargetGroupIdOf(listener), "TargetGroupFullName");

    /// <summary>The typed L1 of what leads to a target group, for what has to wait for it.</summary>
    internal CfnResource ListenerResource(string listener) => Resources.GetResource(ForwardingIdOf(listener));

    /// <summary>The id of the target group of a listener or rule.</summary>
    private protected abstract string TargetGroupIdOf(string listener);

    /// <summary>The id of the listener or rule that hands requests to a target group.</summary>
    private protected abstract string ForwardingIdOf(string listener);
}

/// <summary>The listeners of a load balancer, as what joins their target groups sees them.</summary>
/// <param name="Path">The load balancer's construct path.</param>
/// <param name="All">The listeners.</param>
internal sealed record ListenerSet(string Path, ImmutableArray<TargetListener> All);

/// <summary>A listener with what its target group takes.</summary>
/// <param name="Name">The listener's name.</param>
/// <param name="Tier">The tier of the targets.</param>
/// <param name="Port">The port of the targets.</param>
/// <param name="Type">What the targets are.</param>
internal sealed record TargetListener(string Name, string Tier, int Port, TargetType Type);
