using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks that several options share.</summary>
internal static class OptionRules
{
    /// <summary>Every name is that of a tier.</summary>
    public static void CheckTiers(IEnumerable<string> names, IEnumerable<TierProps> tiers, string where, ProblemList problems)
    {
        var known = tiers.Select(tier => tier.Name).Order(StringComparer.Ordinal).ToList();
        foreach (var name in names.Distinct(StringComparer.Ordinal).Where(name => !known.Contains(name)))
        {
            problems.Add(DiagnosticCatalogue.UnknownTierInOption.At(
                where, $"'{name}' is not a tier of this VPC", $"name one of {string.Join(", ", known)}"));
        }
    }

    /// <summary>A list names something.</summary>
    public static void CheckNamed(int count, string property, string where, ProblemList problems)
    {
        if (count == 0)
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At($"{where}.{property}", $"{property} names nothing", "name at least one, or leave the option out"));
        }
    }

    /// <summary>A text is a range of addresses.</summary>
    public static Cidr? CheckRange(string text, bool isIPv6Allowed, string where, ProblemList problems)
    {
        if (Cidr.TryParse(text, out var range, out var error) && (isIPv6Allowed || !range.IsIPv6))
        {
            return range;
        }

        var hasHostBits = error == CidrError.HostBitsSet;
        problems.Add((hasHostBits ? DiagnosticCatalogue.HostBitsSet : DiagnosticCatalogue.NotACidr).At(
            where,
            $"'{text}' is not an {(isIPv6Allowed ? "IPv4 or IPv6" : "IPv4")} block",
            hasHostBits ? $"write {range}" : "write an address, a slash and a prefix length: 203.0.113.0/24"));
        return null;
    }
}
