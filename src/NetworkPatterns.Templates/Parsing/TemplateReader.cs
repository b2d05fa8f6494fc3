using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Templates.Resolution;

namespace NetworkPatterns.Templates.Parsing;

/// <summary>Parses the bytes of a template, JSON or YAML.</summary>
internal static class TemplateReader
{
    /// <summary>The template; false adds what is wrong to the problems.</summary>
    public static bool TryRead(string fileName, ReadOnlyMemory<byte> content, ProblemList problems, [NotNullWhen(true)] out Template? template)
    {
        template = null;
        var (root, problem) = Parse(fileName, content);
        if (problem is not null)
        {
            problems.Add(problem);
            return false;
        }

        if (!IsTemplate(root))
        {
            problems.Add(DiagnosticCatalogue.NotATemplate.At(
                fileName,
                root.ValueKind == JsonValueKind.Object ? "the file has no Resources section" : "the file is not an object",
                "give a CloudFormation template in JSON or YAML, or a CDK cloud assembly folder"));
            return false;
        }

        template = new Template(fileName, root);
        return true;
    }

    /// <summary>Whether a parsed file has what every template must have.</summary>
    public static bool IsTemplate(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.TryGetProperty("Resources"u8, out var resources)
        && resources.ValueKind == JsonValueKind.Object;

    /// <summary>The content as JSON, or what is wrong with it.</summary>
    public static (JsonElement Root, Problem? Problem) Parse(string fileName, ReadOnlyMemory<byte> content)
    {
        var utf8 = ToUtf8(content);
        var start = utf8.Span.TrimStart(" \t\r\n"u8);
        if (start.IsEmpty)
        {
            return (default, DiagnosticCatalogue.NotATemplate.At(fileName, "the file is empty", "give a CloudFormation template in JSON or YAML"));
        }

        var isYaml = HasExtension(fileName, ".yaml") || HasExtension(fileName, ".yml");
        var isJson = start[0] is (byte)'{' or (byte)'[' || HasExtension(fileName, ".json");
        var json = isJson ? ParseJson(fileName, utf8) : default;
        return isJson && (json.Problem is null || !isYaml) ? json : ParseYaml(fileName, utf8);
    }

    private static (JsonElement Root, Problem? Problem) ParseJson(string fileName, ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = Limits.DeepestElement });
            return (document.RootElement, null);
        }
        catch (JsonException exception)
        {
            return (default, DiagnosticCatalogue.BrokenJson.At(
                Place(fileName, exception.LineNumber + 1, exception.BytePositionInLine + 1),
                IsTruncated(utf8) ? "the file ends in the middle of a value" : FirstSentence(exception.Message),
                "check the file there; a truncated file ends in the middle of a value"));
        }
    }

    // What a reader that may get more would go on reading is not wrong, only cut off.
    private static bool IsTruncated(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = Limits.DeepestElement }));
        try
        {
            while (reader.Read())
            {
            }

            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static (JsonElement Root, Problem? Problem) ParseYaml(string fileName, ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var json = YamlToJson.Convert(Encoding.UTF8.GetString(utf8.Span));
            return (JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 2 * Limits.DeepestElement }).RootElement, null);
        }
        catch (YamlFailureException failure)
        {
            return (default, DiagnosticCatalogue.BrokenYaml.At(
                Place(fileName, failure.Line, failure.Column), failure.Message, "check the file there; indentation and quotes are the usual causes"));
        }
    }

    private static string Place(string fileName, long? line, long? column) =>
        string.Create(CultureInfo.InvariantCulture, $"{fileName}, line {line}, column {column}");

    private static bool HasExtension(string fileName, string extension) =>
        fileName.EndsWith(extension, StringComparison.OrdinalIgnoreCase);

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? message.TrimEnd('.') : message[..end];
    }

    private static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> content)
    {
        var span = content.Span;
        return span.StartsWith(Encoding.UTF8.Preamble) ? content[3..]
            : span.StartsWith(Encoding.Unicode.Preamble) ? Encoding.UTF8.GetBytes(Encoding.Unicode.GetString(span[2..]))
            : span.StartsWith(Encoding.BigEndianUnicode.Preamble) ? Encoding.UTF8.GetBytes(Encoding.BigEndianUnicode.GetString(span[2..]))
            : content;
    }
}
