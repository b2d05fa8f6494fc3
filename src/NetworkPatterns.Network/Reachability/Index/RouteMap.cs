using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>Where a table may send packets for some addresses.</summary>
/// <param name="Target">A part of the model, or one of <see cref="RouteEnd"/>.</param>
/// <param name="Route">The route's own name, for people.</param>
/// <param name="Detail">The route, for people.</param>
internal sealed record NextHop(object Target, Component Route, string Detail, Doubts Doubts)
{
    /// <summary>Whether a route of unknown range decides: it may hold some of the addresses and not others.</summary>
    public bool VariesByAddress { get; init; }
}

/// <summary>Targets that are not parts of the model.</summary>
internal abstract record RouteEnd
{
    /// <summary>Delivered inside the VPC.</summary>
    public sealed record Local : RouteEnd;

    /// <summary>Dropped.</summary>
    public sealed record Blackhole(string Reason) : RouteEnd;

    /// <summary>Nobody knows.</summary>
    public sealed record Open(UnknownValue Unknown) : RouteEnd;
}

/// <summary>A compiled route table: for every address the next hops of the longest prefix; more than one where it is not known which.</summary>
internal sealed class RouteMap(ImmutableArray<RouteSegment> segments, ImmutableArray<CompiledRoute> routes)
{
    public static RouteMap Empty { get; } = new([], []);

    /// <summary>Every route of the table, also those that never win.</summary>
    public ImmutableArray<CompiledRoute> Routes { get; } = routes;

    public ImmutableArray<RouteSegment> Segments { get; } = segments;

    /// <summary>Splits a set of addresses by next hop. Addresses without any route are left out.</summary>
    public IEnumerable<(AddressSet Destination, ImmutableArray<NextHop> NextHops)> Lookup(AddressSet destination)
    {
        Dictionary<ImmutableArray<NextHop>, List<(UInt128, UInt128)>>? several = null;
        ImmutableArray<NextHop> only = default;
        List<(UInt128, UInt128)>? found = null;
        foreach (var (first, last) in destination.Items)
        {
            for (var i = Find(first); i < Segments.Length && Segments[i].First <= last; i++)
            {
                var segment = Segments[i];
                var part = (UInt128.Max(first, segment.First), UInt128.Min(last, segment.Last));
                if (found is null)
                {
                    (only, found) = (segment.NextHops, [part]);
                }
                else if (several is null && segment.NextHops == only)
                {
                    found.Add(part);
                }
                else
                {
                    several ??= new() { [only] = found };
                    if (!several.TryGetValue(segment.NextHops, out var parts))
                    {
                        several[segment.NextHops] = parts = [];
                    }

                    parts.Add(part);
                }
            }
        }

        return several is not null ? several.Select(pair => (AddressSet.Of(pair.Value), pair.Key))
            : found is not null ? [(AddressSet.Of(found), only)]
            : [];
    }

    /// <summary>Why packets for these addresses are not sent to a target.</summary>
    public RouteLoss WhyNot(AddressSet destination, object target)
    {
        var own = Routes.Where(route => route.Hop.Target.Equals(target)).ToList();
        var losing = own.FindAll(route => route.Covers(destination));
        return losing.Exists(route => Routes.Any(other => (other.First, other.PrefixLength) == (route.First, route.PrefixLength) && !other.Hop.Target.Equals(target)))
                ? RouteLoss.Priority
            : losing.Count > 0 ? RouteLoss.LongerPrefix
            : own.Exists(route => IsIPv6(route.First) == destination.Overlaps(AddressSpace.IPv6)) ? RouteLoss.OtherDestination
            : RouteLoss.None;
    }

    private static bool IsIPv6(UInt128 address) => AddressSpace.IPv6.Contains(address);

    private int Find(UInt128 address)
    {
        int low = 0, high = Segments.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Segments[middle].Last < address)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

/// <summary>Addresses that share their next hops. Equal next hops are one array, so that they compare by reference.</summary>
internal readonly record struct RouteSegment(UInt128 First, UInt128 Last, ImmutableArray<NextHop> NextHops);

/// <summary>Why a target does not get packets.</summary>
internal enum RouteLoss
{
    /// <summary>No route leads to it.</summary>
    None,

    /// <summary>Its routes are for other destinations.</summary>
    OtherDestination,

    /// <summary>A longer prefix wins over its route.</summary>
    LongerPrefix,

    /// <summary>Another route of the same prefix wins.</summary>
    Priority,
}

/// <summary>One route: to a block, or (as the longest prefix of all) to a range of a service.</summary>
internal readonly record struct CompiledRoute(UInt128 First, UInt128 Last, int PrefixLength, NextHop Hop)
{
    public bool Covers(AddressSet addresses) => addresses.Overlaps(AddressSet.Of(First, Last));
}
