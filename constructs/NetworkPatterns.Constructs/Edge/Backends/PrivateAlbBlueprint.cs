using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>The resources of a <see cref="PrivateAlb"/>.</summary>
internal static class PrivateAlbBlueprint
{
    public const string LoadBalancerId = "LoadBalancer";
    public const string VpcLinkId = "VpcLink";
    public const string VpcOriginId = "VpcOrigin";

    private const int LongestName = 64;

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(
        PrivateAlbPlan plan, ThreeTierVpc network, string logBucketName, PatternContext context)
    {
        var tags = new ResourceTags(plan.Path);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var name = plan.Path[Math.Max(0, plan.Path.Length - LongestName)..];
        builder.Add(
            LoadBalancerId,
            "AWS::ElasticLoadBalancingV2::LoadBalancer",
            ("Type", "application"),
            ("Scheme", "internal"),
            ("IpAddressType", "ipv4"),
            ("Subnets", Subnets(plan.Tier, network, inputs)),
            ("SecurityGroups", Group(plan.Tier, network, inputs)),
            ("LoadBalancerAttributes", LoadBalancerParts.Attributes(
                ("routing.http.drop_invalid_header_fields.enabled", "true"),
                ("routing.http.desync_mitigation_mode", "defensive"),
                ("idle_timeout.timeout_seconds", LoadBalancerParts.Seconds(plan.Props.IdleTimeout)),
                ("deletion_protection.enabled", LoadBalancerParts.Text(plan.Props.DeletionProtection)),
                ("access_logs.s3.enabled", "true"),
                ("access_logs.s3.bucket", inputs.Of("LogBucketName", logBucketName)),
                ("access_logs.s3.prefix", LoadBalancerParts.LogPrefix(plan.Path)))),
            ("Tags", tags.Of("load-balancer")));
        foreach (var listener in plan.Listeners)
        {
            Add(builder, listener, inputs.Of("VpcId", network.VpcId), inputs, tags);
        }

        if (plan.LinkTier is { } link)
        {
            builder.Add(
                VpcLinkId,
                "AWS::ApiGatewayV2::VpcLink",
                ("Name", name),
                ("SubnetIds", Subnets(link, network, inputs)),
                ("SecurityGroupIds", Group(link, network, inputs)),
                ("Tags", Value.Map(("Name", $"{name}/vpc-link"))));
        }

        if (plan.Props.VpcOrigin)
        {
            AddVpcOrigin(builder, plan, name, tags);
        }

        return (builder.Build(plan.Path), inputs.Supplied);
    }

    /// <summary>The id of a listener.</summary>
    public static string ListenerId(string name) => $"{ResourceName.Of(name)}Listener";

    /// <summary>The id of a listener's target group.</summary>
    public static string TargetGroupId(string name) => $"{ResourceName.Of(name)}Targets";

    private static void Add(BlueprintBuilder builder, AlbListener listener, Value vpc, TokenInputs inputs, ResourceTags tags)
    {
        var targets = listener.Targets;
        builder.Add(
            TargetGroupId(listener.Name),
            "AWS::ElasticLoadBalancingV2::TargetGroup",
            [
                ("VpcId", vpc),
                ("Protocol", targets.Tls ? "HTTPS" : "HTTP"),
                ("Port", targets.Port),
                ("TargetType", targets.Type == TargetType.Ip ? "ip" : "instance"),
                .. LoadBalancerParts.HealthCheck(targets.HealthCheck),
                ("TargetGroupAttributes", LoadBalancerParts.Attributes(("deregistration_delay.timeout_seconds", LoadBalancerParts.Seconds(targets.DeregistrationDelay)))),
                ("Tags", tags.Of(listener.Name)),
            ]);
        var id = ListenerId(listener.Name);
        var certificates = LoadBalancerParts.Certificates(id, listener.CertificateArns, inputs);
        builder.Add(
            id,
            "AWS::ElasticLoadBalancingV2::Listener",
            ("LoadBalancerArn", Value.Ref(LoadBalancerId)),
            ("Protocol", "HTTPS"),
            ("Port", listener.Port),
            ("SslPolicy", listener.SslPolicy),
            ("Certificates", Value.List(Value.Map(("CertificateArn", certificates[0])))),
            ("DefaultActions", LoadBalancerParts.ForwardTo(TargetGroupId(listener.Name))));
        LoadBalancerParts.AddMoreCertificates(builder, id, certificates);
    }

    // CloudFront uses one port of an origin; that of the first listener by name.
    private static void AddVpcOrigin(BlueprintBuilder builder, PrivateAlbPlan plan, string name, ResourceTags tags) => builder.Add(
        VpcOriginId,
        "AWS::CloudFront::VpcOrigin",
        ("VpcOriginEndpointConfig", Value.Map(
            ("Name", name),
            ("Arn", Value.Ref(LoadBalancerId)),
            ("HTTPSPort", plan.Listeners[0].Port),
            ("OriginProtocolPolicy", "https-only"),
            ("OriginSSLProtocols", Value.List("TLSv1.2")))),
        ("Tags", tags.Of("vpc-origin")));

    private static ListValue Subnets(TierPlan tier, ThreeTierVpc network, TokenInputs inputs) =>
        Value.List(tier.Subnets.Select(subnet => inputs.Of(subnet.Id, network.Resources.Ref(subnet.Id))));

    private static ListValue Group(TierPlan tier, ThreeTierVpc network, TokenInputs inputs) =>
        Value.List(inputs.Of(tier.SecurityGroupId, network.Resources.GetAtt(tier.SecurityGroupId, "GroupId")));
}
