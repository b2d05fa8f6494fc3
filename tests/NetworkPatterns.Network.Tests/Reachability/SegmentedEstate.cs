using NetworkPatterns.Network.Reachability;
using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;


namespace NetworkPatterns.Network.Tests.Reachability;

/// <summary>
/// An estate of many three-tier VPCs in three Regions, each Region with a Transit Gateway of twenty segments; every tenth
/// VPC has rules that deviate. The Regions' gateways are peered, for the first segment only.
/// </summary>
internal sealed class SegmentedEstate
{
    public const int Segments = 20;

    public static readonly string[] Regions = ["eu-west-1", "us-east-1", "ap-southeast-2"];
    private static readonly string[] Zones = ["a", "b"];
    public static readonly string[] Tiers = ["Web", "App", "Data"];

    private readonly List<NetworkObject> objects = [];
    private readonly SortedDictionary<(int Vpc, int Tier), InterfaceGroup> groups = [];

    public SegmentedEstate(int vpcs)
    {
        foreach (var region in Enumerable.Range(0, Regions.Length))
        {
            AddRegion(region, [.. Enumerable.Range(0, vpcs).Where(number => number % Regions.Length == region)]);
        }

        for (var region = 0; region < Regions.Length; region++)
        {
            var next = (region + 1) % Regions.Length;
            objects.Add(new TransitGatewayAttachment(Named($"Peer{region}"), Id($"Tgw{region}"), new AttachedResource.OfPeer(Id($"Tgw{next}"), IsAccepted: true, Id($"Tgw{next}Segment0")))
            {
                Association = Id($"Tgw{region}Segment0"),
            });
        }

        Model = new() { Objects = [.. objects] };
    }

    public NetworkModel Model { get; }

    /// <summary>The tiers, three for each VPC: its number times three, then web, app, data.</summary>
    public ImmutableArray<InterfaceGroup> Groups => [.. groups.Values];

    public static int SegmentOf(int vpc) => vpc / Regions.Length % Segments;

    public static int RegionOf(int vpc) => vpc % Regions.Length;

    public static bool Deviates(int vpc) => vpc % 10 == 7;

    public static Component Named(string name) => new(Id(name), "Test");

    private static ComponentId Id(string name) => new("", name);

    // A /20 of the Region's /10, so that one route names a Region.
    public static Cidr RangeOf(int vpc) => RegionRange(RegionOf(vpc)).Subnet(20, (UInt128)(vpc / Regions.Length));

    private static Cidr RegionRange(int region) => Cidr.Parse("10.0.0.0/8").Subnet(10, (UInt128)region);

    private void AddRegion(int region, ImmutableArray<int> vpcs)
    {
        objects.Add(new TransitGateway(Named($"Tgw{region}")) { Region = Regions[region], DefaultAssociation = false, DefaultPropagation = false });
        foreach (var segment in Enumerable.Range(0, Segments))
        {
            var table = Named($"Tgw{region}Segment{segment}");
            TransitGatewayRoute To(int other, string attachment) => new(table, RouteDestination.To(RegionRange(other))) { Attachment = Id(attachment) };
            objects.Add(new TransitGatewayRouteTable(table, Id($"Tgw{region}"))
            {
                Propagations = [.. vpcs.Where(vpc => SegmentOf(vpc) == segment).Select(vpc => Id($"Vpc{vpc}Attachment"))],
                Routes = segment == 0 ? [To((region + 1) % 3, $"Peer{region}"), To((region + 2) % 3, $"Peer{(region + 2) % 3}")] : [],
            });
        }

        foreach (var vpc in vpcs)
        {
            AddVpc(vpc, Regions[region], $"Tgw{region}");
        }
    }

    private void AddVpc(int number, string region, string gateway)
    {
        var name = $"Vpc{number}";
        var range = RangeOf(number);
        objects.Add(new Vpc(Named(name)) { Region = region, Account = $"{number}", Cidrs = [range] });
        objects.Add(new InternetGateway(Named($"{name}Igw"), Id(name)));
        AddGroups(number, name);
        AddDataAcl(number, name, range);
        for (var tier = 0; tier < Tiers.Length; tier++)
        {
            AddTier(number, tier, range, gateway);
        }

        for (var zone = 0; zone < Zones.Length; zone++)
        {
            AddSubnet($"{name}Transit{zone}", name, zone, range.Subnet(24, (UInt128)(14 + zone)), []);
        }

        objects.Add(new TransitGatewayAttachment(Named($"{name}Attachment"), Id(gateway), new AttachedResource.OfVpc(Id(name)))
        {
            Association = Id($"{gateway}Segment{SegmentOf(number)}"),
            Subnets = [Id($"{name}Transit0"), Id($"{name}Transit1")],
        });
    }

    private void AddGroups(int number, string name)
    {
        SecurityGroup Group(string tier, params string[] rules)
        {
            var component = Named($"{name}{tier}Group");
            return new(component, Id(name)) { Ingress = [.. rules.Select(rule => Estate.Rule(component, rule))], Egress = SecurityGroup.AllowAllEgress(component) };
        }

        objects.Add(Group("Web", "tcp 443 0.0.0.0/0"));
        objects.Add(Deviates(number)
            ? Group("App", $"tcp 8080 {name}WebGroup", "tcp 8443 10.0.0.0/8", "tcp 22 10.64.0.0/10")
            : Group("App", $"tcp 8080 {name}WebGroup", "tcp 8443 10.0.0.0/8"));
        objects.Add(Deviates(number)
            ? Group("Data", $"tcp 5432 {name}AppGroup", $"tcp 5432 {RangeOf(Math.Max(0, number - 60))}")
            : Group("Data", $"tcp 5432 {name}AppGroup"));
    }

    private void AddDataAcl(int number, string name, Cidr range)
    {
        var component = Named($"{name}DataAcl");
        string[] deviation = Deviates(number) ? ["in 50 deny tcp 5432 10.128.0.0/10"] : [];
        objects.Add(new NetworkAcl(component, Id(name))
        {
            Entries =
            [
                .. deviation.Concat(["in 100 allow tcp 5432 10.0.0.0/8", $"in 200 allow all {range}", "out 100 allow tcp 1024-65535 10.0.0.0/8"])
                    .Select(entry => Estate.Entry(component, entry)),
            ],
        });
    }

    private void AddTier(int number, int tier, Cidr range, string gateway)
    {
        var name = $"Vpc{number}";
        var members = new List<ComponentId>();
        for (var zone = 0; zone < Zones.Length; zone++)
        {
            var subnet = $"{name}{Tiers[tier]}{zone}";
            AddSubnet(
                subnet,
                name,
                zone,
                range.Subnet(24, (UInt128)((tier * 3) + zone)),
                tier == 0 ? [("10.0.0.0/8", gateway), ("0.0.0.0/0", $"{name}Igw")] : [("10.0.0.0/8", gateway)],
                tier == 2 ? Id($"{name}DataAcl") : null);
            var member = new NetworkInterface(Named($"{subnet}Host"), Named($"{subnet}Host"), Id(subnet))
            {
                Groups = [Id($"{name}{Tiers[tier]}Group")],
                Addresses = [InterfaceAddress.AnyIPv4 with { HasPublicAddress = tier == 0 }],
            };
            objects.Add(member);
            members.Add(member.Id);
        }

        groups.Add((number, tier), new($"{name}{Tiers[tier]}", [.. members]));
    }

    private void AddSubnet(string name, string vpc, int zone, Cidr cidr, (string Cidr, string Target)[] routes, ComponentId? acl = null)
    {
        var table = Named($"{name}Table");
        objects.Add(new RouteTable(table, Id(vpc)) { Routes = [.. routes.Select(route => new Route(table, RouteDestination.To(route.Cidr), RouteTarget.To(Id(route.Target))))] });
        objects.Add(new Subnet(Named(name), Id(vpc))
        {
            Zone = Zones[zone],
            Ipv4Cidr = cidr,
            RouteTable = table.Id,
            NetworkAcl = acl is null ? default(Maybe<ComponentId>?) : acl,
        });
    }
}
