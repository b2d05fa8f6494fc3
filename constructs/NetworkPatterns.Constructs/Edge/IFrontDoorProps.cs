using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Waf;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>What every front door says of its distribution.</summary>
internal interface IFrontDoorProps
{
    /// <summary>The name that clients ask for.</summary>
    string DomainName { get; }

    /// <summary>The public zone of the name.</summary>
    string ZoneName { get; }

    /// <summary>The ID of the zone, a literal.</summary>
    string HostedZoneId { get; }

    /// <summary>The countries in which it answers.</summary>
    EdgeCountries Countries { get; }

    /// <summary>The rules of the WebACL.</summary>
    IReadOnlyList<WafRule> Rules { get; }

    /// <summary>The oldest TLS that clients may speak.</summary>
    EdgeTls MinimumTls { get; }

    /// <summary>From where it answers.</summary>
    EdgePlaces Places { get; }

    /// <summary>Where access logs go.</summary>
    EdgeAccessLogs AccessLogs { get; }

    /// <summary>The account of its stacks.</summary>
    string? Account { get; }
}
