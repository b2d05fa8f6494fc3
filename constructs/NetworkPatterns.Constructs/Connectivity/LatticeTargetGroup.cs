using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>How VPC Lattice talks to targets.</summary>
public enum LatticeTargetProtocol
{
    /// <summary>HTTP.</summary>
    Http,

    /// <summary>HTTPS.</summary>
    Https,

    /// <summary>TCP: the target ends TLS, for listeners that pass it through.</summary>
    Tcp,
}

/// <summary>What answers for a service: instances, addresses, a Lambda function or an Application Load Balancer.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc-lattice/latest/ug/target-groups.html</remarks>
public sealed record LatticeTargetGroup
{
    private LatticeTargetGroup(string name, string type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>Its name: a letter, then letters, digits and hyphens; part of logical IDs.</summary>
    public string Name { get; }

    /// <summary>How VPC Lattice talks to the targets. Default: HTTP. A Lambda function has none.</summary>
    public LatticeTargetProtocol Protocol { get; init; } = LatticeTargetProtocol.Http;

    /// <summary>The path that health checks of instances and addresses ask for; <see langword="null"/> checks nothing. Default: <c>/</c>.</summary>
    public string? HealthCheckPath { get; init; } = "/";

    internal string Type { get; }

    internal ThreeTierVpc? Network { get; private init; }

    internal string? Tier { get; private init; }

    internal int Port { get; private init; }

    internal ImmutableArray<string> Targets { get; private init; } = [];

    internal bool IsLambda => Type == "LAMBDA";

    internal bool IsLoadBalancer => Type == "ALB";

    /// <summary>Instances in a tier.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="network">Their VPC.</param>
    /// <param name="tier">Their tier; it lets <see cref="LatticeServiceNetwork.Range"/> in on the port.</param>
    /// <param name="port">The port on which they answer.</param>
    /// <param name="instanceIds">The instances; an Auto Scaling group registers its own.</param>
    public static LatticeTargetGroup Instances(string name, ThreeTierVpc network, string tier, int port, params IEnumerable<string> instanceIds) =>
        new(name, "INSTANCE") { Network = network, Tier = tier, Port = port, Targets = [.. instanceIds] };

    /// <summary>Addresses in a tier.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="network">Their VPC.</param>
    /// <param name="tier">Their tier; it lets <see cref="LatticeServiceNetwork.Range"/> in on the port.</param>
    /// <param name="port">The port on which they answer.</param>
    /// <param name="addresses">The addresses; Amazon ECS and Amazon EKS register their own.</param>
    public static LatticeTargetGroup Addresses(string name, ThreeTierVpc network, string tier, int port, params IEnumerable<string> addresses) =>
        new(name, "IP") { Network = network, Tier = tier, Port = port, Targets = [.. addresses] };

    /// <summary>An internal Application Load Balancer in a tier.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="network">Its VPC.</param>
    /// <param name="tier">Its tier; it lets <see cref="LatticeServiceNetwork.Range"/> in on the port.</param>
    /// <param name="port">The port of its listener.</param>
    /// <param name="loadBalancerArn">The load balancer.</param>
    public static LatticeTargetGroup LoadBalancer(string name, ThreeTierVpc network, string tier, int port, string loadBalancerArn) =>
        new(name, "ALB") { Network = network, Tier = tier, Port = port, Targets = [loadBalancerArn] };

    /// <summary>A Lambda function, which VPC Lattice gets permission to call.</summary>
    /// <param name="name">The group's name.</param>
    /// <param name="functionArn">The function.</param>
    public static LatticeTargetGroup Function(string name, string functionArn) => new(name, "LAMBDA") { Targets = [functionArn] };

    /// <inheritdoc/>
    public bool Equals(LatticeTargetGroup? other) => ReferenceEquals(this, other);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);
}
