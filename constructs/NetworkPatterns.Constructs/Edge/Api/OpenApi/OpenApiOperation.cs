using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Api.OpenApi;

/// <summary>A method on a path that an OpenAPI document describes.</summary>
/// <remarks>Source: https://spec.openapis.org/oas/v3.0.3#operation-object</remarks>
/// <param name="Method">The HTTP method in capitals; <c>ANY</c> for <c>x-amazon-apigateway-any-method</c>.</param>
/// <param name="Path">The path, such as <c>/orders/{id}</c>.</param>
public sealed record OpenApiOperation(string Method, string Path)
{
    /// <summary>Its <c>operationId</c>; <see langword="null"/> where it has none.</summary>
    public string? Id { get; init; }

    /// <summary>Its tags.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The scopes that the document asks for. A route of Cognito has to ask for them too.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>Whether the document lets anybody in: neither the operation nor the document as a whole asks for anything.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>The method and the path.</summary>
    public override string ToString() => $"{Method} {Path}";
}
