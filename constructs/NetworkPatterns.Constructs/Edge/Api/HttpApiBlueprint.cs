using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The resources of an HTTP API.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-api.html</remarks>
internal static class HttpApiBlueprint
{
    public const string ApiId = "Api";
    public const string StageId = "Stage";
    public const string LogGroupId = "AccessLogs";
    public const string DomainId = "Domain";
    private const int LongestName = 128;

    private static readonly ImmutableArray<string> EveryMethod = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(HttpApiPlan plan, PatternContext context)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        builder.Add(ApiId, "AWS::ApiGatewayV2::Api",
            ("Name", NameOf(plan)),
            ("ProtocolType", "HTTP"),
            ("DisableExecuteApiEndpoint", plan.Props.Domain is not null),
            ("CorsConfiguration", plan.Props.Cors is { } cors ? CorsOf(plan, cors) : null),
            ("Tags", Tags(plan, "api")));
        foreach (var authorizer in plan.Authorizers)
        {
            builder.Add(AuthorizerIdOf(authorizer), "AWS::ApiGatewayV2::Authorizer",
                ("ApiId", Value.Ref(ApiId)),
                ("Name", authorizer.Name),
                ("AuthorizerType", "JWT"),
                ("IdentitySource", Value.List(authorizer.IdentitySources.Select(source => (Value)source))),
                ("JwtConfiguration", Value.Map(
                    ("Issuer", inputs.Of($"{AuthorizerIdOf(authorizer)}Issuer", authorizer.Issuer)),
                    ("Audience", Value.List(authorizer.Audiences.Select((audience, index) => inputs.Of($"{AuthorizerIdOf(authorizer)}Audience{index}", audience)))))));
        }

        foreach (var route in plan.Routes)
        {
            HttpRouteBlueprint.AddTo(builder, route, inputs);
        }

        HttpStageBlueprint.AddTo(builder, plan);
        if (plan.Props.Domain is { } domain)
        {
            AddDomain(builder, plan, domain, inputs);
        }

        return (builder.Build(plan.Path), inputs.Supplied);
    }

    /// <summary>The tags of a part, as API Gateway's second version takes them.</summary>
    public static MapValue Tags(HttpApiPlan plan, string part) => Value.Map(("Name", $"{NameOf(plan)}/{part}"));

    public static string AuthorizerIdOf(ApiAuthorizer authorizer) => $"Authorizer{ResourceName.Of(authorizer.Name)}";

    private static string NameOf(HttpApiPlan plan) => UniqueName.Of(plan.Path, LongestName);

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

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html
    private static void AddDomain(BlueprintBuilder builder, HttpApiPlan plan, ApiDomain domain, TokenInputs inputs) => builder
        .Add(DomainId, "AWS::ApiGatewayV2::DomainName",
            ("DomainName", domain.DomainName),
            ("DomainNameConfigurations", Value.List(Value.Map(
                ("CertificateArn", inputs.Of("CertificateArn", domain.CertificateArn)),
                ("EndpointType", "REGIONAL"),
                ("SecurityPolicy", "TLS_1_2")))),
            ("MutualTlsAuthentication", plan.Props.Lock.TruststoreUri is { } truststore ? Value.Map(("TruststoreUri", inputs.Of("TruststoreUri", truststore))) : null),
            ("Tags", Tags(plan, "domain")))
        .Add("Mapping", "AWS::ApiGatewayV2::ApiMapping",
            ("DomainName", Value.Ref(DomainId)),
            ("ApiId", Value.Ref(ApiId)),
            ("Stage", Value.Ref(StageId)));
}
