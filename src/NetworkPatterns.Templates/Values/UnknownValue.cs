using System.Collections.Immutable;

namespace NetworkPatterns.Templates.Values;

/// <summary>A value that can't be known from the templates, and why.</summary>
public sealed class UnknownValue : ResolvedValue
{
    /// <summary>An unknown.</summary>
    /// <param name="origin">Where it is written.</param>
    /// <param name="reason">Why it can't be known, as a clause for people.</param>
    /// <param name="key">The name of what is missing, the same wherever the same thing is missing; null where there is none.</param>
    /// <param name="alternatives">What the value may be, where that is a short list; empty where it may be anything.</param>
    public UnknownValue(Origin origin, string reason, string? key = null, ImmutableArray<ResolvedValue> alternatives = default)
        : base(origin)
    {
        Reason = reason;
        Key = key;
        Alternatives = alternatives.IsDefault ? [] : alternatives;
    }

    /// <summary>Why it can't be known, as a clause for people: <c>parameter Dev/VpcCidr has no value</c>.</summary>
    public string Reason { get; }

    /// <summary>The name of what is missing; an assumption of this name supplies it. Null where no assumption would help.</summary>
    public string? Key { get; }

    /// <summary>
    /// What the value may be: both branches of an <c>Fn::If</c> whose condition is unknown (one may be <see cref="NoValue"/>),
    /// or a parameter's allowed values. Empty where it may be anything.
    /// </summary>
    public ImmutableArray<ResolvedValue> Alternatives { get; }

    /// <inheritdoc/>
    public override string? Identity => Key;

    /// <inheritdoc/>
    public override Reading<string> AsText() => Reading.Unknown<string>(this);

    /// <inheritdoc/>
    public override Reading<long> AsInteger() => Reading.Unknown<long>(this);

    /// <inheritdoc/>
    public override Reading<bool> AsBoolean() => Reading.Unknown<bool>(this);

    /// <inheritdoc/>
    public override Reading<ListValue> AsList() => Reading.Unknown<ListValue>(this);

    /// <inheritdoc/>
    public override Reading<MapValue> AsMap() => Reading.Unknown<MapValue>(this);

    /// <inheritdoc/>
    public override Reading<ReferenceValue> AsReference() => Reading.Unknown<ReferenceValue>(this);

    /// <inheritdoc/>
    public override string ToString() => $"unknown: {Reason}";

    private protected override string Describe() => ToString();
}
