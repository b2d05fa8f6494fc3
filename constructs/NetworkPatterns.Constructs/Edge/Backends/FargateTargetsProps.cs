using Amazon.CDK.AWS.ECS;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What <see cref="FargateTargets"/> are to be. Tier and port are those of the listener's target group.</summary>
public sealed class FargateTargetsProps
{
    /// <summary>The load balancer.</summary>
    public required PrivateLoadBalancer LoadBalancer { get; init; }

    /// <summary>The name of the listener whose target group the tasks join. Its targets are addresses.</summary>
    public required string Listener { get; init; }

    /// <summary>The container image. One of Amazon ECR gives the execution role what it needs to pull it.</summary>
    public required ContainerImage Image { get; init; }

    /// <summary>Units of CPU of a task, 1024 for one vCPU: 256, 512, 1024, 2048, 4096, 8192 or 16384. Default: 256.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html</remarks>
    public int Cpu { get; init; } = 256;

    /// <summary>Memory of a task in MiB, within what its CPU allows. Default: 512.</summary>
    public int MemoryMiB { get; init; } = 512;

    /// <summary>How many tasks run at least, from 1 on. Default: 2, for two zones.</summary>
    public int MinTasks { get; init; } = 2;

    /// <summary>How many tasks run at most. Default: 4 times <see cref="MinTasks"/>.</summary>
    public int? MaxTasks { get; init; }

    /// <summary>The CPU utilization, in percent, that the number of tasks is kept around: 10 to 90. Default: 60.</summary>
    public int CpuTargetPercent { get; init; } = 60;

    /// <summary>
    /// Secrets of AWS Secrets Manager or SSM parameters by the name of the environment variable that holds them. Plain environment
    /// variables are not offered: what is not secret belongs in the image or in a parameter.
    /// </summary>
    public IReadOnlyDictionary<string, Secret> Secrets { get; init; } = new Dictionary<string, Secret>(StringComparer.Ordinal);

    /// <summary>How long a new task may be unhealthy for the load balancer before it is replaced, 0 to 7200 seconds. Default: 60 seconds.</summary>
    public TimeSpan HealthCheckGracePeriod { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>For how many days CloudWatch Logs keeps what containers write. Default: 90.</summary>
    public int LogRetentionDays { get; init; } = 90;

    /// <summary>The cluster. Default: one of the service's own, with Container Insights.</summary>
    public ICluster? Cluster { get; init; }
}
