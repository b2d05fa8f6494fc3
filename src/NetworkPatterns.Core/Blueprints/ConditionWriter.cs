using System.Collections.Immutable;
using System.Text.Json;

namespace NetworkPatterns.Core.Blueprints;

/// <summary>Writes one condition as CloudFormation spells it.</summary>
internal static class ConditionWriter
{
    public static void Write(Utf8JsonWriter json, BlueprintCondition condition)
    {
        json.WriteStartObject();
        switch (condition)
        {
            case BlueprintCondition.EqualTo equal:
                json.WriteStartArray("Fn::Equals");
                ValueWriter.Write(json, equal.Left);
                ValueWriter.Write(json, equal.Right);
                json.WriteEndArray();
                break;
            case BlueprintCondition.Not not:
                WriteOperands(json, "Fn::Not", [not.Operand]);
                break;
            case BlueprintCondition.And and:
                WriteOperands(json, "Fn::And", and.Operands);
                break;
            case BlueprintCondition.Or or:
                WriteOperands(json, "Fn::Or", or.Operands);
                break;
            default:
                throw new InvalidOperationException($"no rendering for {condition.GetType().Name}");
        }

        json.WriteEndObject();
    }

    private static void WriteOperands(Utf8JsonWriter json, string name, ImmutableArray<BlueprintCondition> operands)
    {
        json.WriteStartArray(name);
        foreach (var operand in operands)
        {
            Write(json, operand);
        }

        json.WriteEndArray();
    }
}
