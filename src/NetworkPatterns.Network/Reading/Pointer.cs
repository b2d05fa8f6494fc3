using System.Collections.Immutable;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using TemplateUnknown = NetworkPatterns.Templates.Values.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>What a value of a template points to.</summary>
internal abstract record Pointer
{
    private Pointer()
    {
    }

    /// <summary>The pointer that a value is; null for a value that is left out.</summary>
    public static Pointer? Of(ResolvedValue value) => value switch
    {
        NoValue => null,
        ReferenceValue reference => new Declared(reference.Resource, reference.Attribute, reference.Derivations, reference.IsIdentity),
        TemplateUnknown { Alternatives.IsEmpty: false } choice => Agreed(choice),
        TemplateUnknown unknown => new Unknown(unknown),
        _ => value.AsText() is { IsKnown: true } text ? new Literal(text.Value)
            : value.AsText().Unknown is { } why ? new Unknown(why)
            : null,
    };

    // Both branches of an undecided condition may still name the same thing.
    private static Pointer Agreed(TemplateUnknown choice)
    {
        var first = Of(choice.Alternatives[0]);
        return first is Declared or Literal && choice.Alternatives.Skip(1).All(other => Equals(Of(other), first)) ? first : new Unknown(choice);
    }

    /// <summary>A resource of the estate, an attribute of it, or something cut out of an attribute.</summary>
    public sealed record Declared(ResolvedResource Resource, string? Attribute, ImmutableArray<Derivation> Steps, bool IsIdentity) : Pointer
    {
        /// <summary>Whether the attribute is meant as it is.</summary>
        public bool IsWhole => Steps.IsEmpty;

        /// <inheritdoc/>
        public bool Equals(Declared? other) =>
            other is not null && Resource == other.Resource
            && ((IsIdentity && other.IsIdentity) || string.Equals(Attribute, other.Attribute, StringComparison.Ordinal))
            && Steps.SequenceEqual(other.Steps);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Resource, Steps.Length);

        /// <inheritdoc/>
        public override string ToString() => Resource + (Attribute is null ? "" : "." + Attribute) + string.Concat(Steps);
    }

    /// <summary>An ID, an ARN, a name: something outside the estate.</summary>
    public sealed record Literal(string Text) : Pointer;

    /// <summary>Not known.</summary>
    public sealed record Unknown(TemplateUnknown Value) : Pointer;
}
