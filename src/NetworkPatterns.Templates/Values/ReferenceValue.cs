using System.Collections.Immutable;

namespace NetworkPatterns.Templates.Values;

/// <summary>A resource of the estate, or one of its attributes, or something cut out of an attribute.</summary>
/// <remarks>
/// An attribute that repeats a property (<c>Vpc.CidrBlock</c>) is already replaced by the property's value where the template
/// gives it; what is left as a reference is known only after deployment.
/// </remarks>
public sealed class ReferenceValue : ResolvedValue
{
    /// <summary>A reference.</summary>
    public ReferenceValue(Origin origin, ResolvedResource resource, string? attribute, ImmutableArray<Derivation> derivations)
        : base(origin)
    {
        Resource = resource;
        Attribute = attribute;
        Derivations = derivations;
    }

    /// <summary>The resource, maybe of another stack.</summary>
    public ResolvedResource Resource { get; }

    /// <summary>The attribute of <c>Fn::GetAtt</c>; null for <c>Ref</c>.</summary>
    public string? Attribute { get; }

    /// <summary>What the template does with the attribute, in order: <c>Fn::Select</c> 0 of <c>Ipv6CidrBlocks</c>, for instance.</summary>
    public ImmutableArray<Derivation> Derivations { get; }

    /// <summary>Whether the value stands for the resource itself: a <c>Ref</c>, or an attribute that is its ID or ARN.</summary>
    public bool IsIdentity => Derivations.IsEmpty && (Attribute is null || ResourceAttributes.IsIdentity(Resource.Type, Attribute));

    /// <inheritdoc/>
    public override string? Identity => ToString();

    /// <inheritdoc/>
    public override Reading<ReferenceValue> AsReference() => Reading.Known(this);

    /// <inheritdoc/>
    public override Reading<string> AsText() => Unknown<string>();

    /// <inheritdoc/>
    public override Reading<long> AsInteger() => Unknown<long>();

    /// <inheritdoc/>
    public override Reading<bool> AsBoolean() => Unknown<bool>();

    /// <inheritdoc/>
    public override Reading<ListValue> AsList() => Unknown<ListValue>();

    /// <inheritdoc/>
    public override Reading<MapValue> AsMap() => Unknown<MapValue>();

    /// <summary>The same with one more step.</summary>
    public ReferenceValue With(Origin origin, Derivation derivation) => new(origin, Resource, Attribute, Derivations.Add(derivation));

    /// <summary><c>Stack/LogicalId</c>, then the attribute unless it is the resource's identity, then the steps.</summary>
    public override string ToString() =>
        Resource
        + (Attribute is null || ResourceAttributes.IsIdentity(Resource.Type, Attribute) ? "" : "." + Attribute)
        + string.Concat(Derivations);

    private protected override string Describe() => $"the deployed value of {this}";

    private Reading<T> Unknown<T>() =>
        Reading.Unknown<T>(new UnknownValue(Origin, $"{this} is known only after deployment", Identity));
}

/// <summary>One step between an attribute and the value that a template uses.</summary>
public abstract record Derivation
{
    private protected Derivation()
    {
    }
}

/// <summary><c>Fn::Select</c>: the element at a place of a list, counted from 0.</summary>
public sealed record SelectDerivation(int Index) : Derivation
{
    /// <inheritdoc/>
    public override string ToString() => $"[{Index}]";
}

/// <summary><c>Fn::Split</c>: the parts of a text between delimiters.</summary>
public sealed record SplitDerivation(string Delimiter) : Derivation
{
    /// <inheritdoc/>
    public override string ToString() => $".Split({Delimiter})";
}

/// <summary><c>Fn::Join</c>: a list made one text.</summary>
public sealed record JoinDerivation(string Delimiter) : Derivation
{
    /// <inheritdoc/>
    public override string ToString() => $".Join({Delimiter})";
}

/// <summary><c>Fn::Cidr</c>: that many blocks of a range, each with that many host bits.</summary>
public sealed record CidrDerivation(int Count, int HostBits) : Derivation
{
    /// <inheritdoc/>
    public override string ToString() => $".Cidr({Count}, {HostBits})";
}
