using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>What an application in several Regions is to be.</summary>
public sealed class MultiRegionApplicationProps
{
    /// <summary>The name that clients ask for, such as <c>app.example.com</c>. Each Region has a name below it: <c>eu.app.example.com</c>.</summary>
    public required string DomainName { get; init; }

    /// <summary>The public zone that the name is in, such as <c>example.com</c>.</summary>
    public required string ZoneName { get; init; }

    /// <summary>The Regions, two or more.</summary>
    public required IReadOnlyList<ApplicationRegion> Regions { get; init; }

    /// <summary>How clients are divided among them.</summary>
    public required RegionalRouting Routing { get; init; }

    /// <summary>Fills a Region's stack and gives the entry point in it. Called once for each Region, in order.</summary>
    public required Func<RegionalStack, RegionalEntry> Entry { get; init; }

    /// <summary>The ID of a zone that existed before the application. Default: a stack of the application makes the zone.</summary>
    public string? HostedZoneId { get; init; }

    /// <summary>
    /// The ID of the zone that the application's own stack made, from the output <c>HostedZoneId</c> of that stack, once it is
    /// deployed: certificates, and groups of records as entry points, need it. Default: not known yet.
    /// </summary>
    public string? DeployedZoneId { get; init; }

    /// <summary>What answers while no Region is healthy, such as a static page behind CloudFront. Default: Route 53 answers as if all were healthy.</summary>
    public RecordTarget? LastResort { get; init; }

    /// <summary>The account of all stacks. Default: the account that deploys them.</summary>
    public string? Account { get; init; }
}
