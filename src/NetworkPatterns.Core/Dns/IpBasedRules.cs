using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Dns;

/// <summary>What has to hold for the address ranges of IP-based routing.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy-ipbased.html</remarks>
internal static class IpBasedRules
{
    private const int LongestLocationName = 16;
    private const int LongestIPv4Prefix = 24;
    private const int LongestIPv6Prefix = 48;

    public static void CheckBlocks(RoutingSelector.IpBased selector, string where, ProblemList problems)
    {
        foreach (var text in selector.CidrBlocks)
        {
            if (!Cidr.TryParse(text, out var block, out var error))
            {
                var diagnostic = error == CidrError.HostBitsSet ? DiagnosticCatalogue.HostBitsSet : DiagnosticCatalogue.NotACidr;
                problems.Add(diagnostic.At(
                    where, $"'{text}' is not a CIDR block", error == CidrError.HostBitsSet ? $"write {block}" : "write an address, a slash and a prefix length: 203.0.113.0/24"));
            }
            else if (block.PrefixLength < 1 || block.PrefixLength > (block.IsIPv6 ? LongestIPv6Prefix : LongestIPv4Prefix))
            {
                problems.Add(DiagnosticCatalogue.CidrLocationPrefix.At(
                    where,
                    $"the prefix of {block} is not one of /1 to /{(block.IsIPv6 ? LongestIPv6Prefix : LongestIPv4Prefix)}",
                    "give a larger block; for every address there is RecordMember.DefaultIp"));
            }
        }
    }

    public static void CheckOverlaps(ImmutableArray<RecordMember> members, string where, ProblemList problems)
    {
        foreach (var member in members.Where(member => member is { Selector: RoutingSelector.IpBased, Name.Length: > LongestLocationName }))
        {
            problems.Add(DiagnosticCatalogue.MemberName.At(
                where, $"'{member.Name}' is longer than the {LongestLocationName} characters of a CIDR location's name", "shorten it"));
        }

        var repeated = members
            .Where(member => member.Selector is RoutingSelector.IpBased)
            .SelectMany(member => ((RoutingSelector.IpBased)member.Selector).CidrBlocks.Select(text => (member.Name, Text: text)))
            .Where(entry => Cidr.TryParse(entry.Text, out _, out _))
            .GroupBy(entry => Cidr.Parse(entry.Text))
            .Where(group => group.Count() > 1);
        foreach (var block in repeated)
        {
            problems.Add(DiagnosticCatalogue.DuplicateMember.At(
                where,
                $"the block {block.Key} is listed {block.Count()} times, by {string.Join(" and ", block.Select(entry => $"'{entry.Name}'").Distinct(StringComparer.Ordinal))}",
                "list each block in one location"));
        }
    }
}
