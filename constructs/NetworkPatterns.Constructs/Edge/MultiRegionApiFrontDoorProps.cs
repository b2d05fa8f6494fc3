using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>What an API in several Regions, behind one distribution, is to be.</summary>
public sealed class MultiRegionApiFrontDoorProps : IFrontDoorProps
{
    /// <summary>The name that clients ask for, such as <c>api.example.com</c>.</summary>
    public required string DomainName { get; init; }

    /// <summary>The public zone of the name, such as <c>example.com</c>.</summary>
    public required string ZoneName { get; init; }

    /// <summary>The ID of the zone, a literal: every stack writes records into it.</summary>
    public required string HostedZoneId { get; init; }

    /// <summary>The Regions, two or more. The first makes the lock's secrets, of which the others have replicas: it stays the first.</summary>
    public required IReadOnlyList<ApplicationRegion> Regions { get; init; }

    /// <summary>
    /// How CloudFront is sent to the Regions. Default: to the one that its place reaches fastest. <see cref="RegionalRouting.ActivePassive"/> for one that stands by.
    /// </summary>
    public RegionalRouting Routing { get; init; } = RegionalRouting.Latency;

    /// <summary>
    /// Fills a Region's stack with what answers, and says what its API is to be; called once for each Region, in order. Its domain is the front door's
    /// own, and all Regions have the same lock.
    /// </summary>
    public required Func<RegionalStack, RegionalRestApiProps> Api { get; init; }

    /// <summary>The countries in which it answers: a choice that has to be made.</summary>
    public required EdgeCountries Countries { get; init; }

    /// <summary>Of 100 answers of a Region, how many are 5xx for three minutes before it counts as down: 1 to 100. Default: 50.</summary>
    public int UnhealthyPercent { get; init; } = 50;

    /// <summary>
    /// Whether the APIs answer to the clients' own name, so that signatures of IAM hold: those of SigV4a, for all Regions, because one for a Region fails in another.
    /// Default: no, and they answer to <see cref="OriginName"/>.
    /// </summary>
    public bool KeepsName { get; init; }

    /// <summary>The name by which the distribution finds the APIs; each Region's own is below it. Default: <c>origin-</c> and the domain name.</summary>
    public string? OriginName { get; init; }

    /// <summary>The rules of the distribution's WebACL. Default: <see cref="WafRule.Recommended"/>.</summary>
    public IReadOnlyList<WafRule> Rules { get; init; } = WafRule.Recommended;

    /// <summary>The oldest TLS that clients may speak. Default: TLS 1.2 with the ciphers of 2021.</summary>
    public EdgeTls MinimumTls { get; init; } = EdgeTls.Tls12Of2021;

    /// <summary>From where it answers. Default: everywhere.</summary>
    public EdgePlaces Places { get; init; } = EdgePlaces.All;

    /// <summary>Which access logs the distribution writes. Default: the standard ones.</summary>
    public EdgeAccessLogs AccessLogs { get; init; } = EdgeAccessLogs.Standard;

    /// <summary>The account of all stacks. Default: the account that deploys them.</summary>
    public string? Account { get; init; }
}
