using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The stage of an HTTP API, with its logs and limits.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html</remarks>
internal static class HttpStageBlueprint
{
    /// <summary>The stage whose name is not part of paths.</summary>
    public const string StageName = "$default";

    private const int LongestLogName = 128;

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
    private static readonly (string Name, string Variable)[] LogFields =
    [
        ("requestId", "requestId"),
        ("requestTime", "requestTimeEpoch"),
        ("sourceIp", "identity.sourceIp"),
        ("httpMethod", "httpMethod"),
        ("routeKey", "routeKey"),
        ("status", "status"),
        ("responseLatency", "responseLatency"),
        ("responseLength", "responseLength"),
        ("integrationStatus", "integration.status"),
        ("integrationLatency", "integration.latency"),
        ("integrationError", "integration.error"),
        ("authorizerError", "authorizer.error"),
        ("error", "error.message"),
        ("errorType", "error.responseType"),
    ];

    // A stage takes limits of routes that exist, so it waits for them. CloudWatch's resource policy has room for log groups of this prefix
    // however many there are: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html
    public static void AddTo(BlueprintBuilder builder, HttpApiPlan plan)
    {
        var limited = plan.Routes.Where(route => route.Route.Throttle is not null).ToList();
        builder
            .Add(RetainedLogGroup.Of(
                ApiV2Parts.LogGroupId,
                ("LogGroupName", $"/aws/vendedlogs/http-api/{UniqueName.Of(plan.Path, LongestLogName)}"),
                ("RetentionInDays", plan.Props.LogRetentionDays),
                ("Tags", new ResourceTags(plan.Path).Of("access-logs"))))
            .Add(new(ApiV2Parts.StageId, "AWS::ApiGatewayV2::Stage", Value.Map(
                ("ApiId", Value.Ref(ApiV2Parts.ApiId)),
                ("StageName", StageName),
                ("AutoDeploy", true),
                ("AccessLogSettings", Value.Map(("DestinationArn", Value.GetAtt(ApiV2Parts.LogGroupId, "Arn")), ("Format", ApiAccessLog.Format(LogFields)))),
                ("DefaultRouteSettings", SettingsOf(plan.Props.Throttle)),
                ("RouteSettings", limited.Count == 0 ? null : Value.Map(limited.Select(route => (route.Key, (Value?)SettingsOf(route.Route.Throttle!))))),
                ("Tags", ApiV2Parts.Tags(plan.Path, "stage"))))
            {
                DependsOn = [.. limited.Select(HttpRouteBlueprint.IdOf)],
            });
    }

    private static MapValue SettingsOf(ApiThrottle throttle) => Value.Map(
        ("DetailedMetricsEnabled", true),
        ("ThrottlingRateLimit", throttle.RequestsPerSecond),
        ("ThrottlingBurstLimit", throttle.Burst));
}
