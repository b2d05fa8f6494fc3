using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>Checks the two sides of a peering.</summary>
internal static partial class PeeringRules
{
    /// <summary>Checks one side: its blocks, and that its destinations are its own.</summary>
    public static void CheckSide(PeeringSide side, string where, PatternContext context, ProblemList problems)
    {
        if (side.Blocks.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.PeeringUnclear.At(where, $"{side.Name} has no blocks", "give every CIDR block of the VPC"));
        }

        if (side.AccountId is { } account && !context.IsToken(account) && !Account().IsMatch(account))
        {
            problems.Add(DiagnosticCatalogue.PeeringUnclear.At($"{where}.{nameof(side.AccountId)}", $"'{account}' is not the ID of an account", "write 12 digits"));
        }

        foreach (var tier in side.Tiers.Where(tier => side.Network!.Tiers.All(known => known.Name != tier)))
        {
            problems.Add(DiagnosticCatalogue.UnknownTierInOption.At(
                where, $"{side.Name} has no tier '{tier}'", $"name some of {string.Join(", ", side.Network!.Tiers.Select(known => known.Name).Order(StringComparer.Ordinal))}"));
        }

        foreach (var name in side.RouteTables.Keys.Where(name => !ResourceName.IsValid(name)))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{name}' is no name for a route table", "give a letter, then letters, digits and hyphens"));
        }

        var blocks = LiteralBlocks(side, where, context, problems);
        foreach (var destination in side.Destinations ?? [])
        {
            CheckDestination(destination, side, blocks, $"{where}.{nameof(side.Destinations)}", context, problems);
        }
    }

    /// <summary>Checks that the two have no address in common, and are not one.</summary>
    public static void CheckPair(PeeringSide one, PeeringSide other, string where, PatternContext context, ProblemList problems)
    {
        if (string.Equals(one.VpcId, other.VpcId, StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.PeeringUnclear.At(where, $"{one.Name} is on both sides", "peer it with another VPC"));
            return;
        }

        var silent = new ProblemList();
        foreach (var block in LiteralBlocks(one, where, context, silent))
        {
            foreach (var peer in LiteralBlocks(other, where, context, silent).Where(block.Overlaps))
            {
                problems.Add(DiagnosticCatalogue.PeeringOverlap.At(
                    where, $"{block} of {one.Name} overlaps {peer} of {other.Name}", "peer VPCs without a common address, or connect them with PrivateLink or VPC Lattice"));
            }
        }
    }

    /// <summary>The blocks that are literals.</summary>
    public static ImmutableArray<Cidr> LiteralBlocks(PeeringSide side, string where, PatternContext context, ProblemList problems) =>
        [.. side.Blocks.Where(block => !context.IsToken(block.Text)).Select(block => CidrText.Read(block.Text, where, problems)).OfType<Cidr>()];

    private static void CheckDestination(
        string destination, PeeringSide side, ImmutableArray<Cidr> blocks, string where, PatternContext context, ProblemList problems)
    {
        if (CidrText.Read(destination, where, problems) is not { } range
            || side.Blocks.Any(block => block.IsIPv6 == range.IsIPv6 && context.IsToken(block.Text))
            || blocks.Any(block => block.Contains(range)))
        {
            return;
        }

        problems.Add(DiagnosticCatalogue.TransitivePeering.At(
            where,
            $"{range} is not in {side.Name} ({string.Join(", ", blocks)}), and a peering leads no further than its VPC",
            "peer with the VPC that has these addresses, or use a Transit Gateway"));
    }

    [GeneratedRegex("^[0-9]{12}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Account();
}
