using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf.Statements;

/// <summary>
/// Sources: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-sqli-match.html and
/// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-xss-match.html
/// </summary>
internal sealed class InjectionStatement(string kind, WafField part, int baseCapacity, string? sensitivity, ImmutableArray<WafTransformation> transformations) : WafStatement
{
    internal override int Capacity => part.CostOf(baseCapacity) + TextStatement.Cost(transformations);

    internal override IEnumerable<StatementFault> Faults() => TextStatement.FieldFaults(part);

    internal override MapValue ToValue() => Value.Map((kind, Value.Map(
        ("FieldToMatch", part.ToValue()),
        ("SensitivityLevel", sensitivity is null ? null : (Value)sensitivity),
        ("TextTransformations", WafTransformations.ToValue(transformations)))));
}
