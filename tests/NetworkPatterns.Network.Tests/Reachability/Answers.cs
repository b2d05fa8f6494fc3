using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Reachability;

/// <summary>What tests say about answers.</summary>
internal static class Answers
{
    public static ReachabilityAnswer ShouldBeReachable(this ReachabilityAnswer answer)
    {
        answer.Verdict.ShouldBe(Verdict.Reachable, Describe(answer));
        answer.Example.ShouldNotBeNull();
        answer.Packets.ShouldNotBeEmpty();
        answer.Path.ShouldNotBeEmpty();
        answer.ReturnPath.ShouldNotBeEmpty();
        return answer;
    }

    public static ReachabilityAnswer ShouldBeBlocked(this ReachabilityAnswer answer, params string[] codesAndComponents)
    {
        answer.Verdict.ShouldBe(Verdict.NotReachable, Describe(answer));
        answer.Explanations.Select(each => $"{each.Code} {each.Component.Id}").Order(StringComparer.Ordinal).ShouldBe(codesAndComponents.Order(StringComparer.Ordinal), Describe(answer));
        return answer;
    }

    public static ReachabilityAnswer ShouldBeUnknown(this ReachabilityAnswer answer, string reason)
    {
        answer.Verdict.ShouldBe(Verdict.Unknown, Describe(answer));
        answer.Unknowns.ShouldContain(unknown => unknown.ToString().Contains(reason, StringComparison.Ordinal), Describe(answer));
        return answer;
    }

    public static string Path(this ReachabilityAnswer answer) => string.Join(" > ", answer.Path.Select(hop => hop.Component.Id));

    public static string ReturnPath(this ReachabilityAnswer answer) => string.Join(" > ", answer.ReturnPath.Select(hop => hop.Component.Id));

    public static string Sources(this ReachabilityAnswer answer) => string.Join(", ", answer.Packets.SelectMany(range => range.Sources).Distinct());

    public static string Destinations(this ReachabilityAnswer answer) => string.Join(", ", answer.Packets.SelectMany(range => range.Destinations).Distinct());

    public static string DestinationPorts(this ReachabilityAnswer answer) => string.Join(", ", answer.Packets.SelectMany(range => range.DestinationPorts).Distinct());

    public static string SourcePorts(this ReachabilityAnswer answer) => string.Join(", ", answer.Packets.SelectMany(range => range.SourcePorts).Distinct());

    private static string Describe(ReachabilityAnswer answer) =>
        $"{answer.Verdict}; path {answer.Path()}; back {answer.ReturnPath()}; blocked by {string.Join(", ", answer.Explanations)}; unknown {string.Join(", ", answer.Unknowns)}";
}
