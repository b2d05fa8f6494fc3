using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>What the load balancer of a <see cref="ServiceFrontDoor"/> needs of it.</summary>
/// <param name="Stack">The stack of the services, to be filled.</param>
/// <param name="HostName">The name by which the distribution asks: <see cref="AlbListener.HostName"/> of the listener.</param>
/// <param name="CertificateArn">The ARN of a certificate for it in the services' Region, a token: for <see cref="AlbListener.CertificateArns"/>.</param>
public sealed record ServiceOrigin(Stack Stack, string HostName, string CertificateArn);

/// <summary>What services on the internet, behind an Application Load Balancer, are to be.</summary>
public sealed class ServiceFrontDoorProps : IFrontDoorProps
{
    /// <summary>The name that clients ask for, such as <c>shop.example.com</c>.</summary>
    public required string DomainName { get; init; }

    /// <summary>The public zone of the name, such as <c>example.com</c>.</summary>
    public required string ZoneName { get; init; }

    /// <summary>The ID of the zone, a literal: both stacks write records into it.</summary>
    public required string HostedZoneId { get; init; }

    /// <summary>The Region of the services, such as <c>eu-west-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>
    /// Fills the services' stack and gives their load balancer: a <see cref="PrivateAlb"/> with <see cref="PrivateAlbProps.VpcOrigin"/>, whose first
    /// listener by name CloudFront asks, or a <see cref="LockedAlb"/> with a listener on port 443.
    /// </summary>
    public required Func<ServiceOrigin, PrivateLoadBalancer> Services { get; init; }

    /// <summary>The countries in which it answers: a choice that has to be made.</summary>
    public required EdgeCountries Countries { get; init; }

    /// <summary>
    /// Whether the services see the clients' own name as <c>Host</c>, and rules by host fit it; the certificate then has both names. Default: no, and
    /// they see <see cref="OriginName"/>.
    /// </summary>
    public bool KeepsName { get; init; }

    /// <summary>The name by which the distribution finds the load balancer. Default: <c>origin-</c> and the domain name.</summary>
    public string? OriginName { get; init; }

    /// <summary>Patterns of paths whose answers are files that everybody gets alike, which CloudFront keeps, such as <c>/static/*</c>. Default: none.</summary>
    public IReadOnlyList<string> FilePaths { get; init; } = [];

    /// <summary>How long to wait for an answer, 1 to 120 whole seconds; more than 60 needs a quota. Default: 30 seconds.</summary>
    public TimeSpan ReadTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a connection is kept for the next request, 1 to 120 whole seconds. Default: CloudFront's, 5 seconds.</summary>
    public TimeSpan? KeepaliveTimeout { get; init; }

    /// <summary>The rules of the distribution's WebACL. Default: <see cref="WafRule.Recommended"/>.</summary>
    public IReadOnlyList<WafRule> Rules { get; init; } = WafRule.Recommended;

    /// <summary>The oldest TLS that clients may speak. Default: TLS 1.2 with the ciphers of 2021.</summary>
    public EdgeTls MinimumTls { get; init; } = EdgeTls.Tls12Of2021;

    /// <summary>From where it answers. Default: everywhere.</summary>
    public EdgePlaces Places { get; init; } = EdgePlaces.All;

    /// <summary>Which access logs the distribution writes. Default: the standard ones.</summary>
    public EdgeAccessLogs AccessLogs { get; init; } = EdgeAccessLogs.Standard;

    /// <summary>The account of both stacks. Default: the account that deploys them.</summary>
    public string? Account { get; init; }
}
