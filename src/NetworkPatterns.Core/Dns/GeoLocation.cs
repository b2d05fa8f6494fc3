using System.Collections.Immutable;

namespace NetworkPatterns.Core.Dns;

/// <summary>A place of geolocation routing: a continent, a country, a US state, or everywhere else.</summary>
/// <remarks>
/// The smallest place that a client is in wins. Route 53 knows no place for some addresses, so a group needs a
/// <see cref="Default"/>: without one these clients get no answer.
/// <para>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-geo.html</para>
/// </remarks>
public sealed record GeoLocation
{
    private GeoLocation(string? continentCode, string? countryCode, string? subdivisionCode)
    {
        ContinentCode = continentCode;
        CountryCode = countryCode;
        SubdivisionCode = subdivisionCode;
    }

    /// <summary>Every client that no other member of the group names: the country <c>*</c>.</summary>
    public static GeoLocation Default { get; } = new(null, "*", null);

    /// <summary>AF, AN, AS, EU, NA, OC or SA; <see langword="null"/> unless the place is a continent.</summary>
    public string? ContinentCode { get; }

    /// <summary>The country in ISO 3166-1 alpha-2, <c>*</c> for the default; <see langword="null"/> for a continent.</summary>
    public string? CountryCode { get; }

    /// <summary>The US state, of two letters; <see langword="null"/> unless the place is one.</summary>
    public string? SubdivisionCode { get; }

    /// <summary>Whether this is the default.</summary>
    public bool IsDefault => CountryCode == "*";

    /// <summary>A continent: <c>AF</c>, <c>AN</c> (Antarctica), <c>AS</c>, <c>EU</c>, <c>NA</c>, <c>OC</c> or <c>SA</c>.</summary>
    public static GeoLocation Continent(string code) => new(code, null, null);

    /// <summary>A country, in ISO 3166-1 alpha-2.</summary>
    public static GeoLocation Country(string code) => new(null, code, null);

    /// <summary>A state of the United States, of two letters.</summary>
    public static GeoLocation State(string code) => new(null, "US", code);

    /// <summary><c>EU</c>, <c>DE</c>, <c>US-CA</c> or <c>default</c>.</summary>
    public override string ToString() => (ContinentCode, IsDefault, SubdivisionCode) switch
    {
        ({ } continent, _, _) => $"continent {continent}",
        (_, true, _) => "default",
        (_, _, { } state) => $"{CountryCode}-{state}",
        _ => CountryCode!,
    };
}
