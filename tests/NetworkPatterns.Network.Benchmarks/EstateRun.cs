using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Tests.Reachability;
using NetworkPatterns.Network.Model;
using Estate = NetworkPatterns.Templates.Estate;

namespace NetworkPatterns.Network.Benchmarks;

/// <summary>One generated estate: read, modelled, answered for every pair of tiers; each first cold, then warm.</summary>
internal static class EstateRun
{
    private const int WarmTimes = 5;
    private const int Questions = 500;

    public static string Header =>
        $"{"VPCs",5} {"resources",9} {"MB",5} | {"parse",7} {"read",7} {"model",7} {"index",7} {"pairs",7} {"sum",7} {"ratio",6} | {"warm:",5} {"parse",7} {"read",7} {"model",7} {"index",7} {"pairs",7} {"sum",7} {"ratio",6} | {"pairs",9} {"open",7} | {"open µs",7} {"shut µs",7} | {"peak MB",7}";

    public static string Measure(int vpcs)
    {
        var templates = new SegmentedTemplates(vpcs);
        var cold = Run(templates);
        var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000;
        var warm = Enumerable.Range(0, WarmTimes).Select(_ => Run(templates)).MinBy(run => run.Sum)!;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{vpcs,5} {cold.Resources,9} {templates.Bytes / 1e6,5:F1} | {cold} |       {warm} | {(long)cold.Tiers * cold.Tiers,9} {cold.Open,7} | {warm.OpenQuestion,7:F0} {warm.ShutQuestion,7:F0} | {peak,7}");
    }

    private static Result Run(SegmentedTemplates templates)
    {
        var (_, parse) = Timed(() => templates.Sources.Select(source => JsonDocument.Parse(source.Content)).ToList());
        var (estate, read) = Timed(() => Estate.Read(templates.Sources));
        var (reading, model) = Timed(() => NetworkModelReader.Read(estate));
        var tiers = SegmentedTemplates.Tiers(reading.Model);
        var (analyzer, index) = Timed(() => new ReachabilityAnalyzer(reading.Model));
        var (matrix, pairs) = Timed(() => analyzer.AnswerAllPairs(tiers));
        return new Result(parse, read, model, index, pairs)
        {
            Resources = estate.Resources.Length,
            Tiers = tiers.Length,
            Open = matrix.Open.Count(),
            OpenQuestion = Question(analyzer, tiers[1], tiers[2]),
            ShutQuestion = Question(analyzer, tiers[0], tiers[2]),
        };
    }

    private static double Question(ReachabilityAnalyzer analyzer, InterfaceGroup from, InterfaceGroup to)
    {
        var query = new ReachabilityQuery(
            new EndpointSelector.Interfaces(from.Interfaces), new EndpointSelector.Interfaces(to.Interfaces), QueryProtocol.Tcp, new PortRange(5432, 5432));
        analyzer.Answer(query);
        var (_, took) = Timed(() => Enumerable.Range(0, Questions).Count(_ => analyzer.Answer(query).Verdict == Verdict.Reachable));
        return 1000 * took / Questions;
    }

    private static (T Result, double Milliseconds) Timed<T>(Func<T> work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        var result = work();
        return (result, watch.Elapsed.TotalMilliseconds);
    }

    /// <summary>Milliseconds of each step.</summary>
    private sealed record Result(double Parse, double Read, double Model, double Index, double Pairs)
    {
        public int Resources { get; init; }

        public int Tiers { get; init; }

        public int Open { get; init; }

        /// <summary>Microseconds of a question that is answered with a way, and of one that is answered with what blocks it.</summary>
        public double OpenQuestion { get; init; }

        public double ShutQuestion { get; init; }

        public double Sum => Read + Model + Index + Pairs;

        public override string ToString() =>
            string.Create(CultureInfo.InvariantCulture, $"{Parse,7:F1} {Read,7:F1} {Model,7:F1} {Index,7:F1} {Pairs,7:F1} {Sum,7:F1} {Sum / Parse,6:F1}");
    }
}
