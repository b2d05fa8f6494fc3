using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Guarantees;

/// <summary>One side of a guarantee: a tier, the internet, a range of addresses, or anything at all.</summary>
/// <remarks>Written as text, like the selectors of the <c>netpatterns</c> tool: <c>tier:web</c>, <c>tier:Dev/Hub/prod</c>,
/// <c>internet</c>, <c>cidr:10.1.0.0/16</c>, <c>any</c>.</remarks>
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
            _ => null,
        };
        return party is not null;
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
