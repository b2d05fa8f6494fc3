using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The resources of an HTTP API.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html</remarks>
internal static class HttpApiBlueprint
{
    private static readonly ImmutableArray<string> EveryMethod = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(HttpApiPlan plan, PatternContext context)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        builder.Add(ApiV2Parts.ApiId, "AWS::ApiGatewayV2::Api",
            ("Name", ApiV2Parts.NameOf(plan.Path)),
            ("ProtocolType", "HTTP"),
            ("DisableExecuteApiEndpoint", plan.Props.Domain is not null),
            ("CorsConfiguration", plan.Props.Cors is { } cors ? CorsOf(plan, cors) : null),
            ("Tags", ApiV2Parts.Tags(plan.Path, "api")));
        OriginGateBlueprint.AddTo(builder, ApiStyle.Http, plan.Props.Lock, context, plan.Props.LogRetentionDays);
        foreach (var authorizer in plan.Authorizers.Where(authorizer => authorizer.FunctionArn is not null))
        {
            var function = inputs.Of($"{RestAuthorizerBlueprint.IdOf(authorizer)}Function", authorizer.FunctionArn!);
            RequestAuthorizerBlueprint.AddTo(builder, ApiStyle.Http, new(authorizer, function, authorizer.IdentitySources, authorizer.ResultTtl));
        }

        foreach (var authorizer in plan.Authorizers.Where(authorizer => authorizer.Kind == ApiAuthorizerKind.Jwt))
        {
            builder.Add(RestAuthorizerBlueprint.IdOf(authorizer), "AWS::ApiGatewayV2::Authorizer",
                ("ApiId", Value.Ref(ApiV2Parts.ApiId)),
                ("Name", authorizer.Name),
                ("AuthorizerType", "JWT"),
                ("IdentitySource", Value.List(authorizer.IdentitySources.Select(source => (Value)source))),
                ("JwtConfiguration", Value.Map(
                    ("Issuer", inputs.Of($"{RestAuthorizerBlueprint.IdOf(authorizer)}Issuer", authorizer.Issuer)),
                    ("Audience", Value.List(authorizer.Audiences.Select((audience, index) => inputs.Of($"{RestAuthorizerBlueprint.IdOf(authorizer)}Audience{index}", audience)))))));
        }

        foreach (var route in plan.Routes)
        {
            HttpRouteBlueprint.AddTo(builder, route, inputs);
        }

        HttpStageBlueprint.AddTo(builder, plan);
        if (plan.Props.Domain is { } domain)
        {
            ApiV2Parts.AddDomain(builder, plan.Path, domain, plan.Props.Lock, inputs);
        }

        return (builder.Build(plan.Path), inputs.Supplied);
    }

    private static MapValue CorsOf(HttpApiPlan plan, ApiCors cors)
    {
        var methods = plan.Routes.Select(route => route.Route.Method).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        return Value.Map(
            ("AllowOrigins", Value.List(cors.AllowedOrigins.Select(origin => (Value)origin))),
            ("AllowHeaders", Value.List(cors.AllowedHeaders.Select(header => (Value)header))),
            ("AllowMethods", Value.List((methods.Contains("ANY", StringComparer.Ordinal) ? EveryMethod : methods).Select(method => (Value)method))),
            ("AllowCredentials", cors.AllowsCredentials),
            ("MaxAge", (int)cors.MaxAge.TotalSeconds));
    }
}
