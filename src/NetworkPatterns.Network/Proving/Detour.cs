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
                    .Select(part => part is RouteTable table ? WithoutRoutes(table, gone) : part),
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

    private static bool IsGone(ComponentId id, HashSet<ComponentId> gone) => gone.Contains(id with { Implied = "" });
}
