using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What a WebSocket API is to be.</summary>
public sealed record RegionalWebSocketApiProps : IFrontDoorApi
{
    /// <summary>
    /// The routes: one at least that takes messages. Where there is none for <see cref="WebSocketRoute.Connect"/>, API Gateway itself accepts whom
    /// <see cref="Authorizer"/> lets in.
    /// </summary>
    public required IReadOnlyList<WebSocketRoute> Routes { get; init; }

    /// <summary>
    /// Who may connect: <see cref="ApiAuthorizer.Iam"/>, <see cref="ApiAuthorizer.LambdaRequest"/>, or <see cref="ApiAuthorizer.Public"/> with a reason.
    /// Messages on a connection are not authorized again.
    /// </summary>
    public required ApiAuthorizer Authorizer { get; init; }

    /// <summary>
    /// How the API knows CloudFront: <see cref="OriginLock.LambdaGate"/>, or <see cref="OriginLock.None"/> for an API that stands alone. There is no
    /// default, as nothing else locks a WebSocket API.
    /// </summary>
    public required OriginLock Lock { get; init; }

    /// <summary>Where in a message its route key is: <c>$request.body.</c> and a path in its JSON. Default: <c>$request.body.action</c>.</summary>
    public string RouteSelectionExpression { get; init; } = "$request.body.action";

    /// <summary>
    /// The name under which it is reached, which no REST or HTTP API may have too; the generated name is off then. Default: none, and the name that
    /// API Gateway generates answers.
    /// </summary>
    public ApiDomain? Domain { get; init; }

    /// <summary>The stage's name: letters, digits, hyphens and underscores. Default: <c>live</c>. A change replaces the stage.</summary>
    public string StageName { get; init; } = "live";

    /// <summary>Variables of the stage: names of letters, digits and underscores, values of letters, digits and <c>-._~:/?#&amp;=,</c>. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>How many connections and messages each route lets in that does not say so itself. Default: 500 in a second, 1,000 at once.</summary>
    public ApiThrottle Throttle { get; init; } = new(500, 1000);

    /// <summary>Days for which access logs are kept: a number that CloudWatch Logs offers. Default: 365.</summary>
    public int LogRetentionDays { get; init; } = 365;

    /// <summary>
    /// The account's setting that lets API Gateway write logs, where this app makes it. Default: the account and Region have it already;
    /// without it AWS refuses the stage.
    /// </summary>
    public ApiGatewayAccount? Account { get; init; }

    ApiStyle IFrontDoorApi.Style => ApiStyle.WebSocket;

    IEnumerable<string> IFrontDoorApi.SignedRoutes => Authorizer.Kind == ApiAuthorizerKind.Iam ? [WebSocketRoute.Connect] : [];
}
