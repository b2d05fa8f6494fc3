using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;

namespace NetworkPatterns.TemplateRules.Conformance;

/// <summary>What CloudFormation knows of resource types: the AWS service specification, as the build wrote it down from npm.</summary>
/// <remarks>Source: https://github.com/cdklabs/awscdk-service-spec</remarks>
public sealed class ServiceSpecification
{
    private readonly JsonElement _root;
    private readonly ConcurrentDictionary<string, ResourceSpecification?> _read = new(StringComparer.Ordinal);

    private ServiceSpecification(JsonElement root) => _root = root;

    /// <summary>Reads the specification that lies beside the tests.</summary>
    public static ServiceSpecification Load() =>
        Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "service-specification.json")));

    /// <summary>Reads a specification in the words of <c>dump-spec.mjs</c>.</summary>
    public static ServiceSpecification Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return new(document.RootElement.Clone());
    }

    /// <summary>A resource type; null for a type that CloudFormation does not have.</summary>
    public ResourceSpecification? Find(string resourceType) => _read.GetOrAdd(resourceType, type =>
        _root.TryGetProperty(type, out var json) ? ResourceSpecification.Read(json) : null);
}

/// <summary>One resource type.</summary>
/// <param name="Properties">Its properties.</param>
/// <param name="Attributes">What <c>Fn::GetAtt</c> can ask.</param>
/// <param name="Types">The types of its nested properties.</param>
/// <param name="ReplacementPaths">Nested properties that cause replacement besides those that say so themselves.</param>
public sealed record ResourceSpecification(
    ImmutableDictionary<string, PropertySpecification> Properties,
    ImmutableDictionary<string, ValueKind> Attributes,
    ImmutableDictionary<string, ImmutableDictionary<string, PropertySpecification>> Types,
    ImmutableArray<ImmutableArray<string>> ReplacementPaths)
{
    internal static ResourceSpecification Read(JsonElement json) => new(
        ReadProperties(json.GetProperty("properties")),
        json.GetProperty("attributes").EnumerateObject().ToImmutableDictionary(member => member.Name, member => ValueKind.Read(member.Value), StringComparer.Ordinal),
        json.GetProperty("types").EnumerateObject().ToImmutableDictionary(member => member.Name, member => ReadProperties(member.Value.GetProperty("properties")), StringComparer.Ordinal),
        json.TryGetProperty("replacementPaths", out var paths)
            ? [.. paths.EnumerateArray().Select(path => path.EnumerateArray().Select(part => part.GetString()!).ToImmutableArray())]
            : []);

    private static ImmutableDictionary<string, PropertySpecification> ReadProperties(JsonElement json) =>
        json.EnumerateObject().ToImmutableDictionary(member => member.Name, member => PropertySpecification.Read(member.Value), StringComparer.Ordinal);
}

/// <summary>One property of a resource type or of a nested type.</summary>
/// <param name="Kind">What kind of value it takes.</param>
/// <param name="IsRequired">Whether it must be given.</param>
/// <param name="Replacement">Whether a change replaces the resource: <c>yes</c>, <c>maybe</c>, or null for no.</param>
/// <param name="Deprecation"><c>WARN</c>, <c>IGNORE</c> (was never meant to be), or null.</param>
public sealed record PropertySpecification(ValueKind Kind, bool IsRequired, string? Replacement, string? Deprecation)
{
    internal static PropertySpecification Read(JsonElement json) => new(
        ValueKind.Read(json.GetProperty("value")),
        json.TryGetProperty("required", out var required) && required.GetBoolean(),
        json.TryGetProperty("replacement", out var replacement) ? replacement.GetString() : null,
        json.TryGetProperty("deprecated", out var deprecated) ? deprecated.GetString() : null);
}

/// <summary>A kind of value.</summary>
/// <param name="Name"><c>string</c>, <c>integer</c>, <c>number</c>, <c>boolean</c>, <c>date-time</c>, <c>json</c>, <c>tag</c>, <c>list</c>, <c>map</c>, <c>type</c> or <c>union</c>.</param>
public sealed record ValueKind(string Name)
{
    /// <summary>The kind of a list's or map's elements.</summary>
    public ValueKind? Element { get; private init; }

    /// <summary>The nested type, by its number in <see cref="ResourceSpecification.Types"/>.</summary>
    public string? Type { get; private init; }

    /// <summary>The kinds that a union allows.</summary>
    public ImmutableArray<ValueKind> Alternatives { get; private init; } = [];

    /// <summary>The only texts that a string may be; empty for any.</summary>
    public ImmutableArray<string> Allowed { get; private init; } = [];

    internal static ValueKind Read(JsonElement json) => new(json.GetProperty("kind").GetString()!)
    {
        Element = json.TryGetProperty("element", out var element) ? Read(element) : null,
        Type = json.TryGetProperty("type", out var type) ? type.GetString() : null,
        Alternatives = json.TryGetProperty("types", out var types) ? [.. types.EnumerateArray().Select(Read)] : [],
        Allowed = json.TryGetProperty("allowed", out var allowed) ? [.. allowed.EnumerateArray().Select(text => text.GetString()!)] : [],
    };

    /// <inheritdoc/>
    public override string ToString() => Name switch
    {
        "list" => $"list of {Element}",
        "map" => $"map of {Element}",
        "type" => "object",
        "union" => string.Join(" or ", Alternatives),
        _ => Name,
    };
}
