using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NetworkPatterns.Core.Blueprints;

/// <summary>Writes a blueprint as a CloudFormation template in JSON: the same bytes for the same blueprint.</summary>
public static class BlueprintRenderer
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonWriterOptions Indented = Compact with { Indented = true, NewLine = "\n" };

    /// <summary>The template as UTF-8 JSON; inputs are its parameters.</summary>
    public static ReadOnlyMemory<byte> Render(Blueprint blueprint, bool indented = false)
    {
        ArgumentNullException.ThrowIfNull(blueprint);
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var json = new Utf8JsonWriter(buffer, indented ? Indented : Compact))
        {
            json.WriteStartObject();
            WriteParameters(json, blueprint);
            WriteMappings(json, blueprint);
            WriteConditions(json, blueprint);
            WriteResources(json, blueprint);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteParameters(Utf8JsonWriter json, Blueprint blueprint)
    {
        if (blueprint.Inputs.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("Parameters");
        foreach (var input in blueprint.Inputs)
        {
            json.WriteStartObject(input.Name);
            json.WriteString("Type", input.IsList ? "CommaDelimitedList" : "String");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMappings(Utf8JsonWriter json, Blueprint blueprint)
    {
        if (blueprint.Mappings.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("Mappings");
        foreach (var (name, top) in blueprint.Mappings)
        {
            json.WriteStartObject(name);
            foreach (var (key, second) in top)
            {
                json.WriteStartObject(key);
                foreach (var (inner, value) in second)
                {
                    json.WriteString(inner, value);
                }

                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteConditions(Utf8JsonWriter json, Blueprint blueprint)
    {
        if (blueprint.Conditions.IsEmpty)
        {
            return;
        }

        json.WriteStartObject("Conditions");
        foreach (var (name, condition) in blueprint.Conditions)
        {
            json.WritePropertyName(name);
            ConditionWriter.Write(json, condition);
        }

        json.WriteEndObject();
    }

    private static void WriteResources(Utf8JsonWriter json, Blueprint blueprint)
    {
        json.WriteStartObject("Resources");
        foreach (var resource in blueprint.Resources)
        {
            json.WriteStartObject(resource.Id);
            json.WriteString("Type", resource.Type);
            WriteOptional(json, "Condition", resource.Condition);
            WriteOptional(json, "DeletionPolicy", resource.DeletionPolicy?.ToString());
            WriteOptional(json, "UpdateReplacePolicy", resource.UpdateReplacePolicy?.ToString());
            if (!resource.DependsOn.IsEmpty)
            {
                json.WriteStartArray("DependsOn");
                foreach (var id in resource.DependsOn.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
                {
                    json.WriteStringValue(id);
                }

                json.WriteEndArray();
            }

            WriteMap(json, "Metadata", resource.Metadata);
            WriteMap(json, "Properties", resource.Properties);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, MapValue map)
    {
        if (!map.Entries.IsEmpty)
        {
            json.WritePropertyName(name);
            ValueWriter.Write(json, map);
        }
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
