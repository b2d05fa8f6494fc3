using System.Collections.Concurrent;
using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Network.Comparing;

/// <summary>Compares two networks by what gets through them, party by party and packet by packet.</summary>
/// <remarks>
/// Parties are matched by name. A group that has interfaces in both is asked about through these; a group that is empty in
/// one of them through those that may stand there as well, so that the first instance of a tier opens nothing by itself.
/// </remarks>
public static class EstateComparer
{
    /// <summary>The differences.</summary>
    public static EstateComparison Compare(NetworkSurvey before, NetworkSurvey after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (oldGroups, newGroups) = (Groups(before, after), Groups(after, before));
        var outside = before.Outside.UnionBy(after.Outside, party => party.Name, StringComparer.Ordinal).ToList();
        var (oldSide, newSide) = (Side.Of(before, oldGroups, outside), Side.Of(after, newGroups, outside));
        var comparer = new PairComparer(oldSide, newSide);
        var changes = new ConcurrentBag<ReachabilityChange>();
        Parallel.ForEach(oldSide.Pairs.Union(newSide.Pairs), pair =>
        {
            foreach (var change in comparer.Compare(pair.From, pair.To))
            {
                changes.Add(change);
            }
        });

        string[] old = [.. Names(before, oldGroups)];
        string[] now = [.. Names(after, newGroups)];
        return new(
            [
                .. changes.OrderBy(change => change.Kind)
                    .ThenBy(change => change.From, StringComparer.Ordinal)
                    .ThenBy(change => change.To, StringComparer.Ordinal),
            ],
            [.. now.Except(old, StringComparer.Ordinal)],
            [.. old.Except(now, StringComparer.Ordinal)]);
    }

    private static IEnumerable<string> Names(NetworkSurvey survey, IEnumerable<InterfaceGroup> groups) =>
        groups.Select(group => group.Name).Concat(survey.Services.Select(service => service.Name)).Order(StringComparer.Ordinal);

    private static ImmutableArray<InterfaceGroup> Groups(NetworkSurvey survey, NetworkSurvey other)
    {
        var others = other.Groups.ToDictionary(group => group.Name, StringComparer.Ordinal);
        return
        [
            .. survey.Groups
                .Select(group => new InterfaceGroup(group.Name, Members(group, others.GetValueOrDefault(group.Name))))
                .Where(group => !group.Interfaces.IsEmpty),
        ];
    }

    private static ImmutableArray<ComponentId> Members(SurveyGroup group, SurveyGroup? other) =>
        other is null || group.Present.IsEmpty == other.Present.IsEmpty
            ? group.Members
            : [.. group.Present, .. group.AssumedWithoutPublicAddress];
}
