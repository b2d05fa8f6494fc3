using System.Collections;
using System.Globalization;
using Stack = Amazon.CDK.Stack;

namespace NetworkPatterns.Constructs.Planning;

/// <summary>What tokens stand for, spelled the same in every run: for digests.</summary>
internal static class TokenText
{
    /// <summary>What a token stands for in a stack.</summary>
    public static string Of(Stack stack, object token) => Of(stack.Resolve(token));

    private static string Of(object? resolved) => resolved switch
    {
        null => "",
        string text => text,
        IDictionary map => "{" + string.Join(',', map.Keys.Cast<object>().Select(key => Of(key)).Order(StringComparer.Ordinal).Select(key => $"{key}:{Of(map[key])}")) + "}",
        IEnumerable list => "[" + string.Join(',', list.Cast<object>().Select(Of)) + "]",
        _ => Convert.ToString(resolved, CultureInfo.InvariantCulture) ?? "",
    };
}
