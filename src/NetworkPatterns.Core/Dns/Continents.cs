using System.Collections.Immutable;

namespace NetworkPatterns.Core.Dns;

/// <summary>Which countries Route 53 counts to which continent, and the states that it knows.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-geo.html</remarks>
public static class Continents
{
    private static readonly ImmutableSortedDictionary<string, ImmutableArray<string>> Countries =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AF"] = "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ TD TG TN TZ UG YT ZA ZM ZW",
            ["AN"] = "AQ GS TF",
            ["AS"] = "AE AF AM AZ BD BH BN BT CC CN GE HK ID IL IN IO IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TM TR TW UZ VN YE",
            ["EU"] = "AD AL AT AX BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA VA XK",
            ["NA"] = "AG AI AW BB BL BM BQ BS BZ CA CR CU CW DM DO GD GL GP GT HN HT JM KN KY LC MF MQ MS MX NI PA PM PR SV SX TC TT US VC VG VI",
            ["OC"] = "AS AU CK FJ FM GU KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TL TO TV UM VU WF WS",
            ["SA"] = "AR BO BR CL CO EC FK GF GY PE PY SR UY VE",
        }.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Split(' ').ToImmutableArray(), StringComparer.Ordinal);

    private static readonly ImmutableHashSet<string> States = [.. (
        "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY").Split(' ')];

    /// <summary>The codes of the continents, sorted.</summary>
    public static IEnumerable<string> Codes => Countries.Keys;

    /// <summary>The countries of a continent.</summary>
    /// <exception cref="KeyNotFoundException">There is no such continent.</exception>
    public static ImmutableArray<string> CountriesOf(string continent) => Countries[continent];

    /// <summary>The continent of a country; <see langword="null"/> for a country that Route 53 has no addresses for.</summary>
    public static string? FindContinentOf(string country) =>
        Countries.FirstOrDefault(entry => entry.Value.Contains(country, StringComparer.Ordinal)).Key;

    /// <summary>Whether this is a continent's code.</summary>
    public static bool IsContinent(string code) => Countries.ContainsKey(code);

    /// <summary>Whether this is the code of a US state or of the District of Columbia.</summary>
    public static bool IsState(string code) => States.Contains(code);
}
