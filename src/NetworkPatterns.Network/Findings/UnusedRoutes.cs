using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3007: a route table that nothing uses, or a route that longer prefixes of its table cover altogether.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html</remarks>
internal sealed class UnusedRoutes : IFindingRule
{
    public IEnumerable<Finding> Find(FindingContext context)
    {
        var anyUnknown = context.Model.All<Subnet>().Any(subnet => subnet.RouteTable is { IsKnown: false });
        foreach (var table in context.Model.All<RouteTable>())
        {
            if (!anyUnknown && !table.IsMain && table.GatewayAssociations.IsEmpty && !table.Routes.IsEmpty && !context.SubnetsByTable[table.Id].Any())
            {
                yield return new(
                    DiagnosticCatalogue.UnusedRoute, FindingSeverity.Information, table.Component, "no subnet and no gateway uses the route table", "associate it, or delete it");
                continue;
            }

            foreach (var route in table.Routes)
            {
                if (route.Destination is RouteDestination.Range { Cidr: var range } && CoveredBy(context, table, range) is { Count: > 0 } longer)
                {
                    yield return new(
                        DiagnosticCatalogue.UnusedRoute,
                        FindingSeverity.Information,
                        table.Component,
                        $"the route for {range} is never selected: {string.Join(", ", longer)} cover it and are longer",
                        "delete it, or the longer ones")
                    {
                        Related = [.. route.Component == table.Component ? [] : new[] { route.Component }],
                    };
                }
            }
        }
    }

    private static List<Cidr> CoveredBy(FindingContext context, RouteTable table, Cidr range)
    {
        var longer = table.Routes.Where(route => route.Doubt is null).SelectMany(route => context.RangesOf(route.Destination))
            .Concat(context.RangesOf(table.Vpc))
            .Where(other => other.PrefixLength > range.PrefixLength && range.Contains(other))
            .Distinct()
            .Order()
            .ToList();
        return longer.Count > 0 && AddressSpace.Of(longer).Contains(AddressSpace.Of(range)) ? longer : [];
    }
}
