using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Addressing;

/// <summary>Puts blocks, zones, tiers and pins together.</summary>
internal sealed class AddressPlanner(AddressPlanInput given)
{
    private readonly AddressPlanInput _input = given.Sorted();
    private readonly ProblemList _problems = new();
    private readonly List<Problem> _warnings = [];
    private readonly int _zoneBits = Slots.BitsFor(Math.Clamp(given.MaxZones, 1, AddressPlan.SlotCount));

    internal AddressPlan? Plan(ProblemList problems)
    {
        var zones = ZonePlanner.Plan(_input, _problems);
        var (cidrs, cidrNames) = VpcCidrPlanner.Plan(_input, _problems, _warnings);
        var pins = PinReader.Read(_input, cidrs, _problems);
        var tiers = new TierPlanner(_input, _problems, _zoneBits).Plan(
            cidrs, cidrNames, tier => zones.Count > 0 && zones.TrueForAll(zone => Find(pins, tier, zone)?.Block is not null));

        CheckPinsAgainstRegions(tiers, pins);
        CheckSubnetQuota(zones.Count * tiers.Count);
        var planned = _problems.IsEmpty ? tiers.ConvertAll(tier => Plan(tier, zones, pins)) : [];
        CheckIpv6(planned);
        if (!_problems.IsEmpty)
        {
            problems.AddRange(_problems.ToSorted());
            return null;
        }

        var warnings = new ProblemList();
        warnings.AddRange(_warnings);
        return new([.. cidrs.Select(c => c.Vpc)], [.. zones], [.. planned], warnings.ToSorted());
    }

    private PlannedTier Plan(TierPlace tier, List<PlannedZone> zones, Dictionary<(string, string), PlannedPin> pins)
    {
        var subnets = ImmutableArray.CreateBuilder<PlannedSubnet>(zones.Count);
        foreach (var zone in zones)
        {
            var pin = Find(pins, tier.Input.Name, zone);
            subnets.Add(new()
            {
                Tier = tier.Input.Name,
                TierSlot = tier.Input.Slot,
                Zone = zone.Zone,
                ZoneSlot = zone.Slot,
                CidrBlock = tier.Input.Ipv6Only ? null : pin?.Block ?? tier.BlockOf(zone.Slot, _zoneBits).Subnet(tier.PrefixLength, 0),
                VpcCidr = tier.Input.Ipv6Only ? null : (pin?.Cidr ?? tier.Cidr)!.Vpc,
                Ipv6Index = pin?.Pin.Ipv6Index ?? ((tier.Input.Slot * AddressPlan.SlotCount) + zone.Slot),
                IsPinned = pin is not null,
                LogicalId = pin?.Pin.LogicalId,
            });
        }

        return new(tier.Input.Name, tier.Input.Slot, tier.Region, subnets.MoveToImmutable());
    }

    private static PlannedPin? Find(Dictionary<(string, string), PlannedPin> pins, string tier, PlannedZone zone) =>
        pins.GetValueOrDefault((tier, zone.Zone.Text));

    // What a region holds for zones that come later is as taken as what it holds now; only its own subnet may lie there.
    private void CheckPinsAgainstRegions(List<TierPlace> tiers, Dictionary<(string Tier, string Zone), PlannedPin> pins)
    {
        foreach (var pin in pins.Values)
        {
            foreach (var tier in tiers)
            {
                if (pin.Block is { } block && tier.Region is { } region && region.Overlaps(block) && !IsOwn(pin, tier, block))
                {
                    _problems.Add(DiagnosticCatalogue.PinOverlaps.At(
                        pin.Where,
                        $"{block} overlaps {region}, which the plan keeps for tier {tier.Input.Name}",
                        $"pin the subnet elsewhere, pin every subnet of {tier.Input.Name}, or move that tier to another slot"));
                }
            }
        }
    }

    private bool IsOwn(PlannedPin pin, TierPlace tier, Cidr block) =>
        string.Equals(pin.Tier.Name, tier.Input.Name, StringComparison.Ordinal)
        && SlotOf(pin.Pin.Zone) is { } slot && slot >= 0 && slot < 1 << _zoneBits
        && tier.BlockOf(slot, _zoneBits).Contains(block);

    private int? SlotOf(string zone)
    {
        var found = _input.Zones.First(z => string.Equals(z.Zone, zone, StringComparison.Ordinal));
        return found.Slot ?? (Zone.TryParse(zone, out var parsed) ? parsed.NaturalSlot : null);
    }

    private void CheckSubnetQuota(int count)
    {
        if (count > _input.Quotas.SubnetsPerVpc)
        {
            _problems.Add(DiagnosticCatalogue.VpcQuotaExceeded.At(
                _input.At(_input.Names.Tiers),
                $"{count} subnets, and the quota \"Subnets per VPC\" is {_input.Quotas.SubnetsPerVpc}",
                "use fewer tiers or zones, or have the quota raised and say so in Quotas"));
        }
    }

    private void CheckIpv6(List<PlannedTier> tiers)
    {
        var taken = new PlannedSubnet?[AddressPlan.Ipv6BlockCount];
        var subnets = tiers.SelectMany(tier => tier.Subnets).ToList();
        foreach (var subnet in subnets.Where(IsInRange))
        {
            taken[subnet.Ipv6Index] ??= subnet;
        }

        foreach (var subnet in subnets)
        {
            var where = () => _input.At($"{_input.Names.Pins}[{subnet.Tier}, {subnet.Zone}]");
            if (!IsInRange(subnet))
            {
                _problems.Add(DiagnosticCatalogue.Ipv6IndexTaken.At(
                    where(), $"place {subnet.Ipv6Index} is not 0 to 255", "a /56 has 256 blocks of /64: pin one of them"));
            }
            else if (taken[subnet.Ipv6Index] is { } other && other != subnet)
            {
                _problems.Add(DiagnosticCatalogue.Ipv6IndexTaken.At(
                    where(),
                    $"{other.Tier} in {other.Zone} and {subnet.Tier} in {subnet.Zone} are both at place {subnet.Ipv6Index}",
                    $"pin Ipv6Index of one of them to a free place: {Slots.Free(AddressPlan.Ipv6BlockCount, i => taken[i] is null)}"));
            }
        }
    }

    private static bool IsInRange(PlannedSubnet subnet) => subnet.Ipv6Index is >= 0 and < AddressPlan.Ipv6BlockCount;
}
