using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The stage of a REST API, with its logs, limits and cache.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html</remarks>
internal static class RestStageBlueprint
{
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
    private static readonly (string Name, string Variable)[] LogFields =
    [
        ("requestId", "requestId"),
        ("extendedRequestId", "extendedRequestId"),
        ("requestTime", "requestTimeEpoch"),
        ("sourceIp", "identity.sourceIp"),
        ("httpMethod", "httpMethod"),
        ("resourcePath", "resourcePath"),
        ("status", "status"),
        ("responseLatency", "responseLatency"),
        ("responseLength", "responseLength"),
        ("integrationStatus", "integration.status"),
        ("integrationLatency", "integration.latency"),
        ("integrationError", "integration.error"),
        ("authorizerError", "authorizer.error"),
        ("wafStatus", "waf.status"),
        ("error", "error.message"),
        ("errorType", "error.responseType"),
        ("traceId", "xrayTraceId"),
    ];

    public static void AddTo(BlueprintBuilder builder, RestApiPlan plan, string deployment)
    {
        var props = plan.Props;
        var tags = new ResourceTags(plan.Path);
        builder
            .Add(RetainedLogGroup.Of(RestApiBlueprint.LogGroupId, ("RetentionInDays", props.LogRetentionDays), ("Tags", tags.Of("access-logs"))))
            .Add(RestApiBlueprint.StageId, "AWS::ApiGateway::Stage",
                ("RestApiId", Value.Ref(RestApiBlueprint.ApiId)),
                ("DeploymentId", Value.Ref(props.Canary?.Stable ?? deployment)),
                ("CanarySetting", props.Canary is { } canary ? CanaryOf(canary, deployment) : null),
                ("ClientCertificateId", props.ClientCertificate is { } shown ? Value.Ref(shown.ActiveId) : null),
                ("StageName", props.StageName),
                ("AccessLogSetting", Value.Map(("DestinationArn", Value.GetAtt(RestApiBlueprint.LogGroupId, "Arn")), ("Format", ApiAccessLog.Format(LogFields)))),
                ("TracingEnabled", true),
                ("CacheClusterEnabled", props.CacheGigabytes is null ? null : (Value)true),
                ("CacheClusterSize", props.CacheGigabytes is { } size ? (Value)size.ToString(CultureInfo.InvariantCulture) : null),
                ("MethodSettings", Value.List(plan.Routes.Where(HasOwnSettings).Select(route => (Value)SettingsOf(route, props)).Prepend(Defaults(props)))),
                ("Variables", VariablesOf(props.Variables)),
                ("Tags", tags.Of("stage")));
        if (props.ClientCertificate is { } certificate)
        {
            builder
                .Add(certificate.BlueId, "AWS::ApiGateway::ClientCertificate", ("Description", "By this backends know the API"), ("Tags", tags.Of("client-blue")))
                .Add(certificate.GreenId, "AWS::ApiGateway::ClientCertificate", ("Description", "By this backends know the API"), ("Tags", tags.Of("client-green")));
        }
    }

    private static MapValue CanaryOf(ApiCanary canary, string deployment) => Value.Map(
        ("DeploymentId", Value.Ref(deployment)),
        ("PercentTraffic", Value.FromDecimal(canary.PercentTraffic)),
        ("StageVariableOverrides", VariablesOf(canary.Variables)),
        ("UseStageCache", canary.UsesStageCache));

    private static MapValue? VariablesOf(ImmutableSortedDictionary<string, string> variables) =>
        variables.IsEmpty ? null : Value.Map(variables.Select(variable => (variable.Key, (Value?)variable.Value)));

    private static bool HasOwnSettings(RestRoutePlan route) => route.Route.Throttle is not null || route.Route.CacheFor is not null;

    private static MapValue Defaults(RegionalRestApiProps props) => Value.Map(
    [
        ("HttpMethod", "*"),
        ("ResourcePath", "/*"),
        .. Common(props.Throttle),
        ("CachingEnabled", props.CacheGigabytes is null ? null : (Value)false),
    ]);

    private static MapValue SettingsOf(RestRoutePlan route, RegionalRestApiProps props) => Value.Map(
    [
        ("HttpMethod", route.Route.Method == "ANY" ? "*" : route.Route.Method),
        ("ResourcePath", "/" + route.Route.Path.Replace("/", "~1", StringComparison.Ordinal)),
        .. Common(route.Route.Throttle ?? props.Throttle),
        ("CachingEnabled", props.CacheGigabytes is null ? null : (Value)(route.Route.CacheFor is not null)),
        ("CacheTtlInSeconds", route.Route.CacheFor is { } time ? (Value)(int)time.TotalSeconds : null),
        ("CacheDataEncrypted", route.Route.CacheFor is null ? null : (Value)true),
    ]);

    // Data traces would write bodies and headers into the log.
    private static (string, Value?)[] Common(ApiThrottle throttle) =>
    [
        ("LoggingLevel", "ERROR"),
        ("DataTraceEnabled", false),
        ("MetricsEnabled", true),
        ("ThrottlingRateLimit", throttle.RequestsPerSecond),
        ("ThrottlingBurstLimit", throttle.Burst),
    ];
}
