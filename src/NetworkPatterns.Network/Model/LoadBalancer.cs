using System.Collections.Immutable;
using System.Net;

namespace NetworkPatterns.Network.Model;

/// <summary>A load balancer. Its interfaces are <see cref="NetworkInterface"/>s that name it as their owner.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html</remarks>
public sealed record LoadBalancer(Component Component, LoadBalancerType Type) : NetworkObject(Component)
{
    /// <summary>Whether its nodes use targets of other zones. Always for an Application Load Balancer.</summary>
    public Maybe<bool> CrossZone { get; init; } = false;

    /// <summary>Whether the groups of a Network Load Balancer also filter what arrives over PrivateLink.</summary>
    public Maybe<bool> FiltersPrivateLink { get; init; } = true;

    /// <summary>What it listens on.</summary>
    public ImmutableArray<Listener> Listeners { get; init; } = [];
}

/// <summary>Kinds of load balancers.</summary>
public enum LoadBalancerType
{
    /// <summary>Application Load Balancer: ends the client's connection and opens its own.</summary>
    Application,

    /// <summary>Network Load Balancer.</summary>
    Network,

    /// <summary>Gateway Load Balancer.</summary>
    Gateway,

    /// <summary>Classic Load Balancer.</summary>
    Classic,
}

/// <summary>A listener: protocol, port and the target groups it may forward to (of all its rules).</summary>
/// <param name="Traffic">What it accepts.</param>
/// <param name="TargetGroups">Where it may forward to; empty for one that only redirects or answers.</param>
public sealed record Listener(Component Component, Traffic Traffic, ImmutableArray<Maybe<ComponentId>> TargetGroups) : NetworkObject(Component)
{
    /// <summary>Whether it ends TLS, so that clients' addresses are preserved only as the target group says.</summary>
    public bool TerminatesTls { get; init; }
}

/// <summary>A target group.</summary>
public sealed record TargetGroup(Component Component) : NetworkObject(Component)
{
    /// <summary>What its targets are.</summary>
    public TargetType TargetType { get; init; }

    /// <summary>Protocol and default port of its targets.</summary>
    public Traffic Traffic { get; init; } = Traffic.All;

    /// <summary>Registered targets.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];

    /// <summary>
    /// The attribute <c>preserve_client_ip.enabled</c>; null leaves it to AWS: on for instances, and for addresses with
    /// UDP; off for addresses with TCP and TLS.
    /// </summary>
    public Maybe<bool>? PreserveClientIp { get; init; }

    /// <summary>Whether targets of other zones are used; null leaves it to the load balancer.</summary>
    public Maybe<bool>? CrossZone { get; init; }

    /// <summary>Why there may be targets that the model does not hold.</summary>
    public ImmutableArray<UnknownValue> MayHaveMoreTargets { get; init; } = [];
}

/// <summary>What a target group's targets are.</summary>
public enum TargetType
{
    /// <summary>Instances.</summary>
    Instance,

    /// <summary>Addresses.</summary>
    Ip,

    /// <summary>An Application Load Balancer.</summary>
    LoadBalancer,

    /// <summary>A Lambda function: nothing of the network.</summary>
    Lambda,
}

/// <summary>A registered target: the owner of interfaces (an instance, Auto Scaling group, ECS service, load balancer), or an address.</summary>
public sealed record Target
{
    /// <summary>The owner of the interfaces, or an interface; null when it is an address.</summary>
    public ComponentId? Owner { get; init; }

    /// <summary>The address, when <see cref="Owner"/> is null.</summary>
    public Maybe<IPAddress>? Address { get; init; }

    /// <summary>Its port; null for the group's.</summary>
    public Maybe<int>? Port { get; init; }
}
