using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Resolution;

/// <summary><c>Fn::ToJsonString</c>.</summary>
internal static class JsonText
{
    public static ResolvedValue ToJsonString(Evaluation evaluation, JsonElement argument, Origin at)
    {
        if (argument.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array))
        {
            return Evaluation.Malformed(at, "Fn::ToJsonString", "needs an object or a list");
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(
            buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        var obstacle = Write(writer, buffer, evaluation.Resolve(argument, at), at);
        writer.Flush();
        return obstacle is null ? new TextValue(at, Encoding.UTF8.GetString(buffer.WrittenSpan)) : obstacle;
    }

    // What is in the way of writing the whole text; null where nothing is.
    private static UnknownValue? Write(Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer, ResolvedValue value, Origin at)
    {
        if (buffer.WrittenCount + writer.BytesPending > Limits.LongestText)
        {
            return Evaluation.Malformed(at, "Fn::ToJsonString", $"makes more than {Limits.LongestText} characters");
        }

        switch (value)
        {
            case ListValue list:
                writer.WriteStartArray();
                if (list.Select(item => Write(writer, buffer, item, at)).FirstOrDefault(found => found is not null) is { } inList)
                {
                    return inList;
                }

                writer.WriteEndArray();
                return null;
            case MapValue map:
                writer.WriteStartObject();
                foreach (var (name, entry) in map.Entries)
                {
                    writer.WritePropertyName(name);
                    if (Write(writer, buffer, entry, at) is { } inMap)
                    {
                        return inMap;
                    }
                }

                writer.WriteEndObject();
                return null;
            case NumberValue number:
                writer.WriteRawValue(number.Text, skipInputValidation: true);
                return null;
            case BooleanValue boolean:
                writer.WriteBooleanValue(boolean.Value);
                return null;
            default:
                var text = value.AsText();
                if (text.IsKnown)
                {
                    writer.WriteStringValue(text.Value);
                }

                return text.Unknown is { } unknown ? new UnknownValue(at, unknown.Reason) : null;
        }
    }
}
