using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf.Statements;

/// <summary>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statements-logical.html</summary>
internal sealed class LogicalStatement(string kind, ImmutableArray<WafStatement> statements) : WafStatement
{
    internal override int Capacity => statements.Sum(statement => statement.Capacity);

    internal override ImmutableArray<WafStatement> Children => statements;

    internal override IEnumerable<StatementFault> Faults() => statements.Length >= 2
        ? []
        : [new(DiagnosticCatalogue.WafPattern, $"{statements.Length} statements are joined, and AWS WAF joins two or more", "use the statement itself")];

    internal override MapValue ToValue() => Value.Map((kind, Value.Map(("Statements", Value.List(statements.Select(statement => statement.ToValue()))))));
}

/// <summary>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-not.html</summary>
internal sealed class NotStatement(WafStatement statement) : WafStatement
{
    internal override int Capacity => statement.Capacity;

    internal override ImmutableArray<WafStatement> Children => [statement];

    internal override MapValue ToValue() => Value.Map(("NotStatement", Value.Map(("Statement", statement.ToValue()))));
}
