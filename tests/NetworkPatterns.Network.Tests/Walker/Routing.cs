using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>Which route of a table takes a destination.</summary>
internal static class Routing
{
    private enum Rank
    {
        Static,
        PrefixList,
        Propagated,
        PropagatedOutside,
    }

    /// <summary>The target of a VPC route table for a destination; null when no route takes it.</summary>
    public static RouteTarget? Find(Estate estate, RouteTable table, IPAddress destination, StatementCoverage coverage)
    {
        var vpc = estate.Get<Vpc>(table.Vpc);
        var candidates = new List<(Cidr Range, Rank Rank, RouteTarget Target)>();
        foreach (var cidr in vpc.Cidrs)
        {
            candidates.Add((cidr.Value, Rank.Static, new RouteTarget.Local()));
        }

        foreach (var route in table.Routes)
        {
            var rank = route.Destination is RouteDestination.List ? Rank.PrefixList : Rank.Static;
            candidates.AddRange(estate.RangesOf(route.Destination).Select(range => (range, rank, route.Target)));
        }

        foreach (var endpoint in estate.All<GatewayEndpoint>().Where(e => e.RouteTables.Any(t => t.Value == table.Id)))
        {
            candidates.AddRange(estate.Get<PrefixList>(endpoint.PrefixList).Entries.Value
                .Select(range => (range, Rank.PrefixList, RouteTarget.To(endpoint.Id))));
        }

        foreach (var gateway in table.PropagatingGateways)
        {
            foreach (var range in estate.All<OnPremisesConnection>().Where(c => c.Gateway == gateway).SelectMany(c => c.Ranges.Value))
            {
                // A propagated route never wins over the local one, however specific it is.
                if (!vpc.Cidrs.Any(c => c.Value.Contains(destination)))
                {
                    candidates.Add((range, Rank.Propagated, RouteTarget.To(gateway)));
                }
                else if (range.Contains(destination))
                {
                    coverage.Saw(34);
                }
            }
        }

        return Best(candidates, destination, coverage);
    }

    /// <summary>The attachment a Transit Gateway table sends to; false when no route takes it, null for a blackhole.</summary>
    public static bool TryFind(
        Estate estate, TransitGateway gateway, ComponentId tableId, IPAddress destination, StatementCoverage coverage, out ComponentId? attachment)
    {
        var table = estate.Find<TransitGatewayRouteTable>(tableId);
        var candidates = new List<(Cidr Range, Rank Rank, ComponentId? Target)>();
        foreach (var route in table?.Routes ?? [])
        {
            var rank = route.Destination is RouteDestination.List ? Rank.PrefixList : Rank.Static;
            candidates.AddRange(estate.RangesOf(route.Destination).Select(range => (range, rank, route.Attachment?.Value)));
        }

        foreach (var from in estate.All<TransitGatewayAttachment>().Where(a => a.TransitGateway.Value == gateway.Id))
        {
            var byDefault = gateway.DefaultPropagation.Value && tableId == gateway.DefaultRouteTable;
            if (!byDefault && table?.Propagations.Contains(from.Id) != true)
            {
                continue;
            }

            switch (from.Resource)
            {
                case AttachedResource.OfVpc(var vpc):
                    coverage.Saw(57);
                    candidates.AddRange(estate.Get<Vpc>(vpc).Cidrs.Select(c => (c.Value, Rank.Propagated, (ComponentId?)from.Id)));
                    break;
                case AttachedResource.OfOnPremises:
                    candidates.AddRange(estate.All<OnPremisesConnection>().Where(c => c.Gateway == from.Id)
                        .SelectMany(c => c.Ranges.Value).Select(c => (c, Rank.PropagatedOutside, (ComponentId?)from.Id)));
                    break;
                default:
                    break;
            }
        }

        var any = candidates.Any(c => c.Range.Contains(destination));
        attachment = any ? Best(candidates, destination, coverage) : null;
        return any;
    }

    private static T? Best<T>(List<(Cidr Range, Rank Rank, T Target)> candidates, IPAddress destination, StatementCoverage coverage)
        where T : class?
    {
        var matching = candidates.Where(c => c.Range.Contains(destination))
            .OrderByDescending(c => c.Range.PrefixLength).ThenBy(c => c.Rank).ToArray();
        if (matching.Length > 1)
        {
            coverage.Saw(33);
        }

        // Routes are tried for one IP version only.
        coverage.Saw(35);
        return matching.Length == 0 ? null : matching[0].Target;
    }
}
