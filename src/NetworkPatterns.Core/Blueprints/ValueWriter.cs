using System.Globalization;
using System.Text.Json;

namespace NetworkPatterns.Core.Blueprints;

/// <summary>Writes one value as CloudFormation spells it.</summary>
internal static class ValueWriter
{
    public static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case TextValue text:
                json.WriteStringValue(text.Text);
                break;
            case NumberValue number:
                json.WriteNumberValue(number.Number);
                break;
            case DecimalValue number:
                json.WriteNumberValue(number.Number);
                break;
            case BooleanValue boolean:
                json.WriteBooleanValue(boolean.IsTrue);
                break;
            case ListValue list:
                WriteList(json, list.Items);
                break;
            case MapValue map:
                json.WriteStartObject();
                foreach (var (key, item) in map.Entries)
                {
                    json.WritePropertyName(key);
                    Write(json, item);
                }

                json.WriteEndObject();
                break;
            case EmptyObjectValue:
                json.WriteStartObject();
                json.WriteEndObject();
                break;
            case EmptyListValue:
                json.WriteStartArray();
                json.WriteEndArray();
                break;
            default:
                json.WriteStartObject();
                WriteFunction(json, value);
                json.WriteEndObject();
                break;
        }
    }

    private static void WriteFunction(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case RefValue reference:
                json.WriteString("Ref", reference.ResourceId);
                break;
            case InputValue input:
                json.WriteString("Ref", input.Name);
                break;
            case PseudoParameterValue pseudo:
                json.WriteString("Ref", pseudo.Name);
                break;
            case GetAttValue reference:
                Function(json, "Fn::GetAtt", reference.ResourceId, reference.Attribute);
                break;
            case SubValue { Variables.Entries.IsEmpty: true } sub:
                json.WriteString("Fn::Sub", sub.Template);
                break;
            case SubValue sub:
                Function(json, "Fn::Sub", sub.Template, sub.Variables);
                break;
            case JoinValue join:
                Function(json, "Fn::Join", join.Delimiter, join.Items);
                break;
            case SelectValue select:
                Function(json, "Fn::Select", select.Index, select.Items);
                break;
            case SplitValue split:
                Function(json, "Fn::Split", split.Delimiter, split.Source);
                break;
            case CidrValue cidr:
                Function(json, "Fn::Cidr", cidr.Block, cidr.Count, cidr.HostBits.ToString(CultureInfo.InvariantCulture));
                break;
            case GetAZsValue zones:
                json.WritePropertyName("Fn::GetAZs");
                Write(json, zones.OfRegion);
                break;
            case IfValue conditional:
                Function(json, "Fn::If", conditional.Condition, conditional.WhenTrue, conditional.WhenFalse);
                break;
            case FindInMapValue find:
                Function(json, "Fn::FindInMap", find.Mapping, find.TopLevelKey, find.SecondLevelKey);
                break;
            case Base64Value base64:
                json.WritePropertyName("Fn::Base64");
                Write(json, base64.Text);
                break;
            default:
                throw new InvalidOperationException($"no rendering for {value.GetType().Name}");
        }
    }

    private static void Function(Utf8JsonWriter json, string name, params ReadOnlySpan<Value> arguments)
    {
        json.WritePropertyName(name);
        WriteList(json, arguments);
    }

    private static void WriteList(Utf8JsonWriter json, ReadOnlySpan<Value> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteList(Utf8JsonWriter json, System.Collections.Immutable.ImmutableArray<Value> items) =>
        WriteList(json, items.AsSpan());
}
