using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What Application Load Balancers have in common, however they are reached.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Tier">The tier of the load balancer.</param>
/// <param name="IsInternal">Whether it has private addresses only.</param>
/// <param name="IdleTimeout">How long an idle connection is kept.</param>
/// <param name="DeletionProtection">Whether it can't be deleted.</param>
/// <param name="Listeners">Its listeners.</param>
internal sealed record AlbPlan(string Path, TierPlan Tier, bool IsInternal, TimeSpan IdleTimeout, bool DeletionProtection, AlbListeners Listeners);

/// <summary>The resources of an Application Load Balancer.</summary>
internal static class AlbBlueprint
{
    /// <summary>Adds the load balancer, its listeners, their rules and target groups.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="plan">The load balancer.</param>
    /// <param name="network">Its VPC.</param>
    /// <param name="logBucketName">Where its access logs go.</param>
    /// <param name="inputs">What only deployment knows.</param>
    /// <param name="secrets">The values of the header of which a request must have one; none where everybody is answered who gets there.</param>
    public static void AddTo(BlueprintBuilder builder, AlbPlan plan, ThreeTierVpc network, string logBucketName, TokenInputs inputs, ImmutableArray<Value> secrets)
    {
        var tags = new ResourceTags(plan.Path);
        builder.Add(
            LoadBalancerParts.LoadBalancerId,
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            ("Type", "application"),
            ("Scheme", plan.IsInternal ? "internal" : "internet-facing"),
            ("IpAddressType", "ipv4"),
            ("Subnets", SubnetsOf(plan.Tier, network, inputs)),
            ("SecurityGroups", GroupOf(plan.Tier, network, inputs)),
            ("LoadBalancerAttributes", LoadBalancerParts.Attributes(
                ("routing.http.drop_invalid_header_fields.enabled", "true"),
                ("routing.http.desync_mitigation_mode", "defensive"),
                ("idle_timeout.timeout_seconds", LoadBalancerParts.Seconds(plan.IdleTimeout)),
                ("deletion_protection.enabled", LoadBalancerParts.Text(plan.DeletionProtection)),
                ("access_logs.s3.enabled", "true"),
                ("access_logs.s3.bucket", inputs.Of("LogBucketName", logBucketName)),
                ("access_logs.s3.prefix", LoadBalancerParts.LogPrefix(plan.Path)))),
            ("Tags", tags.Of("load-balancer")));
        foreach (var group in plan.Listeners.TargetGroups)
        {
            AddTargets(builder, group, inputs.Of("VpcId", network.VpcId), tags);
        }

        foreach (var listener in plan.Listeners.All)
        {
            AddListener(builder, listener, inputs, secrets);
        }
    }

    /// <summary>The id of a listener.</summary>
    public static string ListenerId(string name) => $"{ResourceName.Of(name)}Listener";

    /// <summary>The id of a rule.</summary>
    public static string RuleId(string name) => $"{ResourceName.Of(name)}Rule";

    /// <summary>The id of a target group.</summary>
    public static string TargetGroupId(string name) => $"{ResourceName.Of(name)}Targets";

    /// <summary>The subnets of a tier.</summary>
    public static ListValue SubnetsOf(TierPlan tier, ThreeTierVpc network, TokenInputs inputs) =>
        Value.List(tier.Subnets.Select(subnet => inputs.Of(subnet.Id, network.Resources.Ref(subnet.Id))));

    /// <summary>The security group of a tier.</summary>
    public static ListValue GroupOf(TierPlan tier, ThreeTierVpc network, TokenInputs inputs) =>
        Value.List(inputs.Of(tier.SecurityGroupId, network.Resources.GetAtt(tier.SecurityGroupId, "GroupId")));

    private static void AddTargets(BlueprintBuilder builder, AlbTargetGroup group, Value vpc, ResourceTags tags)
    {
        var targets = group.Targets;
        builder.Add(
            TargetGroupId(group.Name),
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            [
                ("VpcId", vpc),
                ("Protocol", targets.Tls ? "HTTPS" : "HTTP"),
                ("Port", targets.Port),
                ("TargetType", targets.Type == TargetType.Ip ? "ip" : "instance"),
                .. LoadBalancerParts.HealthCheck(targets.HealthCheck),
                ("TargetGroupAttributes", LoadBalancerParts.Attributes(("deregistration_delay.timeout_seconds", LoadBalancerParts.Seconds(targets.DeregistrationDelay)))),
                ("Tags", tags.Of(group.Name)),
            ]);
    }

    private static void AddListener(BlueprintBuilder builder, AlbListener listener, TokenInputs inputs, ImmutableArray<Value> secrets)
    {
        var id = ListenerId(listener.Name);
        var certificates = LoadBalancerParts.Certificates(id, listener.CertificateArns, inputs);
        builder.Add(
            id,
            "AWS::ElasticLoadBalancingV2::Listener",
            ("LoadBalancerArn", Value.Ref(LoadBalancerParts.LoadBalancerId)),
            ("Protocol", "HTTPS"),
            ("Port", listener.Port),
            ("SslPolicy", listener.SslPolicy),
            ("Certificates", Value.List(Value.Map(("CertificateArn", certificates[0])))),
            ("DefaultActions", secrets.IsEmpty ? LoadBalancerParts.ForwardTo(TargetGroupId(listener.Name)) : Refusal()));
        LoadBalancerParts.AddMoreCertificates(builder, id, certificates);
        foreach (var group in AlbListeners.GroupsOf(listener).Where(group => group.Rule is not null || !secrets.IsEmpty))
        {
            builder.Add(
                RuleId(group.Name),
                "AWS::ElasticLoadBalancingV2::ListenerRule",
                ("ListenerArn", Value.Ref(id)),
                ("Priority", group.Rule?.Priority ?? AlbListenerRules.LastPriority),
                ("Conditions", Value.List(ConditionsOf(group.Rule, secrets))),
                ("Actions", LoadBalancerParts.ForwardTo(TargetGroupId(group.Name))));
        }
    }

    private static ListValue Refusal() => Value.List(Value.Map(
        ("Type", "fixed-response"),
        ("FixedResponseConfig", Value.Map(("StatusCode", "403"), ("ContentType", "text/plain"), ("MessageBody", "Forbidden")))));

    private static IEnumerable<Value> ConditionsOf(AlbRule? rule, ImmutableArray<Value> secrets)
    {
        if (!secrets.IsEmpty)
        {
            yield return Value.Map(("Field", "http-header"), ("HttpHeaderConfig", Value.Map(("HttpHeaderName", Api.OriginLock.HeaderName), ("Values", Value.List(secrets)))));
        }

        if (rule is { Hosts.Count: > 0 })
        {
            yield return Value.Map(("Field", "host-header"), ("HostHeaderConfig", Value.Map(("Values", Value.List(rule.Hosts.Select(host => (Value)host))))));
        }

        if (rule is { Paths.Count: > 0 })
        {
            yield return Value.Map(("Field", "path-pattern"), ("PathPatternConfig", Value.Map(("Values", Value.List(rule.Paths.Select(path => (Value)path))))));
        }
    }
}
