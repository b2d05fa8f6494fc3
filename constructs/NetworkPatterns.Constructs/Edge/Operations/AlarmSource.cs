using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Data;

namespace NetworkPatterns.Constructs.Edge.Operations;

/// <summary>Something that alarms watch and a dashboard shows.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html</remarks>
public sealed record AlarmSource
{
    private const string RestApiNamespace = "AWS/ApiGateway";
    private const string EdgeRegion = "us-east-1";
    private const long GiB = 1L << 30;

    private AlarmSource(string name, string? region, ImmutableArray<AlarmSpec> alarms)
    {
        Name = name;
        Region = region;
        Alarms = alarms;
    }

    /// <summary>The name in logical IDs and on the dashboard.</summary>
    public string Name { get; }

    /// <summary>The only Region that has the metrics; <see langword="null"/> where they are where the thing is.</summary>
    internal string? Region { get; }

    internal ImmutableArray<AlarmSpec> Alarms { get; }

    /// <summary>A load balancer: targets that are not well, for each listener, and connections that targets reset.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="loadBalancer">The load balancer.</param>
    /// <param name="resetsIn5Minutes">How many connections its targets may reset in 5 minutes. Default: 100.</param>
    public static AlarmSource LoadBalancer(string name, PrivateNlb loadBalancer, int resetsIn5Minutes = 100)
    {
        ArgumentNullException.ThrowIfNull(loadBalancer);
        var balancer = ("LoadBalancer", loadBalancer.LoadBalancerFullName);
        return new(name, null,
        [
            .. loadBalancer.Plan.Listeners.Select(listener => new AlarmSpec(
                $"UnhealthyHosts{Planning.ResourceName.Of(listener.Name)}",
                "AWS/NetworkELB",
                "UnHealthyHostCount",
                [("TargetGroup", loadBalancer.TargetGroupFullName(listener.Name)), balancer],
                "Maximum",
                0,
                $"Targets of listener {listener.Name} are not well")),
            new("TargetResets", "AWS/NetworkELB", "TCP_Target_Reset_Count", [balancer], "Sum", resetsIn5Minutes, "Targets reset connections") { PeriodSeconds = 300 },
        ]);
    }

    /// <summary>An internal Application Load Balancer: targets that are not well, for each listener and rule, their errors and how long they take.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="loadBalancer">The load balancer.</param>
    /// <param name="errorsIn5Minutes">How many requests its targets may answer with 5xx in 5 minutes. Default: 10.</param>
    /// <param name="latency">How long 95 of 100 answers may take. Default: 2 seconds.</param>
    public static AlarmSource LoadBalancer(string name, PrivateAlb loadBalancer, int errorsIn5Minutes = 10, TimeSpan? latency = null)
    {
        ArgumentNullException.ThrowIfNull(loadBalancer);
        return Application(name, loadBalancer.LoadBalancerFullName, loadBalancer.Plan.Listeners, loadBalancer.TargetGroupFullName, errorsIn5Minutes, latency);
    }

    /// <summary>An internet-facing Application Load Balancer: targets that are not well, for each listener and rule, their errors and how long they take.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="loadBalancer">The load balancer.</param>
    /// <param name="errorsIn5Minutes">How many requests its targets may answer with 5xx in 5 minutes. Default: 10.</param>
    /// <param name="latency">How long 95 of 100 answers may take. Default: 2 seconds.</param>
    public static AlarmSource LoadBalancer(string name, LockedAlb loadBalancer, int errorsIn5Minutes = 10, TimeSpan? latency = null)
    {
        ArgumentNullException.ThrowIfNull(loadBalancer);
        return Application(name, loadBalancer.LoadBalancerFullName, loadBalancer.Plan.Listeners, loadBalancer.TargetGroupFullName, errorsIn5Minutes, latency);
    }

    /// <summary>A Fargate service: fewer tasks than it should have, and their CPU and memory.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="service">The service.</param>
    /// <param name="percent">How much of its CPU and of its memory may be in use, 1 to 100. Default: 85.</param>
    public static AlarmSource Service(string name, FargateTargets service, int percent = 85)
    {
        ArgumentNullException.ThrowIfNull(service);
        ImmutableArray<(string, string)> dimensions = [("ClusterName", service.Cluster.ClusterName), ("ServiceName", service.Service.ServiceName)];
        return new(name, null,
        [
            new("RunningTasks", "ECS/ContainerInsights", "RunningTaskCount", dimensions, "Minimum", service.MinTasks, "Fewer tasks run than should") { IsTooLow = true },
            new("Cpu", "AWS/ECS", "CPUUtilization", dimensions, "Average", percent, "CPU of the tasks") { IsPercent = true },
            new("Memory", "AWS/ECS", "MemoryUtilization", dimensions, "Average", percent, "Memory of the tasks") { IsPercent = true },
        ]);
    }

    /// <summary>An Auto Scaling group: fewer instances in service than it should have, and their CPU.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="instances">The group.</param>
    /// <param name="percent">How much of its CPU may be in use, 1 to 100. Default: 85.</param>
    public static AlarmSource Instances(string name, InstanceTargets instances, int percent = 85)
    {
        ArgumentNullException.ThrowIfNull(instances);
        ImmutableArray<(string, string)> dimensions = [("AutoScalingGroupName", instances.AutoScalingGroup.AutoScalingGroupName)];
        return new(name, null,
        [
            new("InService", "AWS/AutoScaling", "GroupInServiceInstances", dimensions, "Minimum", instances.MinInstances, "Fewer instances are in service than should") { IsTooLow = true },
            new("Cpu", "AWS/EC2", "CPUUtilization", dimensions, "Average", percent, "CPU of the instances") { IsPercent = true },
        ]);
    }

    /// <summary>A database: its CPU, its free storage (not of Aurora, whose storage grows) and its connections.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="database">The database.</param>
    /// <param name="connections">How many connections it should have at most; what its instance class can take is far above.</param>
    /// <param name="percent">How much of its CPU may be in use, 1 to 100. Default: 80.</param>
    public static AlarmSource Database(string name, PrivateDatabase database, int connections, int percent = 80)
    {
        ArgumentNullException.ThrowIfNull(database);
        var isAurora = database.Plan.Engine.IsAurora;
        ImmutableArray<(string, string)> dimensions = [(isAurora ? "DBClusterIdentifier" : "DBInstanceIdentifier", database.Identifier)];
        ImmutableArray<AlarmSpec> always =
        [
            new("Cpu", "AWS/RDS", "CPUUtilization", dimensions, "Average", percent, "CPU of the database") { IsPercent = true },
            new("Connections", "AWS/RDS", "DatabaseConnections", dimensions, "Maximum", connections, "Connections to the database"),
        ];
        return new(name, null, isAurora
            ? always
            : always.Add(new("FreeStorage", "AWS/RDS", "FreeStorageSpace", dimensions, "Minimum", database.Plan.Props.StorageGiB * GiB / 10, "Free storage of the database") { IsTooLow = true }));
    }

    /// <summary>A stage of a REST API: errors of its backend, and how long answers take.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="apiName">The API's name, a literal or a token.</param>
    /// <param name="stage">The stage's name.</param>
    /// <param name="latency">How long 95 of 100 answers may take. Default: 2 seconds.</param>
    /// <param name="errorPercent">How many of 100 requests may fail with 5xx, 1 to 100. Default: 1.</param>
    public static AlarmSource RestApi(string name, string apiName, string stage, TimeSpan? latency = null, int errorPercent = 1) => new(name, null,
    [
        new("ServerErrors", RestApiNamespace, "5XXError", [("ApiName", apiName), ("Stage", stage)], "Average", errorPercent, "Share of 5xx answers") { IsShare = true, IsPercent = true },
        new("Latency", RestApiNamespace, "Latency", [("ApiName", apiName), ("Stage", stage)], "p95", Milliseconds(latency), "95th percentile of the latency in milliseconds"),
    ]);

    /// <summary>A stage of an HTTP API: errors of its backend, and how long answers take.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="apiId">The API's ID, a token.</param>
    /// <param name="stage">The stage's name.</param>
    /// <param name="latency">How long 95 of 100 answers may take. Default: 2 seconds.</param>
    /// <param name="errorPercent">How many of 100 requests may fail with 5xx, 1 to 100. Default: 1.</param>
    public static AlarmSource HttpApi(string name, string apiId, string stage, TimeSpan? latency = null, int errorPercent = 1) => new(name, null,
    [
        new("ServerErrors", RestApiNamespace, "5xx", [("ApiId", apiId), ("Stage", stage)], "Average", errorPercent, "Share of 5xx answers") { IsShare = true, IsPercent = true },
        new("Latency", RestApiNamespace, "Latency", [("ApiId", apiId), ("Stage", stage)], "p95", Milliseconds(latency), "95th percentile of the latency in milliseconds"),
    ]);

    /// <summary>A stage of a WebSocket API: messages that its backends refuse or that do not reach them, and how long backends take.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="apiId">The API's ID, a token.</param>
    /// <param name="stage">The stage's name.</param>
    /// <param name="latency">How long 95 of 100 answers of backends may take. Default: 2 seconds.</param>
    /// <param name="errorsIn5Minutes">How many messages may fail in 5 minutes, at backends and on the way each. Default: 10.</param>
    /// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-logging.html</remarks>
    public static AlarmSource WebSocketApi(string name, string apiId, string stage, TimeSpan? latency = null, int errorsIn5Minutes = 10) => new(name, null,
    [
        new("IntegrationErrors", RestApiNamespace, "IntegrationError", [("ApiId", apiId), ("Stage", stage)], "Sum", errorsIn5Minutes, "Messages that backends answer with 4xx or 5xx") { PeriodSeconds = 300 },
        new("ExecutionErrors", RestApiNamespace, "ExecutionError", [("ApiId", apiId), ("Stage", stage)], "Sum", errorsIn5Minutes, "Messages that do not reach their backend") { PeriodSeconds = 300 },
        new("Latency", RestApiNamespace, "IntegrationLatency", [("ApiId", apiId), ("Stage", stage)], "p95", Milliseconds(latency), "95th percentile of the backends' latency in milliseconds"),
    ]);

    /// <summary>A CloudFront distribution with additional metrics: its share of 5xx answers, and how long its origins take. Only in us-east-1.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="distributionId">The distribution's ID, a token.</param>
    /// <param name="originLatency">How long 95 of 100 answers of the origins may take. Default: 2 seconds.</param>
    /// <param name="errorPercent">How many of 100 requests may fail with 5xx, 1 to 100. Default: 1.</param>
    public static AlarmSource Distribution(string name, string distributionId, TimeSpan? originLatency = null, int errorPercent = 1) => new(name, EdgeRegion,
    [
        new("ServerErrors", "AWS/CloudFront", "5xxErrorRate", [("DistributionId", distributionId), ("Region", "Global")], "Average", errorPercent, "Percentage of 5xx answers") { IsPercent = true },
        new("OriginLatency", "AWS/CloudFront", "OriginLatency", [("DistributionId", distributionId), ("Region", "Global")], "p95", Milliseconds(originLatency), "95th percentile of the origins' latency in milliseconds"),
    ]);

    /// <summary>The web ACL of a distribution: how many requests it blocks. Only in us-east-1.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="webAclMetricName">The metric name of the ACL.</param>
    /// <param name="blockedIn5Minutes">How many requests it may block in 5 minutes. Default: 1000.</param>
    public static AlarmSource EdgeWebAcl(string name, string webAclMetricName, int blockedIn5Minutes = 1000) => new(name, EdgeRegion,
        [Blocked([("WebACL", webAclMetricName), ("Rule", "ALL")], blockedIn5Minutes)]);

    /// <summary>The web ACL of a stage or load balancer: how many requests it blocks.</summary>
    /// <param name="name">The name: a letter, then letters, digits and hyphens.</param>
    /// <param name="webAclMetricName">The metric name of the ACL.</param>
    /// <param name="blockedIn5Minutes">How many requests it may block in 5 minutes. Default: 1000.</param>
    public static AlarmSource RegionalWebAcl(string name, string webAclMetricName, int blockedIn5Minutes = 1000) => new(name, null,
        [Blocked([("WebACL", webAclMetricName), ("Rule", "ALL"), ("Region", Amazon.CDK.Aws.REGION)], blockedIn5Minutes)]);

    private static AlarmSource Application(string name, string fullName, AlbListeners listeners, Func<string, string> targetGroup, int errorsIn5Minutes, TimeSpan? latency)
    {
        var balancer = ("LoadBalancer", fullName);
        return new(name, null,
        [
            .. listeners.TargetGroups.Select(group => new AlarmSpec(
                $"UnhealthyHosts{Planning.ResourceName.Of(group.Name)}",
                "AWS/ApplicationELB",
                "UnHealthyHostCount",
                [("TargetGroup", targetGroup(group.Name)), balancer],
                "Maximum",
                0,
                $"Targets of {(group.Rule is null ? "listener" : "rule")} {group.Name} are not well")),
            new("TargetErrors", "AWS/ApplicationELB", "HTTPCode_Target_5XX_Count", [balancer], "Sum", errorsIn5Minutes, "5xx answers of the targets") { PeriodSeconds = 300 },
            // In seconds, where others are in milliseconds.
            new("TargetLatency", "AWS/ApplicationELB", "TargetResponseTime", [balancer], "p95", (long)Math.Ceiling((latency ?? TimeSpan.FromSeconds(2)).TotalSeconds), "95th percentile of the targets' latency in seconds"),
        ]);
    }

    private static AlarmSpec Blocked(ImmutableArray<(string, string)> dimensions, int blocked) =>
        new("BlockedRequests", "AWS/WAFV2", "BlockedRequests", dimensions, "Sum", blocked, "Requests that are blocked") { PeriodSeconds = 300 };

    private static long Milliseconds(TimeSpan? latency) => (long)(latency ?? TimeSpan.FromSeconds(2)).TotalMilliseconds;
}

/// <summary>An alarm on one metric.</summary>
/// <param name="Name">Its name within its source, in logical IDs.</param>
/// <param name="Namespace">The metric's namespace.</param>
/// <param name="Metric">The metric.</param>
/// <param name="Dimensions">The dimensions, whose values may be tokens.</param>
/// <param name="Statistic">The statistic.</param>
/// <param name="Threshold">What it may not cross.</param>
/// <param name="Description">What it means, in words.</param>
internal sealed record AlarmSpec(
    string Name, string Namespace, string Metric, ImmutableArray<(string Name, string Value)> Dimensions, string Statistic, long Threshold, string Description)
{
    /// <summary>Whether less than the threshold is bad; then no data is bad as well.</summary>
    public bool IsTooLow { get; init; }

    /// <summary>Whether the threshold is a percentage.</summary>
    public bool IsPercent { get; init; }

    /// <summary>Whether the metric is a share from 0 to 1 although the threshold is a percentage.</summary>
    public bool IsShare { get; init; }

    /// <summary>Seconds of one data point.</summary>
    public int PeriodSeconds { get; init; } = 60;
}
