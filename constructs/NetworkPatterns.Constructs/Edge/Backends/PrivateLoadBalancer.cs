using System.Collections.Immutable;
using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A load balancer that API Gateway or CloudFront reaches, and nobody else: its targets are services, instances or addresses in tiers of its VPC.</summary>
public abstract class PrivateLoadBalancer : Construct
{
    private protected PrivateLoadBalancer(Construct scope, string id)
        : base(scope, id)
    {
    }

    internal abstract ThreeTierVpc Network { get; }

    internal abstract ListenerSet Listeners { get; }

    /// <summary>The load balancer's DNS name, a token.</summary>
    public abstract string DnsName { get; }

    /// <summary>The zone of the load balancer's DNS name, a token: for alias records.</summary>
    public abstract string CanonicalHostedZoneId { get; }

    /// <summary>The ARN of a target group, a token.</summary>
    /// <param name="listener">The name of the listener; of an Application Load Balancer also that of a rule.</param>
    /// <exception cref="KeyNotFoundException">There is no such listener.</exception>
    public abstract string TargetGroupArn(string listener);

    /// <summary>The typed L1 of what leads to a target group, for what has to wait for it.</summary>
    internal abstract CfnResource ListenerResource(string listener);
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
