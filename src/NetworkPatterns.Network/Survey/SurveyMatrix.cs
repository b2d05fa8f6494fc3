using System.Collections.Concurrent;
using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Survey;

/// <summary>What every party of a survey can open to every other.</summary>
public sealed class SurveyMatrix
{
    private readonly IReadOnlyDictionary<(string From, string To), SurveyCell> _cells;

    private SurveyMatrix(ImmutableArray<string> parties, IReadOnlyDictionary<(string From, string To), SurveyCell> cells) =>
        (Parties, _cells) = (parties, cells);

    /// <summary>The parties: those outside first, then the groups by name.</summary>
    public ImmutableArray<string> Parties { get; }

    /// <summary>The pairs that are reachable or unknown, in the order of the parties.</summary>
    public IEnumerable<(string From, string To, SurveyCell Cell)> Open =>
        from one in Parties
        from other in Parties
        where _cells.ContainsKey((one, other))
        select (one, other, _cells[(one, other)]);

    /// <summary>The cell of a pair; null where nothing gets through.</summary>
    public SurveyCell? Find(string from, string to) => _cells.GetValueOrDefault((from, to));

    /// <summary>Asks about every pair.</summary>
    public static SurveyMatrix Of(NetworkSurvey survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        var cells = new ConcurrentDictionary<(string, string), SurveyCell>();
        Parallel.ForEach(OpenPairs.Of(survey.Analyzer, [.. survey.Groups.Select(group => new InterfaceGroup(group.Name, group.Members))], survey.Outside, []), pair =>
        {
            var proofs = survey.Analyzer.ProveOpen(new(pair.From.Selector, pair.To.Selector));
            if (AnswerBuilder.VerdictOf(proofs) is var verdict && verdict != Verdict.NotReachable)
            {
                var describer = new PacketDescriber(survey.Analyzer.Index.Symbols.NameOf);
                var certain = proofs.FindAll(proof => !proof.Doubts.Any);
                cells[(pair.From.Name, pair.To.Name)] = new(
                    verdict,
                    TrafficSummary.Of([.. Ways.WithoutAddresses((certain.Count > 0 ? certain : proofs).Select(proof => proof.Question)).Select(describer.Range)]),
                    [.. proofs.SelectMany(proof => proof.Doubts.Items).Select(doubt => doubt.Unknown).Distinct().Order()]);
            }
        });

        return new([.. survey.Outside.Select(party => party.Name), .. survey.Groups.Select(group => group.Name)], cells);
    }
}

/// <summary>What one party opens to another.</summary>
/// <param name="Verdict">Reachable or unknown.</param>
/// <param name="Traffic">What gets through for certain; where nothing does, what may.</param>
/// <param name="Unknowns">What the templates leave open about the pair.</param>
public sealed record SurveyCell(Verdict Verdict, TrafficSummary Traffic, ImmutableArray<UnknownValue> Unknowns);
