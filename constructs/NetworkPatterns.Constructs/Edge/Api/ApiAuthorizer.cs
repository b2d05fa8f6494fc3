using System.Collections.Immutable;
using Amazon.CDK.AWS.Cognito;
using Amazon.CDK.AWS.Lambda;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Who may call a route.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html</remarks>
public sealed class ApiAuthorizer
{
    private ApiAuthorizer(ApiAuthorizerKind kind) => Kind = kind;

    /// <summary>
    /// Callers whose IAM policy allows it, with a signature (SigV4). The signature covers the name that the client asked for, so the
    /// API behind CloudFront must have that name too.
    /// </summary>
    public static ApiAuthorizer Iam { get; } = new(ApiAuthorizerKind.Iam);

    /// <summary>The function of <see cref="OriginLock.LambdaGate"/>.</summary>
    internal static ApiAuthorizer OriginGate { get; } = new(ApiAuthorizerKind.OriginGate) { Name = "origin-gate" };

    /// <summary>Anybody.</summary>
    /// <param name="reason">Why, in at least ten characters: it is said to cdk-nag in the template.</param>
    public static ApiAuthorizer Public(string reason) => new(ApiAuthorizerKind.None) { Reason = reason };

    /// <summary>Users of Amazon Cognito user pools, by a token in the header <c>Authorization</c>.</summary>
    /// <param name="name">The authorizer's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="userPools">The user pools.</param>
    public static ApiAuthorizer Cognito(string name, params IEnumerable<IUserPool> userPools) =>
        new(ApiAuthorizerKind.Cognito) { Name = name, UserPoolArns = [.. userPools.Select(pool => pool.UserPoolArn)] };

    /// <summary>Whoever has a JSON web token of an issuer, in the header <c>Authorization</c>. For HTTP APIs; Amazon Cognito's user pools are issuers too.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-jwt-authorizer.html</remarks>
    /// <param name="name">The authorizer's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="issuer">
    /// The issuer's <c>https://</c> address, as its tokens say it: of a user pool <c>https://cognito-idp.</c>, the Region, <c>.amazonaws.com/</c> and the pool's ID.
    /// </param>
    /// <param name="audiences">Whom the token may be for: of a user pool the IDs of its clients. One or more.</param>
    public static ApiAuthorizer Jwt(string name, string issuer, params IEnumerable<string> audiences) =>
        new(ApiAuthorizerKind.Jwt) { Name = name, Issuer = issuer, Audiences = [.. audiences], IdentitySources = ["$request.header.Authorization"] };

    /// <summary>Whom a Lambda function lets in, by a token in one header.</summary>
    /// <param name="name">The authorizer's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="function">The function, in the API's Region.</param>
    /// <param name="header">The header. Default: <c>Authorization</c>.</param>
    /// <param name="resultTtl">
    /// For how long a decision holds for the same token on every route, up to one hour: only where the function looks at the token
    /// alone. Default: no time.
    /// </param>
    public static ApiAuthorizer LambdaToken(string name, IFunction function, string header = "Authorization", TimeSpan resultTtl = default) =>
        new(ApiAuthorizerKind.Token) { Name = name, FunctionArn = FunctionArnOf(function), IdentitySources = [$"method.request.header.{header}"], ResultTtl = resultTtl };

    /// <summary>
    /// Whom a Lambda function lets in, by the whole request. To an HTTP API it answers <c>isAuthorized</c> (payload 2.0, simple responses), to the
    /// others with a policy.
    /// </summary>
    /// <param name="name">The authorizer's name: a letter, then letters, digits and hyphens; part of its logical ID.</param>
    /// <param name="function">The function, in the API's Region.</param>
    /// <param name="identitySources">
    /// What a request must have to be shown to the function, and by which decisions are remembered. Of a REST API <c>method.request.header.X-Tenant</c>,
    /// <c>method.request.querystring.code</c> or <c>context.identity.sourceIp</c>; of an HTTP API <c>$request.header.X-Tenant</c>,
    /// <c>$request.querystring.code</c> or <c>$context.routeKey</c>; of a WebSocket API <c>route.request.header.X-Tenant</c> or
    /// <c>route.request.querystring.code</c>. Default: nothing.
    /// </param>
    /// <param name="resultTtl">
    /// For how long a decision holds for the same sources on every route, up to one hour: the sources must be all that the function looks at.
    /// A WebSocket API remembers nothing. Default: no time.
    /// </param>
    public static ApiAuthorizer LambdaRequest(string name, IFunction function, IEnumerable<string>? identitySources = null, TimeSpan resultTtl = default) =>
        new(ApiAuthorizerKind.Request) { Name = name, FunctionArn = FunctionArnOf(function), IdentitySources = [.. identitySources ?? []], ResultTtl = resultTtl };

    internal ApiAuthorizerKind Kind { get; }

    internal string Name { get; private init; } = "";

    internal string Reason { get; private init; } = "";

    internal string? FunctionArn { get; private init; }

    internal string Issuer { get; private init; } = "";

    internal ImmutableArray<string> Audiences { get; private init; } = [];

    internal ImmutableArray<string> UserPoolArns { get; private init; } = [];

    internal ImmutableArray<string> IdentitySources { get; private init; } = [];

    internal TimeSpan ResultTtl { get; private init; }

    /// <summary>The parts of a request that say who the caller is: a cache must tell requests apart by them.</summary>
    internal ImmutableArray<string> Identity => Kind == ApiAuthorizerKind.Cognito ? ["method.request.header.Authorization"] : IdentitySources;

    /// <summary>How CloudFormation spells the kind.</summary>
    internal string AuthorizationType => Kind switch
    {
        ApiAuthorizerKind.None => "NONE",
        ApiAuthorizerKind.Iam => "AWS_IAM",
        ApiAuthorizerKind.Cognito => "COGNITO_USER_POOLS",
        ApiAuthorizerKind.Jwt => "JWT",
        _ => "CUSTOM",
    };

    internal bool IsResource => Kind is not (ApiAuthorizerKind.None or ApiAuthorizerKind.Iam);

    private static string FunctionArnOf(IFunction function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return function.FunctionArn;
    }
}

/// <summary>The kinds of authorizers.</summary>
internal enum ApiAuthorizerKind
{
    None,
    Iam,
    Cognito,
    Jwt,
    Token,
    Request,
    OriginGate,
}
