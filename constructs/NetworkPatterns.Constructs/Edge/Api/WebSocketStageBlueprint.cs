using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The stage of a WebSocket API, with its logs and limits.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-stage.html</remarks>
internal static class WebSocketStageBlueprint
{
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html
    private static readonly (string Name, string Variable)[] LogFields =
    [
        ("requestId", "requestId"),
        ("extendedRequestId", "extendedRequestId"),
        ("requestTime", "requestTimeEpoch"),
        ("sourceIp", "identity.sourceIp"),
        ("eventType", "eventType"),
        ("routeKey", "routeKey"),
        ("connectionId", "connectionId"),
        ("connectedAt", "connectedAt"),
        ("messageId", "messageId"),
        ("status", "status"),
        ("integrationStatus", "integration.status"),
        ("integrationLatency", "integrationLatency"),
        ("integrationError", "integration.error"),
        ("authorizerError", "authorizer.error"),
        ("error", "error.message"),
        ("errorType", "error.responseType"),
    ];

    public static void AddTo(BlueprintBuilder builder, WebSocketApiPlan plan, string deployment)
    {
        var limited = plan.Routes.Where(route => route.Route.Throttle is not null).ToList();
        builder
            .Add(RetainedLogGroup.Of(ApiV2Parts.LogGroupId, ("RetentionInDays", plan.Props.LogRetentionDays), ("Tags", new ResourceTags(plan.Path).Of("access-logs"))))
            .Add(ApiV2Parts.StageId, "AWS::ApiGatewayV2::Stage",
                ("ApiId", Value.Ref(ApiV2Parts.ApiId)),
                ("StageName", plan.Props.StageName),
                ("DeploymentId", Value.Ref(deployment)),
                ("AccessLogSettings", Value.Map(("DestinationArn", Value.GetAtt(ApiV2Parts.LogGroupId, "Arn")), ("Format", ApiAccessLog.Format(LogFields)))),
                ("DefaultRouteSettings", SettingsOf(plan.Props.Throttle)),
                ("RouteSettings", limited.Count == 0 ? null : Value.Map(limited.Select(route => (route.Route.Key, (Value?)SettingsOf(route.Route.Throttle!))))),
                ("StageVariables", plan.Props.Variables.IsEmpty ? null : Value.Map(plan.Props.Variables.Select(variable => (variable.Key, (Value?)variable.Value)))),
                ("Tags", ApiV2Parts.Tags(plan.Path, "stage")));
    }

    // Data traces would write messages into the log.
    private static MapValue SettingsOf(ApiThrottle throttle) => Value.Map(
        ("LoggingLevel", "ERROR"),
        ("DataTraceEnabled", false),
        ("DetailedMetricsEnabled", true),
        ("ThrottlingRateLimit", throttle.RequestsPerSecond),
        ("ThrottlingBurstLimit", throttle.Burst));
}
