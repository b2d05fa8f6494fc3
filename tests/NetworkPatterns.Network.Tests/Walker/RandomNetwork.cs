using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>
/// Small networks from small pools of addresses and ports, so that rules meet, overlap and nearly miss each other.
/// Most of what is drawn could be deployed; what AWS would refuse is left out.
/// </summary>
internal sealed partial class RandomNetwork
{
    private static readonly string[] Zones = ["a", "b"];
    private static readonly string[] OnPremisesRanges = ["192.168.0.0/16", "192.168.0.0/24", "192.168.1.0/24", "172.16.0.0/12", "10.0.0.16/28", "10.0.0.0/8"];
    private static readonly int[] Ports = [22, 443, 8080];

    private readonly Dice dice;
    private readonly Sketch net = new();
    private readonly List<Place> places = [];
    private readonly List<TransitGateway> hubs = [];
    private readonly List<TransitGatewayAttachment> attachments = [];
    private readonly List<VpcPeering> peerings = [];
    private readonly List<PrefixList> lists = [];
    private readonly List<SecurityGroup> groups = [];
    private int publicAddresses;

    private RandomNetwork(Dice dice) => this.dice = dice;

    /// <summary>A VPC with what stands in it.</summary>
    private sealed class Place(Vpc vpc, int index)
    {
        public Vpc Vpc { get; set; } = vpc;

        public int Index { get; } = index;

        public bool HasIPv6 => Vpc.Cidrs.Any(c => c.Value.IsIPv6);

        public List<Subnet> Subnets { get; } = [];

        public List<NetworkInterface> Interfaces { get; } = [];

        public InternetGateway? Internet { get; set; }

        public EgressOnlyInternetGateway? EgressOnly { get; set; }

        public List<NatGateway> Nats { get; } = [];

        public VpnGateway? Vpn { get; set; }

        public List<FirewallEndpoint> Firewalls { get; } = [];

        public List<NetworkInterface> Appliances { get; } = [];

        public List<TransitGateway> Hubs { get; } = [];
    }

    public static NetworkModel From(Dice dice)
    {
        var network = new RandomNetwork(dice);
        network.Draw();
        return network.net.Model;
    }

    private void Draw()
    {
        if (dice.Chance(60))
        {
            lists.Add(net.List("List", isGatewayService: false, [.. dice.Some(["10.0.0.0/24", "10.1.0.0/25", "8.8.0.0/16", "192.168.0.0/24"], 50)]));
        }

        lists.Add(net.List("Storage", isGatewayService: true, "52.216.0.0/15"));
        var count = dice.Pick(1, 2, 2, 2, 3, 3, 4);
        for (var index = 0; index < count; index++)
        {
            DrawVpc(index);
        }

        DrawPeerings();
        DrawHubs();
        foreach (var place in places)
        {
            DrawInside(place);
        }

        DrawGroupRules();
        foreach (var place in places)
        {
            DrawRoutes(place);
        }

        DrawBalancers();
        DrawPublicAccess();
    }

    private void DrawVpc(int index)
    {
        // Now and then the last VPC has the range of the first.
        var number = index == 3 && dice.Chance(50) ? 0 : index;
        List<string> cidrs = [$"10.{number}.0.0/24"];
        if (dice.Chance(20))
        {
            cidrs.Add($"100.64.{number}.0/24");
        }

        if (dice.Chance(45))
        {
            cidrs.Add($"2600:1f00:0:{index}00::/56");
        }

        var vpc = net.Vpc($"Vpc{index}", [.. cidrs]);
        if (dice.Chance(12))
        {
            vpc = net.Replace(vpc with { Region = "r2" });
        }

        var place = new Place(vpc, index);
        places.Add(place);
        var subnets = dice.Between(1, 3);
        for (var k = 0; k < subnets; k++)
        {
            var secondary = cidrs.Any(c => c.StartsWith("100.", StringComparison.Ordinal)) && k == 2;
            var ipv4 = secondary ? $"100.64.{number}.0/28" : $"10.{number}.0.{(k * 16).ToString(CultureInfo.InvariantCulture)}/28";
            var ipv6 = place.HasIPv6 && dice.Chance(75) ? $"2600:1f00:0:{index}0{k}::/64" : null;
            var subnet = net.Subnet($"Subnet{index}{k}", vpc, ipv4, ipv6, dice.Pick(Zones));
            if (dice.Chance(15))
            {
                subnet = net.Replace(subnet with { RouteTable = place.Subnets.Count > 0 && dice.Chance(50) ? place.Subnets[0].RouteTable : null });
            }

            if (dice.Chance(45))
            {
                subnet = net.WithAcl(subnet, DrawEntries());
            }

            place.Subnets.Add(subnet);
        }

        var groupCount = dice.Between(1, 2);
        for (var k = 0; k < groupCount; k++)
        {
            groups.Add(net.Group($"Group{index}{k}", vpc.Id));
        }

        groups.Add(net.Add(new SecurityGroup(vpc.Component.Implies("DefaultSecurityGroup", ""), vpc.Id)
        {
            IsDefault = true,
            Ingress = SecurityGroup.AllowOwnMembers(vpc.Component.Implies("DefaultSecurityGroup", "")),
            Egress = SecurityGroup.AllowAllEgress(vpc.Component),
        }));
    }

    // Mostly open at the end, with a few entries before that decide otherwise.
    private NetworkAclEntry[] DrawEntries()
    {
        List<NetworkAclEntry> entries = dice.Chance(75) ? [.. Sketch.Open] : [];
        foreach (var egress in new[] { false, true })
        {
            var numbers = dice.Some([300, 100, 400, 200], 45);
            entries.AddRange(numbers.Select(number => Sketch.Entry(egress, number, dice.Chance(55), DrawRange(), DrawTraffic(acl: true))));
        }

        return [.. entries];
    }

    private string DrawRange() => dice.Pick(
        "0.0.0.0/0", "0.0.0.0/0", "0.0.0.0/0", "::/0", "::/0", "10.0.0.0/8", "10.0.0.0/24", "10.0.0.0/28", "10.0.0.16/28", "10.0.0.4/32", "10.1.0.0/24",
        "10.1.0.0/28", "10.1.0.8/29", "10.2.0.0/24", "10.2.0.16/28", "100.64.0.0/16", "192.168.0.0/16", "192.168.0.0/25", "8.8.8.0/24", "8.0.0.0/7",
        "52.0.0.0/24", "52.0.0.0/31", "52.216.0.0/16", "2600:1f00::/56", "2600:1f00:0:100::/56", "2600:1f00:0:1::/64", "2600:1f00:0:100::/64", "2a00::/16");

    private Traffic DrawTraffic(bool acl = false) => dice.Below(12) switch
    {
        0 or 1 or 2 => Traffic.All,
        3 => Traffic.Tcp(0, 65535),
        4 => Traffic.Tcp(dice.Pick(Ports)),
        5 => Traffic.Tcp(dice.Pick(22, 443), dice.Pick(443, 8080)),
        6 => Traffic.Udp(dice.Pick(Ports), 9000),
        7 => Traffic.Tcp(acl ? 1024 : 443, acl ? dice.Pick(32767, 65535) : 65535),
        8 => Traffic.Udp(acl ? dice.Pick(1024, 32768) : 0, 65535),
        9 => dice.Chance(50) ? Traffic.Icmp(dice.Pick(Traffic.Any, 8, 0), dice.Pick(Traffic.Any, 0)) : Traffic.IcmpV6(dice.Pick(Traffic.Any, 128, 129)),
        10 => Traffic.Tcp(8080),
        _ => new Traffic { Protocol = dice.Pick(50, 47) },
    };

    private void DrawPeerings()
    {
        for (var one = 0; one < places.Count; one++)
        {
            for (var two = one + 1; two < places.Count; two++)
            {
                var (a, b) = (places[one].Vpc, places[two].Vpc);
                var overlap = a.Cidrs.Any(x => b.Cidrs.Any(y => x.Value.Overlaps(y.Value)));
                if (!overlap && dice.Chance(45))
                {
                    peerings.Add(net.Peering(a, b));
                    if (dice.Chance(10))
                    {
                        peerings[^1] = net.Replace(peerings[^1] with { IsActive = false });
                    }
                }
            }
        }
    }

    private void DrawPublicAccess()
    {
        if (!dice.Chance(15))
        {
            return;
        }

        var place = dice.Pick(places);
        var what = dice.Chance(50) ? place.Vpc.Id : dice.Pick(place.Subnets).Id;
        net.Add(new BlockPublicAccess(Sketch.Named("Block"), "a1", "r1")
        {
            Mode = dice.Pick(BlockPublicAccessMode.Off, BlockPublicAccessMode.Ingress, BlockPublicAccessMode.Bidirectional),
            Exclusions = dice.Chance(60) ? [new BlockPublicAccessExclusion(Sketch.Named("Exclusion"), what, dice.Chance(50))] : [],
        });
    }

    private static IPAddress At(Cidr range, int offset) => Cidr.ToAddress(range.First + (UInt128)offset, range.IsIPv6);

    private ImmutableArray<Maybe<ComponentId>> DrawGroups(ComponentId vpc)
    {
        var own = groups.Where(g => g.Vpc.Value == vpc).ToArray();
        var picked = dice.Some(own, 50);
        return dice.Chance(8) ? [] : [.. (picked.Length == 0 ? [own[0]] : picked).Select(g => (Maybe<ComponentId>)g.Id)];
    }
}
