using System.Text.Json;
using NetworkPatterns.Templates.Parsing;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>Finds the template file of a nested stack: what the CDK's asset metadata names, else the end of its URL.</summary>
internal static class NestedStacks
{
    public static bool IsNestedStack(JsonElement type) =>
        type.ValueKind == JsonValueKind.String
        && type.ValueEquals("AWS::CloudFormation::Stack"u8);

    /// <summary>The files that a template nests.</summary>
    public static IEnumerable<string> FileNames(Template template) =>
        template.Resources.ValueKind != JsonValueKind.Object
            ? []
            : template.Resources.EnumerateObject()
                .Where(resource => IsNestedStack(Find(resource.Value, "Type")))
                .Select(resource => FindFileName(Find(resource.Value, "Metadata"), Find(resource.Value, "Properties")))
                .OfType<string>();

    public static string? FindFileName(JsonElement metadata, JsonElement properties)
    {
        if (Find(metadata, "aws:asset:path") is { ValueKind: JsonValueKind.String } asset)
        {
            return asset.GetString();
        }

        var url = LastText(Find(properties, "TemplateURL"));
        var end = url?.IndexOf('?', StringComparison.Ordinal) is > 0 and var query ? url[..query] : url;
        var name = end?[(end.LastIndexOf('/') + 1)..];
        return string.IsNullOrEmpty(name) || name.Contains('}') ? null : name;
    }

    // The bucket in front may be anything, a parameter or a function; the file name stands last.
    private static string? LastText(JsonElement url) => url.ValueKind switch
    {
        JsonValueKind.String => url.GetString(),
        JsonValueKind.Object when Find(url, "Fn::Sub") is { ValueKind: not JsonValueKind.Undefined } sub =>
            sub.ValueKind == JsonValueKind.Array && sub.GetArrayLength() > 0 ? LastText(sub[0]) : LastText(sub),
        JsonValueKind.Object when Find(url, "Fn::Join") is { ValueKind: JsonValueKind.Array } join && join.GetArrayLength() == 2 =>
            join[1].ValueKind == JsonValueKind.Array && join[1].GetArrayLength() > 0 ? LastText(join[1][join[1].GetArrayLength() - 1]) : null,
        _ => null,
    };

    private static JsonElement Find(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : default;
}
