using System.Globalization;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Answers to preflight requests, on every path that has methods.</summary>
/// <remarks>
/// With several origins the answer repeats the one that asks, if it is among them.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-cors.html</para>
/// </remarks>
internal static class RestCorsBlueprint
{
    public static void AddTo(RestApiPlan plan, Func<string, Value> resourceOf, Action<string, string, (string, Value?)[]> add)
    {
        foreach (var (path, method) in MethodsOf(plan))
        {
            add($"MethodOptions{RestApiBlueprint.ResourceIdOf(path)}", "AWS::ApiGateway::Method",
                [("ResourceId", resourceOf(path)), .. method.Entries.Select(entry => (entry.Key, (Value?)entry.Value))]);
        }
    }

    /// <summary>The method that answers on each path, without where it belongs; none without CORS.</summary>
    public static IEnumerable<(string Path, MapValue Method)> MethodsOf(RestApiPlan plan)
    {
        if (plan.Props.Cors is not { } cors)
        {
            yield break;
        }

        foreach (var path in plan.Routes.GroupBy(route => route.Route.Path, StringComparer.Ordinal))
        {
            var methods = path.Select(route => route.Route.Method).Append("OPTIONS").Order(StringComparer.Ordinal).ToList();
            var headers = HeadersOf(cors, methods.Contains("ANY") ? ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"] : methods);
            yield return (path.Key, Value.Map(
                ("HttpMethod", "OPTIONS"),
                ("AuthorizationType", "NONE"),
                ("ApiKeyRequired", false),
                ("MethodResponses", Value.List(Value.Map(
                    ("StatusCode", "204"),
                    ("ResponseParameters", Value.Map(headers.Select(header => ($"method.response.header.{header.Name}", (Value?)true))))))),
                ("Integration", Value.Map(
                    ("Type", "MOCK"),
                    ("RequestTemplates", Value.Map(("application/json", """{"statusCode":204}"""))),
                    ("IntegrationResponses", Value.List(Value.Map(
                        ("StatusCode", "204"),
                        ("ResponseParameters", Value.Map(headers.Select(header => ($"method.response.header.{header.Name}", (Value?)$"'{header.Value}'")))),
                        ("ResponseTemplates", cors.AllowedOrigins.Length == 1 ? null : Value.Map(("application/json", OriginTemplate(cors)))))))))));
        }
    }

    private static (string Name, string Value)[] HeadersOf(ApiCors cors, IEnumerable<string> methods) =>
    [
        ("Access-Control-Allow-Headers", string.Join(',', cors.AllowedHeaders)),
        ("Access-Control-Allow-Methods", string.Join(',', methods)),
        ("Access-Control-Allow-Origin", cors.AllowedOrigins[0]),
        ("Access-Control-Max-Age", ((int)cors.MaxAge.TotalSeconds).ToString(CultureInfo.InvariantCulture)),
        .. cors.AllowsCredentials ? [("Access-Control-Allow-Credentials", "true")] : ((string, string)[])[],
        .. cors.AllowedOrigins is ["*"] ? [] : ((string, string)[])[("Vary", "Origin")],
    ];

    private static string OriginTemplate(ApiCors cors) =>
        "#set($origin = $input.params().header.get(\"Origin\"))\n"
        + "#if($origin == \"\")#set($origin = $input.params().header.get(\"origin\"))#end\n"
        + $"#if({string.Join(" || ", cors.AllowedOrigins.Select(origin => $"$origin == \"{origin}\""))})\n"
        + "#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)\n"
        + "#end";
}
