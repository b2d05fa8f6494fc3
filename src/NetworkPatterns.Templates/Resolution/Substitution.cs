using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary><c>Fn::Sub</c> in both forms.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html</remarks>
internal static class Substitution
{
    public static ResolvedValue Sub(Evaluation evaluation, JsonElement argument, Origin at)
    {
        var (template, own) = argument.ValueKind == JsonValueKind.Array && argument.GetArrayLength() is 1 or 2
            ? (argument[0], argument.GetArrayLength() == 2 ? argument[1] : default)
            : (argument, default);
        return template.ValueKind == JsonValueKind.String
            ? TextFunctions.Concatenate(evaluation, Pieces(evaluation, template.GetString()!, own, at), "Fn::Sub", at)
            : Evaluation.Malformed(at, "Fn::Sub", "needs a text, or a text and a map");
    }

    /// <summary>The names between <c>${</c> and <c>}</c>, without literals.</summary>
    public static IEnumerable<string> Names(string text)
    {
        for (var start = text.IndexOf("${", StringComparison.Ordinal); start >= 0;)
        {
            var end = text.IndexOf('}', start);
            if (end < 0)
            {
                yield break;
            }

            var name = text[(start + 2)..end].Trim();
            if (!name.StartsWith('!'))
            {
                yield return name;
            }

            start = text.IndexOf("${", end, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<ResolvedValue> Pieces(Evaluation evaluation, string written, JsonElement own, Origin at)
    {
        var text = evaluation.Variables.Substitute(written);
        var position = 0;
        while (position < text.Length)
        {
            var start = text.IndexOf("${", position, StringComparison.Ordinal);
            var end = start < 0 ? -1 : text.IndexOf('}', start);
            if (end < 0)
            {
                break;
            }

            yield return new TextValue(at, text[position..start]);
            var name = text[(start + 2)..end].Trim();
            yield return name.StartsWith('!') ? new TextValue(at, $"${{{name[1..]}}}") : Placeholder(evaluation, name, own, at);
            position = end + 1;
        }

        yield return new TextValue(at, text[position..]);
    }

    private static ResolvedValue Placeholder(Evaluation evaluation, string name, JsonElement own, Origin at) =>
        own.ValueKind == JsonValueKind.Object && own.TryGetProperty(name, out var value) ? evaluation.Resolve(value, at.Property(name))
        : name.Contains('.') ? References.Attribute(evaluation, name, at)
        : References.Named(evaluation, name, at);
}
