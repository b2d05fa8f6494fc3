using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace NetworkPatterns.Core.Blueprints;

/// <summary>A value of a CloudFormation property: a literal, a list, a map, an intrinsic function or an input.</summary>
/// <remarks>
/// Immutable data. Text, numbers and booleans convert implicitly; the intrinsic functions have factories of the names
/// that CloudFormation gives them. Values that only CDK knows (tokens) are <see cref="Input"/>s.
/// <para>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html</para>
/// </remarks>
public abstract record Value
{
    private protected Value()
    {
    }

    /// <summary><c>AWS::AccountId</c>.</summary>
    public static Value AccountId { get; } = new PseudoParameterValue("AWS::AccountId");

    /// <summary><c>AWS::Partition</c>: <c>aws</c>, <c>aws-cn</c>, <c>aws-us-gov</c>...</summary>
    public static Value Partition { get; } = new PseudoParameterValue("AWS::Partition");

    /// <summary><c>AWS::Region</c>.</summary>
    public static Value Region { get; } = new PseudoParameterValue("AWS::Region");

    /// <summary><c>AWS::StackName</c>.</summary>
    public static Value StackName { get; } = new PseudoParameterValue("AWS::StackName");

    /// <summary><c>AWS::URLSuffix</c>: the DNS suffix of the partition.</summary>
    public static Value UrlSuffix { get; } = new PseudoParameterValue("AWS::URLSuffix");

    /// <summary><c>AWS::NoValue</c>: leaves a property out, as a branch of <see cref="If"/>.</summary>
    public static Value NoValue { get; } = new PseudoParameterValue("AWS::NoValue");

    /// <summary>An object with nothing in it, where CloudFormation asks for one inside a property.</summary>
    public static Value EmptyObject { get; } = new EmptyObjectValue();

    /// <summary>A list with nothing in it, where it says something by being there: a requirement of no scopes in an OpenAPI document.</summary>
    public static Value EmptyList { get; } = new EmptyListValue();

    /// <summary>Text.</summary>
    /// <exception cref="ArgumentNullException">There is no text: a property without a value is <see langword="null"/> itself, cast to <see cref="Value"/>.</exception>
    public static implicit operator Value(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new TextValue(text);
    }

    /// <summary>A whole number.</summary>
    public static implicit operator Value(int number) => new NumberValue(number);

    /// <summary>A boolean.</summary>
    public static implicit operator Value(bool value) => new BooleanValue(value);

    /// <summary>Text.</summary>
    public static Value FromString(string text) => text;

    /// <summary>A whole number.</summary>
    public static Value FromInt32(int number) => number;

    /// <summary>A number, whole or not.</summary>
    public static Value FromDecimal(decimal number) => decimal.IsInteger(number) && number is >= long.MinValue and <= long.MaxValue ? new NumberValue((long)number) : new DecimalValue(number);

    /// <summary>A boolean.</summary>
    public static Value FromBoolean(bool value) => value;

    /// <summary>A list.</summary>
    public static ListValue List(params IEnumerable<Value> items) => new([.. items]);

    /// <summary>A map; a key whose value is <see langword="null"/> is left out.</summary>
    public static MapValue Map(params IEnumerable<(string Key, Value? Value)> entries) => MapValue.From(entries);

    /// <summary>The tags of a resource, as <c>Key</c> and <c>Value</c> pairs, sorted as CDK sorts them.</summary>
    public static ListValue Tags(params IEnumerable<(string Key, Value Value)> tags) => List(tags
        .OrderBy(tag => tag.Key, StringComparer.OrdinalIgnoreCase)
        .Select(tag => (Value)Map(("Key", tag.Key), ("Value", tag.Value))));

    /// <summary><c>Ref</c> of a resource of the same blueprint, by its id there.</summary>
    public static Value Ref(string resourceId) => new RefValue(resourceId);

    /// <summary><c>Fn::GetAtt</c> of a resource of the same blueprint.</summary>
    public static Value GetAtt(string resourceId, string attribute) => new GetAttValue(resourceId, attribute);

    /// <summary>A value that whoever renders the blueprint supplies: a CDK token, or a parameter of the plain template.</summary>
    public static Value Input(string name) => new InputValue(name);

    /// <summary><c>Fn::Sub</c>. <c>${Name}</c> is one of <paramref name="variables"/> or a pseudo parameter; a reference is a variable.</summary>
    public static Value Sub(string template, params IEnumerable<(string Key, Value? Value)> variables) =>
        new SubValue(template, MapValue.From(variables));

    /// <summary><c>Fn::Join</c> of a list of values.</summary>
    public static Value Join(string delimiter, params IEnumerable<Value> items) => new JoinValue(delimiter, List(items));

    /// <summary><c>Fn::Join</c> of a value that is a list at deployment.</summary>
    public static Value JoinList(string delimiter, Value list) => new JoinValue(delimiter, list);

    /// <summary><c>Fn::Select</c>: the item at a place, counted from 0.</summary>
    public static Value Select(int index, Value list) => new SelectValue(index, list);

    /// <summary><c>Fn::Split</c>: a list from text; the delimiter is literal.</summary>
    public static Value Split(string delimiter, Value source) => new SplitValue(delimiter, source);

    /// <summary><c>Fn::Cidr</c>: <paramref name="count"/> blocks (1 to 256) of a block.</summary>
    /// <param name="block">The block to divide.</param>
    /// <param name="count">How many blocks to make; a constant of the plan, so that growth changes nothing.</param>
    /// <param name="hostBits">Host bits of each block: 8 gives a /24 in IPv4, 64 a /64 in IPv6.</param>
    public static Value Cidr(Value block, int count, int hostBits) => new CidrValue(block, count, hostBits);

    /// <summary><c>Fn::GetAZs</c> of the stack's Region.</summary>
    public static Value GetAZs() => new GetAZsValue(Region);

    /// <summary><c>Fn::If</c> on a condition of the same blueprint.</summary>
    public static Value If(string condition, Value whenTrue, Value whenFalse) => new IfValue(condition, whenTrue, whenFalse);

    /// <summary><c>Fn::FindInMap</c> in a mapping of the same blueprint.</summary>
    public static Value FindInMap(string mapping, Value topLevelKey, Value secondLevelKey) =>
        new FindInMapValue(mapping, topLevelKey, secondLevelKey);

    /// <summary><c>Fn::Base64</c>.</summary>
    public static Value Base64(Value text) => new Base64Value(text);

    /// <summary>JSON as literals, for metadata.</summary>
    /// <exception cref="ArgumentException">The JSON holds a null, or a number that is not whole.</exception>
    public static Value FromJson(JsonNode json) => json switch
    {
        JsonObject map => new MapValue([.. map.Select(entry => KeyValuePair.Create(entry.Key, FromJson(entry.Value!)))]),
        JsonArray list => new ListValue([.. list.Select(item => FromJson(item!))]),
        JsonValue value when value.TryGetValue<string>(out var text) => text,
        JsonValue value when value.TryGetValue<bool>(out var boolean) => boolean,
        JsonValue value when value.TryGetValue<int>(out var number) => number,
        _ => throw new ArgumentException("metadata holds text, whole numbers, booleans, lists and maps", nameof(json)),
    };

    /// <summary>The values directly inside this one.</summary>
    internal virtual IEnumerable<Value> Children => [];

    /// <summary>This value and all inside it.</summary>
    internal IEnumerable<Value> SelfAndDescendants() => Children.SelectMany(child => child.SelfAndDescendants()).Prepend(this);
}
