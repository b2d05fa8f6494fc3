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

    private EdgeDistributionBlueprint(EdgeDistributionPlan plan, PatternContext context)
    {
        _plan = plan;
        _tags = new(plan.Path);
        _inputs = new(_builder, context.IsToken);
    }

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(EdgeDistributionPlan plan, PatternContext context)
    {
        var blueprint = new EdgeDistributionBlueprint(plan, context);
        blueprint.AddDistribution();
        blueprint.AddBuckets();
        blueprint.AddHeaders();
        EdgeFunctionBlueprint.AddTo(blueprint._builder, plan);
        EdgeSignersBlueprint.AddTo(blueprint._builder, plan);
        return (blueprint._builder.Build(plan.Path), blueprint._inputs.Supplied);
    }

    /// <summary>The id of a bucket that the distribution makes.</summary>
    public static string BucketIdOf(string originName) => $"{ResourceName.Of(originName)}Bucket";

    /// <summary>A name that is unique in the account, of at most 64 characters.</summary>
    public static string NameOf(EdgeDistributionPlan plan, string part) => UniqueName.Of($"{plan.Path}-{part}", LongestName);

    private void AddDistribution()
    {
        var props = _plan.Props;
        var origins = props.Origins.Where(origin => origin.Kind != EdgeOriginKind.Failover).OrderBy(origin => origin.Name, StringComparer.Ordinal);
        var groups = props.Origins.Where(origin => origin.Kind == EdgeOriginKind.Failover).OrderBy(origin => origin.Name, StringComparer.Ordinal).ToList();
        _builder.Add(new(DistributionId, "AWS::CloudFront::Distribution", Value.Map(
            ("DistributionConfig", Value.Map(
                ("Enabled", true),
                ("Comment", _plan.Path.Length <= 128 ? _plan.Path : _plan.Path[^128..]),
                ("Aliases", Value.List(props.DomainNames.Select(name => (Value)name))),
                ("ViewerCertificate", Value.Map(
                    ("AcmCertificateArn", _inputs.Of("CertificateArn", props.CertificateArn)),
                    ("SslSupportMethod", "sni-only"),
                    ("MinimumProtocolVersion", props.MinimumTls switch { EdgeTls.Tls12Of2021 => "TLSv1.2_2021", EdgeTls.Tls12Of2025 => "TLSv1.2_2025", _ => "TLSv1.3_2025" }))),
                ("WebACLId", _inputs.Of("WebAclArn", props.WebAclArn)),
                ("HttpVersion", "http2and3"),
                ("IPV6Enabled", true),
                ("PriceClass", props.Places switch { EdgePlaces.Cheapest => "PriceClass_100", EdgePlaces.Most => "PriceClass_200", _ => "PriceClass_All" }),
                ("DefaultRootObject", props.RootObject is null ? null : (Value)props.RootObject),
                ("Restrictions", Value.Map(("GeoRestriction", Value.Map(
                    ("RestrictionType", props.Countries.Restriction),
                    ("Locations", props.Countries.Codes.IsEmpty ? null : Value.List(props.Countries.Codes.Select(code => (Value)code))))))),
                ("Logging", Value.Map(("Bucket", Value.GetAtt(LogBucketId, "RegionalDomainName")), ("IncludeCookies", false), ("Prefix", "cloudfront/"))),
                ("Origins", Value.List(origins.Select(origin => (Value)OriginOf(origin)))),
                ("OriginGroups", groups.Count == 0 ? null : Value.Map(("Quantity", groups.Count), ("Items", Value.List(groups.Select(group => (Value)GroupOf(group)))))),
                ("DefaultCacheBehavior", EdgeBehaviorBlueprint.Of(_builder, _plan, _plan.DefaultBehavior, HeadersId)),
                ("CacheBehaviors", _plan.Behaviors.IsEmpty ? null : Value.List(_plan.Behaviors.Select(behavior => (Value)EdgeBehaviorBlueprint.Of(_builder, _plan, behavior, HeadersId)))))),
            ("Tags", _tags.Of("distribution"))))
        {
            Metadata = props.Countries.Reason is { } reason ? CdkNag.Suppress("AwsSolutions-CFR1", reason) : MapValue.Empty,
        });
        if (props.HasAdditionalMetrics)
        {
            _builder.Add("Metrics", "AWS::CloudFront::MonitoringSubscription",
                ("DistributionId", Value.Ref(DistributionId)),
                ("MonitoringSubscription", Value.Map(("RealtimeMetricsSubscriptionConfig", Value.Map(("RealtimeMetricsSubscriptionStatus", "Enabled"))))));
        }
    }

    private MapValue OriginOf(EdgeOrigin origin) => Value.Map(
    [
        ("Id", origin.Name),
        .. origin.Kind == EdgeOriginKind.Bucket ? FromBucket(origin) : FromServer(origin),
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
            ("OriginMtlsConfig", origin.ClientCertificateArn is { } arn ? Value.Map(("ClientCertificateArn", _inputs.Of($"{ResourceName.Of(origin.Name)}ClientCertificate", arn))) : null))),
        ("OriginCustomHeaders", origin.Headers.IsEmpty ? null : Value.List(origin.Headers.Select((header, index) => (Value)Value.Map(
            ("HeaderName", header.Key), ("HeaderValue", _inputs.Of($"{ResourceName.Of(origin.Name)}Header{index}", header.Value)))))),
    ];

    private static MapValue GroupOf(EdgeOrigin group) => Value.Map(
        ("Id", group.Name),
        ("FailoverCriteria", Value.Map(("StatusCodes", Value.Map(("Quantity", group.StatusCodes.Length), ("Items", Value.List(group.StatusCodes.Select(code => (Value)code))))))),
        ("Members", Value.Map(("Quantity", group.Members.Length), ("Items", Value.List(group.Members.Select(member => (Value)Value.Map(("OriginId", member))))))));

    // CloudFront writes its logs with ACLs; nobody else may.
    private void AddBuckets()
    {
        var days = _plan.Props.LogRetentionDays;
        LogBucketBlueprint.AddBucket(_builder, AccessLogBucketId, days, _tags.Of("access-logs"));
        LogBucketBlueprint.AddBucket(_builder, LogBucketId, days, _tags.Of("logs"), (AccessLogBucketId, LogPrefix), ownership: "ObjectWriter");
        LogBucketBlueprint.AddPolicy(_builder, $"{LogBucketId}Policy", LogBucketId);
        var sources = ImmutableArray.CreateBuilder<Value>();
        sources.Add(LogBucketBlueprint.ServerAccessLogs("AccessLogsOfTheLogBucket", LogBucketId, AccessLogBucketId, LogPrefix));
        foreach (var origin in _plan.Buckets)
        {
            var (id, prefix) = (BucketIdOf(origin.Name), $"{origin.Name}-bucket/");
            LogBucketBlueprint.AddBucket(_builder, id, retentionDays: null, _tags.Of(origin.Name), (AccessLogBucketId, prefix));
            LogBucketBlueprint.AddPolicy(_builder, $"{id}Policy", id, ReadByTheDistribution(id));
            sources.Add(LogBucketBlueprint.ServerAccessLogs($"AccessLogsOf{id}", id, AccessLogBucketId, prefix));
        }

        LogBucketBlueprint.AddPolicy(_builder, $"{AccessLogBucketId}Policy", AccessLogBucketId, [.. sources]);
        if (_plan.Buckets.Any())
        {
            _builder.Add(AccessControlId, "AWS::CloudFront::OriginAccessControl", ("OriginAccessControlConfig", Value.Map(
                ("Name", NameOf(_plan, "access")), ("OriginAccessControlOriginType", "s3"), ("SigningBehavior", "always"), ("SigningProtocol", "sigv4"))));
        }
    }

    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html
    private static MapValue ReadByTheDistribution(string bucket) => Value.Map(
        ("Sid", "ReadByTheDistribution"),
        ("Effect", "Allow"),
        ("Principal", Value.Map(("Service", "cloudfront.amazonaws.com"))),
        ("Action", "s3:GetObject"),
        ("Resource", LogBucketBlueprint.Objects(bucket, "/*")),
        ("Condition", Value.Map(("StringEquals", Value.Map(
            ("AWS:SourceArn", Value.Sub("arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}", ("Distribution", Value.Ref(DistributionId)))))))));

    private void AddHeaders() => _builder.Add(HeadersId, "AWS::CloudFront::ResponseHeadersPolicy", ("ResponseHeadersPolicyConfig", Value.Map(
        ("Name", NameOf(_plan, "headers")),
        ("SecurityHeadersConfig", Value.Map(
            ("StrictTransportSecurity", Value.Map(("AccessControlMaxAgeSec", Year), ("IncludeSubdomains", true), ("Override", true))),
            ("ContentTypeOptions", Value.Map(("Override", true))),
            ("FrameOptions", Value.Map(("FrameOption", "DENY"), ("Override", false))),
            ("ReferrerPolicy", Value.Map(("ReferrerPolicy", "strict-origin-when-cross-origin"), ("Override", false))),
            ("ContentSecurityPolicy", _plan.Props.ContentSecurityPolicy is { } policy ? Value.Map(("ContentSecurityPolicy", policy), ("Override", false)) : null))))));
}
