namespace NetworkPatterns.Core.Blueprints;

/// <summary>A pseudo parameter, such as <c>AWS::Region</c>.</summary>
/// <param name="Name">Its name.</param>
public sealed record PseudoParameterValue(string Name) : Value;

/// <summary><c>Ref</c> of a resource of the blueprint.</summary>
/// <param name="ResourceId">The resource's id in the blueprint.</param>
public sealed record RefValue(string ResourceId) : Value;

/// <summary><c>Fn::GetAtt</c> of a resource of the blueprint.</summary>
/// <param name="ResourceId">The resource's id in the blueprint.</param>
/// <param name="Attribute">The attribute.</param>
public sealed record GetAttValue(string ResourceId, string Attribute) : Value;

/// <summary>A value supplied when the blueprint is rendered.</summary>
/// <param name="Name">The input's name.</param>
public sealed record InputValue(string Name) : Value;

/// <summary><c>Fn::Sub</c>.</summary>
/// <param name="Template">Text with <c>${Name}</c> in it.</param>
/// <param name="Variables">What the names stand for.</param>
public sealed record SubValue(string Template, MapValue Variables) : Value
{
    internal override IEnumerable<Value> Children => Variables.Entries.IsEmpty ? [] : [Variables];
}

/// <summary><c>Fn::Join</c>.</summary>
/// <param name="Delimiter">What goes between the items.</param>
/// <param name="Items">A list, or a value that is one at deployment.</param>
public sealed record JoinValue(string Delimiter, Value Items) : Value
{
    internal override IEnumerable<Value> Children => [Items];
}

/// <summary><c>Fn::Select</c>.</summary>
/// <param name="Index">The place, counted from 0.</param>
/// <param name="Items">A list, or a value that is one at deployment.</param>
public sealed record SelectValue(int Index, Value Items) : Value
{
    internal override IEnumerable<Value> Children => [Items];
}

/// <summary><c>Fn::Split</c>.</summary>
/// <param name="Delimiter">A literal.</param>
/// <param name="Source">The text to split.</param>
public sealed record SplitValue(string Delimiter, Value Source) : Value
{
    internal override IEnumerable<Value> Children => [Source];
}

/// <summary><c>Fn::Cidr</c>.</summary>
/// <param name="Block">The block to divide.</param>
/// <param name="Count">How many blocks to make, 1 to 256.</param>
/// <param name="HostBits">Host bits of each block.</param>
public sealed record CidrValue(Value Block, int Count, int HostBits) : Value
{
    internal override IEnumerable<Value> Children => [Block];
}

/// <summary><c>Fn::GetAZs</c>.</summary>
/// <param name="OfRegion">The Region.</param>
public sealed record GetAZsValue(Value OfRegion) : Value
{
    internal override IEnumerable<Value> Children => [OfRegion];
}

/// <summary><c>Fn::If</c>.</summary>
/// <param name="Condition">The condition's name in the blueprint.</param>
/// <param name="WhenTrue">The value where it holds.</param>
/// <param name="WhenFalse">The value where it does not.</param>
public sealed record IfValue(string Condition, Value WhenTrue, Value WhenFalse) : Value
{
    internal override IEnumerable<Value> Children => [WhenTrue, WhenFalse];
}

/// <summary><c>Fn::FindInMap</c>.</summary>
/// <param name="Mapping">The mapping's name in the blueprint.</param>
/// <param name="TopLevelKey">The first key.</param>
/// <param name="SecondLevelKey">The second key.</param>
public sealed record FindInMapValue(string Mapping, Value TopLevelKey, Value SecondLevelKey) : Value
{
    internal override IEnumerable<Value> Children => [TopLevelKey, SecondLevelKey];
}

/// <summary><c>Fn::Base64</c>.</summary>
/// <param name="Text">The text to encode.</param>
public sealed record Base64Value(Value Text) : Value
{
    internal override IEnumerable<Value> Children => [Text];
}
