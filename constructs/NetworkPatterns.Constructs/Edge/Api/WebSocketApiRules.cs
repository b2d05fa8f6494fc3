using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What has to hold for the settings of a WebSocket API beside its routes.</summary>
internal static partial class WebSocketApiRules
{
    public static void Check(RegionalWebSocketApiProps props, PatternContext context, ProblemList problems)
    {
        RestApiRules.CheckStage(props.StageName, props.Variables, context, problems);
        RestApiRules.CheckThrottle(props.Throttle, context.At(nameof(props.Throttle)), problems);
        LogRetention.Check(props.LogRetentionDays, context.At(nameof(props.LogRetentionDays)), problems);
        RestApiRules.CheckDomain(props.Domain, context, problems);
        CheckAuthorizer(props.Authorizer, context.At(nameof(props.Authorizer)), problems);
        ApiRouteRules.CheckGateAlone(props.Authorizer, props.Lock, context.At(nameof(props.Authorizer)), problems);
        CheckLock(props.Lock, context, context.At(nameof(props.Lock)), problems);
        if (!Expression().IsMatch(props.RouteSelectionExpression))
        {
            problems.Add(DiagnosticCatalogue.RouteSelection.At(
                context.At(nameof(props.RouteSelectionExpression)), $"'{props.RouteSelectionExpression}' finds no route key in a message", "write it like $request.body.action"));
        }
    }

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api-control-access.html
    private static void CheckAuthorizer(ApiAuthorizer authorizer, string where, ProblemList problems)
    {
        ApiRouteRules.CheckGuard(authorizer, where, problems);
        ApiRouteRules.CheckAuthorizerNames([authorizer], where, problems);
        if (authorizer.Kind is ApiAuthorizerKind.Jwt or ApiAuthorizerKind.Cognito or ApiAuthorizerKind.Token)
        {
            problems.Add(DiagnosticCatalogue.WebSocketAuthorizer.At(
                where, $"'{authorizer.Name}' is an authorizer for other APIs: a WebSocket API does not look at tokens itself", "use ApiAuthorizer.LambdaRequest or Iam"));
        }

        if (authorizer.ResultTtl != TimeSpan.Zero)
        {
            problems.Add(DiagnosticCatalogue.WebSocketAuthorizer.At(where, $"decisions of '{authorizer.Name}' are to hold for {authorizer.ResultTtl}, and a WebSocket API remembers none", "leave the time out"));
        }

        foreach (var source in authorizer.IdentitySources.Where(source => authorizer.Kind == ApiAuthorizerKind.Request && !Source().IsMatch(source)))
        {
            problems.Add(DiagnosticCatalogue.WebSocketAuthorizer.At(
                where, $"'{source}' is not an identity source of a WebSocket API", "write it like route.request.header.X-Tenant or route.request.querystring.code"));
        }
    }

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-protect.html
    private static void CheckLock(OriginLock originLock, PatternContext context, string where, ProblemList problems)
    {
        if (originLock.Kind is not (OriginLockKind.None or OriginLockKind.LambdaGate))
        {
            problems.Add(DiagnosticCatalogue.WebSocketLock.At(
                where,
                $"{originLock.Kind} locks other APIs: a WebSocket API has no WebACL, resource policy, private endpoint or mutual TLS",
                "use OriginLock.LambdaGate, or OriginLock.None for an API that stands alone"));
        }

        OriginSecrets.Check(originLock, context, where, problems);
    }

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-develop-routes.html
    [GeneratedRegex(@"^\$request\.body(\.[A-Za-z0-9_-]+)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();

    [GeneratedRegex(@"^(route\.request\.(header|querystring)|stageVariables|context)\.[A-Za-z0-9._-]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Source();
}
