using NetworkPatterns.Network.Comparing;

namespace NetworkPatterns.Cli.Rendering;

/// <summary>What the renderers of changes say alike.</summary>
internal static class DiffWords
{
    public static ShortNames Names(EstateComparison comparison) =>
        new(comparison.Changes.SelectMany(change => new[] { change.From, change.To }).Concat(comparison.Added).Concat(comparison.Removed));

    public static string Of(ChangeKind kind) => kind switch
    {
        ChangeKind.Opened => "opened",
        ChangeKind.Closed => "closed",
        ChangeKind.OpenedPerhaps => "perhaps opened",
        ChangeKind.ClosedPerhaps => "perhaps closed",
        ChangeKind.DecidedOpen => "was unknown, now open",
        _ => "was unknown, now closed",
    };

    public static string Summary(EstateComparison comparison) => comparison.Changes.IsEmpty
        ? "no change: exactly the same packets get through"
        : string.Join(", ", comparison.Changes.GroupBy(change => change.Kind).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Of(group.Key)}"));

    /// <summary>The way of what is open, what blocks what is closed, what is not known.</summary>
    public static IEnumerable<string> Reasons(ReachabilityChange change)
    {
        if (!change.Path.IsEmpty)
        {
            yield return $"by way of {string.Join(" > ", change.Path.Select(hop => hop.Component.ToString()))}";
        }

        foreach (var explanation in change.Explanations)
        {
            yield return $"blocked by {explanation.Component}: {explanation.Detail} ({explanation.Code})";
        }

        foreach (var unknown in change.Unknowns)
        {
            yield return $"{(change.Kind is ChangeKind.DecidedOpen or ChangeKind.DecidedClosed ? "was not known" : "not known")}: {unknown}";
        }
    }
}
