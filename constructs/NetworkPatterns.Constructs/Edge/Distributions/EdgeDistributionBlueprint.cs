using System.Collections.Immutable;
using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>The resources of a distribution.</summary>
/// <remarks>
/// What is unique in the whole account (policies, functions, access controls) is named after the construct path.
/// <para>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudfront-distribution-distributionconfig.html</para>
/// </remarks>
internal sealed class EdgeDistributionBlueprint
{
    public const string DistributionId = "Distribution";
    public const string StagingId = "Staging";
    public const string LogBucketId = "LogBucket";
    private const string AccessLogBucketId = "AccessLogBucket";
    private const string HeadersId = "ResponseHeaders";
    private const string AccessControlId = "OriginAccessControl";
    private const string LogPrefix = "distribution-logs/";
    private const int LongestName = 64;
    private const int Year = 31_536_000;

    private readonly BlueprintBuilder _builder = new();
    private readonly TokenInputs _inputs;
    private readonly EdgeDistributionPlan _plan;
    private readonly ResourceTags _tags;
    private readonly EdgeLogBlueprint _logs;

    private EdgeDistributionBlueprint(EdgeDistributionPlan plan, PatternContext context)
    {
        _plan = plan;
        _tags = new(plan.Path);
        _inputs = new(_builder, context.IsToken);
        _logs = new(_builder, plan, _inputs, _tags);
    }

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(EdgeDistributionPlan plan, PatternContext context)
    {
        var blueprint = new EdgeDistributionBlueprint(plan, context);
        blueprint.AddDistribution(DistributionId, plan.Props);
        if (plan.Staging is { } staging)
        {
            blueprint.AddDistribution(StagingId, staging);
            blueprint._builder.Add(EdgeStagingBlueprint.PolicyOf(plan.Props.Staging!));
        }

        blueprint.AddLogs();
        blueprint.AddBuckets();
        blueprint.AddHeaders();
        EdgeFunctionBlueprint.AddTo(blueprint._builder, plan);
        EdgeSignersBlueprint.AddTo(blueprint._builder, plan);
        EdgeRealtimeLogBlueprint.AddTo(blueprint._builder, plan, blueprint._inputs, blueprint._tags);
        return (blueprint._builder.Build(plan.Path), blueprint._inputs.Supplied);
    }

    /// <summary>The id of a bucket that the distribution makes.</summary>
    public static string BucketIdOf(string originName) => $"{ResourceName.Of(originName)}Bucket";

    /// <summary>A name that is unique in the account, of at most 64 characters.</summary>
    public static string NameOf(EdgeDistributionPlan plan, string part) => UniqueName.Of($"{plan.Path}-{part}", LongestName);

    private void AddDistribution(string id, EdgeDistributionProps props)
    {
        var isStaging = id == StagingId;
        var origins = props.Origins.Where(origin => origin.Kind != EdgeOriginKind.Failover).OrderBy(origin => origin.Name, StringComparer.Ordinal);
        var groups = props.Origins.Where(origin => origin.Kind == EdgeOriginKind.Failover).OrderBy(origin => origin.Name, StringComparer.Ordinal).ToList();
        _builder.Add(new(id, "AWS::CloudFront::Distribution", Value.Map(
            ("DistributionConfig", Value.Map(
                ("Enabled", true),
                ("Comment", _plan.Path.Length <= 128 ? _plan.Path : _plan.Path[^128..]),
                ("Staging", isStaging ? (Value)true : null),
                ("ContinuousDeploymentPolicyId", props.Staging is { IsAttached: true } ? Value.GetAtt(EdgeStagingBlueprint.PolicyId, "Id") : null),
                ("Aliases", isStaging ? null : Value.List(props.DomainNames.Select(name => (Value)name))),
                ("ViewerCertificate", Value.Map(
                    ("AcmCertificateArn", _inputs.Of("CertificateArn", props.CertificateArn)),
                    ("SslSupportMethod", "sni-only"),
                    ("MinimumProtocolVersion", props.MinimumTls switch { EdgeTls.Tls12Of2021 => "TLSv1.2_2021", EdgeTls.Tls12Of2025 => "TLSv1.2_2025", _ => "TLSv1.3_2025" }))),
                ("WebACLId", _inputs.Of("WebAclArn", props.WebAclArn)),
                ("HttpVersion", props.HasHttp3 ? "http2and3" : "http2"),
                ("IPV6Enabled", true),
                ("PriceClass", props.Places switch { EdgePlaces.Cheapest => "PriceClass_100", EdgePlaces.Most => "PriceClass_200", _ => "PriceClass_All" }),
                ("DefaultRootObject", props.RootObject is null ? null : (Value)props.RootObject),
                ("Restrictions", Value.Map(("GeoRestriction", Value.Map(
                    ("RestrictionType", props.Countries.Restriction),
                    ("Locations", props.Countries.Codes.IsEmpty ? null : Value.List(props.Countries.Codes.Select(code => (Value)code))))))),
                ("CustomErrorResponses", props.ErrorPages.Count == 0 ? null : Value.List(props.ErrorPages.Select(page => (Value)ErrorOf(page)))),
                ("Logging", props.AccessLogs.HasStandard
                    ? Value.Map(("Bucket", Value.GetAtt(LogBucketId, "RegionalDomainName")), ("IncludeCookies", false), ("Prefix", isStaging ? "cloudfront-staging/" : "cloudfront/"))
                    : null),
                ("Origins", Value.List(origins.Select(origin => (Value)OriginOf(origin)))),
                ("OriginGroups", groups.Count == 0 ? null : Value.Map(("Quantity", groups.Count), ("Items", Value.List(groups.Select(group => (Value)GroupOf(group)))))),
                ("DefaultCacheBehavior", BehaviorOf(props.Behaviors.Single(behavior => behavior.IsDefault), id)),
                ("CacheBehaviors", props.Behaviors.Count == 1 ? null : Value.List(props.Behaviors.Where(behavior => !behavior.IsDefault).Select(behavior => (Value)BehaviorOf(behavior, id)))))),
            ("Tags", _tags.Of(isStaging ? "staging" : "distribution"))))
        {
            Metadata = ReasonsOf(props),
        });
        if (props.HasAdditionalMetrics)
        {
            _builder.Add(isStaging ? "StagingMetrics" : "Metrics", "AWS::CloudFront::MonitoringSubscription",
                ("DistributionId", Value.Ref(id)),
                ("MonitoringSubscription", Value.Map(("RealtimeMetricsSubscriptionConfig", Value.Map(("RealtimeMetricsSubscriptionStatus", "Enabled"))))));
        }
    }

    private MapValue BehaviorOf(EdgeBehavior behavior, string distribution) =>
        EdgeBehaviorBlueprint.Of(_builder, _inputs, _plan, behavior, HeadersId, distribution == StagingId ? StagingId : "");

    private static MapValue ErrorOf(EdgeErrorPage page) => Value.Map(
        ("ErrorCode", page.StatusCode),
        ("ResponsePagePath", page.PagePath is null ? null : (Value)page.PagePath),
        ("ResponseCode", page.PagePath is null ? null : (Value)(page.ShownStatusCode ?? page.StatusCode)),
        ("ErrorCachingMinTTL", (int)page.RememberedFor.TotalSeconds));

    private static MapValue ReasonsOf(EdgeDistributionProps props)
    {
        var reasons = props.Countries.Reason is { } reason ? CdkNag.Suppress("AwsSolutions-CFR1", reason) : MapValue.Empty;
        return props.AccessLogs.HasStandard ? reasons : CdkNag.Suppress(CdkNag.StandardLogs, "Access logs are delivered by CloudWatch Logs (standard logging v2), which this rule does not see.", reasons);
    }

    private void AddLogs()
    {
        if (_plan.Props.AccessLogs.Deliveries.IsEmpty)
        {
            return;
        }

        _logs.AddDestinations();
        _logs.AddDeliveries(DistributionId);
        if (_plan.Staging is not null)
        {
            _logs.AddDeliveries(StagingId);
        }
    }

    private MapValue OriginOf(EdgeOrigin origin) => Value.Map(
    [
        ("Id", origin.Name),
        .. origin.Kind switch { EdgeOriginKind.Bucket => FromBucket(origin), EdgeOriginKind.Vpc => FromVpc(origin), _ => FromServer(origin) },
        ("OriginShield", origin.ShieldRegion is { } region ? Value.Map(("Enabled", true), ("OriginShieldRegion", region)) : null),
    ]);

    private static IEnumerable<(string Key, Value? Value)> FromBucket(EdgeOrigin origin) =>
    [
        ("DomainName", Value.GetAtt(BucketIdOf(origin.Name), "RegionalDomainName")),
        ("OriginAccessControlId", Value.GetAtt(AccessControlId, "Id")),
        ("S3OriginConfig", Value.Map(("OriginAccessIdentity", ""))),
    ];

    private IEnumerable<(string Key, Value? Value)> FromServer(EdgeOrigin origin) =>
    [
        ("DomainName", origin.DomainName!),
        ("CustomOriginConfig", Value.Map(
            ("HTTPPort", 80),
            ("HTTPSPort", 443),
            ("OriginProtocolPolicy", "https-only"),
            ("OriginSSLProtocols", Value.List("TLSv1.2")),
            ("OriginReadTimeout", (int)origin.ReadTimeout.TotalSeconds),
            ("OriginKeepaliveTimeout", KeepaliveOf(origin)),
            ("OriginMtlsConfig", origin.ClientCertificateArn is { } arn ? Value.Map(("ClientCertificateArn", _inputs.Of($"{ResourceName.Of(origin.Name)}ClientCertificate", arn))) : null))),
        ("OriginCustomHeaders", HeadersOf(origin)),
    ];

    private IEnumerable<(string Key, Value? Value)> FromVpc(EdgeOrigin origin) =>
    [
        ("DomainName", origin.DomainName!),
        ("VpcOriginConfig", Value.Map(
            ("VpcOriginId", _inputs.Of($"{ResourceName.Of(origin.Name)}VpcOriginId", origin.VpcOriginId!)),
            ("OriginReadTimeout", (int)origin.ReadTimeout.TotalSeconds),
            ("OriginKeepaliveTimeout", KeepaliveOf(origin)))),
        ("OriginCustomHeaders", HeadersOf(origin)),
    ];

    private ListValue? HeadersOf(EdgeOrigin origin) => origin.Headers.IsEmpty ? null : Value.List(origin.Headers.Select((header, index) => (Value)Value.Map(
        ("HeaderName", header.Key), ("HeaderValue", _inputs.Of($"{ResourceName.Of(origin.Name)}Header{index}", header.Value)))));

    private static Value? KeepaliveOf(EdgeOrigin origin) => origin.KeepaliveTimeout is { } timeout ? (Value)(int)timeout.TotalSeconds : null;

    private static MapValue GroupOf(EdgeOrigin group) => Value.Map(
        ("Id", group.Name),
        ("FailoverCriteria", Value.Map(("StatusCodes", Value.Map(("Quantity", group.StatusCodes.Length), ("Items", Value.List(group.StatusCodes.Select(code => (Value)code))))))),
        ("Members", Value.Map(("Quantity", group.Members.Length), ("Items", Value.List(group.Members.Select(member => (Value)Value.Map(("OriginId", member))))))));

    private void AddBuckets()
    {
        var days = _plan.Props.LogRetentionDays;
        var sources = ImmutableArray.CreateBuilder<Value>();
        if (_plan.Props.AccessLogs.HasStandard)
        {
            // CloudFront writes standard logs with ACLs; nobody else may.
            LogBucketBlueprint.AddBucket(_builder, LogBucketId, days, _tags.Of("logs"), (AccessLogBucketId, LogPrefix), ownership: "ObjectWriter");
            LogBucketBlueprint.AddPolicy(_builder, $"{LogBucketId}Policy", LogBucketId);
            sources.Add(LogBucketBlueprint.ServerAccessLogs("AccessLogsOfTheLogBucket", LogBucketId, AccessLogBucketId, LogPrefix));
        }

        if (_logs.AddBucket(AccessLogBucketId) is var (delivered, deliveredPrefix))
        {
            sources.Add(LogBucketBlueprint.ServerAccessLogs($"AccessLogsOf{delivered}", delivered, AccessLogBucketId, deliveredPrefix));
        }

        foreach (var origin in _plan.Buckets)
        {
            var (id, prefix) = (BucketIdOf(origin.Name), $"{origin.Name}-bucket/");
            LogBucketBlueprint.AddBucket(_builder, id, retentionDays: null, _tags.Of(origin.Name), (AccessLogBucketId, prefix));
            LogBucketBlueprint.AddPolicy(_builder, $"{id}Policy", id, ReadByTheDistribution(id));
            sources.Add(LogBucketBlueprint.ServerAccessLogs($"AccessLogsOf{id}", id, AccessLogBucketId, prefix));
        }

        if (sources.Count > 0)
        {
            LogBucketBlueprint.AddBucket(_builder, AccessLogBucketId, days, _tags.Of("access-logs"));
            LogBucketBlueprint.AddPolicy(_builder, $"{AccessLogBucketId}Policy", AccessLogBucketId, [.. sources]);
        }

        if (_plan.Buckets.Any())
        {
            _builder.Add(AccessControlId, "AWS::CloudFront::OriginAccessControl", ("OriginAccessControlConfig", Value.Map(
                ("Name", NameOf(_plan, "access")), ("OriginAccessControlOriginType", "s3"), ("SigningBehavior", "always"), ("SigningProtocol", "sigv4"))));
        }
    }

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
    private MapValue ReadByTheDistribution(string bucket) => Value.Map(
        ("Sid", "ReadByTheDistribution"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", "cloudfront.amazonaws.com"))),
        ("Action", "s3:GetObject"),
        ("Resource", LogBucketBlueprint.Objects(bucket, "/*")),
        ("Condition", Value.Map(("StringEquals", Value.Map(
            ("AWS:SourceArn", _plan.Staging is null ? ArnOf(DistributionId) : Value.List(ArnOf(DistributionId), ArnOf(StagingId))))))));

    private static Value ArnOf(string distribution) =>
        Value.Sub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}", ("Distribution", Value.Ref(distribution)));

    private void AddHeaders() => _builder.Add(HeadersId, "AWS::CloudFront::ResponseHeadersPolicy", ("ResponseHeadersPolicyConfig", Value.Map(
        ("Name", NameOf(_plan, "headers")),
        ("SecurityHeadersConfig", Value.Map(
            ("StrictTransportSecurity", Value.Map(("AccessControlMaxAgeSec", Year), ("IncludeSubdomains", true), ("Override", true))),
            ("ContentTypeOptions", Value.Map(("Override", true))),
            ("FrameOptions", Value.Map(("FrameOption", "DENY"), ("Override", false))),
            ("ReferrerPolicy", Value.Map(("ReferrerPolicy", "strict-origin-when-cross-origin"), ("Override", false))),
            ("ContentSecurityPolicy", _plan.Props.ContentSecurityPolicy is { } policy ? Value.Map(("ContentSecurityPolicy", policy), ("Override", false)) : null))))));
}
