namespace NetworkPatterns.Templates.Resolution;

/// <summary>The identifiers of the <c>Fn::ForEach</c> loops around a fragment, innermost first, with their present values.</summary>
internal sealed record LoopVariables(string Name, string Value, LoopVariables? Outer)
{
    /// <summary><c>${Name}</c> is the value, <c>&amp;{Name}</c> the value without what a logical ID can't hold.</summary>
    public string SubstituteIn(string text)
    {
        var result = text;
        for (var variable = this; variable is not null && result.Contains('{'); variable = variable.Outer)
        {
            result = result
                .Replace($"${{{variable.Name}}}", variable.Value, StringComparison.Ordinal)
                .Replace($"&{{{variable.Name}}}", OnlyAlphanumeric(variable.Value), StringComparison.Ordinal);
        }

        return result;
    }

    public string? Find(string name)
    {
        for (var variable = this; variable is not null; variable = variable.Outer)
        {
            if (string.Equals(variable.Name, name, StringComparison.Ordinal))
            {
                return variable.Value;
            }
        }

        return null;
    }

    private static string OnlyAlphanumeric(string value) => string.Concat(value.Where(char.IsAsciiLetterOrDigit));
}

internal static class LoopVariablesExtensions
{
    public static string Substitute(this LoopVariables? variables, string text) => variables?.SubstituteIn(text) ?? text;
}
