using System.Collections.Concurrent;
using System.Collections.Immutable;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Survey;

/// <summary>What every party of a survey can open to every other.</summary>
public sealed class SurveyMatrix
{
    private readonly IReadOnlyDictionary<(string From, string To), ReachabilityAnswer> _answers;

    private SurveyMatrix(ImmutableArray<string> parties, IReadOnlyDictionary<(string From, string To), ReachabilityAnswer> answers) =>
        (Parties, _answers) = (parties, answers);

    /// <summary>The parties: those outside first, then the groups by name.</summary>
    public ImmutableArray<string> Parties { get; }

    /// <summary>The pairs that are reachable or unknown, in the order of the parties.</summary>
    public IEnumerable<(string From, string To, ReachabilityAnswer Answer)> Open =>
        from one in Parties
        from other in Parties
        where _answers.ContainsKey((one, other))
        select (one, other, _answers[(one, other)]);

    /// <summary>The answer for a pair; null where nothing gets through.</summary>
    public ReachabilityAnswer? Find(string from, string to) => _answers.GetValueOrDefault((from, to));

    /// <summary>Asks about every pair.</summary>
    public static SurveyMatrix Of(NetworkSurvey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        var answers = new ConcurrentDictionary<(string, string), ReachabilityAnswer>();
        Parallel.ForEach(OpenPairs.Of(survey.Analyzer, [.. survey.Groups.Select(group => new InterfaceGroup(group.Name, group.Members))], survey.Outside, []), pair =>
        {
            var answer = survey.Analyzer.Answer(new(pair.From.Selector, pair.To.Selector));
            if (answer.Verdict != Verdict.NotReachable)
            {
                answers[(pair.From.Name, pair.To.Name)] = answer;
            }
        });

        return new([.. survey.Outside.Select(party => party.Name), .. survey.Groups.Select(group => group.Name)], answers);
    }
}
