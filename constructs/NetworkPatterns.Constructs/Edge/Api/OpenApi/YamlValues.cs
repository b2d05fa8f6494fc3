using System.Globalization;
using System.Text.RegularExpressions;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace NetworkPatterns.Constructs.Edge.Api.OpenApi;

/// <summary>Reads YAML into the values of a template, by the JSON schema of YAML 1.2.</summary>
/// <remarks>Source: https://yaml.org/spec/1.2.2/#102-json-schema</remarks>
internal sealed partial class YamlValues
{
    private const int DeepestValue = 64;
    private const int MostValues = 1_000_000;
    private readonly Dictionary<AnchorName, Value> _anchors = [];
    private readonly ProblemList _problems = new();
    private readonly IParser _parser;
    private readonly string _where;
    private int _depth;
    private int _aliased;

    private YamlValues(IParser parser, string where) => (_parser, _where) = (parser, where);

    /// <summary>Reads a mapping.</summary>
    /// <exception cref="PlanException">Carries every problem of the text.</exception>
    public static Value Read(string text, string where)
    {
        ArgumentNullException.ThrowIfNull(text);
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        try
        {
            var reader = new YamlValues(new Parser(scanner), where);
            reader._parser.Consume<StreamStart>();
            if (!reader._parser.TryConsume<DocumentStart>(out _))
            {
                throw Failure(where, 1, "the text holds nothing");
            }

            var value = reader.ReadValue("#");
            reader._problems.ThrowIfAny();
            return value is MapValue or EmptyObjectValue ? value : throw Failure(where, 1, "the text is not a YAML mapping");
        }
        catch (YamlException exception)
        {
            throw Failure(where, exception.Start.Line, exception.Message);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // On some broken texts the parser falls over instead of reporting them.
            throw Failure(where, scanner.CurrentPosition.Line, "the text is not YAML");
        }
    }

    private static PlanException Failure(string where, long line, string what) =>
        new([DiagnosticCatalogue.OpenApiText.At(where, string.Create(CultureInfo.InvariantCulture, $"line {line}: {what}"), "correct the text")]);

    private Value ReadValue(string pointer)
    {
        if (++_depth > DeepestValue)
        {
            throw Failure(_where, _parser.Current?.Start.Line ?? 0, $"nested deeper than {DeepestValue} levels");
        }

        Value value;
        AnchorName anchor;
        if (_parser.TryConsume<Scalar>(out var scalar))
        {
            (value, anchor) = (ReadScalar(scalar, pointer), scalar.Anchor);
        }
        else if (_parser.TryConsume<SequenceStart>(out var sequence))
        {
            var items = new List<Value>();
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                items.Add(ReadValue($"{pointer}/{items.Count}"));
            }

            (value, anchor) = (JsonValues.List(items), sequence.Anchor);
        }
        else if (_parser.TryConsume<MappingStart>(out var mapping))
        {
            var entries = new List<(string Key, Value Value)>();
            while (!_parser.TryConsume<MappingEnd>(out _))
            {
                var key = ReadKey();
                entries.Add((key, ReadValue(OpenApiWords.Step(pointer, key))));
            }

            (value, anchor) = (JsonValues.Map(entries, pointer, _where, _problems), mapping.Anchor);
        }
        else
        {
            (value, anchor) = (ReadAlias(), AnchorName.Empty);
        }

        _depth--;
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = value;
        }

        return value;
    }

    private string ReadKey()
    {
        var line = _parser.Current?.Start.Line ?? 0;
        if (!_parser.TryConsume<Scalar>(out var key))
        {
            throw Failure(_where, line, "a key is not a text");
        }

        return key.Value == "<<" && key.Style == ScalarStyle.Plain ? throw Failure(_where, line, "'<<' merges mappings in YAML 1.1 only") : key.Value;
    }

    // Aliases of aliases can stand for more values than any document has.
    private Value ReadAlias()
    {
        var line = _parser.Current?.Start.Line ?? 0;
        if (!_parser.TryConsume<AnchorAlias>(out var alias) || !_anchors.TryGetValue(alias.Value, out var value))
        {
            throw Failure(_where, line, "an alias names no anchor before it");
        }

        _aliased += Count(value, MostValues - _aliased);
        if (_aliased >= MostValues || _depth + Height(value) > DeepestValue)
        {
            throw Failure(_where, line, $"aliases stand for more than {MostValues} values, or nest deeper than {DeepestValue} levels");
        }

        return value;
    }

    // Stops at the limit.
    private static int Count(Value value, int limit)
    {
        var count = 1;
        foreach (var child in Children(value))
        {
            if (count >= limit)
            {
                break;
            }

            count += Count(child, limit - count);
        }

        return count;
    }

    private static int Height(Value value) => 1 + Children(value).Select(Height).DefaultIfEmpty().Max();

    private static IEnumerable<Value> Children(Value value) => value.Items().Concat(value.Members().Select(member => member.Value));

    private Value ReadScalar(Scalar scalar, string pointer) => scalar.Style != ScalarStyle.Plain ? scalar.Value : scalar.Value switch
    {
        "" or "~" or "null" => JsonValues.Null(pointer, _where, _problems),
        "true" => true,
        "false" => false,
        var text when Number().IsMatch(text) && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => Value.FromDecimal(number),
        var text => text,
    };

    [GeneratedRegex(@"^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
