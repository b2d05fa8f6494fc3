using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary><c>{{resolve:...}}</c>: known only at deployment, except for an SSM parameter that the estate declares.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html</remarks>
internal static class DynamicReference
{
    public const string Start = "{{resolve:";
    private const string Ssm = "{{resolve:ssm:";

    public static ResolvedValue Resolve(Evaluation evaluation, string text, Origin at)
    {
        var isWhole = text.StartsWith(Start, StringComparison.Ordinal)
            && text.IndexOf("}}", StringComparison.Ordinal) == text.Length - 2;
        if (isWhole && text.StartsWith(Ssm, StringComparison.Ordinal))
        {
            var name = text[Ssm.Length..^2];
            var version = name.LastIndexOf(':');
            return evaluation.Stack.Estate.SsmParameters.Find(evaluation, version < 0 ? name : name[..version], at);
        }

        return evaluation.Missing(at, text, $"the dynamic reference {text} is resolved only at deployment");
    }
}
