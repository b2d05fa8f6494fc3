using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.ApplicationAutoScaling;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ECS;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.Logs;
using Constructs;
using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>A Fargate service whose tasks are the targets of a listener of a <see cref="PrivateLoadBalancer"/>.</summary>
/// <remarks>
/// Emits <c>AWS::ECS::Cluster</c>, <c>TaskDefinition</c> and <c>Service</c>, <c>AWS::IAM::Role</c> for the task and for its
/// execution, <c>AWS::Logs::LogGroup</c>, and <c>AWS::ApplicationAutoScaling::ScalableTarget</c> with a <c>ScalingPolicy</c>.
/// <para>
/// Tasks have no public address, run in the subnets and with the security group of the target group's tier, and write to a log
/// group of their own. A deployment whose tasks do not become healthy is rolled back. No Lambda function drains anything: Amazon ECS
/// deregisters tasks by itself.
/// </para>
/// <para>Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/nlb.html</para>
/// </remarks>
public sealed class FargateTargets : Construct
{
    // Flags that would change what CDK makes here; set where this pattern begins, so that a consumer's own do not count.
    private static readonly ImmutableArray<string> Flags =
    [
        "@aws-cdk/aws-ecs:arnFormatIncludesClusterName",
        "@aws-cdk/aws-ecs:disableExplicitDeploymentControllerForCircuitBreaker",
        "@aws-cdk/aws-ecs:removeDefaultDeploymentAlarm",
        "@aws-cdk/aws-iam:minimizePolicies",
    ];

    /// <summary>Plans the service and makes its resources.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">What it is to be.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public FargateTargets(Construct scope, string id, FargateTargetsProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var plan = FargateTargetsPlan.From(props, props.LoadBalancer.Listeners, this.ContextFor(nameof(FargateTargetsProps)));
        foreach (var flag in Flags)
        {
            Node.SetContext(flag, true);
        }

        MinTasks = plan.MinTasks;
        var network = props.LoadBalancer.Network;
        Cluster = props.Cluster ?? new Cluster(this, "Cluster", new ClusterProps { Vpc = network.Vpc, ContainerInsights = true });
        TaskDefinition = TaskOf(props, plan);
        Service = ServiceOf(props, plan);
        // To Amazon ECS and Auto Scaling a target group is its ARN, whichever kind of load balancer it belongs to.
        Service.AttachToNetworkTargetGroup((INetworkTargetGroup)NetworkTargetGroup.FromTargetGroupAttributes(
            this, "TargetGroup", new TargetGroupAttributes { TargetGroupArn = props.LoadBalancer.TargetGroupArn(plan.Listener.Name) }));
        // Amazon ECS refuses a target group that no listener has.
        Service.Node.AddDependency(props.LoadBalancer.ListenerResource(plan.Listener.Name));
        // Tasks pull their image as soon as they are there.
        foreach (var subnet in network.Tier(plan.Listener.Tier).Subnets)
        {
            Service.Node.AddDependency(subnet.InternetConnectivityEstablished);
        }

        Scaling = Scale(props, plan);
    }

    /// <summary>The cluster.</summary>
    public ICluster Cluster { get; }

    /// <summary>The service, for grants and further scaling.</summary>
    public FargateService Service { get; }

    /// <summary>The task definition, for further containers and for grants to <c>TaskRole</c>.</summary>
    public FargateTaskDefinition TaskDefinition { get; }

    /// <summary>The scaling of the service, to scale by more than CPU.</summary>
    public ScalableTaskCount Scaling { get; }

    internal int MinTasks { get; }

    private FargateTaskDefinition TaskOf(FargateTargetsProps props, FargateTargetsPlan plan)
    {
        var definition = new FargateTaskDefinition(this, "TaskDefinition", new FargateTaskDefinitionProps
        {
            Cpu = props.Cpu,
            MemoryLimitMiB = props.MemoryMiB,
        });
        var logGroup = new LogGroup(this, "LogGroup", new LogGroupProps
        {
            Retention = Retention.Of(props.LogRetentionDays),
            RemovalPolicy = RemovalPolicy.RETAIN,
        });
        definition.AddContainer("app", new ContainerDefinitionOptions
        {
            Image = props.Image,
            Essential = true,
            Secrets = props.Secrets.ToDictionary(secret => secret.Key, secret => secret.Value, StringComparer.Ordinal),
            PortMappings = [new PortMapping { ContainerPort = plan.Listener.Port }],
            Logging = LogDriver.AwsLogs(new AwsLogDriverProps { LogGroup = logGroup, StreamPrefix = "app" }),
        });
        // CDK writes the stack's Region down as a literal.
        ((CfnTaskDefinition)definition.Node.DefaultChild!).AddPropertyOverride("ContainerDefinitions.0.LogConfiguration.Options.awslogs-region", Aws.REGION);
        return definition;
    }

    private FargateService ServiceOf(FargateTargetsProps props, FargateTargetsPlan plan)
    {
        var tier = props.LoadBalancer.Network.Tier(plan.Listener.Tier);
        return new FargateService(this, "Service", new FargateServiceProps
        {
            Cluster = Cluster,
            TaskDefinition = TaskDefinition,
            VpcSubnets = new SubnetSelection { Subnets = tier.Subnets },
            SecurityGroups = [tier.SecurityGroup],
            AssignPublicIp = false,
            MinHealthyPercent = 100,
            MaxHealthyPercent = 200,
            CircuitBreaker = new DeploymentCircuitBreaker { Enable = true, Rollback = true },
            HealthCheckGracePeriod = Duration.Seconds(props.HealthCheckGracePeriod.TotalSeconds),
            PropagateTags = PropagatedTagSource.SERVICE,
            EnableECSManagedTags = true,
        });
    }

    // Without a desired count in the template, a deployment leaves the number alone that scaling has settled.
    private ScalableTaskCount Scale(FargateTargetsProps props, FargateTargetsPlan plan)
    {
        var scaling = Service.AutoScaleTaskCount(new EnableScalingProps { MinCapacity = plan.MinTasks, MaxCapacity = plan.MaxTasks });
        scaling.ScaleOnCpuUtilization("Cpu", new Amazon.CDK.AWS.ECS.CpuUtilizationScalingProps { TargetUtilizationPercent = props.CpuTargetPercent });
        // Application Auto Scaling knows its service-linked role; CDK's ARN of it has the partition and the account as literals.
        ((CfnScalableTarget)scaling.Node.FindChild("Target").Node.DefaultChild!).AddPropertyDeletionOverride("RoleARN");
        return scaling;
    }
}
