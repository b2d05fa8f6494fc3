using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Waf;

namespace NetworkPatterns.Constructs.Edge.Shield;

/// <summary>What AWS Shield Advanced can protect. An instance or a Network Load Balancer is protected by its Elastic IP addresses.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/DDOSAPIReference/API_CreateProtection.html</remarks>
public sealed record ShieldedResource
{
    private ShieldedResource(string name, ShieldedKind kind, string identifier) => (Name, Kind, Identifier) = (name, kind, identifier);

    /// <summary>A CloudFront distribution.</summary>
    /// <param name="name">The protection's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="distributionId">The distribution's ID, a literal or a token.</param>
    public static ShieldedResource Distribution(string name, string distributionId) => new(name, ShieldedKind.Distribution, distributionId);

    /// <summary>A public hosted zone of Route 53.</summary>
    /// <param name="name">The protection's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="hostedZoneId">The zone's ID, a literal or a token.</param>
    public static ShieldedResource HostedZone(string name, string hostedZoneId) => new(name, ShieldedKind.HostedZone, hostedZoneId);

    /// <summary>An Elastic IP address of the stack's Region.</summary>
    /// <param name="name">The protection's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="allocationId">The address's allocation ID, a literal or a token.</param>
    public static ShieldedResource ElasticIp(string name, string allocationId) => new(name, ShieldedKind.ElasticIp, allocationId);

    /// <summary>An Application Load Balancer that faces the internet.</summary>
    /// <param name="name">The protection's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="loadBalancerArn">Its ARN, a literal or a token.</param>
    public static ShieldedResource LoadBalancer(string name, string loadBalancerArn) => new(name, ShieldedKind.LoadBalancer, loadBalancerArn);

    /// <summary>A standard accelerator of Global Accelerator.</summary>
    /// <param name="name">The protection's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="acceleratorArn">Its ARN, a literal or a token.</param>
    public static ShieldedResource Accelerator(string name, string acceleratorArn) => new(name, ShieldedKind.Accelerator, acceleratorArn);

    /// <summary>
    /// The IDs of Route 53 health checks that say how the resource is: with them Shield finds attacks sooner and with fewer mistakes. Not for a
    /// hosted zone. Default: none.
    /// </summary>
    public ImmutableArray<string> HealthCheckIds { get; init; } = [];

    /// <summary>What Shield does by itself to requests of an attack, for a distribution or a load balancer with a WebACL. Default: nothing.</summary>
    public ShieldResponse? Response { get; init; }

    internal string Name { get; }

    internal ShieldedKind Kind { get; }

    internal string Identifier { get; }
}

/// <summary>Rules that Shield puts into the resource's WebACL while an attack lasts. They cost 150 capacity units of it all the time.</summary>
/// <remarks>
/// Shield learns what is usual for 24 hours to 30 days first. Count before you block.
/// <para>Source: https://docs.aws.amazon.com/waf/latest/developerguide/ddos-automatic-app-layer-response.html</para>
/// </remarks>
public sealed class ShieldResponse
{
    private ShieldResponse(string action, WebAcl webAcl)
    {
        ArgumentNullException.ThrowIfNull(webAcl);
        (Action, WebAcl) = (action, webAcl);
    }

    /// <summary>Requests of an attack are counted.</summary>
    /// <param name="webAcl">The WebACL that protects the resource.</param>
    public static ShieldResponse Count(WebAcl webAcl) => new("Count", webAcl);

    /// <summary>Requests of an attack are blocked.</summary>
    /// <param name="webAcl">The WebACL that protects the resource.</param>
    public static ShieldResponse Block(WebAcl webAcl) => new("Block", webAcl);

    internal string Action { get; }

    internal WebAcl WebAcl { get; }
}

/// <summary>The kinds of resources.</summary>
internal enum ShieldedKind
{
    Distribution,
    HostedZone,
    ElasticIp,
    LoadBalancer,
    Accelerator,
}
