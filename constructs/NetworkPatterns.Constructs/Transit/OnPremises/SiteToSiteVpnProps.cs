using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Which site is connected, and to what: a Transit Gateway, or one VPC.</summary>
public sealed class SiteToSiteVpnProps
{
    /// <summary>The hub that the site is attached to. Give this or <see cref="Network"/>. Default: none.</summary>
    public ITransitGatewayHub? Hub { get; init; }

    /// <summary>The segment of the hub that the site is in. Needed with <see cref="Hub"/>.</summary>
    public string? Segment { get; init; }

    /// <summary>The only VPC that the site reaches, over a virtual private gateway. Default: none.</summary>
    public ThreeTierVpc? Network { get; init; }

    /// <summary>The tiers of <see cref="Network"/> whose route tables learn the site's routes. Needed with it.</summary>
    public IReadOnlyList<string> Tiers { get; init; } = [];

    /// <summary>The ASN of the virtual private gateway: private, 64512 to 65534 or 4200000000 to 4294967294. Default: 64512.</summary>
    public long AmazonSideAsn { get; init; } = 64512;

    /// <summary>
    /// The connections. Several at a Transit Gateway share the load (ECMP), which needs BGP; several at a virtual private gateway, each
    /// with an ASN of its own, let their sites talk to each other (CloudHub).
    /// </summary>
    public required IReadOnlyList<VpnConnection> Connections { get; init; }

    /// <summary>The ranges of the site, IPv4. They go into the address book, and are the static routes where there is no BGP.</summary>
    public required IReadOnlyList<string> Ranges { get; init; }

    /// <summary>Whether routes are static, without BGP. Default: no.</summary>
    public bool StaticRoutes { get; init; }

    /// <summary>Whether packets take AWS's network from the nearest edge location; at a Transit Gateway only. Default: no.</summary>
    public bool Accelerated { get; init; }

    /// <summary>For how many days a log group keeps what the tunnels log; <see langword="null"/> writes no log. Default: 90.</summary>
    public int? LogRetentionDays { get; init; } = 90;

    /// <summary>Topics of Amazon SNS that hear when a tunnel is down; an empty list makes silent alarms. Default: no alarms.</summary>
    public IReadOnlyList<string>? AlarmTopicArns { get; init; }

    /// <summary>The app's address book: gets the ranges and the tunnels' inside addresses. Default: none.</summary>
    public AddressBook? AddressBook { get; init; }
}
