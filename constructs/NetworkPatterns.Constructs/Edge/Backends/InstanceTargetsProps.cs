using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.SNS;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What <see cref="InstanceTargets"/> are to be. Tier and port are those of the listener's target group.</summary>
public sealed class InstanceTargetsProps
{
    /// <summary>The load balancer.</summary>
    public required PrivateLoadBalancer LoadBalancer { get; init; }

    /// <summary>The name of the listener whose target group the instances join. Its targets are instances.</summary>
    public required string Listener { get; init; }

    /// <summary>Who hears of launches and terminations, and of those that fail.</summary>
    public required ITopic Notifications { get; init; }

    /// <summary>The instance type. Default: <c>t4g.small</c>. Its processor must be that of <see cref="Image"/>.</summary>
    public string InstanceType { get; init; } = "t4g.small";

    /// <summary>The image. Default: the newest Amazon Linux 2023 for Arm when an instance starts; nothing is looked up at synthesis.</summary>
    public IMachineImage? Image { get; init; }

    /// <summary>What an instance does when it starts. Default: nothing.</summary>
    public UserData? UserData { get; init; }

    /// <summary>The name of the image's root device. Default: <c>/dev/xvda</c>, that of Amazon Linux.</summary>
    public string RootDeviceName { get; init; } = "/dev/xvda";

    /// <summary>The size of the root disk in GiB, gp3 and encrypted: 1 to 16384. Default: 8.</summary>
    public int DiskSizeGiB { get; init; } = 8;

    /// <summary>How many instances run at least, from 1 on. Default: 2, for two zones.</summary>
    public int MinInstances { get; init; } = 2;

    /// <summary>How many instances run at most. Default: twice <see cref="MinInstances"/>.</summary>
    public int? MaxInstances { get; init; }

    /// <summary>The CPU utilization, in percent, that the number of instances is kept around: 10 to 90. Default: 60.</summary>
    public int CpuTargetPercent { get; init; } = 60;

    /// <summary>How long after its start an instance may be unhealthy for the load balancer, 0 to 7200 seconds. Default: 5 minutes.</summary>
    public TimeSpan HealthCheckGracePeriod { get; init; } = TimeSpan.FromMinutes(5);
}
