using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Dns;

/// <summary>Whether values have the form of their record type.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html</remarks>
internal static partial class RecordValueRules
{
    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html
    private const int MostValues = 400;

    public static void Check(
        ImmutableArray<RecordType> types, ImmutableArray<string> values, bool isApex, Func<string, bool> isToken, string where, ProblemList problems)
    {
        if (values.Length is 0 or > MostValues)
        {
            problems.Add(DiagnosticCatalogue.RecordValue.At(where, $"the record has {values.Length} values", $"give it at least one and at most {MostValues}"));
        }

        foreach (var type in types)
        {
            if (type == RecordType.CNAME)
            {
                CheckCanonicalName(values, isApex, where, problems);
            }

            foreach (var value in values.Where(value => !isToken(value) && !IsValid(type, value)))
            {
                problems.Add(DiagnosticCatalogue.RecordValue.At(where, $"'{value}' is not a value of type {type}", $"write it like {Example(type)}"));
            }
        }

        foreach (var repeated in values.GroupBy(value => value, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.RecordValue.At(where, $"the value '{repeated.Key}' is listed {repeated.Count()} times", "list each value once"));
        }
    }

    private static void CheckCanonicalName(ImmutableArray<string> values, bool isApex, string where, ProblemList problems)
    {
        if (isApex)
        {
            problems.Add(DiagnosticCatalogue.CnameAtApex.At(
                where, "a CNAME cannot stand at the apex of a zone, beside its NS and SOA records", "use an alias of type A, or a name below the apex"));
        }

        if (values.Length > 1)
        {
            problems.Add(DiagnosticCatalogue.RecordValue.At(where, $"a CNAME has one value, and {values.Length} are given", "choose one, or use weighted records"));
        }
    }

    private static bool IsValid(RecordType type, string value) => type switch
    {
        RecordType.A => IsAddress(value, AddressFamily.InterNetwork) && value.Count(character => character == '.') == 3,
        RecordType.AAAA => IsAddress(value, AddressFamily.InterNetworkV6),
        RecordType.CNAME or RecordType.NS or RecordType.PTR => DnsName.TryParse(value, out _),
        RecordType.TXT or RecordType.SPF => TxtValue.Quote(value).Length <= TxtValue.LongestValue,
        RecordType.MX => Matches(Mx(), value, "host"),
        RecordType.SRV => Matches(Srv(), value, "host"),
        RecordType.CAA => Caa().IsMatch(value),
        RecordType.DS => Ds().IsMatch(value),
        RecordType.NAPTR => Naptr().IsMatch(value),
        _ => Matches(Svcb(), value, "host"),
    };

    private static string Example(RecordType type) => type switch
    {
        RecordType.A => "192.0.2.1",
        RecordType.AAAA => "2001:db8::1",
        RecordType.CNAME or RecordType.PTR => "www.example.com",
        RecordType.NS => "ns-1.example.com",
        RecordType.TXT or RecordType.SPF => $"v=spf1 -all, without quotation marks, up to {TxtValue.LongestValue} characters once quoted",
        RecordType.MX => "10 mail.example.com",
        RecordType.SRV => "1 10 5269 xmpp.example.com",
        RecordType.CAA => "0 issue \"amazon.com\"",
        RecordType.DS => "12345 13 2 and the digest in hexadecimal",
        RecordType.NAPTR => "100 50 \"u\" \"E2U+sip\" \"!^.*$!sip:info@example.com!\" .",
        _ => "1 . alpn=\"h2,h3\"",
    };

    private static bool IsAddress(string value, AddressFamily family) =>
        IPAddress.TryParse(value, out var address) && address.AddressFamily == family && !value.Contains('%', StringComparison.Ordinal);

    // "." stands for the name itself, or for a service that is not offered.
    private static bool Matches(Regex form, string value, string host) =>
        form.Match(value) is { Success: true } match && (match.Groups[host].Value == "." || DnsName.TryParse(match.Groups[host].Value, out _));

    [GeneratedRegex(@"^\d{1,5} (?<host>\S+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mx();

    [GeneratedRegex(@"^\d{1,5} \d{1,5} \d{1,5} (?<host>\S+)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Srv();

    [GeneratedRegex("^\\d{1,3} [a-z0-9]+ \"[^\"]*\"\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Caa();

    [GeneratedRegex(@"^\d{1,5} \d{1,3} \d{1,3} [0-9A-Fa-f]{40,}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ds();

    [GeneratedRegex("^\\d{1,5} \\d{1,5} \"[^\"]*\" \"[^\"]*\" \"[^\"]*\" \\S+\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Naptr();

    [GeneratedRegex(@"^\d{1,5} (?<host>\S+)( \S+)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Svcb();
}
