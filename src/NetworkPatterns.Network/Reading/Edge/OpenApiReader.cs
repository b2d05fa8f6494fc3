using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>Methods that stand in the OpenAPI document of a REST API, and not in resources of their own.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html</remarks>
internal sealed class OpenApiReader(ReadingContext context)
{
    private const string KeyHeader = "x-api-key";
    private const string IntegrationKey = "x-amazon-apigateway-integration";
    private static readonly string[] Verbs = ["get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method"];

    /// <summary>The methods of a document.</summary>
    public IEnumerable<ApiMethod> Methods(ResolvedResource api)
    {
        if (api["Body"] is not MapValue body)
        {
            return [];
        }

        var view = context.View(api);
        var keys = KeysOf(body);
        return
            from operation in Operations(body)
            select new ApiMethod(context.Named(api))
            {
                Operation = $"{operation.Verb.ToUpperInvariant()} {operation.Path}",
                IsPreflight = operation.Verb == "options" && operation.Of[IntegrationKey] is MapValue integration && integration.Text("type").TryGet(out var type) && type.Equals("mock", StringComparison.OrdinalIgnoreCase),
                NeedsKey = NeedsKey(operation.Of["security"] is NoValue ? body["security"] : operation.Of["security"], keys, view),
            };
    }

    /// <summary>The integrations of a document's methods.</summary>
    public IEnumerable<View> Integrations(ResolvedResource api) => api["Body"] is MapValue body
        ? Operations(body).Select(operation => operation.Of[IntegrationKey]).OfType<MapValue>().Select(map => new View(context, map, context.IdOf(api)))
        : [];

    /// <summary>Why a document may have more methods; null where it is read, or there is none.</summary>
    public UnknownValue? Doubt(ResolvedResource api)
    {
        var view = context.View(api);
        return view.Has("BodyS3Location") ? view.Unknown("BodyS3Location: the document is not among the given templates")
            : !view.Has("Body") ? null
            : api["Body"] is MapValue body && body["paths"] is MapValue paths && paths.Entries.All(path => path.Value is MapValue item && item["$ref"] is NoValue && item.Entries.Where(entry => IsVerb(entry.Key)).All(entry => entry.Value is MapValue)) ? null
            : view.Unknown("Body: a part of the OpenAPI document is not known");
    }

    private static IEnumerable<(string Path, string Verb, MapValue Of)> Operations(MapValue body) =>
        from path in (body["paths"] as MapValue)?.Entries ?? []
        from entry in (path.Value as MapValue)?.Entries ?? []
        where IsVerb(entry.Key) && entry.Value is MapValue
        select (path.Key, entry.Key, (MapValue)entry.Value);

    private static bool IsVerb(string key) => Verbs.Contains(key, StringComparer.Ordinal);

    private static HashSet<string> KeysOf(MapValue body)
    {
        var schemes = (body["components"] as MapValue)?["securitySchemes"] as MapValue ?? body["securityDefinitions"] as MapValue;
        return
        [
            .. (schemes?.Entries ?? []).Where(entry => entry.Value is MapValue scheme
                && scheme.Text("type").TryGet(out var type) && type == "apiKey"
                && scheme.Text("name").TryGet(out var name) && name.Equals(KeyHeader, StringComparison.OrdinalIgnoreCase)
                && scheme["x-amazon-apigateway-authtype"] is NoValue).Select(entry => entry.Key),
        ];
    }

    // API Gateway asks for a key wherever a requirement has it.
    private static Maybe<bool> NeedsKey(ResolvedValue security, HashSet<string> keys, View api) => security switch
    {
        NoValue => false,
        ListValue list when list.All(item => item is MapValue) => list.OfType<MapValue>().Any(requirement => requirement.Entries.Any(entry => keys.Contains(entry.Key))),
        _ => api.Unknown(security, "whether a key is asked for is not known"),
    };
}
