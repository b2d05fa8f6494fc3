using System.Globalization;

namespace NetworkPatterns.Templates.Values;

/// <summary>A value of a template after static resolution; one of the closed set of kinds below.</summary>
/// <remarks>
/// <see cref="TextValue"/>, <see cref="NumberValue"/>, <see cref="BooleanValue"/>, <see cref="ListValue"/> and
/// <see cref="MapValue"/> are known. <see cref="ReferenceValue"/> stands for a resource of the estate or one of its
/// attributes. <see cref="CompositeValue"/> is text with parts that only deployment knows. <see cref="UnknownValue"/> says
/// why nothing is known. <see cref="NoValue"/> is nothing at all: <c>AWS::NoValue</c>, <c>null</c>, or a property left out.
/// </remarks>
public abstract class ResolvedValue
{
    private protected ResolvedValue(Origin origin) => Origin = origin;

    /// <summary>The place in a template where the value is written: a property, a parameter's default, an output...</summary>
    public Origin Origin { get; }

    /// <summary>Two values with the same identity are the same thing, even where neither is known; null where nothing can be said.</summary>
    /// <remarks>Text gives itself, a reference <c>Stack/LogicalId</c>, an unknown its key, such as the name of its parameter.</remarks>
    public abstract string? Identity { get; }

    /// <summary>The value as text; numbers and booleans are text too, as in CloudFormation.</summary>
    public virtual Reading<string> AsText() => Mismatch<string>("text");

    /// <summary>The value as a whole number; text such as <c>"443"</c> is a number too.</summary>
    public virtual Reading<long> AsInteger() => Mismatch<long>("a whole number");

    /// <summary>The value as a boolean; text such as <c>"true"</c> or <c>"False"</c> is a boolean too.</summary>
    public virtual Reading<bool> AsBoolean() => Mismatch<bool>("a boolean");

    /// <summary>The value as a list, without the elements that are <c>AWS::NoValue</c>.</summary>
    public virtual Reading<ListValue> AsList() => Mismatch<ListValue>("a list");

    /// <summary>The value as a map.</summary>
    public virtual Reading<MapValue> AsMap() => Mismatch<MapValue>("a map");

    /// <summary>The value as a reference to a resource of the estate.</summary>
    public virtual Reading<ReferenceValue> AsReference() => Mismatch<ReferenceValue>("a reference to a resource of these templates");

    private protected abstract string Describe();

    private protected Reading<T> Mismatch<T>(string expected) =>
        Reading.Unknown<T>(new UnknownValue(Origin, $"{Origin} should be {expected}, but is {Describe()}"));
}

/// <summary>Text.</summary>
public sealed class TextValue(Origin origin, string text) : ResolvedValue(origin)
{
    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string? Identity => Text;

    /// <inheritdoc/>
    public override Reading<string> AsText() => Reading.Known(Text);

    /// <inheritdoc/>
    public override Reading<long> AsInteger() =>
        long.TryParse(Text.AsSpan().Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Reading.Known(number)
            : base.AsInteger();

    /// <inheritdoc/>
    public override Reading<bool> AsBoolean() =>
        bool.TryParse(Text, out var truth) ? Reading.Known(truth) : base.AsBoolean();

    /// <inheritdoc/>
    public override string ToString() => Text;

    private protected override string Describe() => $"'{Shorten(Text)}'";

    private static string Shorten(string text) => text.Length <= 80 ? text : text[..77] + "...";
}

/// <summary>A number, as it is written.</summary>
public sealed class NumberValue(Origin origin, string text) : ResolvedValue(origin)
{
    /// <summary>The number as the template writes it, such as <c>443</c> or <c>-1</c>.</summary>
    public string Text { get; } = text;

    /// <inheritdoc/>
    public override string? Identity => Text;

    /// <inheritdoc/>
    public override Reading<string> AsText() => Reading.Known(Text);

    /// <inheritdoc/>
    public override Reading<long> AsInteger() =>
        decimal.TryParse(Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number == decimal.Truncate(number) && number is >= long.MinValue and <= long.MaxValue
            ? Reading.Known((long)number)
            : base.AsInteger();

    /// <inheritdoc/>
    public override string ToString() => Text;

    private protected override string Describe() => Text;
}

/// <summary>True or false.</summary>
public sealed class BooleanValue(Origin origin, bool value) : ResolvedValue(origin)
{
    /// <summary>The truth.</summary>
    public bool Value { get; } = value;

    /// <inheritdoc/>
    public override string? Identity => ToString();

    /// <inheritdoc/>
    public override Reading<string> AsText() => Reading.Known(ToString());

    /// <inheritdoc/>
    public override Reading<bool> AsBoolean() => Reading.Known(Value);

    /// <inheritdoc/>
    public override string ToString() => Value ? "true" : "false";

    private protected override string Describe() => ToString();
}

/// <summary>Nothing: <c>AWS::NoValue</c>, <c>null</c>, or a property that is left out.</summary>
public sealed class NoValue(Origin origin) : ResolvedValue(origin)
{
    /// <inheritdoc/>
    public override string? Identity => null;

    /// <inheritdoc/>
    public override Reading<string> AsText() => default;

    /// <inheritdoc/>
    public override Reading<long> AsInteger() => default;

    /// <inheritdoc/>
    public override Reading<bool> AsBoolean() => default;

    /// <inheritdoc/>
    public override Reading<ListValue> AsList() => default;

    /// <inheritdoc/>
    public override Reading<MapValue> AsMap() => default;

    /// <inheritdoc/>
    public override Reading<ReferenceValue> AsReference() => default;

    /// <inheritdoc/>
    public override string ToString() => "AWS::NoValue";

    private protected override string Describe() => "absent";
}
