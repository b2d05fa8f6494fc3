using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>The resources of a <see cref="PrivateNlb"/>.</summary>
internal static class PrivateNlbBlueprint
{
    public const string VpcLinkId = "VpcLink";

    private const int LongestName = 64;

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(
        PrivateNlbPlan plan, ThreeTierVpc network, string logBucketName, PatternContext context)
    {
        var tags = new ResourceTags(plan.Path);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var vpc = inputs.Of("VpcId", network.VpcId);
        builder.Add(
            LoadBalancerParts.LoadBalancerId,
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            ("Type", "network"),
            ("Scheme", "internal"),
            ("IpAddressType", "ipv4"),
            ("Subnets", Value.List(plan.Tier.Subnets.Select(subnet => inputs.Of(subnet.Id, network.Resources.Ref(subnet.Id))))),
            ("SecurityGroups", Value.List(inputs.Of("SecurityGroupId", network.Resources.GetAtt(plan.Tier.SecurityGroupId, "GroupId")))),
            ("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic", "off"),
            ("LoadBalancerAttributes", LoadBalancerParts.Attributes(
                ("load_balancing.cross_zone.enabled", LoadBalancerParts.Text(plan.CrossZone)),
                ("deletion_protection.enabled", LoadBalancerParts.Text(plan.HasDeletionProtection)),
                ("access_logs.s3.enabled", "true"),
                ("access_logs.s3.bucket", inputs.Of("LogBucketName", logBucketName)),
                ("access_logs.s3.prefix", LoadBalancerParts.LogPrefix(plan.Path)))),
            ("Tags", tags.Of("load-balancer")));
        foreach (var listener in plan.Listeners)
        {
            AddTargets(builder, listener, vpc, tags);
            AddListener(builder, listener, inputs, tags);
        }

        if (plan.HasVpcLink)
        {
            builder.Add(
                VpcLinkId,
                "AWS::ApiGateway::VpcLink",
                ("Name", plan.Path[Math.Max(0, plan.Path.Length - LongestName)..]),
                ("TargetArns", Value.List(Value.Ref(LoadBalancerParts.LoadBalancerId))),
                ("Tags", tags.Of("vpc-link")));
        }

        return (builder.Build(plan.Path), inputs.Supplied);
    }

    private static void AddTargets(BlueprintBuilder builder, NlbListenerPlan listener, Value vpc, ResourceTags tags)
    {
        var targets = listener.Targets;
        builder.Add(
            listener.TargetGroupId,
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            [
                ("VpcId", vpc),
                ("Protocol", Protocol(listener)),
                ("Port", targets.Port),
                ("TargetType", targets.Type == TargetType.Ip ? "ip" : "instance"),
                ("Targets", targets.Addresses.Count == 0
                    ? null
                    : Value.List(targets.Addresses.Order(StringComparer.Ordinal).Select(address => Value.Map(("Id", address), ("Port", targets.Port))))),
                .. LoadBalancerParts.HealthCheck(targets.HealthCheck),
                ("TargetGroupAttributes", LoadBalancerParts.Attributes(
                    ("deregistration_delay.timeout_seconds", LoadBalancerParts.Seconds(targets.DeregistrationDelay)),
                    ("preserve_client_ip.enabled", LoadBalancerParts.Text(listener.PreservesClientIp)))),
                ("Tags", tags.Of(listener.Name)),
            ]);
    }

    private static void AddListener(BlueprintBuilder builder, NlbListenerPlan plan, TokenInputs inputs, ResourceTags tags)
    {
        var listener = plan.Listener;
        var isTls = listener.EffectiveProtocol == NlbProtocol.Tls;
        var certificates = LoadBalancerParts.Certificates(plan.ListenerId, listener.CertificateArns, inputs);
        builder.Add(
            plan.ListenerId,
            "AWS::ElasticLoadBalancingV2::Listener",
            ("LoadBalancerArn", Value.Ref(LoadBalancerParts.LoadBalancerId)),
            ("Protocol", listener.EffectiveProtocol.ToString().ToUpperInvariant()),
            ("Port", listener.Port),
            ("SslPolicy", isTls ? (Value)listener.SslPolicy : null),
            ("Certificates", isTls ? Value.List(Value.Map(("CertificateArn", certificates[0]))) : null),
            ("DefaultActions", LoadBalancerParts.ForwardTo(plan.TargetGroupId)));
        LoadBalancerParts.AddMoreCertificates(builder, plan.ListenerId, certificates);
    }

    private static string Protocol(NlbListenerPlan listener) => listener.Listener.EffectiveProtocol switch
    {
        NlbProtocol.Udp => "UDP",
        NlbProtocol.Tls when listener.Targets.Tls => "TLS",
        _ => "TCP",
    };
}
