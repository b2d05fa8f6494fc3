using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>Checks what all services behind a load balancer have.</summary>
internal static class TargetRules
{
    /// <summary>The listener that targets of a type join; a problem where there is none.</summary>
    public static TargetListener? ListenerOf(ListenerSet loadBalancer, string name, TargetType type, string where, ProblemList problems)
    {
        var listener = loadBalancer.All.FirstOrDefault(listener => listener.Name == name);
        if (listener is null)
        {
            problems.Add(DiagnosticCatalogue.TargetListener.At(
                where,
                $"{loadBalancer.Path} has no listener '{name}'",
                $"choose one of {string.Join(", ", loadBalancer.All.Select(candidate => candidate.Name))}"));
        }
        else if (listener.Type != type)
        {
            problems.Add(DiagnosticCatalogue.TargetListener.At(
                where, $"the targets of listener '{name}' are of type {listener.Type}", $"set Type of its targets to {type}"));
        }

        return listener;
    }

    public static void CheckCount(int min, int max, string where, ProblemList problems)
    {
        if (min < 1 || max < min)
        {
            problems.Add(DiagnosticCatalogue.TargetCount.At(where, $"between {min} and {max} targets", "give at least 1, and no fewer at most"));
        }
    }

    public static void CheckCpuTarget(int percent, string where, ProblemList problems)
    {
        if (percent is < 10 or > 90)
        {
            problems.Add(DiagnosticCatalogue.TargetCount.At(where, $"a utilization of {percent} % leaves no room to scale", "give 10 to 90"));
        }
    }

    public static void CheckGracePeriod(TimeSpan period, TimeSpan longest, string where, ProblemList problems)
    {
        if (period < TimeSpan.Zero || period > longest)
        {
            problems.Add(DiagnosticCatalogue.TargetCount.At(where, $"a grace period of {period.TotalSeconds} s", $"give 0 to {longest.TotalSeconds} s"));
        }
    }
}
