using System.Buffers;
using System.Text.Json;
using NetworkPatterns.Templates.Resolution;

namespace NetworkPatterns.Templates.Parsing;

/// <summary>Turns a YAML template into JSON: short forms into functions, plain scalars into what YAML 1.1 makes of them.</summary>
/// <remarks>
/// CloudFormation reads YAML 1.1, so <c>010</c> is 8 and <c>yes</c> is true unless quoted, while dates stay text. It refuses
/// aliases and merge keys itself, but the tools that upload templates expand them first, so they are expanded here too.
/// <para>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html</para>
/// </remarks>
internal sealed class YamlToJson : IDisposable
{
    // Aliases of aliases can make a small file huge.
    private const int LargestOutput = 64_000_000;

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly Utf8JsonWriter _writer;
    private int _depth;

    private YamlToJson() =>
        _writer = new Utf8JsonWriter(_buffer, new JsonWriterOptions { SkipValidation = true, MaxDepth = 3 * Limits.DeepestElement });

    public static ReadOnlyMemory<byte> Convert(string yaml)
    {
        var root = YamlTree.Read(yaml);
        using var converter = new YamlToJson();
        converter.Write(root);
        converter._writer.Flush();
        return converter._buffer.WrittenMemory;
    }

    public void Dispose() => _writer.Dispose();

    private void Write(YamlNode node)
    {
        if (++_depth > Limits.DeepestElement || _buffer.WrittenCount + _writer.BytesPending > LargestOutput)
        {
            throw new YamlFailureException("aliases make this too deep or too large", node.Start.Line, node.Start.Column);
        }

        var function = Function(node.Tag);
        if (function is not null)
        {
            _writer.WriteStartObject();
            _writer.WritePropertyName(function);
        }

        switch (node)
        {
            case YamlScalar scalar:
                WriteScalar(scalar, isArgument: function is not null);
                break;
            case YamlSequence sequence:
                _writer.WriteStartArray();
                sequence.Items.ForEach(Write);
                _writer.WriteEndArray();
                break;
            case YamlMapping mapping:
                WriteMapping(mapping);
                break;
        }

        if (function is not null)
        {
            _writer.WriteEndObject();
        }

        _depth--;
    }

    private void WriteMapping(YamlMapping mapping)
    {
        _writer.WriteStartObject();
        var own = mapping.Entries.Where(entry => !IsMerge(entry.Key)).Select(entry => Key(entry.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Entries)
        {
            if (IsMerge(key))
            {
                WriteMerged(value, own);
                continue;
            }

            _writer.WritePropertyName(Key(key));
            Write(value);
        }

        _writer.WriteEndObject();
    }

    // An own key beats a merged one, and of several merged maps the first beats the later ones.
    private void WriteMerged(YamlNode value, HashSet<string> taken)
    {
        if (++_depth > Limits.DeepestElement)
        {
            throw new YamlFailureException("merge keys nest too deep", value.Start.Line, value.Start.Column);
        }

        var sources = value is YamlSequence sequence ? sequence.Items : [value];
        foreach (var source in sources)
        {
            if (source is not YamlMapping mapping)
            {
                throw new YamlFailureException("a merge key (<<) needs a map or a list of maps", source.Start.Line, source.Start.Column);
            }

            foreach (var (key, entry) in mapping.Entries)
            {
                if (IsMerge(key))
                {
                    WriteMerged(entry, taken);
                }
                else if (taken.Add(Key(key)))
                {
                    _writer.WritePropertyName(Key(key));
                    Write(entry);
                }
            }
        }

        _depth--;
    }

    private void WriteScalar(YamlScalar scalar, bool isArgument)
    {
        // The argument of a short form names something or is text: !Ref 010 and !Sub yes are text.
        var isText = isArgument || !scalar.IsPlain || scalar.Tag.EndsWith(":str", StringComparison.Ordinal);
        if (isText)
        {
            _writer.WriteStringValue(scalar.Value);
        }
        else
        {
            YamlScalars.Write(_writer, scalar.Value);
        }
    }

    private static bool IsMerge(YamlNode key) => key is YamlScalar { IsPlain: true, Value: "<<" };

    private static string Key(YamlNode key) =>
        key is YamlScalar scalar
            ? scalar.Value
            : throw new YamlFailureException("a key must be text", key.Start.Line, key.Start.Column);

    private static string? Function(string tag) => tag switch
    {
        "!Ref" => "Ref",
        "!Condition" => "Condition",
        _ => tag is ['!', not '!', ..] ? "Fn::" + tag[1..] : null,
    };
}
