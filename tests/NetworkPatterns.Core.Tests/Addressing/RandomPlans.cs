using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Tests.Addressing;

/// <summary>Random inputs of plans.</summary>
internal static class RandomPlans
{
    private const string PinnedCidr = "pinned";

    /// <summary>An input that has a plan: wide tiers, secondary blocks, sizes, IPv6-only tiers, pins.</summary>
    internal static AddressPlanInput Possible(Random random)
    {
        var maxZones = random.Next(1, 7);
        var maxTiers = random.Next(2, 13);
        var bits = Bits(maxZones) + Bits(maxTiers);
        var prefix = random.Next(16, Math.Min(24, 28 - bits) + 1);
        var blockPrefix = prefix + bits;
        var zones = Subset(Enumerable.Range(0, maxZones), random).Select(slot => random.Next(2) == 0
            ? new ZoneInput($"euw1-az{slot + 1}")
            : new ZoneInput($"euw1-az{10 + slot}", slot)).ToImmutableArray();
        var tiers = ImmutableArray.CreateBuilder<TierInput>();
        for (var slot = 0; slot < maxTiers;)
        {
            var width = slot % 4 == 0 && slot + 4 <= maxTiers && random.Next(6) == 0 ? 4 : slot % 2 == 0 && slot + 2 <= maxTiers && random.Next(4) == 0 ? 2 : 1;
            if (random.Next(3) > 0 && blockPrefix - Bits(width) >= 16)
            {
                tiers.Add(new($"tier{slot}", slot)
                {
                    Size = Size(blockPrefix, width, random),
                    Ipv6Only = width == 1 && random.Next(8) == 0,
                });
            }

            slot += width;
        }

        tiers.Add(new("pods", maxTiers) { CidrName = "pods" });
        if (maxTiers % 2 == 0)
        {
            tiers.Add(new("left", maxTiers + 2) { CidrName = "shared", Size = SubnetSize.Prefix(28) });
            tiers.Add(new("right", maxTiers + 3) { CidrName = "shared" });
        }

        var input = new AddressPlanInput
        {
            Path = "Dev/Network",
            PropsType = "Props",
            Region = random.Next(3) == 0 ? null : "eu-west-1",
            CidrBlock = Cidr.Parse("10.64.0.0/16").Subnet(prefix, 0).ToString(),
            SecondaryCidrs =
            [
                new("pods", "100.64.0.0/16"), new("shared", "100.65.0.0/18") { MaxTiers = 2 },
                new(PinnedCidr, "100.66.0.0/20"), new("spare", null) { NetmaskLength = 20 },
            ],
            Zones = zones,
            Tiers = tiers.ToImmutable(),
            MaxZones = maxZones,
            MaxTiers = maxTiers,
        };
        return input with { Pins = Pins(input, random) };
    }

    /// <summary>What an input was before it grew: fewer zones, tiers, blocks and pins of what is left.</summary>
    internal static AddressPlanInput Smaller(AddressPlanInput input, Random random)
    {
        var zones = Subset(input.Zones, random);
        var tiers = Subset(input.Tiers, random);
        var pins = input.Pins.Where(pin => zones.Exists(z => z.Zone == pin.Zone) && tiers.Exists(t => t.Name == pin.Tier)).ToImmutableArray();
        return input with
        {
            Zones = [.. zones],
            Tiers = [.. tiers],
            Pins = pins,
            SecondaryCidrs =
            [
                .. input.SecondaryCidrs.Where(cidr => tiers.Exists(t => t.CidrName == cidr.Name)
                    || (cidr.Name == PinnedCidr && !pins.IsEmpty)),
            ],
        };
    }

    internal static AddressPlanInput Permuted(AddressPlanInput input, Random random) => input with
    {
        Zones = Shuffle(input.Zones, random),
        Tiers = Shuffle(input.Tiers, random),
        SecondaryCidrs = Shuffle(input.SecondaryCidrs, random),
        Pins = Shuffle(input.Pins, random),
    };

    /// <summary>Values that are right often enough to reach the later rules, and wrong in every way.</summary>
    internal static AddressPlanInput Garbage(Random random) => new()
    {
        Path = "Dev/Network",
        PropsType = "Props",
        Region = Pick<string?>(random, "eu-west-1", "eu-west-1", null, "us-west-2", "nowhere"),
        CidrBlock = GarbageCidr(random),
        NetmaskLength = Pick<int?>(random, null, null, null, 16, 20, 8, -1),
        SecondaryCidrs = [.. Many(random, 0, 4, r => new VpcCidrInput(Pick(r, "pods", "extra", "primary", "", "PODS"), GarbageCidr(r))
        {
            MaxTiers = Pick(r, 1, 1, 2, 3, 0, 17),
            NetmaskLength = Pick<int?>(r, null, null, 20, 29),
        })],
        Zones = [.. Many(random, 0, 5, r => new ZoneInput(
            Pick(r, "eu-west-1a", "eu-west-1b", "eu-west-1c", "eu-west-1e", "euw1-az1", "us-west-2-lax-1a", "eu-west-2a", "#0", "", "moon"),
            Pick<int?>(r, null, null, null, 0, 1, 3, -1, 99)))],
        Tiers = [.. Many(random, 0, 5, r => new TierInput(Pick(r, "web", "app", "data", "cache", "WEB", "we-b", "", "9"), Pick(r, 0, 1, 2, 3, 4, 7, 8, -1, 16))
        {
            CidrName = Pick<string?>(r, null, null, null, "pods", "extra", "none"),
            Ipv6Only = r.Next(5) == 0,
            Size = r.Next(4) switch
            {
                0 => SubnetSize.Prefix(r.Next(10, 32)),
                1 => SubnetSize.Addresses(Pick(r, 1, 100, 5_000, 60_000, 1_000_000, 0, -5)),
                2 => SubnetSize.Pods(EksPods.PerInstance(r.Next(-1, 50), r.Next(0, 5), r.Next(0, 15), r.Next(2) == 0)),
                _ => SubnetSize.Whole,
            },
        })],
        MaxZones = Pick(random, 4, 4, 4, 2, 1, 16, 0, 17),
        MaxTiers = Pick(random, 8, 8, 8, 4, 1, 16, 0, 17),
        Pins = [.. Many(random, 0, 3, r => new SubnetPin(
            Pick(r, "web", "app", "data", "nobody"),
            Pick(r, "eu-west-1a", "eu-west-1b", "euw1-az1", "moon"),
            Pick(r, null, "10.0.200.0/24", "10.0.0.0/21", "10.0.0.0/28", "100.64.9.0/24", "10.0.0.0/15", "fd00::/64", "x"))
        {
            Ipv6Index = Pick<int?>(r, null, null, 0, 1, 255, 256, -1),
        })],
        Quotas = new() { SubnetsPerVpc = Pick(random, 200, 200, 3), Ipv4CidrBlocksPerVpc = Pick(random, 5, 5, 2) },
    };

    private static string? GarbageCidr(Random random) => Pick(
        random, "10.0.0.0/16", "10.0.0.0/16", "10.0.0.0/24", "100.64.0.0/16", "100.65.0.0/20", "10.1.0.0/16", "10.0.0.0/17", "10.0.0.0/8", "172.17.0.0/16",
        "8.8.0.0/16", "169.254.0.0/16", "fd00::/56", "10.0.0.1/16", "", "10.0.0.0", null);

    private static ImmutableArray<SubnetPin> Pins(AddressPlanInput input, Random random)
    {
        var pins = ImmutableArray.CreateBuilder<SubnetPin>();
        foreach (var tier in input.Tiers.Where(t => !t.Ipv6Only && t.Size.MinimumAddresses == 0))
        {
            foreach (var zone in input.Zones.Where(_ => random.Next(5) == 0))
            {
                pins.Add(new(tier.Name, zone.Zone, random.Next(4) == 0 ? null : Cidr.Parse("100.66.0.0/20").Subnet(28, (UInt128)pins.Count).ToString()));
            }
        }

        return pins.ToImmutable();
    }

    private static SubnetSize Size(int blockPrefix, int width, Random random)
    {
        var prefix = blockPrefix - Bits(width);
        var fewest = width == 1 ? 1 : SubnetSize.UsableAddresses(prefix + 1) + 1;
        return random.Next(3) switch
        {
            0 when width == 1 => SubnetSize.Whole,
            1 when width == 1 => SubnetSize.Prefix(random.Next(blockPrefix, 29)),
            1 => SubnetSize.Prefix(prefix),
            _ => SubnetSize.Addresses(random.NextInt64(fewest, SubnetSize.UsableAddresses(prefix) + 1)),
        };
    }

    private static int Bits(int count) => (int)Math.Ceiling(Math.Log2(count));

    private static T Pick<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];

    private static List<T> Many<T>(Random random, int fewest, int most, Func<Random, T> make) =>
        [.. Enumerable.Range(0, random.Next(fewest, most + 1)).Select(_ => make(random))];

    private static List<T> Subset<T>(IEnumerable<T> items, Random random)
    {
        var all = items.ToList();
        var some = all.FindAll(_ => random.Next(3) > 0);
        return some.Count == 0 ? all.GetRange(random.Next(all.Count), 1) : some;
    }

    private static ImmutableArray<T> Shuffle<T>(ImmutableArray<T> items, Random random)
    {
        var shuffled = items.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled];
    }
}
