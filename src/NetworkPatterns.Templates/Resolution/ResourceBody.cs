using System.Text.Json;

namespace NetworkPatterns.Templates.Resolution;

/// <summary>The parts of a resource's declaration, found in one pass; undefined where the template leaves one out.</summary>
internal readonly struct ResourceBody
{
    public ResourceBody(JsonElement body)
    {
        foreach (var part in body.EnumerateObject())
        {
            if (part.NameEquals("Type"u8))
            {
                Type = part.Value;
            }
            else if (part.NameEquals("Properties"u8))
            {
                Properties = part.Value;
            }
            else if (part.NameEquals("Metadata"u8))
            {
                Metadata = part.Value;
            }
            else if (part.NameEquals("Condition"u8))
            {
                Condition = part.Value;
            }
            else if (part.NameEquals("DependsOn"u8))
            {
                DependsOn = part.Value;
            }
        }
    }

    public JsonElement Type { get; }

    public JsonElement Properties { get; }

    public JsonElement Metadata { get; }

    public JsonElement Condition { get; }

    public JsonElement DependsOn { get; }
}
