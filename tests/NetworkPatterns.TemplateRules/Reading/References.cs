using System.Text.Json;
using System.Text.RegularExpressions;

namespace NetworkPatterns.TemplateRules.Reading;

/// <summary>A <c>Ref</c> (no attribute) or <c>Fn::GetAtt</c>, also one inside <c>Fn::Sub</c>.</summary>
/// <param name="LogicalId">What is referred to: a resource, a parameter or a pseudo parameter.</param>
/// <param name="Attribute">The attribute; null for <c>Ref</c>.</param>
public sealed record Reference(string LogicalId, string? Attribute);

/// <summary>Finds references in JSON.</summary>
public static partial class References
{
    /// <summary>Every reference at any depth.</summary>
    public static IEnumerable<Reference> In(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(In),
        JsonValueKind.Object => TryRead(json) is { } reference
            ? [reference]
            : json.EnumerateObject().SelectMany(member =>
                member.Name == "Fn::Sub" ? InSub(member.Value) : In(member.Value)),
        _ => [],
    };

    /// <summary>The reference that this value is, or null.</summary>
    public static Reference? TryRead(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Count() != 1)
        {
            return null;
        }

        var function = json.EnumerateObject().First();
        return (function.Name, function.Value.ValueKind) switch
        {
            ("Ref", JsonValueKind.String) => new(function.Value.GetString()!, Attribute: null),
            ("Fn::GetAtt", JsonValueKind.String) => Parse(function.Value.GetString()!),
            ("Fn::GetAtt", JsonValueKind.Array) when function.Value.EnumerateArray().All(part => part.ValueKind == JsonValueKind.String) =>
                new(function.Value[0].GetString()!, string.Join('.', function.Value.EnumerateArray().Skip(1).Select(part => part.GetString()))),
            _ => null,
        };
    }

    /// <summary>Whether a name is one of CloudFormation's pseudo parameters.</summary>
    public static bool IsPseudo(string name) => name is
        "AWS::AccountId" or "AWS::NotificationARNs" or "AWS::NoValue" or "AWS::Partition" or "AWS::Region" or "AWS::StackId"
        or "AWS::StackName" or "AWS::URLSuffix";

    /// <summary>The references of a <c>Fn::Sub</c>: those of its text that it does not define itself, and those of its variables.</summary>
    private static IEnumerable<Reference> InSub(JsonElement sub)
    {
        var (text, variables) = sub.ValueKind == JsonValueKind.Array
            ? (sub[0].GetString() ?? "", sub.GetArrayLength() > 1 ? sub[1] : default)
            : (sub.GetString() ?? "", default);
        var defined = variables.ValueKind == JsonValueKind.Object
            ? variables.EnumerateObject().Select(variable => variable.Name).ToHashSet(StringComparer.Ordinal)
            : [];
        return Placeholders(text)
            .Where(name => !defined.Contains(name))
            .Select(Parse)
            .Concat(variables.ValueKind == JsonValueKind.Object ? In(variables) : []);
    }

    internal static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(match => match.Groups["name"].Value.Trim());

    private static Reference Parse(string text) =>
        text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? new(text[..dot], text[(dot + 1)..]) : new(text, Attribute: null);

    // ${!Literal} is text, not a reference.
    [GeneratedRegex(@"\$\{(?<name>[^!}][^}]*)\}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
