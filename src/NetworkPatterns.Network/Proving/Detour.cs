using System.Collections.Immutable;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Proving;

/// <summary>A model without some parts: whatever still gets through in it gets around them.</summary>
internal static class Detour
{
    private const string Reason = "taken away, to see what gets around it";

    /// <summary>The model without these parts and their interfaces; routes to them drop.</summary>
    public static NetworkModel Without(NetworkModel model, ImmutableArray<ComponentId> parts)
    {
        var gone = parts.Select(id => id with { Implied = "" }).ToHashSet();
        return model with
        {
            Objects =
            [
                .. model.Objects
                    .Where(part => !IsGone(part.Id, gone) && !(part is NetworkInterface item && IsGone(item.Owner.Id, gone)))
                    .Select(part => part switch
                    {
                        RouteTable table => WithoutRoutes(table, gone),
                        TransitGatewayRouteTable table => WithoutRoutes(table, gone),
                        _ => part,
                    }),
            ],
        };
    }

    private static RouteTable WithoutRoutes(RouteTable table, HashSet<ComponentId> gone) => table with
    {
        Routes =
        [
            .. table.Routes.Select(route => route.Target is RouteTarget.Component target && IsGone(target.Id, gone)
                ? route with { Target = new RouteTarget.Blackhole(Reason) }
                : route),
        ],
    };

    // A firewall on the gateway itself goes with its attachment; a route without one is a blackhole.
    private static TransitGatewayRouteTable WithoutRoutes(TransitGatewayRouteTable table, HashSet<ComponentId> gone) => table with
    {
        Propagations = [.. table.Propagations.Where(attachment => !IsGone(attachment, gone))],
        Routes =
        [
            .. table.Routes.Select(route => route.Attachment is { IsKnown: true } attachment && IsGone(attachment.Value, gone) ? route with { Attachment = null } : route),
        ],
    };

    private static bool IsGone(ComponentId id, HashSet<ComponentId> gone) => gone.Contains(id with { Implied = "" });
}
