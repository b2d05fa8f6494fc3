using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Survey;

/// <summary>Pairs of parties that are worth a question: all that are not closed for certain.</summary>
internal static class OpenPairs
{
    public static IEnumerable<(OutsideParty From, OutsideParty To)> Of(
        ReachabilityAnalyzer analyzer, IReadOnlyCollection<InterfaceGroup> groups, IEnumerable<OutsideParty> outside, IEnumerable<OutsideParty> services)
    {
        var parties = groups.Select(group => new OutsideParty(group.Name, new EndpointSelector.Interfaces(group.Interfaces))).ToList();
        InterfaceGroup[] all = [.. groups];
        foreach (var (from, to, _) in analyzer.AnswerAllPairs([.. all]).Open.Where(pair => pair.From != pair.To || !IsOneInterface(analyzer, all[pair.From])))
        {
            yield return (parties[from], parties[to]);
        }

        foreach (var other in outside)
        {
            foreach (var party in parties)
            {
                yield return (other, party);
                yield return (party, other);
            }
        }

        foreach (var service in services)
        {
            foreach (var party in parties)
            {
                yield return (party, service);
            }
        }
    }

    /// <summary>Whether a group is a single interface, which has nobody of its own to talk to. One of a fleet or service stands for several.</summary>
    private static bool IsOneInterface(ReachabilityAnalyzer analyzer, InterfaceGroup group) =>
        group.Interfaces is [var only]
        && analyzer.Index.Interfaces.TryGetValue(only, out var node)
        && node.Model.Kind is (InterfaceKind.Standalone or InterfaceKind.Instance)
        && node.Model.Owner.Type != "AWS::AutoScaling::AutoScalingGroup";
}
