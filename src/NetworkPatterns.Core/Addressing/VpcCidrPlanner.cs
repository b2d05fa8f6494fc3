using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Addressing;

/// <summary>A block of the VPC with the room that it keeps for tiers.</summary>
internal sealed class PlannedCidr(VpcCidr vpc, int maxTiers, string where)
{
    internal VpcCidr Vpc { get; } = vpc;

    internal int MaxTiers { get; } = maxTiers;

    internal string Where { get; } = where;

    /// <summary>Which tier has each place of the block.</summary>
    internal TierPlace?[] Taken { get; } = new TierPlace?[AddressPlan.SlotCount];
}

/// <summary>Reads the IPv4 blocks of a VPC.</summary>
internal static class VpcCidrPlanner
{
    /// <summary>The blocks that can be read, the primary one (if it can) first, and all names that were given.</summary>
    internal static (List<PlannedCidr> Cidrs, HashSet<string> Names) Plan(
        AddressPlanInput input, ProblemList problems, List<Problem> warnings)
    {
        var cidrs = new List<PlannedCidr>();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { AddressPlan.PrimaryCidrName };
        var primaryWhere = input.CidrBlock is null && input.NetmaskLength is not null ? input.Names.NetmaskLength : input.Names.CidrBlock;
        Add(AddressPlan.PrimaryCidrName, input.CidrBlock, input.NetmaskLength, input.MaxTiers, input.At(primaryWhere), input.At(input.Names.MaxTiers));

        foreach (var secondary in input.SecondaryCidrs)
        {
            var where = input.At($"{input.Names.SecondaryCidrs}[{secondary.Name}]");
            if (!Names.IsValid(secondary.Name) || !names.Add(secondary.Name))
            {
                problems.Add(DiagnosticCatalogue.BadName.At(
                    where,
                    $"'{secondary.Name}' is no name for a secondary block, or is taken",
                    $"give a letter, then letters, digits and hyphens, once, and not {AddressPlan.PrimaryCidrName}"));
            }
            else
            {
                Add(secondary.Name, secondary.CidrBlock, secondary.NetmaskLength, secondary.MaxTiers, where, $"{where}.MaxTiers");
            }
        }

        CheckTogether(cidrs, problems);
        var count = input.SecondaryCidrs.Length + 1;
        if (count > input.Quotas.Ipv4CidrBlocksPerVpc)
        {
            problems.Add(DiagnosticCatalogue.VpcQuotaExceeded.At(
                input.At(input.Names.SecondaryCidrs),
                $"{count} IPv4 blocks, and the quota \"IPv4 CIDR blocks per VPC\" is {input.Quotas.Ipv4CidrBlocksPerVpc}",
                "use fewer blocks, or have the quota raised (up to 50) and say so in Quotas"));
        }

        return (cidrs, names);

        void Add(string name, string? text, int? netmask, int maxTiers, string where, string maxTiersName)
        {
            if (maxTiers is < 1 or > AddressPlan.SlotCount)
            {
                problems.Add(DiagnosticCatalogue.DeclaredMaximum.At(
                    maxTiersName, $"{maxTiers} tiers", $"give 1 to {AddressPlan.SlotCount}"));
                maxTiers = AddressPlan.SlotCount;
            }

            if (Read(text, netmask, where, problems, warnings) is { } block)
            {
                cidrs.Add(new(new(name, block, IsRelative: text is null), maxTiers, where));
            }
        }
    }

    private static Cidr? Read(string? text, int? netmask, string where, ProblemList problems, List<Problem> warnings)
    {
        if (text is null && netmask is { } length)
        {
            return CheckSize(length, $"/{length}", where, problems) ? Cidr.Create(0, length, isIPv6: false) : null;
        }

        if (CidrReader.Read(text, where, problems) is not { } block)
        {
            return null;
        }

        if (netmask is not null)
        {
            problems.Add(DiagnosticCatalogue.VpcBlockSize.At(
                where, $"{block} and a prefix length for an IPAM pool", "give one of the two"));
        }

        if (VpcRanges.WhyImpossible(block) is { } why)
        {
            problems.Add(DiagnosticCatalogue.NotAVpcRange.At(where, $"{block} {why}", "take a private range, such as 10.0.0.0/16"));
            return null;
        }

        if (!CheckSize(block.PrefixLength, block.ToString(), where, problems))
        {
            return null;
        }

        Warn(block, where, warnings);
        return block;
    }

    private static bool CheckSize(int prefixLength, string what, string where, ProblemList problems)
    {
        if (prefixLength is >= SubnetSize.ShortestPrefix and <= SubnetSize.LongestPrefix)
        {
            return true;
        }

        problems.Add(DiagnosticCatalogue.VpcBlockSize.At(
            where, $"{what} is not between /16 and /28", "a VPC takes blocks of /16 to /28; several where one is not enough"));
        return false;
    }

    private static void Warn(Cidr block, string where, List<Problem> warnings)
    {
        if (VpcRanges.IsPublic(block))
        {
            warnings.Add(DiagnosticCatalogue.PublicVpcRange.At(
                where,
                $"{block} is publicly routable: the VPC cannot reach the internet hosts that own it",
                "take a range of RFC 1918 or 100.64.0.0/10, unless the range is yours"));
        }

        if (VpcRanges.IsDockers(block))
        {
            warnings.Add(DiagnosticCatalogue.DockerRange.At(
                where,
                $"{block} overlaps 172.17.0.0/16, which services such as Cloud9 and SageMaker use inside",
                "take another range"));
        }
    }

    private static void CheckTogether(List<PlannedCidr> cidrs, ProblemList problems)
    {
        for (var i = 0; i < cidrs.Count; i++)
        {
            for (var j = i + 1; j < cidrs.Count; j++)
            {
                CheckPair(cidrs[i], cidrs[j], problems);
            }
        }
    }

    private static void CheckPair(PlannedCidr first, PlannedCidr second, ProblemList problems)
    {
        if (first.Vpc.IsRelative || second.Vpc.IsRelative)
        {
            return;
        }

        var (one, other) = (first.Vpc.Block, second.Vpc.Block);
        if (one.Overlaps(other))
        {
            problems.Add(DiagnosticCatalogue.VpcBlocksOverlap.At(
                second.Where, $"{other} ({second.Vpc.Name}) overlaps {one} ({first.Vpc.Name})", "give the VPC disjoint blocks"));
        }
        else if (first.Vpc.IsPrimary && VpcRanges.WhyNotWithPrimary(one, other) is { } why)
        {
            problems.Add(NotCombinable(second, why));
        }
        else if (!first.Vpc.IsPrimary
            && VpcRanges.WhyNotBeside(one, other) is not null
            && VpcRanges.WhyNotBeside(other, one) is { } reason)
        {
            problems.Add(NotCombinable(second, reason));
        }
    }

    private static Problem NotCombinable(PlannedCidr cidr, string why) => DiagnosticCatalogue.VpcBlocksNotCombinable.At(
        cidr.Where, $"{cidr.Vpc.Block} {why}", "take a range that AWS lets this VPC have, such as one of 100.64.0.0/10");
}
