using System.Globalization;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api.OpenApi;

/// <summary>What has to hold for an OpenAPI document of a REST API, and for it and the routes together.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html</remarks>
internal static partial class OpenApiRules
{
    // A template has 1 MB at most, which is less than the 6 MB that an import takes.
    private const int LargestBytes = 1_000_000;
    private static readonly string[] Described = ["title", "version"];

    /// <summary>Checks them.</summary>
    /// <returns>The document as it can be deployed; <see langword="null"/> where there is none.</returns>
    public static MapValue? Check(RegionalRestApiProps props, PatternContext context, ProblemList problems)
    {
        if (props.Document is not { } document)
        {
            return null;
        }

        var where = context.At(nameof(props.Document));
        CheckDocument(document.Root, where, problems);
        CheckNames(document.Root, where, problems);
        CheckRoutes(document, props, context, problems);
        var clean = new OpenApiCleaner(where, problems).Clean(document.Root);
        if (clean.Entries.IsEmpty)
        {
            return clean;
        }

        var size = BlueprintRenderer.Render(new BlueprintBuilder().Add("Api", "AWS::ApiGateway::RestApi", ("Body", clean)).Build(where)).Length;
        if (size > LargestBytes)
        {
            problems.Add(DiagnosticCatalogue.OpenApiDocument.At(
                where, string.Create(CultureInfo.InvariantCulture, $"the document has {size:N0} bytes, and a template has room for {LargestBytes:N0}"), "divide the API, or shorten descriptions"));
        }

        return clean;
    }

    private static void CheckDocument(MapValue root, string where, ProblemList problems)
    {
        if (root["openapi"].Text()?.StartsWith("3.0.", StringComparison.Ordinal) != true)
        {
            problems.Add(DiagnosticCatalogue.OpenApiDocument.At(where, $"the document is of OpenAPI '{root["openapi"].Text() ?? "without a version"}'", "write it in 3.0, with openapi: 3.0.3"));
        }

        foreach (var key in Described.Where(key => string.IsNullOrEmpty(root["info"].Get(key).Text())))
        {
            problems.Add(DiagnosticCatalogue.OpenApiDocument.At(where, $"#/info/{key} is no text", "give it one; in YAML a version is quoted, or it is a number"));
        }

        if (root.Members("paths").IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.OpenApiDocument.At(where, "the document has no path", "give it paths with operations"));
        }
    }

    private static void CheckNames(MapValue root, string where, ProblemList problems)
    {
        foreach (var (name, _) in root["components"].Members("schemas").Where(schema => !ModelName().IsMatch(schema.Key)))
        {
            problems.Add(DiagnosticCatalogue.OpenApiUnsupported.At(where, $"#/components/schemas/{name}: '{name}' cannot be the name of a model", "use letters and digits"));
        }

        foreach (var (path, item) in root.Members("paths"))
        {
            var place = OpenApiWords.Step("#/paths", path);
            if (item is not (MapValue or EmptyObjectValue))
            {
                problems.Add(DiagnosticCatalogue.OpenApiDocument.At(where, $"{place} is no object", "give it operations"));
            }

            if (item.Get("$ref") is not null)
            {
                problems.Add(DiagnosticCatalogue.OpenApiUnsupported.At(where, $"{place}: a path refers to another", "write its operations out"));
            }

            foreach (var (method, operation) in item.Members().Where(member => OpenApiWords.IsMethod(member.Key)))
            {
                CheckResponses(operation, root, OpenApiWords.Step(place, method), where, problems);
                CheckParameters(item, operation, new ApiRouteContext(ApiStyle.Rest, "", path), root, OpenApiWords.Step(place, method), where, problems);
            }
        }
    }

    // A model of a response has to be an object by itself; a reference to a component may be anything.
    private static void CheckResponses(Value operation, MapValue root, string place, string where, ProblemList problems)
    {
        foreach (var (status, response) in operation.Members("responses"))
        {
            foreach (var (type, content) in response.Resolved(root).Members("content"))
            {
                if (content.Get("schema") is { } schema && schema.Get("$ref") is null && schema.Get("type").Text() is { } kind && kind is not "object")
                {
                    problems.Add(DiagnosticCatalogue.OpenApiUnsupported.At(
                        where, $"{place}/responses/{status}: the schema of {type} is a bare {kind}", "put it into components/schemas, and refer to it"));
                }
            }
        }
    }

    private static void CheckParameters(Value item, Value operation, ApiRouteContext route, MapValue root, string place, string where, ProblemList problems)
    {
        var declared = item.Get("parameters").Items().Concat(operation.Get("parameters").Items())
            .Select(parameter => parameter.Resolved(root))
            .Where(parameter => parameter.Get("in").Text() == "path")
            .Select(parameter => parameter.Get("name").Text())
            .ToHashSet(StringComparer.Ordinal);
        foreach (var name in route.PathParameters.Where(name => !declared.Contains(name)))
        {
            problems.Add(DiagnosticCatalogue.OpenApiDocument.At(where, $"{place}: the path's parameter '{name}' is not among its parameters", "declare it, with in: path and required: true"));
        }
    }

    private static void CheckRoutes(OpenApiDocument document, RegionalRestApiProps props, PatternContext context, ProblemList problems)
    {
        var operations = document.Operations.ToLookup(operation => (operation.Method, operation.Path));
        var routes = props.Routes.Select(route => (route.Method, route.Path)).ToHashSet();
        foreach (var operation in document.Operations.Where(operation => !routes.Contains((operation.Method, operation.Path))))
        {
            problems.Add(DiagnosticCatalogue.OpenApiRoutes.At(context.At(nameof(props.Routes)), $"nothing answers {operation} of the document", "add a route for it"));
        }

        foreach (var route in props.Routes)
        {
            var where = context.At(ApiRouteRules.PlaceOf(route));
            if (operations[(route.Method, route.Path)].FirstOrDefault() is not { } operation)
            {
                problems.Add(DiagnosticCatalogue.OpenApiRoutes.At(where, "the document has no such operation", "add it to the document, or leave the route out"));
                continue;
            }

            if (route.Body is not null || !route.Parameters.IsEmpty)
            {
                problems.Add(DiagnosticCatalogue.OpenApiRoutes.At(where, "the route and the document say what requests look like", $"leave {nameof(route.Body)} and {nameof(route.Parameters)} out: the document has them"));
            }

            CheckSecurity(operation, AsksForKeysOnly(operation, document.Root), route, RestApiPlan.AuthorizerOf(route, props), where, problems);
        }
    }

    // A key of a usage plan does not prove who calls, so it stands for nothing else.
    private static bool AsksForKeysOnly(OpenApiOperation operation, MapValue root)
    {
        var own = root["paths"].Get(operation.Path).Get(OpenApiWords.KeyOf(operation.Method)).Get("security") ?? root["security"];
        return own.Items().SelectMany(requirement => requirement.Members()).All(scheme => root["components"].Get("securitySchemes").Get(scheme.Key).Get("type").Text() == "apiKey");
    }

    private static void CheckSecurity(OpenApiOperation operation, bool asksForKeysOnly, ApiRoute route, ApiAuthorizer? authorizer, string where, ProblemList problems)
    {
        if (!operation.IsPublic && authorizer is { Kind: ApiAuthorizerKind.None } && !(asksForKeysOnly && route.NeedsApiKey))
        {
            problems.Add(DiagnosticCatalogue.OpenApiSecurity.At(where, "the document asks who calls, and the route lets anybody in", "give the route an authorizer, or the operation security: []"));
        }

        if (authorizer is { Kind: ApiAuthorizerKind.Cognito } && !operation.Scopes.All(route.Scopes.Contains))
        {
            problems.Add(DiagnosticCatalogue.OpenApiSecurity.At(
                where, $"the document asks for the scopes {string.Join(", ", operation.Scopes)}, and the route for {(route.Scopes.IsEmpty ? "none" : string.Join(", ", route.Scopes))}", $"give the route {nameof(route.Scopes)} = operation.{nameof(operation.Scopes)}"));
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModelName();
}
