using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Selection;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Cli.Input;

/// <summary>Templates that have been read, ready for questions.</summary>
internal sealed class Analysis
{
    private readonly SelectorResolver _selectors;
    private readonly ReachabilityAnalyzer _analyzer;

    private Analysis(SelectorResolver selectors)
    {
        _selectors = selectors;
        _analyzer = new(selectors.Model);
    }

    /// <summary>Reads paths as one estate; null where they cannot be read.</summary>
    public static Analysis? Load(IEnumerable<string> paths, EstateOptions options, ProblemList problems)
    {
        return EstateSources.Load(paths, options, problems) is { } estate
            ? new(new SelectorResolver(estate, NetworkModelReader.Read(estate).Model, DeclaredGuarantees.Read(estate)))
            : null;
    }

    /// <summary>Answers a question; null where one of its ends is nothing.</summary>
    public ReachabilityAnswer? Ask(Question question, ProblemList problems)
    {
        var from = _selectors.Resolve(question.From, problems);
        var to = _selectors.Resolve(question.To, problems);
        if (from is null || to is null)
        {
            return null;
        }

        if (from is not (EndpointSelector.Interfaces or EndpointSelector.Service) && to is not (EndpointSelector.Interfaces or EndpointSelector.Service))
        {
            problems.Add(DiagnosticCatalogue.ContradictoryArguments.At(
                $"{question.From} -> {question.To}", "both ends are outside of the templates", "let one end be a part of them"));
            return null;
        }

        return _analyzer.Answer(new ReachabilityQuery(from, to, question.Protocol, question.Ports, question.IpVersion));
    }
}
