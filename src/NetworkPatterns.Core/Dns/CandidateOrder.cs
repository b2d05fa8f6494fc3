using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Dns;

/// <summary>The records of a group that a client may get, the best first, before health is looked at.</summary>
internal sealed record CandidateOrder(ImmutableArray<RecordSet> Records, string? UnknownReason = null)
{
    public static CandidateOrder Of(RecordGroup group, DnsClient client) => group.Policy switch
    {
        RoutingPolicy.Latency => new([.. group.Records.OrderBy(record => LatencyOf(record, client)).ThenBy(record => record.Path, StringComparer.Ordinal)]),
        RoutingPolicy.Failover => new([.. group.Records.OrderByDescending(record => ((RoutingSelector.Failover)record.Selector).IsPrimary)]),
        RoutingPolicy.Geolocation => new(ByLocation(group, client)),
        RoutingPolicy.Geoproximity => ByDistance(group, client),
        RoutingPolicy.MultivalueAnswer => new(Rotated(group.Records, client.Draw)),
        RoutingPolicy.IpBased => ByAddress(group, client),
        _ => new(group.Records),
    };

    /// <summary>The record that a draw falls on. Weight 0 counts only where no other weight is left; then all have equal shares.</summary>
    public static RecordSet ByWeight(ImmutableArray<RecordSet> candidates, double draw)
    {
        var weighted = candidates.Where(record => WeightOf(record) > 0).ToImmutableArray();
        if (weighted.IsEmpty)
        {
            return candidates[(int)(draw * candidates.Length)];
        }

        var rest = draw * weighted.Sum(WeightOf);
        foreach (var record in weighted)
        {
            rest -= WeightOf(record);
            if (rest < 0)
            {
                return record;
            }
        }

        return weighted[^1];
    }

    private static int WeightOf(RecordSet record) => ((RoutingSelector.Weighted)record.Selector).Weight;

    private static double LatencyOf(RecordSet record, DnsClient client) =>
        client.LatencyMilliseconds.GetValueOrDefault(((RoutingSelector.Latency)record.Selector).Region, double.PositiveInfinity);

    // The smallest place first: state, country, continent, default.
    private static ImmutableArray<RecordSet> ByLocation(RecordGroup group, DnsClient client)
    {
        var continent = client.Country is null ? null : Continents.FindContinentOf(client.Country);
        GeoLocation?[] places =
        [
            client is { Country: "US", State: { } state } ? GeoLocation.State(state) : null,
            client.Country is { } country ? GeoLocation.Country(country) : null,
            continent is null ? null : GeoLocation.Continent(continent),
            GeoLocation.Default,
        ];
        return
        [
            .. from place in places
               where place is not null
               from record in @group.Records
               where ((RoutingSelector.Geolocation)record.Selector).Location == place
               select record,
        ];
    }

    private static CandidateOrder ByDistance(RecordGroup group, DnsClient client)
    {
        if (client.Coordinates is not { } from)
        {
            return new([], $"{group.Name} is routed by distance, and the client's coordinates are not given");
        }

        var distances = new List<(RecordSet Record, double Kilometres)>();
        foreach (var record in group.Records)
        {
            var selector = (RoutingSelector.Geoproximity)record.Selector;
            if (selector.Place.Coordinates is { } given)
            {
                distances.Add((record, Biased(from.DistanceTo(given), selector.Bias)));
            }
            else if (client.Places.TryGetValue(selector.Place.ToString(), out var place))
            {
                distances.Add((record, Biased(from.DistanceTo(place), selector.Bias)));
            }
            else
            {
                return new([], $"the coordinates of {selector.Place} are not given");
            }
        }

        return new([.. distances.OrderBy(entry => entry.Kilometres).ThenBy(entry => entry.Record.Path, StringComparer.Ordinal).Select(entry => entry.Record)]);
    }

    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geoproximity.html
    private static double Biased(double kilometres, int bias) =>
        bias >= 0 ? kilometres * (1 - (bias / 100.0)) : kilometres / (1 + (bias / 100.0));

    // The longest prefix first, the default last. AWS says only that an unhealthy record makes Route 53 choose again by
    // the same criteria; that is the next longest prefix.
    private static CandidateOrder ByAddress(RecordGroup group, DnsClient client)
    {
        if (client.Address is not { } address)
        {
            return new([], $"{group.Name} is routed by address, and the client's address is not given");
        }

        return new(
        [
            .. from record in @group.Records
               let prefix = LongestPrefix((RoutingSelector.IpBased)record.Selector, address)
               where prefix is not null
               orderby prefix descending
               select record,
        ]);
    }

    private static int? LongestPrefix(RoutingSelector.IpBased selector, IPAddress address)
    {
        if (selector.IsDefault)
        {
            return 0;
        }

        var covering = selector.CidrBlocks.Select(Cidr.Parse).Where(block => block.Contains(address)).ToList();
        return covering.Count == 0 ? null : covering.Max(block => block.PrefixLength);
    }

    private static ImmutableArray<RecordSet> Rotated(ImmutableArray<RecordSet> records, double draw)
    {
        var first = records.IsEmpty ? 0 : (int)(draw * records.Length);
        return [.. records[first..], .. records[..first]];
    }
}
