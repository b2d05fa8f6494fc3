using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Selection;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Network.Tests.Scenarios;

/// <summary>A folder with templates, flows with their expected answers, and a README that links the page of AWS it reproduces.</summary>
internal sealed class Scenario
{
    private readonly SelectorResolver selectors;
    private readonly ReachabilityAnalyzer analyzer;

    private Scenario(Estate estate, ImmutableArray<ScenarioFlow> flows)
    {
        Flows = flows;
        selectors = new(estate, NetworkModelReader.Read(estate).Model, DeclaredGuarantees.Read(estate));
        analyzer = new(selectors.Model);
    }

    public static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "Scenarios");

    public static IEnumerable<string> Names => Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public ImmutableArray<ScenarioFlow> Flows { get; }

    public static Scenario Read(string name)
    {
        var estate = Estate.Read(Templates(name));
        estate.Problems.ShouldBeEmpty();
        return new Scenario(estate, FlowsOf(name));
    }

    public static ImmutableArray<TemplateSource> Templates(string name) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, name), "*.yaml").Order(StringComparer.Ordinal)
            .Select(path => new TemplateSource(Path.GetFileName(path), File.ReadAllBytes(path))),
    ];

    public static ImmutableArray<ScenarioFlow> FlowsOf(string name) => ScenarioFlow.Read(File.ReadAllText(Path.Combine(Root, name, "flows.json")));

    public ReachabilityAnswer Answer(ScenarioFlow flow) => analyzer.Answer(flow.Query(End(flow.From), End(flow.To)));

    private EndpointSelector End(string name)
    {
        var problems = new ProblemList();
        var end = selectors.Resolve(name, problems);
        problems.ToSorted().ShouldBeEmpty();
        return end!;
    }
}
