using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary><c>Fn::FindInMap</c>, with the default value of the language extensions.</summary>
internal static class MappingFunction
{
    public static ResolvedValue FindInMap(Evaluation evaluation, JsonElement argument, Origin at)
    {
        if (argument.ValueKind != JsonValueKind.Array || argument.GetArrayLength() is < 3 or > 4)
        {
            return Evaluation.Malformed(at, "Fn::FindInMap", "needs a map and two keys");
        }

        var names = new string[3];
        for (var i = 0; i < names.Length; i++)
        {
            var name = evaluation.Resolve(argument[i], at.Element(i)).AsText();
            if (!name.TryGet(out names[i]!))
            {
                return name.Unknown is { } unknown
                    ? new UnknownValue(at, unknown.Reason)
                    : Evaluation.Malformed(at, "Fn::FindInMap", "has a key that is not text");
            }
        }

        return Find(evaluation, names)
            ?? (argument.GetArrayLength() == 4
                && argument[3].ValueKind == JsonValueKind.Object
                && argument[3].TryGetProperty("DefaultValue"u8, out var fallback)
                    ? evaluation.Resolve(fallback, at.Element(3).Property("DefaultValue"))
                    : Evaluation.Malformed(at, "Fn::FindInMap", $"finds nothing under {string.Join('.', names)}"));
    }

    private static ResolvedValue? Find(Evaluation evaluation, string[] names)
    {
        var stack = evaluation.Stack;
        if (!stack.Template.Mappings.TryFind(names[0], out var element))
        {
            return null;
        }

        var at = new Origin(stack, "Mappings", names[0]);
        foreach (var name in names.AsSpan(1))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }

            at = at.Property(name);
        }

        return evaluation.Resolve(element, at);
    }
}
