using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Core.Tests.Dns;

public sealed class DnsPropertyTests
{
    private static readonly ImmutableArray<string> Regions = ["eu-west-1", "eu-central-1", "us-east-1", "us-west-2", "ap-southeast-2"];

    [Fact]
    public void LatencyWithFailover_OneRegionDown_EveryClientGetsAHealthyRecord() => Prop.ForAll(
        Scenarios(),
        scenario => scenario.Regions.All(down =>
        {
            var tree = Trees.LatencyOverWeighted(scenario.Regions);
            var failing = tree.Leaves.Select(leaf => leaf.Path).Where(path => path.StartsWith($"{down}/", StringComparison.Ordinal)).ToList();
            var answer = new DnsSimulator(tree, failing).Answer(scenario.Client);
            return !answer.HasFailedOpen && answer.Paths.Length == 1 && !failing.Contains(answer.Paths[0]);
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void LatencyWithFailover_AnyFailures_AnswersHealthyWhileAnyIs() => Prop.ForAll(
        Scenarios(),
        scenario =>
        {
            var tree = Trees.LatencyOverWeighted(scenario.Regions);
            var failing = tree.Leaves.Select(leaf => leaf.Path).Where((_, index) => (scenario.Mask & (1 << index)) != 0).ToList();
            var answer = new DnsSimulator(tree, failing).Answer(scenario.Client);
            return failing.Count == tree.Leaves.Count() ? answer.HasFailedOpen : !failing.Contains(answer.Paths.Single()) && !answer.HasFailedOpen;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Weighted_ManyDraws_MatchTheShares() => Prop.ForAll(
        Gen.Choose(0, 255).ListOf(3).ToArbitrary(),
        weights =>
        {
            var tree = Trees.Of(weights.Select((weight, index) => RecordMember.Weighted($"m{index}", weight, Trees.Address(index + 1)).Checked()));
            const int draws = 2000;
            var counts = Enumerable.Range(0, draws)
                .Select(draw => tree.Ask(new() { Draw = (double)draw / draws }).Single())
                .CountBy(path => path).ToDictionary(entry => entry.Key, entry => entry.Value);
            var total = weights.Sum();
            return weights.Select((weight, index) => (Expected: total == 0 ? draws / 3.0 : (double)draws * weight / total, Actual: counts.GetValueOrDefault($"m{index}")))
                .All(share => Math.Abs(share.Expected - share.Actual) <= 1);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Txt_AnyText_ReadsBackAsItWas() => Prop.ForAll(
        ArbMap.Default.ArbFor<NonNull<string>>(),
        text => Unquote(TxtValue.Quote(text.Get)).SequenceEqual(System.Text.Encoding.UTF8.GetBytes(text.Get))).QuickCheckThrowOnFailure();

    private static Arbitrary<Scenario> Scenarios() => (
        from count in Gen.Choose(2, Regions.Length)
        from order in Gen.Shuffle(Regions.AsEnumerable())
        from latencies in Gen.Choose(1, 300).ListOf(Regions.Length)
        from known in Gen.Choose(0, Regions.Length)
        from draw in Gen.Choose(0, 999)
        from mask in Gen.Choose(0, 1023)
        select new Scenario(
            [.. order.Take(count)],
            new DnsClient
            {
                LatencyMilliseconds = Regions.Zip(latencies).Take(known).ToImmutableDictionary(entry => entry.First, entry => (double)entry.Second),
                Draw = draw / 1000.0,
            },
            mask)).ToArbitrary();

    // What a name server reads from a zone file's text.
    private static List<byte> Unquote(string value)
    {
        var bytes = new List<byte>();
        var length = 0;
        var isInside = false;
        for (var index = 0; index < value.Length; index++)
        {
            switch (value[index])
            {
                case '"':
                    isInside = !isInside;
                    length = 0;
                    continue;
                case ' ' when !isInside:
                    continue;
                case '\\' when char.IsDigit(value[index + 1]):
                    bytes.Add(Convert.ToByte(value.Substring(index + 1, 3), 8));
                    index += 3;
                    break;
                case '\\':
                    bytes.Add((byte)value[++index]);
                    break;
                default:
                    bytes.Add((byte)value[index]);
                    break;
            }

            (++length).ShouldBeLessThanOrEqualTo(255);
        }

        return bytes;
    }

    private sealed record Scenario(ImmutableArray<string> Regions, DnsClient Client, int Mask);
}
