using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E33 and E34 for WebSocket APIs. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-logging.html</summary>
public sealed class WebSocketStageRule() : ResourceRule(
    "E34", "Every stage of a WebSocket API writes access logs as JSON, logs errors without messages, and limits messages, for all routes.", "AWS::ApiGatewayV2::Stage")
{
    protected override bool Applies(Resource resource) => resource.IsOfWebSocketApi();

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var log = resource["AccessLogSettings"];
        if (log["DestinationArn"].Target is not { Type: "AWS::Logs::LogGroup" })
        {
            yield return "writes access logs to no log group of its template";
        }

        foreach (var problem in AccessLogFormat.Problems(log["Format"].Text ?? "", isOfMessages: true))
        {
            yield return problem;
        }

        var own = resource["RouteSettings"];
        foreach (var (where, settings) in own.Members.Select(key => (key, own[key])).Prepend(("all routes", resource["DefaultRouteSettings"])))
        {
            if (settings["LoggingLevel"].Text is not ("ERROR" or "INFO") || settings["DataTraceEnabled"].Flag != false || settings["DetailedMetricsEnabled"].Flag != true)
            {
                yield return $"does not log errors, logs messages or does not measure for {where}";
            }

            if (settings["ThrottlingRateLimit"].Number is not >= 1 || settings["ThrottlingBurstLimit"].Number is not >= 1)
            {
                yield return $"does not limit messages for {where}";
            }
        }

        var keys = resource.Template.Resources.Where(other => other.Type == "AWS::ApiGatewayV2::Route").Select(route => route["RouteKey"].Text).ToHashSet(StringComparer.Ordinal);
        foreach (var key in own.Members.Where(key => !keys.Contains(key)))
        {
            yield return $"has settings for {key}, which is no route";
        }
    }
}

/// <summary>E41 for WebSocket APIs. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html</summary>
public sealed class WebSocketRouteRule() : ResourceRule(
    "E41", "Every WebSocket API guards its route $connect or says why not, and no other route, which no authorizer can; every route leads to an integration.", "AWS::ApiGatewayV2::Api")
{
    protected override bool Applies(Resource resource) => resource["ProtocolType"].Text == "WEBSOCKET";

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var routes = resource.Referring("AWS::ApiGatewayV2::Route", "ApiId").ToList();
        if (routes.Find(route => route["RouteKey"].Text == "$connect") is not { } connect)
        {
            yield return "has no route $connect, and lets everybody connect";
        }
        else if (connect["AuthorizationType"].Text is null or "NONE" && !connect.SaysWhyPublic())
        {
            yield return "lets everybody connect without saying why";
        }
        else if (connect["AuthorizationType"].Text == "CUSTOM" && connect["AuthorizerId"].Target is not { Type: "AWS::ApiGatewayV2::Authorizer" })
        {
            yield return "asks no authorizer of its template";
        }

        foreach (var route in routes)
        {
            if (route["RouteKey"].Text != "$connect" && route["AuthorizationType"].Text is not (null or "NONE"))
            {
                yield return $"guards {route["RouteKey"].Text}, which only $connect can be";
            }

            if (!route["Target"].Exists)
            {
                yield return $"leads {route["RouteKey"].Text} nowhere";
            }
        }
    }
}

/// <summary>E47 for WebSocket APIs. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-set-up-websocket-deployment.html</summary>
public sealed class WebSocketDeploymentRule() : ResourceRule(
    "E47", "Every stage of a WebSocket API shows a deployment that is made after everything it shows, and does not change by itself.", "AWS::ApiGatewayV2::Stage")
{
    private static readonly string[] Shown =
    [
        "AWS::ApiGatewayV2::Route", "AWS::ApiGatewayV2::Integration", "AWS::ApiGatewayV2::RouteResponse", "AWS::ApiGatewayV2::IntegrationResponse", "AWS::ApiGatewayV2::Authorizer",
    ];

    protected override bool Applies(Resource resource) => resource.IsOfWebSocketApi();

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["AutoDeploy"].Flag == true)
        {
            yield return "changes by itself";
        }

        if (resource["DeploymentId"].Target is not { Type: "AWS::ApiGatewayV2::Deployment" } deployment)
        {
            yield return "shows no deployment of its template";
            yield break;
        }

        var api = resource["ApiId"].Target!;
        foreach (var part in Shown.SelectMany(type => api.Referring(type, "ApiId")).Where(part => !deployment.Dependencies.Contains(part.LogicalId)))
        {
            yield return $"its deployment may be made before {part.LogicalId}";
        }
    }
}

/// <summary>E40 for WebSocket APIs. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-custom-domain-names.html</summary>
public sealed class WebSocketDomainRule() : ResourceRule(
    "E40", "Every custom domain of a WebSocket API leads to WebSocket APIs only, and asks for no client certificate.", "AWS::ApiGatewayV2::DomainName")
{
    protected override bool Applies(Resource resource) => Mappings(resource).Any(mapping => mapping.IsOfWebSocketApi());

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["MutualTlsAuthentication"].Exists)
        {
            yield return "asks for client certificates, which WebSocket APIs cannot";
        }

        if (Mappings(resource).Any(mapping => !mapping.IsOfWebSocketApi()))
        {
            yield return "leads to an HTTP or REST API too";
        }
    }

    private static IEnumerable<Resource> Mappings(Resource domain) => domain.Referring("AWS::ApiGatewayV2::ApiMapping", "DomainName");
}
