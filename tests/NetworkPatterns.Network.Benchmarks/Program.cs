using System.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Tests.Reachability;

int[] sizes = args.Length > 0 ? [.. args.Select(size => int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))] : [10, 100, 1000];
Console.WriteLine($"{"VPCs",6} {"objects",8} {"index ms",9} {"all pairs ms",13} {"pairs",10} {"open",8} {"query µs",9} {"blocked µs",11} {"peak MB",8}");
Measure(10);
foreach (var size in sizes)
{
    Console.WriteLine(Measure(size));
}

static string Measure(int vpcs)
{
    var estate = new SegmentedEstate(vpcs);
    var groups = estate.Groups;
    var (analyzer, indexed) = Timed(() => new ReachabilityAnalyzer(estate.Model));
    var (matrix, swept) = Timed(() => analyzer.AnswerAllPairs(groups));
    var (asked, blocked) = (Query(1, 2), Query(0, 2));
    var open = matrix.Open.Count();
    var peak = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000;
    return $"{vpcs,6} {estate.Model.Objects.Length,8} {indexed.TotalMilliseconds,9:F0} {swept.TotalMilliseconds,13:F0} {(long)groups.Length * groups.Length,10} {open,8} {asked,9:F0} {blocked,11:F0} {peak,8}";

    double Query(int from, int to)
    {
        const int Times = 200;
        var query = new ReachabilityQuery(
            new EndpointSelector.Interfaces(groups[from].Interfaces), new EndpointSelector.Interfaces(groups[to].Interfaces), QueryProtocol.Tcp, new PortRange(5432, 5432));
        analyzer.Answer(query);
        var watch = Stopwatch.StartNew();
        for (var time = 0; time < Times; time++)
        {
            analyzer.Answer(query);
        }

        return watch.Elapsed.TotalMicroseconds / Times;
    }
}

static (T Result, TimeSpan Took) Timed<T>(Func<T> work)
{
    var watch = Stopwatch.StartNew();
    var result = work();
    return (result, watch.Elapsed);
}
