using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf.Statements;

/// <summary>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-regex-match.html</summary>
internal sealed class RegexStatement(WafField part, string pattern, ImmutableArray<WafTransformation> transformations) : WafStatement
{
    private const int LongestPattern = 512;

    internal override int Capacity => part.CostOf(3) + TextStatement.Cost(transformations);

    internal override IEnumerable<StatementFault> Faults() =>
        [.. TextStatement.FieldFaults(part), .. PatternFaults(pattern, LongestPattern)];

    internal static IEnumerable<StatementFault> PatternFaults(string pattern, int longest)
    {
        if (pattern.Length is 0 || pattern.Length > longest)
        {
            yield return new(DiagnosticCatalogue.WafPattern, $"a pattern of {pattern.Length} characters is not 1 to {longest} long", "shorten it, or divide it");
        }
    }

    internal override MapValue ToValue() => Value.Map(("RegexMatchStatement", Value.Map(
        ("FieldToMatch", part.ToValue()), ("RegexString", pattern), ("TextTransformations", WafTransformations.ToValue(transformations)))));
}

/// <summary>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-regex-pattern-set-match.html</summary>
internal sealed class RegexSetStatement(string name, WafField part, ImmutableArray<string> patterns) : WafStatement
{
    // https://docs.aws.amazon.com/waf/latest/developerguide/limits.html
    private const int MostPatterns = 10;
    private const int LongestPattern = 200;

    internal override int Capacity => part.CostOf(25);

    internal string Name { get; } = name;

    internal string Id => $"{ResourceName.Of(Name)}Patterns";

    internal string Content => string.Join('\n', patterns);

    internal override IEnumerable<StatementFault> Faults()
    {
        foreach (var fault in TextStatement.FieldFaults(part).Concat(patterns.SelectMany(pattern => RegexStatement.PatternFaults(pattern, LongestPattern))))
        {
            yield return fault;
        }

        if (patterns.Length is 0 or > MostPatterns)
        {
            yield return new(DiagnosticCatalogue.WafPattern, $"the set '{Name}' has {patterns.Length} patterns, and a set has 1 to {MostPatterns}", "divide it into several sets");
        }
    }

    internal void AddSet(BlueprintBuilder builder, WafScope scope, ListValue tags) => builder.Add(
        Id,
        "AWS::WAFv2::RegexPatternSet",
        ("Scope", WebAclPlan.NameOf(scope)),
        ("RegularExpressionList", Value.List(patterns.Select(pattern => (Value)pattern))),
        ("Tags", tags));

    internal override MapValue ToValue() => Value.Map(("RegexPatternSetReferenceStatement", Value.Map(
        ("Arn", Value.GetAtt(Id, "Arn")), ("FieldToMatch", part.ToValue()), ("TextTransformations", WafTransformations.ToValue([])))));
}
