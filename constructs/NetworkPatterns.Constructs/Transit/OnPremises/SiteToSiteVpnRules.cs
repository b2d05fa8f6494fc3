using System.Net;
using System.Net.Sockets;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Checks a VPN: what AWS refuses, and what would deploy and never carry a packet.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html</remarks>
internal static class SiteToSiteVpnRules
{
    private const long LargestAsn = 4294967294;

    public static void Check(SiteToSiteVpnProps props, PatternContext context, ProblemList problems)
    {
        CheckPlace(props, context, problems);
        CheckConnections(props, context, problems);
        foreach (var connection in props.Connections)
        {
            var where = context.At($"{nameof(props.Connections)}[{connection.Name}]");
            CheckConnection(connection, where, context, problems);
            CheckTunnel(connection.FirstTunnel, $"{where}.{nameof(connection.FirstTunnel)}", problems);
            CheckTunnel(connection.SecondTunnel, $"{where}.{nameof(connection.SecondTunnel)}", problems);
        }

        CheckInside(props, context, problems);
        LogRetention.Check(props.LogRetentionDays, context.At(nameof(props.LogRetentionDays)), problems);
        if (props.Ranges.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At(context.At(nameof(props.Ranges)), "the site has no ranges", "give every range of the site"));
        }

        foreach (var range in props.Ranges)
        {
            CidrText.Read(range, context.At(nameof(props.Ranges)), problems);
        }
    }

    private static void CheckPlace(SiteToSiteVpnProps props, PatternContext context, ProblemList problems)
    {
        if (props.Hub is null == props.Network is null)
        {
            problems.Add(DiagnosticCatalogue.VpnUnclear.At(context.At(nameof(props.Hub)), props.Hub is null ? "neither Hub nor Network is given" : "both Hub and Network are given", "give one of them"));
        }

        if (props.Hub is { } hub && (props.Segment is null || !hub.Segments.Contains(props.Segment, StringComparer.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.VpnUnclear.At(
                context.At(nameof(props.Segment)), props.Segment is null ? "the site is in no segment" : $"the hub has no segment '{props.Segment}'", $"name one of {string.Join(", ", hub.Segments)}"));
        }

        if (props.Network is { } network)
        {
            foreach (var tier in props.Tiers.Where(tier => network.Plan.Tiers.All(known => known.Name != tier)))
            {
                problems.Add(DiagnosticCatalogue.UnknownTierInOption.At(
                    context.At(nameof(props.Tiers)), $"{network.Plan.Path} has no tier '{tier}'", $"name some of {string.Join(", ", network.Plan.Tiers.Select(known => known.Name).Order(StringComparer.Ordinal))}"));
            }

            if (props.Tiers.Count == 0)
            {
                problems.Add(DiagnosticCatalogue.NothingNamed.At(context.At(nameof(props.Tiers)), "no tier would reach the site", "name at least one"));
            }

            if (props.Accelerated)
            {
                problems.Add(DiagnosticCatalogue.VpnUnclear.At(context.At(nameof(props.Accelerated)), "a virtual private gateway has no accelerated connections", "leave it out, or attach the site to a hub"));
            }

            if (props.AmazonSideAsn is not ((>= 64512 and <= 65534) or (>= 4200000000 and <= LargestAsn)))
            {
                problems.Add(DiagnosticCatalogue.VpnUnclear.At(context.At(nameof(props.AmazonSideAsn)), $"{props.AmazonSideAsn} is not a private ASN", "give 64512 to 65534, or 4200000000 to 4294967294"));
            }
        }
    }

    private static void CheckConnections(SiteToSiteVpnProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Connections));
        if (props.Connections.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At(where, "there is no connection", "give at least one"));
        }

        foreach (var repeated in props.Connections.GroupBy(connection => ResourceName.Key(connection.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{repeated.First().Name}' is there {repeated.Count()} times", "give each connection a name of its own"));
        }

        if (props.StaticRoutes && props.Connections.Count > 1)
        {
            problems.Add(DiagnosticCatalogue.VpnWithoutEcmp.At(
                context.At(nameof(props.StaticRoutes)), $"{props.Connections.Count} connections lead to the same ranges, and static routes know one way each", "use BGP, or one connection"));
        }

        var own = props.Hub?.AmazonSideAsn ?? props.AmazonSideAsn;
        foreach (var connection in props.Connections.Where(connection => connection.CustomerAsn == own))
        {
            problems.Add(DiagnosticCatalogue.VpnAsnClash.At($"{where}[{connection.Name}]", $"ASN {own} is the Amazon side's", "give the site another ASN"));
        }

        // Sites of one ASN drop each other's routes: they take them for their own.
        foreach (var repeated in props.Connections.GroupBy(connection => connection.CustomerAsn).Where(group => props.Network is not null && group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.VpnAsnClash.At(where, $"{string.Join(" and ", repeated.Select(connection => connection.Name))} have ASN {repeated.Key}", "give each site of a CloudHub an ASN of its own"));
        }
    }

    private static void CheckConnection(VpnConnection connection, string where, PatternContext context, ProblemList problems)
    {
        if (!ResourceName.IsValid(connection.Name))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{connection.Name}' is no name for a connection", "give a letter, then letters, digits and hyphens"));
        }

        var address = connection.CustomerGatewayAddress;
        if (!context.IsToken(address) && !(IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetwork && parsed.ToString() == address))
        {
            problems.Add(DiagnosticCatalogue.VpnUnclear.At(where, $"'{address}' is not an IPv4 address", "give the device's public address, as in 198.51.100.1"));
        }

        if (connection.CustomerAsn is < 1 or > LargestAsn)
        {
            problems.Add(DiagnosticCatalogue.VpnUnclear.At(where, $"{connection.CustomerAsn} is not an ASN", "give 1 to 4294967294"));
        }
    }

    private static void CheckTunnel(VpnTunnel tunnel, string where, ProblemList problems)
    {
        var phase1 = tunnel.Phase1Lifetime ?? TimeSpan.FromHours(8);
        var phase2 = tunnel.Phase2Lifetime ?? TimeSpan.FromHours(1);
        Check(phase1 >= TimeSpan.FromMinutes(15) && phase1 <= TimeSpan.FromHours(8), nameof(tunnel.Phase1Lifetime), phase1, "15 minutes to 8 hours");
        Check(phase2 >= TimeSpan.FromMinutes(15) && phase2 <= TimeSpan.FromHours(1) && phase2 <= phase1, nameof(tunnel.Phase2Lifetime), phase2, "15 minutes to 1 hour, no longer than phase 1");
        Check(tunnel.RekeyMargin is not { } margin || (margin >= TimeSpan.FromMinutes(1) && margin <= phase2 / 2), nameof(tunnel.RekeyMargin), tunnel.RekeyMargin, "60 seconds to half of phase 2");
        Check(tunnel.RekeyFuzzPercentage is null or (>= 0 and <= 100), nameof(tunnel.RekeyFuzzPercentage), tunnel.RekeyFuzzPercentage, "0 to 100");
        Check(tunnel.ReplayWindowSize is null or (>= 64 and <= 2048), nameof(tunnel.ReplayWindowSize), tunnel.ReplayWindowSize, "64 to 2048");
        Check(tunnel.DpdTimeout is not { } dpd || dpd >= TimeSpan.FromSeconds(30), nameof(tunnel.DpdTimeout), tunnel.DpdTimeout, "30 seconds or more");
        Check(tunnel.DpdTimeoutAction is null or "clear" or "none" or "restart", nameof(tunnel.DpdTimeoutAction), tunnel.DpdTimeoutAction, "clear, none or restart");
        Check(tunnel.IkeVersions.Count > 0 && tunnel.IkeVersions.All(version => version is "ikev1" or "ikev2"), nameof(tunnel.IkeVersions), string.Join(", ", tunnel.IkeVersions), "ikev1, ikev2 or both");
        Check(tunnel.Phase1Encryption.Concat(tunnel.Phase2Encryption).All(name => name is "AES128" or "AES256" or "AES128-GCM-16" or "AES256-GCM-16"), nameof(tunnel.Phase1Encryption), string.Join(", ", tunnel.Phase1Encryption.Concat(tunnel.Phase2Encryption)), "AES128, AES256, AES128-GCM-16, AES256-GCM-16");
        Check(tunnel.Phase1Integrity.Concat(tunnel.Phase2Integrity).All(name => name is "SHA1" or "SHA2-256" or "SHA2-384" or "SHA2-512"), nameof(tunnel.Phase1Integrity), string.Join(", ", tunnel.Phase1Integrity.Concat(tunnel.Phase2Integrity)), "SHA1, SHA2-256, SHA2-384, SHA2-512");
        Check(tunnel.Phase1DhGroups.All(group => group is 2 or (>= 14 and <= 24)), nameof(tunnel.Phase1DhGroups), string.Join(", ", tunnel.Phase1DhGroups), "2, 14 to 24");
        Check(tunnel.Phase2DhGroups.All(group => group is 2 or 5 or (>= 14 and <= 24)), nameof(tunnel.Phase2DhGroups), string.Join(", ", tunnel.Phase2DhGroups), "2, 5, 14 to 24");

        void Check(bool isRight, string option, object? value, string range)
        {
            if (!isRight)
            {
                problems.Add(DiagnosticCatalogue.VpnTunnelOption.At($"{where}.{option}", FormattableString.Invariant($"{value} is not what a tunnel can have"), $"give {range}"));
            }
        }
    }

    // Ranges that AWS keeps, and ranges of two tunnels of one gateway, are refused when the connection is made.
    private static void CheckInside(SiteToSiteVpnProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Connections));
        var silent = new AddressBook();
        silent.Reserve(InsideOf(props, where, problems), problems);
    }

    /// <summary>The tunnels' inside ranges, with their owners.</summary>
    public static IEnumerable<AddressRange> InsideOf(SiteToSiteVpnProps props, string owner, ProblemList problems) =>
        from connection in props.Connections
        from tunnel in new[] { (Word: "first", connection.FirstTunnel.InsideCidr), (Word: "second", connection.SecondTunnel.InsideCidr) }
        where tunnel.InsideCidr is not null
        let range = CidrText.Read(tunnel.InsideCidr, $"{owner}[{connection.Name}]", problems)
        where range is not null
        select new AddressRange($"{owner}[{connection.Name}], {tunnel.Word} tunnel", range.Value, AddressRangeKind.VpnInside);
}
