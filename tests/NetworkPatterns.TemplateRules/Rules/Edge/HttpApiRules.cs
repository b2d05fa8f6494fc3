using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E33. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging.html</summary>
public sealed class HttpAccessLogRule() : ResourceRule(
    "E33", "Every stage of an HTTP API writes access logs as JSON with what an investigation needs, and no header, to a group for vended logs.", "AWS::ApiGatewayV2::Stage")
{
    protected override bool Applies(Resource resource) => !resource.IsOfWebSocketApi();

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var settings = resource["AccessLogSettings"];
        if (settings["DestinationArn"].Target is not { Type: "AWS::Logs::LogGroup" } group || group["LogGroupName"].Text?.StartsWith("/aws/vendedlogs/", StringComparison.Ordinal) != true)
        {
            yield return "writes access logs to no log group for vended logs of its template";
        }

        foreach (var problem in AccessLogFormat.Problems(settings["Format"].Text ?? ""))
        {
            yield return problem;
        }
    }
}

/// <summary>E34 for HTTP APIs. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html</summary>
public sealed class HttpStageRule() : ResourceRule(
    "E34", "Every stage of an HTTP API limits requests, for all routes and for those with settings of their own, and waits for these.", "AWS::ApiGatewayV2::Stage")
{
    protected override bool Applies(Resource resource) => !resource.IsOfWebSocketApi();

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (!IsLimited(resource["DefaultRouteSettings"]))
        {
            yield return "does not limit requests";
        }

        var own = resource["RouteSettings"];
        var keys = resource.Template.Resources.Where(other => other.Type == "AWS::ApiGatewayV2::Route").Select(route => route["RouteKey"].Text).ToHashSet(StringComparer.Ordinal);
        foreach (var key in own.Members)
        {
            if (!IsLimited(own[key]))
            {
                yield return $"does not limit requests for {key}";
            }

            if (!keys.Contains(key))
            {
                yield return $"has settings for {key}, which is no route";
            }
        }

        if (own.Members.Length > 0 && !resource.Json.TryGetProperty("DependsOn", out _))
        {
            yield return "does not wait for the routes that it has settings for";
        }
    }

    private static bool IsLimited(Value settings) => settings["ThrottlingRateLimit"].Number is >= 1 && settings["ThrottlingBurstLimit"].Number is >= 1;
}

/// <summary>E41 for HTTP APIs. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html</summary>
public sealed class HttpRouteRule() : ResourceRule(
    "E41", "Every route of an HTTP API is guarded or says why not, and leads to an integration.", "AWS::ApiGatewayV2::Route")
{
    protected override bool Applies(Resource resource) => !resource.IsOfWebSocketApi();

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var type = resource["AuthorizationType"].Text;
        if (type is null or "NONE" && !resource.SaysWhyPublic())
        {
            yield return "lets everybody in without saying why";
        }

        if (type == "JWT" && (resource["AuthorizerId"].Target is not { } authorizer || authorizer["JwtConfiguration"]["Audience"].Items.Length == 0))
        {
            yield return "has an authorizer that takes tokens for anybody";
        }

        if (!resource["Target"].Exists)
        {
            yield return "leads nowhere";
        }
    }
}

/// <summary>E37 and E40 for HTTP and WebSocket APIs. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-custom-domain-names.html</summary>
public sealed class HttpDomainRule() : ResourceRule(
    "E40", "Every custom domain of an HTTP or WebSocket API is regional, asks for TLS 1.2, has a certificate, and is the only name of its API.", "AWS::ApiGatewayV2::DomainName")
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["DomainNameConfigurations"].Items is not [var configuration]
            || configuration["SecurityPolicy"].Text != "TLS_1_2"
            || configuration["EndpointType"].Text != "REGIONAL"
            || !configuration["CertificateArn"].Exists)
        {
            yield return "is not regional, takes TLS older than 1.2, or has no certificate";
        }

        foreach (var mapping in resource.Referring("AWS::ApiGatewayV2::ApiMapping", "DomainName"))
        {
            if (mapping["ApiId"].Target is { } api && api["DisableExecuteApiEndpoint"].Flag != true)
            {
                yield return "leads to an API that answers to its generated name too";
            }
        }
    }
}
