using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Scenarios;

/// <summary>Whole templates against the answers that AWS's documentation gives, from reading to engine.</summary>
public sealed class ScenarioTests
{
    public static TheoryData<string> Names => [.. Scenario.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Flows_OfAScenario_HaveTheirAnswers(string name)
    {
        var scenario = Scenario.Read(name);
        scenario.Flows.ShouldNotBeEmpty();

        var wrong = scenario.Flows.Select(flow => (Flow: flow, Problem: Check(scenario, flow))).Where(pair => pair.Problem is not null).ToList();

        wrong.Select(pair => $"{pair.Flow}: {pair.Problem}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Readme_OfAScenario_LinksThePageItReproduces(string name) =>
        File.ReadAllText(Path.Combine(Scenario.Root, name, "README.md")).ShouldContain("https://docs.aws.amazon.com/");

    [Fact]
    public void Scenarios_AreAtLeastTwenty() => Scenario.Names.Count().ShouldBeGreaterThanOrEqualTo(20);

    private static string? Check(Scenario scenario, ScenarioFlow flow)
    {
        var answer = scenario.Answer(flow);
        var verdict = answer.Verdict switch
        {
            Verdict.Reachable => "reachable",
            Verdict.NotReachable => "not-reachable",
            _ => "unknown",
        };
        if (verdict != flow.Answer)
        {
            return $"{verdict} instead of {flow.Answer} [{string.Join("; ", answer.Explanations)}] [{string.Join("; ", answer.Unknowns)}]";
        }

        var blockers = answer.Explanations.Select(explanation => $"{explanation.Code} {explanation.Component}").ToList();
        if (flow.BlockedBy is { } expected && !blockers.SequenceEqual(expected, StringComparer.Ordinal))
        {
            return $"blocked by [{string.Join(", ", blockers)}]";
        }

        var path = answer.Path.Select(hop => hop.Component.ToString()).ToList();
        if (!IsSubsequence(flow.Through, path))
        {
            return $"goes [{string.Join(", ", path)}]";
        }

        var sources = answer.Packets.SelectMany(packets => packets.Sources).Select(range => range.ToString()).Distinct(StringComparer.Ordinal).ToList();
        if (flow.Sources is { } from && !sources.SequenceEqual(from, StringComparer.Ordinal))
        {
            return $"comes from [{string.Join(", ", sources)}]";
        }

        return flow.Missing is { } missing && !answer.Unknowns.Any(unknown => unknown.ToString().Contains(missing, StringComparison.Ordinal))
            ? $"misses [{string.Join("; ", answer.Unknowns)}]"
            : null;
    }

    private static bool IsSubsequence(IReadOnlyCollection<string> parts, List<string> whole)
    {
        var next = 0;
        foreach (var part in parts)
        {
            next = whole.IndexOf(part, next) + 1;
            if (next == 0)
            {
                return false;
            }
        }

        return true;
    }
}
