using NetworkPatterns.Templates.Resolution;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NetworkPatterns.Templates.Parsing;

/// <summary>Reads YAML events into a tree; an alias is the node of its anchor.</summary>
internal sealed class YamlTree
{
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private readonly IParser _parser;
    private int _depth;

    private YamlTree(IParser parser) => _parser = parser;

    public static YamlNode Read(string text)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        try
        {
            var parser = new Parser(scanner);
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                throw new YamlFailureException("the file holds nothing", 1, 1);
            }

            return new YamlTree(parser).ReadNode();
        }
        catch (YamlException exception)
        {
            throw new YamlFailureException(exception.Message, exception.Start.Line, exception.Start.Column);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // On some broken texts the parser falls over instead of reporting them.
            throw new YamlFailureException("the text is not YAML", scanner.CurrentPosition.Line, scanner.CurrentPosition.Column);
        }
    }

    private YamlNode ReadNode()
    {
        var next = _parser.Current ?? throw new YamlFailureException("the file ends early", 1, 1);
        if (++_depth > Limits.DeepestElement)
        {
            throw new YamlFailureException($"nested deeper than {Limits.DeepestElement} levels", next.Start.Line, next.Start.Column);
        }

        YamlNode node;
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            node = new YamlScalar(Tag(scalar), scalar.Start, scalar.Value, scalar.Style == ScalarStyle.Plain);
            Remember(scalar.Anchor, node);
        }
        else if (_parser.TryConsume<SequenceStart>(out var sequenceStart))
        {
            var sequence = new YamlSequence(Tag(sequenceStart), sequenceStart.Start, []);
            Remember(sequenceStart.Anchor, sequence);
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                sequence.Items.Add(ReadNode());
            }

            node = sequence;
        }
        else if (_parser.TryConsume<MappingStart>(out var mappingStart))
        {
            var mapping = new YamlMapping(Tag(mappingStart), mappingStart.Start, []);
            Remember(mappingStart.Anchor, mapping);
            while (!_parser.TryConsume<MappingEnd>(out _))
            {
                mapping.Entries.Add((ReadNode(), ReadNode()));
            }

            node = mapping;
        }
        else
        {
            node = ReadAlias(next);
        }

        _depth--;
        return node;
    }

    private YamlNode ReadAlias(ParsingEvent next) =>
        _parser.TryConsume<AnchorAlias>(out var alias) && _anchors.TryGetValue(alias.Value.Value, out var node)
            ? node
            : throw new YamlFailureException("an alias names no anchor before it", next.Start.Line, next.Start.Column);

    private void Remember(AnchorName anchor, YamlNode node)
    {
        if (!anchor.IsEmpty)
        {
            _anchors[anchor.Value] = node;
        }
    }

    private static string Tag(NodeEvent node) => node.Tag.IsEmpty || node.Tag.IsNonSpecific ? "" : node.Tag.Value;
}
