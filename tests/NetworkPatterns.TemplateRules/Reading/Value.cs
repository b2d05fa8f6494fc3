using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace NetworkPatterns.TemplateRules.Reading;

/// <summary>A property's value: a literal, a list, an object, or something that only deployment knows.</summary>
/// <remarks>Questions that a value can't answer (the text of an unknown intrinsic) answer null, and rules report that.</remarks>
public readonly record struct Value
{
    private Value(Resource owner, JsonElement? json)
    {
        Owner = owner;
        Json = json;
    }

    /// <summary>The resource that the value belongs to: references are resolved in its template.</summary>
    public Resource Owner { get; }

    /// <summary>The JSON, or null when absent.</summary>
    public JsonElement? Json { get; }

    /// <summary>Whether there is a value; <c>AWS::NoValue</c> is none.</summary>
    public bool Exists => Json is not null;

    /// <summary>Whether it is a call of an intrinsic function.</summary>
    public bool IsIntrinsic => Json is { } json && Function(json) is not null;

    /// <summary>The literal text; numbers and booleans in the text CloudFormation would make of them; null for anything else.</summary>
    public string? Text => Json switch
    {
        { ValueKind: JsonValueKind.String } json => json.GetString(),
        { ValueKind: JsonValueKind.Number } json => json.GetRawText(),
        { ValueKind: JsonValueKind.True } => "true",
        { ValueKind: JsonValueKind.False } => "false",
        _ => null,
    };

    /// <summary>The literal whole number, or null.</summary>
    public int? Number =>
        int.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The literal boolean, or null.</summary>
    public bool? Flag => bool.TryParse(Text, out var flag) ? flag : null;

    /// <summary>The elements of a literal list; none for anything else.</summary>
    public ImmutableArray<Value> Items
    {
        get
        {
            var owner = Owner;
            return Json is { ValueKind: JsonValueKind.Array } json
                ? [.. json.EnumerateArray().Select(item => Of(owner, item)).Where(item => item.Exists)]
                : [];
        }
    }

    /// <summary>Whether there is a value but not a literal list.</summary>
    public bool IsUnknownList => Json is { } json && json.ValueKind != JsonValueKind.Array;

    /// <summary>The names of an object's members.</summary>
    public ImmutableArray<string> Members => Json is { ValueKind: JsonValueKind.Object } json && !IsIntrinsic
        ? [.. json.EnumerateObject().Select(member => member.Name)]
        : [];

    /// <summary>The reference that the value is, or null.</summary>
    public Reference? Reference => Json is { } json ? References.TryRead(json) : null;

    /// <summary>The resource that the value refers to, in this template; null for anything else.</summary>
    public Resource? Target => Reference is { } reference ? Owner.Template.Find(reference.LogicalId) : null;

    /// <summary>The value as one text in which what only deployment knows stands as <c>${Name.Attribute}</c>: equal texts mean equal values.</summary>
    public string Key => Json is { } json ? ValueText.Of(json) : "";

    /// <summary>A member of an object.</summary>
    public Value this[string member] =>
        Json is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty(member, out var value) ? Of(Owner, value) : Of(Owner, null);

    internal static Value Of(Resource owner, JsonElement? json) =>
        new(owner, json is { } present && References.TryRead(present) is not { LogicalId: "AWS::NoValue" } && present.ValueKind != JsonValueKind.Null ? json : null);

    /// <summary>The name of the intrinsic function that this JSON calls, or null.</summary>
    public static string? Function(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Count() != 1)
        {
            return null;
        }

        var name = json.EnumerateObject().First().Name;
        return name is "Ref" or "Condition" || name.StartsWith("Fn::", StringComparison.Ordinal) ? name : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Key;
}
