using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Checks a public virtual interface: what AWS refuses, or leaves waiting for approval for ever.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/directconnect/latest/UserGuide/WorkingWithVirtualInterfaces.html#vif-prerequisites</remarks>
internal static class PublicVirtualInterfaceRules
{
    private const int LastVlan = 4094;
    private const int MostPrefixes = 1000;
    private const int LongestIpv6Prefix = 64;
    private const long LargestAsn = 4294967294;
    private const long AmazonAsn = 7224;

    // What nobody can own: https://www.rfc-editor.org/rfc/rfc6890. Ranges for documentation stand for real ones.
    private static readonly ImmutableArray<Cidr> NotPublic =
    [
        .. new[] { "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/3", "fc00::/7", "fe80::/10", "ff00::/8" }
            .Select(Cidr.Parse),
    ];

    /// <summary>Finds the problems, and gives the prefixes.</summary>
    public static ImmutableArray<Cidr> Check(PublicVirtualInterfaceProps props, PatternContext context, ProblemList problems)
    {
        Check(props.Vlan is >= 1 and <= LastVlan, nameof(props.Vlan), $"{props.Vlan} is not a VLAN", $"give 1 to {LastVlan}");
        Check(props.CustomerAsn is >= 1 and <= LargestAsn, nameof(props.CustomerAsn), $"{props.CustomerAsn} is not an ASN", $"give 1 to {LargestAsn}");
        if (props.CustomerAsn == AmazonAsn)
        {
            problems.Add(DiagnosticCatalogue.DirectConnectAsnClash.At(context.At(nameof(props.CustomerAsn)), $"ASN {AmazonAsn} is the Amazon side's", "give the site's own ASN"));
        }

        var where = context.At(nameof(props.Prefixes));
        ImmutableArray<Cidr> prefixes = [.. props.Prefixes.Select(prefix => CidrText.Read(prefix, where, problems)).OfType<Cidr>()];
        Check(props.Prefixes.Count is >= 1 and <= MostPrefixes, nameof(props.Prefixes), $"{props.Prefixes.Count} prefixes are announced", $"give 1 to {MostPrefixes}");
        foreach (var prefix in prefixes)
        {
            Check(IsPublic(prefix), nameof(props.Prefixes), $"{prefix} is not public, and nobody can announce it", "give public prefixes that are yours");
            Check(!prefix.IsIPv6 || prefix.PrefixLength <= LongestIpv6Prefix, nameof(props.Prefixes), $"{prefix} is smaller than /{LongestIpv6Prefix}", $"announce /{LongestIpv6Prefix} or larger");
        }

        CheckAddresses(props, prefixes.Any(prefix => !prefix.IsIPv6), context, problems);
        return [.. prefixes.Distinct().Order()];

        void Check(bool isRight, string property, string what, string fix)
        {
            if (!isRight)
            {
                problems.Add(DiagnosticCatalogue.PublicInterfaceUnclear.At(context.At(property), what, fix));
            }
        }
    }

    private static void CheckAddresses(PublicVirtualInterfaceProps props, bool hasIPv4, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.AmazonAddress));
        if (props.AmazonAddress is null && props.CustomerAddress is null)
        {
            if (hasIPv4)
            {
                problems.Add(DiagnosticCatalogue.PublicInterfaceUnclear.At(where, "IPv4 prefixes are announced, and the session has no addresses", "give AmazonAddress and CustomerAddress, of one public /30"));
            }

            return;
        }

        if (!hasIPv4)
        {
            problems.Add(DiagnosticCatalogue.PublicInterfaceUnclear.At(where, "the session has IPv4 addresses, and no IPv4 prefix is announced", "leave the addresses out: those of IPv6 are AWS's, or announce an IPv4 prefix"));
        }

        if (Ends(props.AmazonAddress) is not { } amazon || Ends(props.CustomerAddress) is not { } customer)
        {
            problems.Add(DiagnosticCatalogue.PublicInterfaceUnclear.At(
                where, $"'{props.AmazonAddress}' and '{props.CustomerAddress}' are not two addresses with a range", "write them as 203.0.113.1/30 and 203.0.113.2/30"));
        }
        else if (amazon.Range != customer.Range || amazon.Address == customer.Address)
        {
            problems.Add(DiagnosticCatalogue.PublicInterfaceUnclear.At(
                where, $"{props.AmazonAddress} and {props.CustomerAddress} are not the two ends of one range", "give two addresses of one range, as in 203.0.113.1/30 and 203.0.113.2/30"));
        }
        else if (!IsPublic(amazon.Range))
        {
            problems.Add(DiagnosticCatalogue.PublicInterfaceUnclear.At(where, $"{amazon.Range} is not public", "give addresses of a public range: one of yours, or one that AWS Support gives you"));
        }
    }

    private static bool IsPublic(Cidr range) => !NotPublic.Any(range.Overlaps);

    // An end, with the range it is in; its first and last addresses are nobody's, but for a range of two.
    private static (string Address, Cidr Range)? Ends(string? text)
    {
        var parts = text?.Split('/') ?? [];
        if (parts is not [var address, var length]
            || !IPAddress.TryParse(address, out var parsed) || parsed.AddressFamily != AddressFamily.InterNetwork || parsed.ToString() != address
            || !int.TryParse(length, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var prefix) || prefix is < 8 or > 31)
        {
            return null;
        }

        _ = Cidr.TryParse(text, out var range, out _);
        var bytes = parsed.GetAddressBytes();
        var number = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        var mask = uint.MaxValue >> prefix;
        return prefix == 31 || ((number & mask) != 0 && (number & mask) != mask) ? (address, range) : null;
    }
}
