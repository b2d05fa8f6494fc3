using System.Diagnostics.CodeAnalysis;

namespace NetworkPatterns.Templates.Values;

/// <summary>What reading a value as a certain kind gave: the value, an unknown with its reason, or the fact that it is absent.</summary>
/// <remarks>The default of this type is absent.</remarks>
public readonly struct Reading<T>
{
    private readonly T? _value;
    private readonly bool _isKnown;

    internal Reading(T? value, bool isKnown, UnknownValue? unknown)
    {
        _value = value;
        _isKnown = isKnown;
        Unknown = unknown;
    }

    /// <summary>Whether there is a value.</summary>
    public bool IsKnown => _isKnown;

    /// <summary>Whether there is a value that can't be known; <see cref="Unknown"/> says why.</summary>
    [MemberNotNullWhen(true, nameof(Unknown))]
    public bool IsUnknown => Unknown is not null;

    /// <summary>Whether the template leaves it out.</summary>
    public bool IsAbsent => !_isKnown && Unknown is null;

    /// <summary>Why the value can't be known; null where it is known or absent.</summary>
    public UnknownValue? Unknown { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It is unknown or absent.</exception>
    public T Value => _isKnown ? _value! : throw new InvalidOperationException(Unknown?.Reason ?? "the value is absent");

    /// <summary>The value, if it is known.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return _isKnown;
    }

    /// <summary>The same, with the default that AWS gives to what is left out.</summary>
    public Reading<T> WhenAbsent(T defaultValue) => IsAbsent ? Reading.Known(defaultValue) : this;

    /// <summary>The known value put through a function; unknown stays unknown, absent stays absent.</summary>
    public Reading<TResult> Select<TResult>(Func<T, TResult> selector)
    {
        ArgumentNullException.ThrowIfNull(selector);
        return _isKnown ? Reading.Known(selector(_value!)) : Cast<TResult>();
    }

    /// <summary>The known value put through a reading; unknown stays unknown, absent stays absent.</summary>
    public Reading<TResult> Then<TResult>(Func<T, Reading<TResult>> next)
    {
        ArgumentNullException.ThrowIfNull(next);
        return _isKnown ? next(_value!) : Cast<TResult>();
    }

    /// <inheritdoc/>
    public override string ToString() => _isKnown ? $"{_value}" : Unknown?.ToString() ?? "absent";

    private Reading<TResult> Cast<TResult>() => Unknown is null ? default : Reading.Unknown<TResult>(Unknown);
}

/// <summary>Makes readings.</summary>
public static class Reading
{
    /// <summary>A known value.</summary>
    public static Reading<T> Known<T>(T value) => new(value, isKnown: true, unknown: null);

    /// <summary>A value that can't be known.</summary>
    public static Reading<T> Unknown<T>(UnknownValue unknown) => new(default, isKnown: false, unknown);
}
