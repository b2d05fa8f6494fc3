using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>The OpenAPI document in a REST API's <c>Body</c> as rules see it.</summary>
internal static class RestBody
{
    private const string AnyMethod = "x-amazon-apigateway-any-method";
    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch"];

    /// <summary>The operations of a document.</summary>
    internal static IEnumerable<RestOperation> Operations(this Resource api) =>
        from path in api["Body"]["paths"].Members
        from key in api["Body"]["paths"][path].Members
        where key == AnyMethod || Methods.Contains(key, StringComparer.Ordinal)
        select new RestOperation(api, key == AnyMethod ? "ANY" : key.ToUpperInvariant(), path, api["Body"]["paths"][path][key]);

    /// <summary>Whether bodies and parameters of every operation are validated.</summary>
    internal static bool IsValidated(this Resource api)
    {
        var body = api["Body"];
        var validator = body["x-amazon-apigateway-request-validators"][body["x-amazon-apigateway-request-validator"].Text ?? ""];
        return validator["validateRequestBody"].Flag == true
            && validator["validateRequestParameters"].Flag == true
            && api.Operations().All(operation => !operation.Value["x-amazon-apigateway-request-validator"].Exists);
    }
}

/// <summary>One operation of a REST API's document.</summary>
internal sealed record RestOperation(Resource Api, string Method, string Path, Value Value)
{
    /// <summary>How API Gateway reaches the backend.</summary>
    public Value Integration => Value["x-amazon-apigateway-integration"];

    /// <summary>Whether it answers preflight requests by itself.</summary>
    public bool IsPreflight => Method == "OPTIONS" && Integration["type"].Text == "mock";

    /// <summary>The schemes that it asks for and the document has.</summary>
    public IEnumerable<Value> Schemes => Value["security"].Items
        .SelectMany(requirement => requirement.Members)
        .Select(name => Api["Body"]["components"]["securitySchemes"][name])
        .Where(scheme => scheme.Exists);

    /// <summary>Whether it asks for nothing that it does not have: of such a requirement API Gateway makes none.</summary>
    public bool HasItsSchemes => Value["security"].Items.SelectMany(requirement => requirement.Members).Count() == Schemes.Count();

    /// <summary>Whether the API says why the operation is open.</summary>
    public bool SaysWhyPublic => Api.Json.TryGetProperty("Metadata", out var metadata)
        && metadata.TryGetProperty("NetworkPatterns::PublicOperations", out var reasons)
        && reasons.TryGetProperty($"{Method} {Path}", out _);

    /// <inheritdoc/>
    public override string ToString() => $"{Method} {Path}";
}
