using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf.Statements;

/// <summary>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-label-match.html</summary>
internal sealed class LabelStatement(string key, bool isNamespace) : WafStatement
{
    private const int LongestKey = 1024;

    internal override int Capacity => 1;

    internal override IEnumerable<StatementFault> Faults()
    {
        if (!IsLabel(key) || key.EndsWith(':') != isNamespace)
        {
            yield return new(
                DiagnosticCatalogue.WafLabel,
                $"'{key}' is not {(isNamespace ? "a namespace of labels" : "a label")}",
                isNamespace ? "write it with a colon at its end, like awswaf:managed:aws:core-rule-set:" : "write it without a colon at its end, like awswaf:managed:aws:core-rule-set:SizeRestrictions_Body");
        }
    }

    internal static bool IsLabel(string text) => text.Length is > 0 and <= LongestKey && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or ':');

    internal override MapValue ToValue() => Value.Map(("LabelMatchStatement", Value.Map(("Scope", isNamespace ? "NAMESPACE" : "LABEL"), ("Key", key))));
}
