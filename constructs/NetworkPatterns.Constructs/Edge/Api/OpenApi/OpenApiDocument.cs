using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api.OpenApi;

/// <summary>
/// An OpenAPI 3.0 document: what requests and responses of an API look like. Routes add what it does not say: which backend answers, and who may call.
/// </summary>
/// <remarks>
/// Takes text: the library reads no files, so that the same props give the same template everywhere.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html</para>
/// </remarks>
public sealed class OpenApiDocument
{
    private OpenApiDocument(Value root)
    {
        Root = root as MapValue ?? MapValue.Empty;
        Operations = [.. OperationsOf(Root)];
    }

    /// <summary>Its operations, in the order of the document.</summary>
    public ImmutableArray<OpenApiOperation> Operations { get; }

    /// <summary>Reads JSON.</summary>
    /// <param name="text">The document.</param>
    /// <exception cref="PlanException">The text is not a JSON object, has a key twice, or holds a null: templates have none.</exception>
    public static OpenApiDocument FromJson(string text) => new(JsonValues.Read(text, nameof(OpenApiDocument)));

    /// <summary>Reads YAML 1.2 with the types of JSON: <c>yes</c> and <c>no</c> are texts. Anchors and aliases are followed.</summary>
    /// <param name="text">The document.</param>
    /// <exception cref="PlanException">The text is not a YAML mapping, has a key twice, or holds a null: templates have none.</exception>
    public static OpenApiDocument FromYaml(string text) => new(YamlValues.Read(text, nameof(OpenApiDocument)));

    /// <summary>A route for each operation, all to one backend.</summary>
    /// <param name="backend">What answers.</param>
    public IReadOnlyList<ApiRoute> RoutesTo(IApiBackend backend) => Routes(operation => new(operation.Method, operation.Path, backend));

    /// <summary>A route for each operation.</summary>
    /// <param name="route">Makes the route: with the operation's method and path, a backend, and who may call.</param>
    public IReadOnlyList<ApiRoute> Routes(Func<OpenApiOperation, ApiRoute> route)
    {
        ArgumentNullException.ThrowIfNull(route);
        return [.. Operations.Select(route)];
    }

    internal MapValue Root { get; }

    private static IEnumerable<OpenApiOperation> OperationsOf(MapValue root)
    {
        foreach (var (path, item) in root.Members("paths"))
        {
            foreach (var (key, operation) in item.Members().Where(member => OpenApiWords.IsMethod(member.Key)))
            {
                var requirements = (operation.Get("security") ?? root["security"]).Items();
                yield return new(OpenApiWords.MethodOf(key), path)
                {
                    Id = operation.Get("operationId").Text(),
                    Tags = [.. operation.Get("tags").Items().Select(tag => tag.Text()).OfType<string>()],
                    Scopes = [.. requirements.SelectMany(requirement => requirement.Members()).SelectMany(scheme => scheme.Value.Items()).Select(scope => scope.Text()).OfType<string>().Distinct(StringComparer.Ordinal)],
                    IsPublic = requirements.All(requirement => requirement.Members().IsEmpty) || requirements.Any(requirement => requirement.Members().IsEmpty),
                };
            }
        }
    }
}
