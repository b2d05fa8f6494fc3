using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf.Statements;

/// <summary>Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-geo-match.html</summary>
internal sealed class CountryStatement(ImmutableArray<string> codes, WafForwardedAddress? forwarded) : WafStatement
{
    private const int MostCountries = 50;

    internal override int Capacity => 1;

    internal bool IsForwarded => forwarded is not null;

    internal override IEnumerable<StatementFault> Faults()
    {
        if (codes.Length is 0 or > MostCountries)
        {
            yield return new(DiagnosticCatalogue.WafCountries, $"{codes.Length} countries are not 1 to {MostCountries}", "name the others in a second statement, or turn the list round with Not");
        }

        foreach (var code in codes.Where(code => code.Length != 2 || !code.All(char.IsAsciiLetterUpper)))
        {
            yield return new(DiagnosticCatalogue.WafCountries, $"'{code}' is not the code of a country", "write two capital letters (ISO 3166), like NL");
        }
    }

    internal override MapValue ToValue() => Value.Map(("GeoMatchStatement", Value.Map(
        ("CountryCodes", Value.List(codes.Select(code => (Value)code))), ("ForwardedIPConfig", forwarded?.ToValue()))));
}
