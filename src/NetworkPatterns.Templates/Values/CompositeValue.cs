using System.Collections.Immutable;

namespace NetworkPatterns.Templates.Values;

/// <summary>Text with parts that only deployment knows, such as an endpoint service name around a service's ID.</summary>
/// <param name="origin">Where it is written.</param>
/// <param name="parts">The parts in order: <see cref="TextValue"/>, <see cref="ReferenceValue"/> or <see cref="UnknownValue"/>.</param>
public sealed class CompositeValue(Origin origin, ImmutableArray<ResolvedValue> parts) : ResolvedValue(origin)
{
    /// <summary>The parts in order: <see cref="TextValue"/>, <see cref="ReferenceValue"/> or <see cref="UnknownValue"/>.</summary>
    public ImmutableArray<ResolvedValue> Parts { get; } = parts;

    /// <summary>The resources that the text mentions.</summary>
    public IEnumerable<ReferenceValue> References => Parts.OfType<ReferenceValue>();

    /// <inheritdoc/>
    public override string? Identity =>
        Parts.All(part => part.Identity is not null) ? $"text({string.Join('+', Parts.Select(part => part.Identity))})" : null;

    /// <inheritdoc/>
    public override Reading<string> AsText() => Unknown<string>();

    /// <inheritdoc/>
    public override Reading<long> AsInteger() => Unknown<long>();

    /// <inheritdoc/>
    public override Reading<bool> AsBoolean() => Unknown<bool>();

    /// <inheritdoc/>
    public override Reading<ReferenceValue> AsReference() => Unknown<ReferenceValue>();

    /// <inheritdoc/>
    public override string ToString() => string.Concat(Parts.Select(part => part is TextValue ? part.ToString() : $"${{{part}}}"));

    private protected override string Describe() => $"'{this}'";

    private Reading<T> Unknown<T>()
    {
        var unknown = Parts.OfType<UnknownValue>().FirstOrDefault();
        var reason = unknown?.Reason ?? $"'{this}' is known only after deployment";
        return Reading.Unknown<T>(new UnknownValue(Origin, reason, Identity));
    }
}
