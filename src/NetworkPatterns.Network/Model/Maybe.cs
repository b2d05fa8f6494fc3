namespace NetworkPatterns.Network.Model;

/// <summary>Something the source of the model leaves open, and why.</summary>
/// <param name="Component">Whose value it is.</param>
/// <param name="Reason">What is missing, in words the user can act on: "parameter OfficeRange has no value".</param>
public sealed record UnknownValue(ComponentId Component, string Reason) : IComparable<UnknownValue>
{
    /// <inheritdoc/>
    public int CompareTo(UnknownValue? other) =>
        other is null ? 1
        : Component.CompareTo(other.Component) is var order && order != 0 ? order
        : string.CompareOrdinal(Reason, other.Reason);

    /// <inheritdoc/>
    public override string ToString() => $"{Component}: {Reason}";
}

/// <summary>A value, or the reason why it is not known. Nothing is ever guessed in its place.</summary>
public readonly record struct Maybe<T>
{
    private readonly T? value;

    private Maybe(T? value, UnknownValue? unknown)
    {
        this.value = value;
        Unknown = unknown;
    }

    /// <summary>Why the value is not known; null when it is.</summary>
    public UnknownValue? Unknown { get; }

    /// <summary>Whether the value is known.</summary>
    public bool IsKnown => Unknown is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It is not known.</exception>
    public T Value => Unknown is null ? value! : throw new InvalidOperationException($"unknown: {Unknown}");

    /// <summary>A known value.</summary>
    public static implicit operator Maybe<T>(T value) => new(value, unknown: null);

    /// <summary>An unknown one.</summary>
    public static implicit operator Maybe<T>(UnknownValue unknown) => new(default, unknown);

    /// <summary>The value, or another one where it is unknown.</summary>
    public T Or(T otherwise) => IsKnown ? value! : otherwise;

    /// <inheritdoc/>
    public override string ToString() => IsKnown ? $"{value}" : $"unknown ({Unknown!.Reason})";
}
