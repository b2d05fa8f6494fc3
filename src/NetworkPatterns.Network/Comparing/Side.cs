using System.Collections.Concurrent;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reachability.Conversations;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Network.Comparing;

/// <summary>One of two estates that are compared: every way through, for each pair of parties that has one.</summary>
internal sealed class Side
{
    private readonly IReadOnlyDictionary<(string From, string To), List<Proof>> _proofs;
    private readonly Dictionary<string, EndpointSelector> _parties;

    private Side(ReachabilityAnalyzer analyzer, Dictionary<string, EndpointSelector> parties, IReadOnlyDictionary<(string From, string To), List<Proof>> proofs) =>
        (Analyzer, _parties, _proofs) = (analyzer, parties, proofs);

    public ReachabilityAnalyzer Analyzer { get; }

    public IEnumerable<(string From, string To)> Pairs => _proofs.Keys;

    public static Side Of(NetworkSurvey survey, IReadOnlyCollection<InterfaceGroup> groups, IReadOnlyCollection<OutsideParty> outside)
    {
        var proofs = new ConcurrentDictionary<(string, string), List<Proof>>();
        Parallel.ForEach(OpenPairs.Of(survey.Analyzer, groups, outside, survey.Services), pair =>
        {
            if (survey.Analyzer.ProveOpen(new(pair.From.Selector, pair.To.Selector)) is { Count: > 0 } found)
            {
                proofs[(pair.From.Name, pair.To.Name)] = found;
            }
        });

        var parties = new Dictionary<string, EndpointSelector>(StringComparer.Ordinal);
        foreach (var party in outside.Concat(survey.Services).Concat(groups.Select(group => new OutsideParty(group.Name, new EndpointSelector.Interfaces(group.Interfaces)))))
        {
            parties.TryAdd(party.Name, party.Selector);
        }

        return new(survey.Analyzer, parties, proofs);
    }

    /// <summary>The ways from one party to another; none where one of them does not exist here.</summary>
    public IReadOnlyList<Proof> Proofs(string from, string to) => _proofs.TryGetValue((from, to), out var found) ? found : [];

    public EndpointSelector? Find(string party) => _parties.GetValueOrDefault(party);
}
