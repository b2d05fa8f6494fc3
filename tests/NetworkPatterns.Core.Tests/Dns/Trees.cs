using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Core.Tests.Dns;

/// <summary>The trees that the tests start from, and short ways to ask them.</summary>
internal static class Trees
{
    internal const string Check = "check";

    internal static RecordTreeInput Input(params IEnumerable<RecordMember> members) => new()
    {
        Path = "Dev/App",
        PropsType = "Props",
        ZoneName = "example.com",
        Name = "app.example.com",
        Members = [.. members],
    };

    internal static RecordTree Of(params IEnumerable<RecordMember> members) => RecordTree.From(Input(members));

    internal static ImmutableArray<Problem> ProblemsOf(RecordTreeInput input) =>
        Should.Throw<PlanException>(() => RecordTree.From(input)).Problems;

    internal static Problem OnlyProblemOf(params IEnumerable<RecordMember> members) => ProblemsOf(Input(members)).ShouldHaveSingleItem();

    internal static RecordTarget Address(int number) => RecordTarget.Values($"192.0.2.{number}");

    internal static RecordMember Checked(this RecordMember member) => member with { HealthCheckId = Check };

    internal static AliasTarget LoadBalancer(string name = "alb.eu-west-1.elb.amazonaws.com", bool isDualStack = false) =>
        new(AliasTargetKind.LoadBalancer, name, "Z32O12XQLNTSW2", isDualStack);

    internal static ImmutableArray<string> Ask(this RecordTree tree, DnsClient client, params IEnumerable<string> failing) =>
        new DnsSimulator(tree, failing).Answer(client).Paths;

    internal static DnsClient Near(params IEnumerable<string> regions) => new()
    {
        LatencyMilliseconds = regions.Select((region, index) => (region, index)).ToImmutableDictionary(entry => entry.region, entry => 10.0 * (entry.index + 1)),
    };

    /// <summary>Latency over Regions, in each of which a blue and a green load balancer share the clients.</summary>
    internal static RecordTree LatencyOverWeighted(params IEnumerable<string> regions) => Of(regions.Select(region => RecordMember.Latency(
        region,
        RecordTarget.Group(
            RecordMember.Weighted("blue", 90, LoadBalancer($"blue.{region}.elb.amazonaws.com")),
            RecordMember.Weighted("green", 10, LoadBalancer($"green.{region}.elb.amazonaws.com"))))));
}
