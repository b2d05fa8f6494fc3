using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks where the VPC's addresses come from.</summary>
internal static class AddressRules
{
    public static void Check(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        CheckSource(props, context, problems);
        CheckEdgeZones(props, tiers, context, problems);
        foreach (var secondary in props.SecondaryCidrs.Where(secondary => secondary.CidrBlock is null))
        {
            problems.Add(DiagnosticCatalogue.SecondaryBlockFromPool.At(
                context.At($"{nameof(props.SecondaryCidrs)}[{secondary.Name}]"),
                "CloudFormation tells nobody which addresses a secondary block got from a pool, so no subnet can be placed in it",
                "give the block as a literal, reserved in the pool"));
        }

        foreach (var secondary in props.SecondaryCidrs.Where(secondary => CidrBlockBlueprint.SecondaryId(secondary.Name) == CidrBlockBlueprint.Ipv6Id))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(
                context.At($"{nameof(props.SecondaryCidrs)}[{secondary.Name}]"), $"'{secondary.Name}' is the name of the VPC's IPv6 block", "give another name"));
        }

        foreach (var range in props.BlockedRanges)
        {
            CheckBlocked(range, props, context.At(nameof(props.BlockedRanges)), problems);
        }

        if (props.Adopt is { } existing && existing.CidrBlock != props.CidrBlock)
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                context.At(nameof(props.CidrBlock)),
                $"CidrBlock is {props.CidrBlock}, and the VPC that Adopt describes has {existing.CidrBlock}: another block replaces the VPC",
                $"write {existing.CidrBlock}, or leave Adopt out"));
        }
    }

    private static void CheckSource(ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        var fromPool = props.Ipv4IpamPoolId is not null || props.Ipv4NetmaskLength is not null;
        if (fromPool == props.CidrBlock is not null)
        {
            problems.Add(DiagnosticCatalogue.VpcBlockUnclear.At(
                context.At(nameof(props.CidrBlock)),
                fromPool ? "the VPC has a block of its own, and one from an IPAM pool" : "the VPC has neither a block nor an IPAM pool",
                "give CidrBlock, or Ipv4IpamPoolId and Ipv4NetmaskLength"));
        }
        else if (fromPool && (props.Ipv4IpamPoolId is null || props.Ipv4NetmaskLength is null))
        {
            problems.Add(DiagnosticCatalogue.VpcBlockUnclear.At(
                context.At(nameof(props.Ipv4IpamPoolId)), "an IPAM pool needs a prefix length, and a prefix length a pool", "give Ipv4IpamPoolId and Ipv4NetmaskLength"));
        }
    }

    private static void CheckBlocked(string text, ThreeTierVpcProps props, string where, ProblemList problems)
    {
        if (OptionRules.CheckRange(text, isIPv6Allowed: true, where, problems) is not { } range)
        {
            return;
        }

        var own = props.SecondaryCidrs.Select(secondary => secondary.CidrBlock).Append(props.CidrBlock);
        if (range.PrefixLength == 0 || own.Any(block => Cidr.TryParse(block, out var parsed) && parsed.Overlaps(range)))
        {
            problems.Add(DiagnosticCatalogue.BlockedRangeOfVpc.At(
                where, $"{range} holds addresses of the VPC itself, or all there are", "name ranges outside; what no rule allows is closed anyway"));
        }
    }

    // The VPC's /56 is of the Region's network border group; a Wavelength Zone reaches the internet over a carrier gateway.
    private static void CheckEdgeZones(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        foreach (var given in props.Zones)
        {
            if (!Zone.TryParse(given.Zone, out var zone) || zone.Type == ZoneType.AvailabilityZone)
            {
                continue;
            }

            if (tiers.Any(tier => TierPlanner.StackOf(props, tier) != IpStack.Ipv4))
            {
                problems.Add(DiagnosticCatalogue.NotInEdgeZone.At(
                    context.At(nameof(props.Zones)), $"the VPC's IPv6 block is of the Region, and can't be used in {zone}", "leave the zone out, or IPv6"));
            }

            if (zone.Type == ZoneType.WavelengthZone && tiers.Any(tier => tier.Intent == TierIntent.Internet))
            {
                problems.Add(DiagnosticCatalogue.NotInEdgeZone.At(
                    context.At(nameof(props.Zones)), $"{zone} reaches the internet over a carrier gateway, which this pattern does not make", "leave the zone out, or public tiers"));
            }
        }
    }
}
