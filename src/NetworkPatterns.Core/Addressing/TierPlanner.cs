using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Addressing;

/// <summary>A tier with the place that its slot gives it.</summary>
internal sealed class TierPlace(TierInput input, string where)
{
    internal TierInput Input { get; } = input;

    internal string Where { get; } = where;

    /// <summary>The block that it lives in; null when unknown, or when it has no IPv4.</summary>
    internal PlannedCidr? Cidr { get; set; }

    /// <summary>Its aligned region; null when it has none (all pinned, no IPv4) or none was found.</summary>
    internal Cidr? Region { get; set; }

    /// <summary>The prefix length of its subnets where they are not pinned.</summary>
    internal int PrefixLength { get; set; }

    /// <summary>How many slots of its block it takes; 0 when it takes none.</summary>
    internal int Width { get; set; }

    /// <summary>Slots end at the primary block's declared maximum; in a secondary block they count from its start again.</summary>
    internal int Limit => Cidr is { Vpc.IsPrimary: true } ? Cidr.MaxTiers : AddressPlan.SlotCount;

    internal bool IsInRange => Input.Slot >= 0 && Input.Slot < Limit;

    /// <summary>Its first place in its block.</summary>
    internal int Place => PlaceOf(Input.Slot);

    /// <summary>Whether a slot is one where the tier can begin.</summary>
    internal bool CanBegin(int slot) => PlaceOf(slot) % Width == 0 && PlaceOf(slot) + Width <= Cidr!.MaxTiers;

    /// <summary>Another tier that has one of the places that this one would take at a slot.</summary>
    internal TierPlace? FindOther(int slot) =>
        Array.Find(Cidr!.Taken[PlaceOf(slot)..(PlaceOf(slot) + Width)], other => other is not null && other != this);

    /// <summary>The region's block for a zone slot.</summary>
    internal Cidr BlockOf(int zoneSlot, int zoneBits) => Region!.Value.Subnet(Region.Value.PrefixLength + zoneBits, (UInt128)zoneSlot);

    private int PlaceOf(int slot) => slot % Cidr!.MaxTiers;
}

/// <summary>Gives tiers their regions.</summary>
internal sealed class TierPlanner(AddressPlanInput input, ProblemList problems, int zoneBits)
{
    private readonly TierPlace?[] _slots = new TierPlace?[AddressPlan.SlotCount];

    /// <summary>The tiers with good names, by slot, then name; regions are given to those that need and can have one.</summary>
    internal List<TierPlace> Plan(List<PlannedCidr> cidrs, HashSet<string> cidrNames, Func<string, bool> isFullyPinned)
    {
        var tiers = Read();
        foreach (var tier in tiers)
        {
            var isPossible = CheckSize(tier);
            if (!tier.Input.Ipv6Only)
            {
                FindCidr(tier, cidrs, cidrNames);
                if (isPossible && tier.Cidr is not null && !isFullyPinned(tier.Input.Name))
                {
                    Measure(tier, tier.Cidr);
                }
            }
        }

        tiers.ForEach(Occupy);
        tiers.ForEach(Settle);
        return tiers;
    }

    private string WhereOf(TierInput tier) => input.At(tier.PropertyName ?? $"{input.Names.Tiers}[{tier.Name}]");

    private List<TierPlace> Read()
    {
        var tiers = new List<TierPlace>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tier in input.Tiers)
        {
            if (Names.IsValid(tier.Name) && keys.Add(Names.Key(tier.Name)))
            {
                tiers.Add(new(tier, WhereOf(tier)));
            }
            else
            {
                problems.Add(DiagnosticCatalogue.BadName.At(
                    WhereOf(tier),
                    $"'{tier.Name}' is no name for a tier, or is taken",
                    "give a letter, then letters, digits and hyphens; names must differ in more than case and hyphens"));
            }
        }

        if (input.Tiers.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.NothingToPlan.At(input.At(input.Names.Tiers), "no tier is given", "give at least one tier"));
        }

        return tiers;
    }

    private bool CheckSize(TierPlace tier)
    {
        var size = tier.Input.Size;
        var isPossible = size.ExactPrefixLength is { } prefix
            ? prefix is >= SubnetSize.ShortestPrefix and <= SubnetSize.LongestPrefix
            : size == SubnetSize.Whole || (size.MinimumAddresses > 0 && SubnetSize.FindPrefixFor(size.MinimumAddresses) is not null);
        if (!isPossible)
        {
            problems.Add(DiagnosticCatalogue.SubnetSizeOutOfRange.At(
                $"{tier.Where}.{input.Names.TierSize}",
                $"{size} is not a size that a subnet can have",
                $"a subnet is /16 to /28: ask for 1 to {SubnetSize.UsableAddresses(SubnetSize.ShortestPrefix)} addresses; spread more over several tiers"));
        }

        return isPossible;
    }

    private void FindCidr(TierPlace tier, List<PlannedCidr> cidrs, HashSet<string> cidrNames)
    {
        var name = tier.Input.CidrName ?? AddressPlan.PrimaryCidrName;
        tier.Cidr = cidrs.Find(c => string.Equals(c.Vpc.Name, name, StringComparison.OrdinalIgnoreCase));
        if (!cidrNames.Contains(name))
        {
            problems.Add(DiagnosticCatalogue.UnknownVpcBlock.At(
                $"{tier.Where}.{input.Names.TierCidrName}",
                $"the VPC has no block '{name}'",
                $"name one of: {string.Join(", ", cidrNames.Order(StringComparer.OrdinalIgnoreCase))}"));
        }
    }

    private void Measure(TierPlace tier, PlannedCidr cidr)
    {
        var blockPrefix = cidr.Vpc.Block.PrefixLength + Slots.BitsFor(cidr.MaxTiers) + zoneBits;
        var size = tier.Input.Size;
        var prefix = size.ExactPrefixLength ?? Math.Min(blockPrefix, SubnetSize.FindPrefixFor(size.MinimumAddresses)!.Value);
        var width = 1 << Math.Max(0, blockPrefix - prefix);
        if (size == SubnetSize.Whole && blockPrefix > SubnetSize.LongestPrefix)
        {
            problems.Add(DiagnosticCatalogue.TooFewAddresses.At(
                cidr.Where,
                $"{cidr.Vpc.Block} cut for {cidr.MaxTiers} tiers and {input.MaxZones} zones gives subnets of /{blockPrefix}, and AWS has none smaller than /28",
                $"take a larger block, or, before the VPC exists, lower {input.Names.MaxTiers} or {input.Names.MaxZones}"));
        }
        else if (width > cidr.MaxTiers)
        {
            problems.Add(DiagnosticCatalogue.TooFewAddresses.At(
                $"{tier.Where}.{input.Names.TierSize}",
                $"{cidr.Vpc.Block} cannot hold {input.MaxZones} subnets of {size}",
                "take a larger block, ask for less, or put the tier in a secondary block of its own"));
        }
        else
        {
            tier.PrefixLength = size == SubnetSize.Whole ? blockPrefix : prefix;
            tier.Width = size == SubnetSize.Whole ? 1 : width;
        }
    }

    private void Occupy(TierPlace tier)
    {
        if (tier.Input.Slot is >= 0 and < AddressPlan.SlotCount)
        {
            _slots[tier.Input.Slot] ??= tier;
        }

        if (tier.Width > 0 && tier.IsInRange && tier.CanBegin(tier.Input.Slot))
        {
            for (var place = tier.Place; place < tier.Place + tier.Width; place++)
            {
                tier.Cidr!.Taken[place] ??= tier;
            }
        }
    }

    private void Settle(TierPlace tier)
    {
        var slot = tier.Input.Slot;
        var where = $"{tier.Where}.{input.Names.TierSlot}";
        string Free() => Slots.Free(tier.Limit, s => IsFree(s, tier));
        if (!tier.IsInRange)
        {
            problems.Add(DiagnosticCatalogue.SlotOutOfRange.At(
                where,
                $"tier {tier.Input.Name} is at slot {slot}, and there are slots 0 to {tier.Limit - 1}",
                tier.Limit == AddressPlan.SlotCount
                    ? $"take a free slot: {Free()}"
                    : $"take a free slot ({Free()}); or, before the VPC exists, raise {input.Names.MaxTiers}"));
        }
        else if (_slots[slot] != tier)
        {
            problems.Add(DiagnosticCatalogue.SlotTaken.At(
                where, $"tiers {_slots[slot]!.Input.Name} and {tier.Input.Name} are both at slot {slot}", $"take a free slot: {Free()}"));
        }
        else if (tier.Width > 0 && !tier.CanBegin(slot))
        {
            problems.Add(DiagnosticCatalogue.SlotNotAligned.At(
                where,
                $"tier {tier.Input.Name} takes {tier.Width} slots with its subnets of /{tier.PrefixLength}, and cannot begin at slot {slot}",
                $"begin at a free multiple of {tier.Width} ({Free()}), or ask for less"));
        }
        else if (tier.Width > 0 && tier.FindOther(slot) is { } other)
        {
            problems.Add(DiagnosticCatalogue.SlotTaken.At(
                where,
                $"tiers {other.Input.Name} (slot {other.Input.Slot}) and {tier.Input.Name} (slot {slot}) need the same addresses of {tier.Cidr!.Vpc.Block}",
                $"take a free slot: {Free()}"));
        }
        else if (tier.Width > 0)
        {
            var prefix = tier.Cidr!.Vpc.Block.PrefixLength + Slots.BitsFor(tier.Cidr.MaxTiers) - Slots.BitsFor(tier.Width);
            tier.Region = tier.Cidr.Vpc.Block.Subnet(prefix, (UInt128)(tier.Place / tier.Width));
        }
    }

    private bool IsFree(int slot, TierPlace tier) =>
        (_slots[slot] is null || _slots[slot] == tier)
        && (tier.Width == 0 || (tier.CanBegin(slot) && tier.FindOther(slot) is null));
}
