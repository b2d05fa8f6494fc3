using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Planning;

/// <summary>Gathers the values that a user gave as tokens: they become named inputs of the blueprint. Literals stay literals.</summary>
internal sealed class ExternalValues(PatternContext context)
{
    private readonly SortedDictionary<string, string> _inputs = new(StringComparer.Ordinal);

    /// <summary>The inputs so far, by name.</summary>
    public ImmutableSortedDictionary<string, string> Inputs => _inputs.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The value for a text: the text, or the input that carries its token.</summary>
    /// <param name="name">The input's name: letters and digits.</param>
    /// <param name="text">What the user gave.</param>
    public Value Of(string name, string text)
    {
        if (!context.IsToken(text))
        {
            return text;
        }

        _inputs[name] = text;
        return Value.Input(name);
    }
}
