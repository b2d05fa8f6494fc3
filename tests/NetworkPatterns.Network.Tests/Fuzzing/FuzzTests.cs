using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Selection;
using NetworkPatterns.Network.Tests.Scenarios;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Parsing;
using NetworkPatterns.Templates.Sources;
using NetworkPatterns.Templates.Tests.Fuzzing;

namespace NetworkPatterns.Network.Tests.Fuzzing;

/// <summary>Whatever a template says, the whole way from its bytes to answers gives a result or a diagnostic.</summary>
public sealed class FuzzTests
{
    private const int Runs = 10_000;
    private const int Seeds = 4;
    private const int QuestionsEach = 2;

    // Templates that a pattern synthesizes are large: a few runs of them do.
    private const int LargeEvery = 50;

    private static readonly ImmutableArray<Sample> Scenarios = [.. Scenario.Names.Select(Sample.OfScenario)];

    private static readonly ImmutableArray<Sample> Patterns = [.. Sample.OfPatterns()];

    [Fact]
    public void Reach_10000MutatedTemplates_GivesAnAnswerOrADiagnosticEachTime()
    {
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var random = new Random(seed);
            var mutator = new Mutator(random);
            for (var run = 0; run < Runs / Seeds; run++)
            {
                foreach (var outcome in Outcomes(random, mutator, isLarge: run % LargeEvery == 0, $"run {run} of seed {seed}"))
                {
                    outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
                }
            }
        }

        // Every kind of outcome is really met, so the mutations neither miss nor destroy the templates.
        foreach (var outcome in new[] { "Reachable", "NotReachable", "Unknown", "unreadable", "no such end" })
        {
            outcomes.GetValueOrDefault(outcome).ShouldBeGreaterThan(Runs / 50, outcome);
        }
    }

    private static List<string> Outcomes(Random random, Mutator mutator, bool isLarge, string run)
    {
        var sample = isLarge ? Patterns[random.Next(Patterns.Length)] : Scenarios[random.Next(Scenarios.Length)];
        var changed = random.Next(sample.Templates.Length);
        var sources = sample.Templates
            .Select((template, index) => TemplateSource.FromText(template.Name, (index == changed ? mutator.Mutate(template.Root) : template.Root).ToJsonString()))
            .ToList();
        try
        {
            return Ask(sources, [.. Enumerable.Range(0, QuestionsEach).Select(_ => sample.Flows[random.Next(sample.Flows.Length)])]);
        }
        catch (Exception exception) when (exception is not ShouldAssertException)
        {
            throw new InvalidOperationException($"{run}: {string.Join("\n", sources.Select(source => System.Text.Encoding.UTF8.GetString(source.Content.Span)))}", exception);
        }
    }

    // As netpatterns reach does it.
    private static List<string> Ask(List<TemplateSource> sources, List<ScenarioFlow> flows)
    {
        var estate = Estate.Read(sources);
        if (!estate.Problems.IsEmpty)
        {
            return ["unreadable"];
        }

        var selectors = new SelectorResolver(estate, NetworkModelReader.Read(estate).Model, DeclaredGuarantees.Read(estate));
        var analyzer = new ReachabilityAnalyzer(selectors.Model);
        return flows.ConvertAll(flow =>
        {
            var problems = new ProblemList();
            if (selectors.Resolve(flow.From, problems) is not { } from || selectors.Resolve(flow.To, problems) is not { } to)
            {
                problems.IsEmpty.ShouldBeFalse();
                return "no such end";
            }

            var answer = analyzer.Answer(flow.Query(from, to));
            (answer.Verdict == Verdict.Unknown).ShouldBe(!answer.Unknowns.IsEmpty);
            return answer.Verdict.ToString();
        });
    }

    /// <summary>Templates with questions about them.</summary>
    private sealed record Sample(ImmutableArray<(string Name, JsonNode Root)> Templates, ImmutableArray<ScenarioFlow> Flows)
    {
        public static Sample OfScenario(string name) => new(
            [.. Scenario.Templates(name).Select(source => ($"{Path.GetFileNameWithoutExtension(source.FileName)}.json", JsonNode.Parse(YamlToJson.Convert(System.Text.Encoding.UTF8.GetString(source.Content.Span)).Span)!))],
            Scenario.FlowsOf(name));

        public static IEnumerable<Sample> OfPatterns() => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Patterns"), "*.json").Order(StringComparer.Ordinal)
            .Select(path => new Sample([("Dev.template.json", JsonNode.Parse(File.ReadAllText(path))!)], [new("internet", "tier:web", ""), new("tier:app", "tier:data", ""), new("tier:data", "internet", "")]));
    }
}
