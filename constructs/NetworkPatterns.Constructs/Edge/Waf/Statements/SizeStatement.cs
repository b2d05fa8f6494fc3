using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf.Statements;

/// <summary>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-size-constraint-match.html</summary>
internal sealed class SizeStatement(WafField part, int bytes) : WafStatement
{
    internal override int Capacity => part.CostOf(1);

    internal override IEnumerable<StatementFault> Faults()
    {
        foreach (var fault in TextStatement.FieldFaults(part))
        {
            yield return fault;
        }

        if (bytes < 0)
        {
            yield return new(DiagnosticCatalogue.WafPattern, $"{bytes} is not a size", "give a number of bytes");
        }
    }

    internal override MapValue ToValue() => Value.Map(("SizeConstraintStatement", Value.Map(
        ("FieldToMatch", part.ToValue()), ("ComparisonOperator", "GT"), ("Size", bytes), ("TextTransformations", WafTransformations.ToValue([])))));
}
