using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Guarantees;

/// <summary>One side of a guarantee: a tier, the internet, a range of addresses, a part of the templates, or anything at all.</summary>
/// <remarks>Written as text, like the selectors of the <c>netpatterns</c> tool: <c>tier:web</c>, <c>tier:Dev/Hub/prod</c>,
/// <c>internet</c>, <c>cidr:10.1.0.0/16</c>, <c>resource:Dev/App/Server</c>, <c>sg:Dev/App/Group</c>, <c>any</c>.</remarks>
public abstract record Party
{
    private const string TierPrefix = "tier:";
    private const string CidrPrefix = "cidr:";

    private protected Party()
    {
    }

    /// <summary>Public addresses outside the estate. Addresses of AWS services behind a gateway endpoint are not among them.</summary>
    public static Party Internet { get; } = new InternetParty();

    /// <summary>Every interface of the estate, the internet and every range outside, except members of the other side.</summary>
    public static Party Any { get; } = new AnyParty();

    /// <summary>A tier of the network that makes the guarantee.</summary>
    public static Party Tier(string name) => new TierParty(Network: null, name);

    /// <summary>A tier of another network.</summary>
    public static Party Tier(string network, string name) => new TierParty(network, name);

    /// <summary>Addresses outside the estate, such as on-premises ones.</summary>
    public static Party Range(Cidr range) => new RangeParty(range);

    /// <summary>What a construct path or logical ID names: every network interface of it.</summary>
    public static Party Resource(string name) => Selected("resource", name);

    /// <summary>Every network interface with a security group, by its construct path or logical ID.</summary>
    public static Party SecurityGroup(string name) => Selected("sg", name);

    /// <summary>Every network interface in a subnet, by its construct path or logical ID.</summary>
    public static Party Subnet(string name) => Selected("subnet", name);

    /// <summary>Every network interface in a VPC, by its construct path or logical ID.</summary>
    public static Party Vpc(string name) => Selected("vpc", name);

    /// <summary>Every network interface of what has a tag; key and value are compared exactly.</summary>
    public static Party Tagged(string key, string value) => Selected("tag", $"{key}={value}");

    /// <summary>All resources of a type, such as <c>AWS::EC2::NatGateway</c>.</summary>
    public static Party OfType(string resourceType) => Selected("type", resourceType);

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="party">The party, if the text is one.</param>
    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Party? party)
    {
        party = text switch
        {
            "internet" => Internet,
            "any" => Any,
            not null when text.StartsWith(TierPrefix, StringComparison.Ordinal) => ParseTier(text[TierPrefix.Length..]),
            not null when text.StartsWith(CidrPrefix, StringComparison.Ordinal) && Cidr.TryParse(text[CidrPrefix.Length..], out var range) =>
                Range(range),
            not null when text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon
                && SelectorParty.Kinds.Contains(text[..colon]) && colon < text.Length - 1 => new SelectorParty(text[..colon], text[(colon + 1)..]),
            _ => null,
        };
        return party is not null;
    }

    private static SelectorParty Selected(string kind, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        return new(kind, value);
    }

    // A network's name is a construct path and may hold slashes; a tier's name may not.
    private static TierParty? ParseTier(string text)
    {
        var slash = text.LastIndexOf('/');
        var name = text[(slash + 1)..];
        return name.Length == 0 ? null : new TierParty(slash < 0 ? null : text[..slash], name);
    }
}

/// <summary>The internet.</summary>
public sealed record InternetParty : Party
{
    /// <inheritdoc/>
    public override string ToString() => "internet";
}

/// <summary>Anything.</summary>
public sealed record AnyParty : Party
{
    /// <inheritdoc/>
    public override string ToString() => "any";
}

/// <summary>A tier.</summary>
/// <param name="Network">The network it is of; null for the network that makes the guarantee.</param>
/// <param name="Name">Its name there; no slash.</param>
public sealed record TierParty(string? Network, string Name) : Party
{
    /// <inheritdoc/>
    public override string ToString() => Network is null ? $"tier:{Name}" : $"tier:{Network}/{Name}";
}

/// <summary>A range of addresses outside the estate.</summary>
/// <param name="Addresses">The addresses.</param>
public sealed record RangeParty(Cidr Addresses) : Party
{
    /// <inheritdoc/>
    public override string ToString() => $"cidr:{Addresses}";
}

/// <summary>A part of the templates, found by its name, tag or type.</summary>
/// <param name="Kind">What is looked for: <c>resource</c>, <c>subnet</c>, <c>sg</c>, <c>vpc</c>, <c>tag</c> or <c>type</c>.</param>
/// <param name="Value">Its construct path or logical ID; <c>KEY=VALUE</c> of a tag; a resource type.</param>
public sealed record SelectorParty(string Kind, string Value) : Party
{
    internal static ImmutableHashSet<string> Kinds { get; } = ["resource", "subnet", "sg", "vpc", "tag", "type"];

    /// <inheritdoc/>
    public override string ToString() => $"{Kind}:{Value}";
}
