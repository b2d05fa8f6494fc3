using System.Collections.Immutable;

namespace NetworkPatterns.Templates.Values;

/// <summary>A map. Entries that are <c>AWS::NoValue</c> are gone; an entry may be unknown.</summary>
public sealed class MapValue : ResolvedValue, IPropertyReader
{
    private readonly UnknownValue? _rest;

    /// <summary>A map of these entries.</summary>
    /// <param name="origin">Where it is written.</param>
    /// <param name="entries">The entries in template order; the last of a repeated name counts.</param>
    /// <param name="rest">Set where further entries may exist that can't be known, such as those a macro adds.</param>
    public MapValue(Origin origin, ImmutableArray<KeyValuePair<string, ResolvedValue>> entries, UnknownValue? rest = null)
        : base(origin)
    {
        Entries = entries;
        _rest = rest;
    }

    /// <summary>The entries in template order.</summary>
    public ImmutableArray<KeyValuePair<string, ResolvedValue>> Entries { get; }

    /// <inheritdoc/>
    public override string? Identity => null;

    /// <summary>The value under a name; <see cref="NoValue"/> where there is none.</summary>
    public ResolvedValue this[string name]
    {
        get
        {
            // Maps in templates are small: a scan beats a dictionary. JSON allows a name twice, and then the last one counts.
            for (var i = Entries.Length - 1; i >= 0; i--)
            {
                if (string.Equals(Entries[i].Key, name, StringComparison.Ordinal))
                {
                    return Entries[i].Value;
                }
            }

            return (ResolvedValue?)_rest ?? new NoValue(Origin.Property(name));
        }
    }

    /// <inheritdoc/>
    public override Reading<MapValue> AsMap() => Reading.Known(this);

    /// <inheritdoc/>
    public override string ToString() => $"{{{string.Join(", ", Entries.Select(entry => $"{entry.Key}: {entry.Value}"))}}}";

    private protected override string Describe() => "a map";
}
