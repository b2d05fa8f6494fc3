using System.Collections.Immutable;

namespace NetworkPatterns.Core.Blueprints;

/// <summary>A condition of a blueprint: <c>Fn::Equals</c> of two values, or <c>Fn::And</c>, <c>Fn::Or</c>, <c>Fn::Not</c> of others.</summary>
public abstract record BlueprintCondition
{
    private BlueprintCondition()
    {
    }

    /// <summary><c>Fn::Equals</c>.</summary>
    /// <param name="Left">A literal, an input or a pseudo parameter.</param>
    /// <param name="Right">A literal, an input or a pseudo parameter.</param>
    public sealed record EqualTo(Value Left, Value Right) : BlueprintCondition;

    /// <summary><c>Fn::Not</c>.</summary>
    /// <param name="Operand">What must not hold.</param>
    public sealed record Not(BlueprintCondition Operand) : BlueprintCondition;

    /// <summary><c>Fn::And</c>.</summary>
    /// <param name="Operands">2 to 10 conditions, all of which must hold.</param>
    public sealed record And(ImmutableArray<BlueprintCondition> Operands) : BlueprintCondition;

    /// <summary><c>Fn::Or</c>.</summary>
    /// <param name="Operands">2 to 10 conditions, one of which must hold.</param>
    public sealed record Or(ImmutableArray<BlueprintCondition> Operands) : BlueprintCondition;

    internal IEnumerable<Value> Values => this switch
    {
        EqualTo equal => [equal.Left, equal.Right],
        Not not => not.Operand.Values,
        And and => and.Operands.SelectMany(operand => operand.Values),
        Or or => or.Operands.SelectMany(operand => operand.Values),
        _ => [],
    };
}
