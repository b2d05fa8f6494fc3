using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A Fargate service as targets of a load balancer, settled.</summary>
/// <param name="Listener">The listener whose target group the tasks join.</param>
/// <param name="MinTasks">How many tasks run at least.</param>
/// <param name="MaxTasks">How many tasks run at most.</param>
internal sealed record FargateTargetsPlan(TargetListener Listener, int MinTasks, int MaxTasks)
{
    private const int TasksPerTimesFour = 4;
    private static readonly TimeSpan LongestGracePeriod = TimeSpan.FromHours(2);

    /// <summary>Plans the service.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static FargateTargetsPlan From(FargateTargetsProps props, ListenerSet loadBalancer, PatternContext context)
    {
        var problems = new ProblemList();
        var listener = TargetRules.ListenerOf(loadBalancer, props.Listener, TargetType.Ip, context.At(nameof(props.Listener)), problems);
        var max = props.MaxTasks ?? props.MinTasks * TasksPerTimesFour;
        TargetRules.CheckCount(props.MinTasks, max, context.At(nameof(props.MinTasks)), problems);
        TargetRules.CheckCpuTarget(props.CpuTargetPercent, context.At(nameof(props.CpuTargetPercent)), problems);
        CheckSize(props, context, problems);
        TargetRules.CheckGracePeriod(props.HealthCheckGracePeriod, LongestGracePeriod, context.At(nameof(props.HealthCheckGracePeriod)), problems);
        LogRetention.Check(props.LogRetentionDays, context.At(nameof(props.LogRetentionDays)), problems);
        problems.ThrowIfAny();
        return new(listener!, props.MinTasks, max);
    }

    // Memory in MiB: the least, the most and the step for each CPU size.
    private static (int Least, int Most, int Step)? MemoryOf(int cpu) => cpu switch
    {
        256 => (512, 2048, 1024),
        512 => (1024, 4096, 1024),
        1024 => (2048, 8192, 1024),
        2048 => (4096, 16384, 1024),
        4096 => (8192, 30720, 1024),
        8192 => (16384, 61440, 4096),
        16384 => (32768, 122880, 8192),
        _ => null,
    };

    private static void CheckSize(FargateTargetsProps props, PatternContext context, ProblemList problems)
    {
        if (MemoryOf(props.Cpu) is not var (least, most, step))
        {
            problems.Add(DiagnosticCatalogue.TaskSize.At(
                context.At(nameof(props.Cpu)), $"Fargate has no tasks of {props.Cpu} CPU units", "choose 256, 512, 1024, 2048, 4096, 8192 or 16384"));
        }
        else if (props.MemoryMiB < least || props.MemoryMiB > most || (props.MemoryMiB % step != 0 && props.MemoryMiB != least))
        {
            problems.Add(DiagnosticCatalogue.TaskSize.At(
                context.At(nameof(props.MemoryMiB)), $"a task of {props.Cpu} CPU units cannot have {props.MemoryMiB} MiB", $"give {least} to {most} MiB in steps of {step}"));
        }
    }
}
