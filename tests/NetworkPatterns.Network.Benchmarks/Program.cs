using System.Diagnostics;
using System.Globalization;
using NetworkPatterns.Network.Benchmarks;

// Each size in a process of its own, so that times are those of a first run and memory is that of one estate.
if (args is ["--measure", var size])
{
    Console.WriteLine(EstateRun.Measure(int.Parse(size, CultureInfo.InvariantCulture)));
    return;
}

Console.WriteLine(EstateRun.Header);
foreach (var vpcs in args.Length > 0 ? args : ["8", "10", "100", "1000"])
{
    using var run = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["--measure", vpcs]) { UseShellExecute = false })!;
    await run.WaitForExitAsync();
}
