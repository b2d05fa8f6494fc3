using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>What an API on the internet is to be.</summary>
public sealed class ApiFrontDoorProps : IFrontDoorProps
{
    /// <summary>The name that clients ask for, such as <c>api.example.com</c>.</summary>
    public required string DomainName { get; init; }

    /// <summary>The public zone of the name, such as <c>example.com</c>.</summary>
    public required string ZoneName { get; init; }

    /// <summary>The ID of the zone, a literal: both stacks write records into it.</summary>
    public required string HostedZoneId { get; init; }

    /// <summary>The Region of the API, such as <c>eu-west-1</c>.</summary>
    public required string Region { get; init; }

    /// <summary>
    /// Fills the API's stack with what answers, and says what the API is to be: <see cref="RegionalRestApiProps"/>, <see cref="RegionalHttpApiProps"/>
    /// or <see cref="RegionalWebSocketApiProps"/>, with a lock. Its domain is the front door's own.
    /// </summary>
    public required Func<Stack, IFrontDoorApi> Api { get; init; }

    /// <summary>The countries in which it answers: a choice that has to be made.</summary>
    public required EdgeCountries Countries { get; init; }

    /// <summary>
    /// Whether the API answers to the clients' own name, so that signatures of IAM hold; then the name of the origin is in DNS only. Default: no, and the API
    /// answers to <see cref="OriginName"/>.
    /// </summary>
    public bool KeepsName { get; init; }

    /// <summary>The name by which the distribution finds the API. Default: <c>origin-</c> and the domain name.</summary>
    public string? OriginName { get; init; }

    /// <summary>
    /// Whether there is a bucket for a site's files beside the API: the API then answers under <see cref="ApiPrefix"/>, the bucket everything
    /// else. Default: no, and the API answers everything.
    /// </summary>
    public bool HasSite { get; init; }

    /// <summary>Whether the site is a single-page application, which finds its own routes. Default: no.</summary>
    public bool IsSinglePage { get; init; }

    /// <summary>The first part of the API's paths where there is a site. Default: <c>api</c>. Routes do not have it.</summary>
    public string ApiPrefix { get; init; } = "api";

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
