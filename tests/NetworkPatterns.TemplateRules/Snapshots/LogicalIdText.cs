using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace NetworkPatterns.TemplateRules.Snapshots;

/// <summary>Renames logical IDs where CloudFormation reads them: declarations, references, dependencies and substitutions.</summary>
internal static partial class LogicalIdText
{
    internal static JsonNode Rename(JsonObject template, IReadOnlyDictionary<string, string> ids)
    {
        var renamed = Node(template, ids)!.AsObject();
        foreach (var section in new[] { "Resources", "Parameters", "Outputs", "Conditions", "Mappings" })
        {
            if (renamed[section] is JsonObject members)
            {
                renamed[section] = new JsonObject(members.Select(member => KeyValuePair.Create(Name(member.Key, ids), member.Value?.DeepClone())));
            }
        }

        return renamed;
    }

    private static JsonNode? Node(JsonNode? node, IReadOnlyDictionary<string, string> ids) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Member(member.Key, member.Value, ids)))),
        JsonArray items => new JsonArray([.. items.Select(item => Node(item, ids))]),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Member(string name, JsonNode? value, IReadOnlyDictionary<string, string> ids) => (name, value) switch
    {
        ("Ref" or "Condition" or "DependsOn", JsonValue id) => Name(id.ToString(), ids),
        ("DependsOn", JsonArray dependencies) => new JsonArray([.. dependencies.Select(id => (JsonNode)Name(id!.ToString(), ids))]),
        ("Fn::GetAtt", JsonArray { Count: 2 } attribute) => new JsonArray(Name(attribute[0]!.ToString(), ids), attribute[1]!.DeepClone()),
        ("Fn::GetAtt", JsonValue attribute) => Dotted(attribute.ToString(), ids),
        ("Fn::Sub", JsonValue text) => Placeholder().Replace(text.ToString(), match => $"${{{Dotted(match.Groups["name"].Value, ids)}}}"),
        _ => Node(value, ids),
    };

    private static string Dotted(string text, IReadOnlyDictionary<string, string> ids)
    {
        var parts = text.Split('.', 2);
        return string.Join('.', [Name(parts[0], ids), .. parts.Skip(1)]);
    }

    private static string Name(string id, IReadOnlyDictionary<string, string> ids) => ids.TryGetValue(id, out var name) ? name : id;

    [GeneratedRegex(@"\$\{(?<name>[^!}][^}]*)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
