using System.Globalization;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Planning;

/// <summary>Makes a blueprint's input of each text that only deployment knows, and keeps what has to be supplied for it.</summary>
internal sealed class TokenInputs(BlueprintBuilder builder, Func<string, bool> isToken)
{
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _supplied = new(StringComparer.Ordinal);

    /// <summary>What <see cref="Synthesis.BlueprintEmitter"/> takes: the token of each input.</summary>
    public IReadOnlyDictionary<string, object> Supplied => _supplied;

    /// <summary>The text itself, or an input for it. The same token twice is one input, under its first name; another token of that name gets a number.</summary>
    public Value Of(string name, string text)
    {
        if (!isToken(text))
        {
            return text;
        }

        if (!_names.TryGetValue(text, out var known))
        {
            known = name;
            for (var other = 2; _supplied.ContainsKey(known); other++)
            {
                known = string.Create(CultureInfo.InvariantCulture, $"{name}{other}");
            }

            _names.Add(text, known);
            _supplied.Add(known, text);
            builder.AddInput(known);
        }

        return Value.Input(known);
    }
}
