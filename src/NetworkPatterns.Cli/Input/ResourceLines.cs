using System.Text;
using System.Text.Json;

namespace NetworkPatterns.Cli.Input;

/// <summary>The lines at which a template's resources begin, from 1, by their logical IDs.</summary>
internal static class ResourceLines
{
    /// <summary>The lines of a JSON template by its tokens, of a YAML one by the names below <c>Resources:</c>; empty where it has neither.</summary>
    public static IReadOnlyDictionary<string, int> Of(byte[] template)
    {
        var text = template.AsSpan();
        text = text.StartsWith(Encoding.UTF8.Preamble) ? text[3..] : text;
        return text.TrimStart(" \t\r\n"u8).StartsWith("{"u8) ? OfJson(text) : OfYaml(Encoding.UTF8.GetString(text));
    }

    private static Dictionary<string, int> OfJson(ReadOnlySpan<byte> text)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(text);
        var (isInResources, line, counted) = (false, 1, 0L);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName)
                {
                    continue;
                }

                if (reader.CurrentDepth == 1)
                {
                    isInResources = reader.ValueTextEquals("Resources"u8);
                }
                else if (reader.CurrentDepth == 2 && isInResources)
                {
                    line += text[(int)counted..(int)reader.TokenStartIndex].Count((byte)'\n');
                    counted = reader.TokenStartIndex;
                    lines[reader.GetString()!] = line;
                }
            }
        }
        catch (JsonException)
        {
            // JSON that only a reader of YAML takes: what came before has its lines.
        }

        return lines;
    }

    private static Dictionary<string, int> OfYaml(string text)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var (isInResources, indentation, number) = (false, -1, 0);
        foreach (var line in text.EnumerateLines())
        {
            number++;
            var content = line.TrimStart(' ');
            if (content.IsEmpty || content[0] is '#' or '-')
            {
                continue;
            }

            var depth = line.Length - content.Length;
            var name = content[..Math.Max(content.IndexOf(':'), 0)].Trim(" '\"");
            if (depth == 0)
            {
                (isInResources, indentation) = (name is "Resources", -1);
            }
            else if (isInResources && !name.IsEmpty && (indentation < 0 || depth == indentation))
            {
                indentation = depth;
                lines.TryAdd(name.ToString(), number);
            }
        }

        return lines;
    }
}
