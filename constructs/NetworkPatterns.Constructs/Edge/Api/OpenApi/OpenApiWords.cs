using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api.OpenApi;

/// <summary>The words of OpenAPI and of API Gateway's extensions, and how to look into a document.</summary>
internal static class OpenApiWords
{
    /// <summary>What the extensions of API Gateway begin with.</summary>
    public const string Extension = "x-amazon-apigateway-";

    /// <summary>The method that stands for all.</summary>
    public const string AnyMethod = $"{Extension}any-method";

    /// <summary>How an operation reaches its backend.</summary>
    public const string Integration = $"{Extension}integration";

    private static readonly string[] Methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

    /// <summary>Whether a key of a path is an operation.</summary>
    public static bool IsMethod(string key) => key == AnyMethod || Methods.Contains(key, StringComparer.Ordinal);

    /// <summary>The method of an operation in capitals.</summary>
    public static string MethodOf(string key) => key == AnyMethod ? "ANY" : key.ToUpperInvariant();

    /// <summary>The key of a method.</summary>
    public static string KeyOf(string method) => method == "ANY" ? AnyMethod : method.ToLowerInvariant();

    /// <summary>A step in a JSON pointer.</summary>
    public static string Step(string pointer, string key) =>
        $"{pointer}/{key.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    /// <summary>What a reference inside the document leads to; <see langword="null"/> for nothing.</summary>
    public static Value? Follow(this MapValue root, string reference) => reference.StartsWith("#/", StringComparison.Ordinal)
        ? reference[2..].Split('/').Aggregate((Value?)root, (value, step) =>
            value.Get(step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        : null;

    /// <summary>An object, or what it refers to.</summary>
    public static Value Resolved(this Value value, MapValue root) => value.Get("$ref").Text() is { } reference ? root.Follow(reference) ?? value : value;

    /// <summary>A member of an object; <see langword="null"/> where there is none, or no object.</summary>
    public static Value? Get(this Value? value, string key) => (value as MapValue)?[key];

    /// <summary>The members of an object; none of anything else.</summary>
    public static ImmutableArray<KeyValuePair<string, Value>> Members(this Value? value) => value is MapValue map ? map.Entries : [];

    /// <summary>The members of an object inside an object.</summary>
    public static ImmutableArray<KeyValuePair<string, Value>> Members(this Value? value, string key) => value.Get(key).Members();

    /// <summary>The items of a list; none of anything else.</summary>
    public static ImmutableArray<Value> Items(this Value? value) => value is ListValue list ? list.Items : [];

    /// <summary>A text; <see langword="null"/> of anything else.</summary>
    public static string? Text(this Value? value) => (value as TextValue)?.Text;

    /// <summary>The same map without some keys.</summary>
    public static MapValue Without(this MapValue map, params string[] keys) => new([.. map.Entries.Where(entry => !keys.Contains(entry.Key, StringComparer.Ordinal))]);
}
