using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Addressing;

/// <summary>A pin whose texts could be read.</summary>
internal sealed record PlannedPin(SubnetPin Pin, TierInput Tier, Cidr? Block, PlannedCidr? Cidr, string Where);

/// <summary>Reads the pins of a plan, by tier, then zone.</summary>
internal static class PinReader
{
    internal static Dictionary<(string Tier, string Zone), PlannedPin> Read(
        AddressPlanInput input, List<PlannedCidr> cidrs, ProblemList problems)
    {
        var pins = new Dictionary<(string, string), PlannedPin>();
        foreach (var pin in input.Pins)
        {
            var where = input.At($"{input.Names.Pins}[{pin.Tier}, {pin.Zone}]");
            var tier = input.Tiers.FirstOrDefault(t => string.Equals(t.Name, pin.Tier, StringComparison.Ordinal));
            var hasZone = input.Zones.Any(z => string.Equals(z.Zone, pin.Zone, StringComparison.Ordinal));
            if (tier is null || !hasZone || pins.ContainsKey((pin.Tier, pin.Zone)))
            {
                problems.Add(DiagnosticCatalogue.PinOfNothing.At(
                    where,
                    tier is null ? $"the VPC has no tier '{pin.Tier}'" : !hasZone ? $"the VPC has no zone '{pin.Zone}'" : "the subnet is pinned twice",
                    "pin each subnet of the VPC's tiers and zones at most once"));
                continue;
            }

            var (block, cidr) = ReadBlock(pin, tier, cidrs, where, problems);
            pins.Add((pin.Tier, pin.Zone), new(pin, tier, block, cidr, where));
        }

        CheckDisjoint(pins.Values, problems);
        return pins;
    }

    private static (Cidr? Block, PlannedCidr? Cidr) ReadBlock(
        SubnetPin pin, TierInput tier, List<PlannedCidr> cidrs, string where, ProblemList problems)
    {
        if (pin.CidrBlock is null || CidrReader.Read(pin.CidrBlock, where, problems) is not { } block)
        {
            return (null, null);
        }

        if (tier.Ipv6Only)
        {
            problems.Add(DiagnosticCatalogue.PinOutsideVpc.At(
                where, $"tier {tier.Name} has no IPv4, and its subnet is pinned to {block}", "pin its Ipv6Index only"));
            return (null, null);
        }

        var cidr = cidrs.Find(c => !c.Vpc.IsRelative && c.Vpc.Block.Contains(block));
        if (cidr is null)
        {
            problems.Add(DiagnosticCatalogue.PinOutsideVpc.At(
                where,
                $"{block} is not inside one of the VPC's blocks ({string.Join(", ", cidrs.Where(c => !c.Vpc.IsRelative).Select(c => c.Vpc.Block))})",
                "pin the subnet inside a literal block of the VPC"));
        }

        if (block.IsIPv6 || block.PrefixLength is < SubnetSize.ShortestPrefix or > SubnetSize.LongestPrefix)
        {
            problems.Add(DiagnosticCatalogue.SubnetSizeOutOfRange.At(
                where, $"{block} is not a size that a subnet can have", "a subnet is an IPv4 block of /16 to /28"));
            return (null, null);
        }

        if (tier.Size.MinimumAddresses > SubnetSize.UsableAddresses(block.PrefixLength))
        {
            problems.Add(DiagnosticCatalogue.TooFewAddresses.At(
                where,
                $"{block} has {SubnetSize.UsableAddresses(block.PrefixLength)} addresses to use, and the tier asks for {tier.Size}",
                "pin a larger block, or ask for less"));
        }

        return (block, cidr);
    }

    private static void CheckDisjoint(IEnumerable<PlannedPin> pins, ProblemList problems)
    {
        var sorted = pins.Where(p => p.Block is not null).OrderBy(p => p.Block!.Value).ThenBy(p => p.Where, StringComparer.Ordinal).ToList();
        for (var i = 0; i < sorted.Count; i++)
        {
            for (var j = i + 1; j < sorted.Count && sorted[j].Block!.Value.Overlaps(sorted[i].Block!.Value); j++)
            {
                problems.Add(DiagnosticCatalogue.PinOverlaps.At(
                    sorted[j].Where,
                    $"{sorted[j].Block} overlaps {sorted[i].Block} of {sorted[i].Pin.Tier} in {sorted[i].Pin.Zone}",
                    "pin subnets to disjoint blocks"));
            }
        }
    }
}
