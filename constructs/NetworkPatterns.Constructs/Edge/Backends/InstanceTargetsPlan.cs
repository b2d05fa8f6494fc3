using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>An Auto Scaling group as targets of a load balancer, settled.</summary>
/// <param name="Listener">The listener whose target group the instances join.</param>
/// <param name="MinInstances">How many instances run at least.</param>
/// <param name="MaxInstances">How many instances run at most.</param>
internal sealed record InstanceTargetsPlan(TargetListener Listener, int MinInstances, int MaxInstances)
{
    private const int LargestDisk = 16384;
    private static readonly TimeSpan LongestGracePeriod = TimeSpan.FromHours(2);

    /// <summary>How many instances stay while an update replaces others.</summary>
    public int MinInService => Math.Min(MinInstances, MaxInstances - 1);

    /// <summary>Plans the group.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static InstanceTargetsPlan From(InstanceTargetsProps props, ListenerSet loadBalancer, PatternContext context)
    {
        var problems = new ProblemList();
        var listener = TargetRules.ListenerOf(loadBalancer, props.Listener, TargetType.Instance, context.At(nameof(props.Listener)), problems);
        var max = props.MaxInstances ?? props.MinInstances * 2;
        TargetRules.CheckCount(props.MinInstances, max, context.At(nameof(props.MinInstances)), problems);
        TargetRules.CheckCpuTarget(props.CpuTargetPercent, context.At(nameof(props.CpuTargetPercent)), problems);
        TargetRules.CheckGracePeriod(props.HealthCheckGracePeriod, LongestGracePeriod, context.At(nameof(props.HealthCheckGracePeriod)), problems);
        if (props.DiskSizeGiB is < 1 or > LargestDisk)
        {
            problems.Add(DiagnosticCatalogue.DiskSize.At(context.At(nameof(props.DiskSizeGiB)), $"a gp3 disk of {props.DiskSizeGiB} GiB", $"give 1 to {LargestDisk}"));
        }

        problems.ThrowIfAny();
        return new(listener!, props.MinInstances, max);
    }
}
