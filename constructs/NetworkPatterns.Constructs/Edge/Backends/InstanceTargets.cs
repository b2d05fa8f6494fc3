using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.AutoScaling;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.IAM;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;
using HealthCheck = Amazon.CDK.AWS.AutoScaling.HealthCheck;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>An Auto Scaling group whose instances are the targets of a listener of a <see cref="PrivateLoadBalancer"/>.</summary>
/// <remarks>
/// Emits <c>AWS::EC2::LaunchTemplate</c>, <c>AWS::AutoScaling::AutoScalingGroup</c> with a <c>ScalingPolicy</c>,
/// <c>AWS::IAM::Role</c> with an <c>InstanceProfile</c>.
/// <para>
/// Instances have no public address and no key pair, answer metadata requests of IMDSv2 only, and have encrypted gp3 disks. The load
/// balancer says whether they are well. A change of the launch template replaces them one after another.
/// </para>
/// <para>Source: https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-load-balancer.html</para>
/// </remarks>
public sealed class InstanceTargets : Construct
{
    private const string DefaultImage = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";
    private static readonly TimeSpan Cooldown = TimeSpan.FromMinutes(5);

    // Flags that would change what CDK makes here; set where this pattern begins, so that a consumer's own do not count.
    private static readonly ImmutableArray<string> Flags =
    [
        "@aws-cdk/aws-autoscaling:generateLaunchTemplateInsteadOfLaunchConfig",
        "@aws-cdk/aws-ec2:launchTemplateDefaultUserData",
        "@aws-cdk/aws-ec2:ebsDefaultGp3Volume",
    ];

    /// <summary>Plans the group and makes its resources.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public InstanceTargets(Construct scope, string id, InstanceTargetsProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = InstanceTargetsPlan.From(props, props.LoadBalancer.Listeners, this.ContextFor(nameof(InstanceTargetsProps)));
        foreach (var flag in Flags)
        {
            Node.SetContext(flag, true);
        }

        MinInstances = plan.MinInstances;
        Role = new Role(this, "Role", new RoleProps { AssumedBy = new ServicePrincipal("ec2.amazonaws.com") });
        AutoScalingGroup = GroupOf(props, plan, TemplateOf(props, plan));
        AutoScalingGroup.AttachToNetworkTargetGroup((INetworkTargetGroup)NetworkTargetGroup.FromTargetGroupAttributes(
            this, "TargetGroup", new TargetGroupAttributes { TargetGroupArn = props.LoadBalancer.TargetGroupArn(plan.Listener.Name) }));
        // An instance is healthy only where a listener sends to its target group.
        AutoScalingGroup.Node.AddDependency(props.LoadBalancer.ListenerResource(plan.Listener.Name));
        // Instances install what they need as soon as they are there.
        foreach (var subnet in props.LoadBalancer.Network.Tier(plan.Listener.Tier).Subnets)
        {
            AutoScalingGroup.Node.AddDependency(subnet.InternetConnectivityEstablished);
        }

        AutoScalingGroup.ScaleOnCpuUtilization("Cpu", new Amazon.CDK.AWS.AutoScaling.CpuUtilizationScalingProps { TargetUtilizationPercent = props.CpuTargetPercent });
    }

    /// <summary>The group, for further scaling.</summary>
    public AutoScalingGroup AutoScalingGroup { get; }

    /// <summary>What the instances may do: nothing, until it is granted something.</summary>
    public IRole Role { get; }

    internal int MinInstances { get; }

    private LaunchTemplate TemplateOf(InstanceTargetsProps props, InstanceTargetsPlan plan) => new(this, "LaunchTemplate", new LaunchTemplateProps
    {
        InstanceType = new InstanceType(props.InstanceType),
        MachineImage = props.Image ?? MachineImage.ResolveSsmParameterAtLaunch(DefaultImage),
        UserData = props.UserData ?? UserData.ForLinux(),
        SecurityGroup = props.LoadBalancer.Network.Tier(plan.Listener.Tier).SecurityGroup,
        Role = Role,
        RequireImdsv2 = true,
        HttpPutResponseHopLimit = 1,
        DetailedMonitoring = true,
        AssociatePublicIpAddress = false,
        BlockDevices =
        [
            new Amazon.CDK.AWS.EC2.BlockDevice
            {
                DeviceName = props.RootDeviceName,
                Volume = Amazon.CDK.AWS.EC2.BlockDeviceVolume.Ebs(props.DiskSizeGiB, new Amazon.CDK.AWS.EC2.EbsDeviceOptions
                {
                    Encrypted = true,
                    VolumeType = Amazon.CDK.AWS.EC2.EbsDeviceVolumeType.GP3,
                    DeleteOnTermination = true,
                }),
            },
        ],
    });

    private AutoScalingGroup GroupOf(InstanceTargetsProps props, InstanceTargetsPlan plan, LaunchTemplate template)
    {
        var network = props.LoadBalancer.Network;
        return new AutoScalingGroup(this, "Group", new AutoScalingGroupProps
        {
            Vpc = network.Vpc,
            VpcSubnets = new SubnetSelection { Subnets = network.Tier(plan.Listener.Tier).Subnets },
            LaunchTemplate = template,
            MinCapacity = plan.MinInstances,
            MaxCapacity = plan.MaxInstances,
            HealthCheck = HealthCheck.Elb(new ElbHealthCheckOptions { Grace = Duration.Seconds(props.HealthCheckGracePeriod.TotalSeconds) }),
            Cooldown = Duration.Seconds(Cooldown.TotalSeconds),
            GroupMetrics = [GroupMetrics.All()],
            Notifications = [new Amazon.CDK.AWS.AutoScaling.NotificationConfiguration { Topic = props.Notifications, ScalingEvents = ScalingEvents.ALL }],
            UpdatePolicy = UpdatePolicy.RollingUpdate(new RollingUpdateOptions { MaxBatchSize = 1, MinInstancesInService = plan.MinInService }),
        });
    }
}
