using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf.Statements;

/// <summary>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-string-match.html</summary>
internal sealed class TextStatement(WafField part, WafComparison comparison, Value text, ImmutableArray<WafTransformation> transformations) : WafStatement
{
    private const int LongestText = 200;
    private const int CostOfTransformation = 10;

    internal override int Capacity =>
        part.CostOf(comparison is WafComparison.Contains or WafComparison.ContainsWord ? 10 : 2) + Cost(transformations);

    internal static int Cost(ImmutableArray<WafTransformation> transformations) => transformations.Length * CostOfTransformation;

    internal static IEnumerable<StatementFault> FieldFaults(WafField part) => part.Names
        .Where(name => name.Length is 0 or > 64 || name.Any(character => character is <= ' ' or > '~' or ':'))
        .Select(name => new StatementFault(DiagnosticCatalogue.WafPattern, $"'{name}' is not the name of a header, a cookie or a query argument", "write it as in a request, without colon or spaces"));

    internal override IEnumerable<StatementFault> Faults()
    {
        foreach (var fault in FieldFaults(part))
        {
            yield return fault;
        }

        if (text is TextValue { Text: var literal })
        {
            if (literal.Length is 0 or > LongestText)
            {
                yield return new(DiagnosticCatalogue.WafPattern, $"a text of {literal.Length} characters is not 1 to {LongestText} long", "match a shorter part of it");
            }

            if (transformations.Contains(WafTransformation.Lowercase) && literal.Any(char.IsAsciiLetterUpper))
            {
                yield return new(DiagnosticCatalogue.WafPattern, $"'{literal}' has upper case and is compared with what was made lower case: it never matches", "write it in lower case");
            }
        }
    }

    internal override MapValue ToValue() => Value.Map(("ByteMatchStatement", Value.Map(
        ("FieldToMatch", part.ToValue()),
        ("PositionalConstraint", comparison switch
        {
            WafComparison.Exactly => "EXACTLY",
            WafComparison.StartsWith => "STARTS_WITH",
            WafComparison.EndsWith => "ENDS_WITH",
            WafComparison.Contains => "CONTAINS",
            _ => "CONTAINS_WORD",
        }),
        ("SearchString", text),
        ("TextTransformations", WafTransformations.ToValue(transformations)))));
}
