using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Addressing;

/// <summary>Reads the zones of a plan and gives them their slots.</summary>
internal static class ZonePlanner
{
    internal static List<PlannedZone> Plan(AddressPlanInput input, ProblemList problems)
    {
        var where = input.At(input.Names.Zones);
        var limit = MaxZones(input, problems);
        if (input.Region is { } region && !RegionCode.IsValid(region))
        {
            problems.Add(DiagnosticCatalogue.NotARegion.At(
                input.At(input.Names.Region),
                $"'{region}' is not the code of a Region",
                "write it as in eu-west-1, or leave it out"));
        }

        var read = Read(input, where, problems);
        if (read.Count > 0)
        {
            // A zone that should not be here at all has no part in what follows: it would only seem to collide.
            var first = read[0].Zone;
            var known = RegionCode.IsValid(input.Region) ? input.Region : null;
            read.RemoveAll(zone => !IsOfOneKind(zone.Zone, first, where, problems) || !IsInRegion(zone.Zone, first, known, where, problems));
        }

        return GiveSlots(read, limit, input, where, problems);
    }

    private static int MaxZones(AddressPlanInput input, ProblemList problems)
    {
        if (input.MaxZones is >= 1 and <= AddressPlan.SlotCount)
        {
            return input.MaxZones;
        }

        problems.Add(DiagnosticCatalogue.DeclaredMaximum.At(
            input.At(input.Names.MaxZones),
            $"{input.MaxZones} zones",
            $"give 1 to {AddressPlan.SlotCount}"));
        return AddressPlan.SlotCount;
    }

    private static List<(Zone Zone, int? Pinned)> Read(AddressPlanInput input, string where, ProblemList problems)
    {
        var read = new List<(Zone Zone, int? Pinned)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var given in input.Zones)
        {
            if (!Zone.TryParse(given.Zone, out var zone))
            {
                problems.Add(DiagnosticCatalogue.NotAZone.At(
                    where,
                    $"'{given.Zone}' is neither a zone name nor an AZ ID",
                    "write it as in eu-west-1a or euw1-az1"));
            }
            else if (!seen.Add(zone.Text))
            {
                problems.Add(DiagnosticCatalogue.DuplicateZone.At(where, $"{zone} is given twice", "give every zone once"));
            }
            else
            {
                read.Add((zone, given.Slot));
            }
        }

        if (input.Zones.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.NothingToPlan.At(where, "no zone is given", "give at least one zone, two for availability"));
        }

        return read;
    }

    private static bool IsOfOneKind(Zone zone, Zone first, string where, ProblemList problems)
    {
        if (zone.Kind == first.Kind)
        {
            return true;
        }

        problems.Add(DiagnosticCatalogue.MixedZoneKinds.At(
            where,
            $"{first} and {zone} are written in different ways, so they may be the same zone",
            "write all zones of a VPC by name, or all by AZ ID"));
        return false;
    }

    private static bool IsInRegion(Zone zone, Zone first, string? region, string where, ProblemList problems)
    {
        var isIn = region is null ? string.Equals(zone.RegionPart, first.RegionPart, StringComparison.Ordinal) : zone.IsIn(region);
        if (!isIn)
        {
            problems.Add(DiagnosticCatalogue.ZoneOfAnotherRegion.At(
                where,
                region is null ? $"{first} and {zone} are in different Regions" : $"{zone} is not a zone of {region}",
                region is null ? "a VPC is in one Region: give zones of that one" : $"give zones of {region}, or deploy the stack where the zones are"));
        }

        return isIn;
    }

    private static List<PlannedZone> GiveSlots(
        List<(Zone Zone, int? Pinned)> zones, int limit, AddressPlanInput input, string where, ProblemList problems)
    {
        var taken = new Zone?[AddressPlan.SlotCount];
        var planned = new List<PlannedZone>(zones.Count);
        foreach (var (zone, pinned) in zones)
        {
            if ((pinned ?? zone.NaturalSlot) is { } slot && slot >= 0 && slot < limit)
            {
                taken[slot] ??= zone;
                planned.Add(new(zone, slot));
            }
        }

        string Free() => Slots.Free(limit, slot => taken[slot] is null);
        foreach (var (zone, pinned) in zones)
        {
            if ((pinned ?? zone.NaturalSlot) is not { } slot)
            {
                problems.Add(DiagnosticCatalogue.ZoneWithoutSlot.At(
                    where,
                    $"{zone} is a {Describe(zone.Type)}, which has no slot of its own",
                    $"pin one that is free: {Free()}"));
            }
            else if (slot < 0 || slot >= limit)
            {
                problems.Add(DiagnosticCatalogue.SlotOutOfRange.At(
                    where,
                    $"{zone} is at slot {slot}, and {limit} zones have slots 0 to {limit - 1}",
                    $"pin a free slot ({Free()}); or, before the VPC exists, raise {input.Names.MaxZones}"));
            }
            else if (taken[slot] != zone)
            {
                problems.Add(DiagnosticCatalogue.SlotTaken.At(
                    where,
                    $"{taken[slot]} and {zone} are both at slot {slot}",
                    $"pin one of them to a free slot: {Free()}"));
            }
        }

        planned.Sort((a, b) => a.Slot.CompareTo(b.Slot));
        return planned;
    }

    private static string Describe(ZoneType type) => type == ZoneType.WavelengthZone ? "Wavelength Zone" : "Local Zone";
}
