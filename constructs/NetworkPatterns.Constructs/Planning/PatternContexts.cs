using Amazon.CDK;
using Constructs;

namespace NetworkPatterns.Constructs.Planning;

/// <summary>Reads from CDK what plans have to know.</summary>
internal static class PatternContexts
{
    // How CDK spells tokens inside text; asking CDK itself costs a crossing, so only a text that looks like one is asked about.
    private const string TokenMark = "${Token[";

    public static PatternContext ContextFor(this Construct pattern, string propsType)
    {
        var region = Stack.Of(pattern).Region;
        return new(pattern.Node.Path, propsType, IsToken(region) ? null : region, IsToken);
    }

    public static bool IsToken(string text) => text.Contains(TokenMark, StringComparison.Ordinal) && Token.IsUnresolved(text);
}
