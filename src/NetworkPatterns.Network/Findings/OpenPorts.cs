using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Survey;
using AddressRange = NetworkPatterns.Network.Reachability.AddressRange;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3001: what most of the internet can open a conversation with.</summary>
/// <remarks>
/// Information for web ports, which somebody has to offer; an error for ports of administration and databases.
/// Source: https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html (EC2.18, EC2.19)
/// </remarks>
internal sealed class OpenPorts : IFindingRule
{
    private static readonly ImmutableArray<int> WebPorts = [80, 443];

    // Those of EC2.19, and the usual ones of databases, caches and remote administration besides.
    private static readonly ImmutableArray<int> RiskyPorts =
    [
        20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 1521, 2375, 2379, 3000, 3306, 3389, 4333, 5000, 5432, 5439, 5500, 5601, 5900, 5985, 5986, 6379,
        8088, 8888, 9042, 9092, 9200, 9300, 11211, 27017,
    ];

    // More than a /8: no list of partners or offices.
    private static readonly UInt128 FewIPv4 = UInt128.One << 24;
    private static readonly UInt128 FewIPv6 = UInt128.One << 96;

    public IEnumerable<Finding> Find(FindingContext context)
    {
        var owners = context.Model.All<NetworkInterface>()
            .Where(item => item.Addresses.Any(address => address.IsIPv6 || address.HasPublicAddress.Or(true)))
            .GroupBy(item => item.Owner);
        foreach (var owner in owners)
        {
            var answer = context.Survey.Analyzer.Answer(new(EndpointSelector.TheInternet, new EndpointSelector.Interfaces([.. owner.Select(item => item.Id)])));
            var open = answer.Packets.Where(packets => answer.Verdict == Verdict.Reachable && IsMostOfTheInternet(packets.Sources)).ToList();
            var traffic = TrafficSummary.Of(open);
            if (!traffic.Tcp.IsEmpty || !traffic.Udp.IsEmpty || !traffic.Others.IsEmpty)
            {
                yield return new(
                    DiagnosticCatalogue.OpenToTheInternet,
                    SeverityOf(traffic),
                    owner.Key,
                    $"most of the internet can open {Describe(traffic)}",
                    SeverityOf(traffic) == FindingSeverity.Information ? "leave it if this is meant to be public" : "admit the addresses that need it, or move it behind a load balancer or a VPN")
                {
                    Related = [.. answer.Path.Select(hop => hop.Component).Where(component => component != owner.Key).Distinct()],
                };
            }
        }
    }

    private static FindingSeverity SeverityOf(TrafficSummary traffic) =>
        RiskyPorts.Any(port => Has(traffic.Tcp, port) || (port is 135 or 445 or 3389 or 11211 && Has(traffic.Udp, port))) ? FindingSeverity.Error
        : traffic.Others.IsEmpty && traffic.Tcp.All(IsWeb) && traffic.Udp.All(IsWeb) ? FindingSeverity.Information
        : FindingSeverity.Warning;

    private static bool Has(ImmutableArray<PortRange> ports, int port) => ports.Any(range => range.First <= port && port <= range.Last);

    private static bool IsWeb(PortRange range) => range.First == range.Last && WebPorts.Contains(range.First);

    private static bool IsMostOfTheInternet(ImmutableArray<AddressRange> sources) =>
        Count(sources, isIPv6: false) > FewIPv4 || Count(sources, isIPv6: true) > FewIPv6;

    private static UInt128 Count(ImmutableArray<AddressRange> ranges, bool isIPv6) => ranges
        .Where(range => range.Symbol is null)
        .Select(range => (First: Cidr.ToNumber(range.First), Last: Cidr.ToNumber(range.Last)))
        .Where(range => range.First.IsIPv6 == isIPv6)
        .Aggregate(UInt128.Zero, (sum, range) => sum + (range.Last.Value - range.First.Value) + 1);

    private static string Describe(TrafficSummary traffic) => traffic.IsEverything ? "everything" : string.Join(", ", new[]
    {
        traffic.Tcp.IsEmpty ? "" : $"TCP {string.Join(",", traffic.Tcp)}",
        traffic.Udp.IsEmpty ? "" : $"UDP {string.Join(",", traffic.Udp)}",
        traffic.Others.IsEmpty ? "" : "other protocols",
    }.Where(text => text.Length > 0));
}
