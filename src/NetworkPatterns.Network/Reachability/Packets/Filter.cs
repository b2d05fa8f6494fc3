using System.Collections.Immutable;

namespace NetworkPatterns.Network.Reachability.Packets;

/// <summary>Packets that may pass, and on which unknowns that depends.</summary>
internal readonly record struct Permit(Box Box, Doubts Doubts);

/// <summary>Which packets a filter lets pass: disjoint permits without doubt, and beside them doubtful ones.</summary>
internal sealed class Filter
{
    private Filter(ImmutableArray<Permit> permits) => Permits = permits;

    public static Filter Nothing { get; } = new([]);

    public static Filter Everything { get; } = new([new(Box.Everything, Doubts.None)]);

    public ImmutableArray<Permit> Permits { get; }

    public bool PassesEverything => Permits.Length == 1 && !Permits[0].Doubts.Any && Permits[0].Box == Box.Everything;

    /// <summary>The union of what rules let pass.</summary>
    public static Filter Of(IEnumerable<Permit> permits)
    {
        var certain = new List<Box>();
        var doubtful = new List<Permit>();
        foreach (var permit in permits)
        {
            if (permit.Doubts.Any)
            {
                doubtful.Add(permit);
            }
            else
            {
                certain.AddRange(Without(permit.Box, certain));
            }
        }

        var extra = doubtful.SelectMany(permit => Without(permit.Box, certain).Select(box => permit with { Box = box }));
        return new([.. BoxList.Merge(certain).Select(box => new Permit(box, Doubts.None)), .. extra]);
    }

    private static IEnumerable<Box> Without(Box box, List<Box> others)
    {
        IEnumerable<Box> rest = [box];
        foreach (var other in others)
        {
            rest = rest.SelectMany(part => part.Except(other));
        }

        return [.. rest];
    }
}
