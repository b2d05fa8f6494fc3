using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Vpc;

/// <summary>Mistakes in the options of a three-tier VPC.</summary>
internal static partial class Mistakes
{
    private const string B = "eu-west-1b";
    private static readonly NatStrategy NoAddresses = NatStrategy.Single("eu-west-1a").WithElasticIp(B, "eipalloc-0123456789abcdef0");

    private static IReadOnlyList<Mistake> Options { get; } =
    [
        // Addresses
        new("no block at all", new() { Zones = Sample.TwoZones }, "NP1220", "CidrBlock", "neither", "Ipv4IpamPoolId"),
        new("block and pool", new() { CidrBlock = "10.0.0.0/16", Ipv4IpamPoolId = "ipam-pool-1", Ipv4NetmaskLength = 16, Zones = Sample.TwoZones }, "NP1220", "CidrBlock", "one from an IPAM pool", "Ipv4NetmaskLength"),
        new("pool without a length", new() { Ipv4IpamPoolId = "ipam-pool-1", Zones = Sample.TwoZones }, "NP1220", "Ipv4IpamPoolId", "prefix length", "Ipv4NetmaskLength"),
        new("pool with an impossible length", new() { Ipv4IpamPoolId = "ipam-pool-1", Ipv4NetmaskLength = 12, Zones = Sample.TwoZones }, "NP1003", "Ipv4NetmaskLength", "/12", "/16"),
        Option("secondary block from a pool", "NP1221", "SecondaryCidrs[pods]", "CloudFormation", "literal", secondary: [new("pods", null) { NetmaskLength = 18 }]),
        Option("secondary block that overlaps", "NP1005", "SecondaryCidrs[pods]", "overlaps", "disjoint", secondary: [new("pods", "10.0.128.0/20")]),
        Option("secondary block of a reserved name", "NP1008", "SecondaryCidrs[ipv6]", "IPv6 block", "another name", secondary: [new("ipv6", "100.64.0.0/16")]),
        OptionTiers("tier in an unknown block", "NP1009", "Tiers[pods].CidrName", "'pod'", "primary", more: new() { Name = "pods", Slot = 3, Intent = TierIntent.Isolated, CidrName = "pod" }),
        Option("blocked range of the VPC", "NP1232", "BlockedRanges", "10.0.0.0/8", "outside", blocked: ["10.0.0.0/8"]),
        Option("everything blocked", "NP1232", "BlockedRanges", "::/0", "outside", blocked: ["::/0"]),
        Option("blocked range that is none", "NP1001", "BlockedRanges", "'bad'", "203.0.113.0/24", blocked: ["bad"]),

        // Families
        OptionTiers("IPv6 range for a tier without IPv6", "NP1222", "Tiers[data].Ingress", "2001:db8::/32", "TrafficPeer.Anywhere", data: [TrafficRule.Tcp(5432, TrafficPeer.Cidr("2001:db8::/32"))]),
        OptionTiers("IPv4 range for a tier with IPv6 only", "NP1222", "Tiers[jobs].Ingress", "192.168.0.0/16", "both families", more: new() { Name = "jobs", Slot = 3, Intent = TierIntent.Isolated, IpStack = IpStack.Ipv6, Ingress = [TrafficRule.Tcp(80, TrafficPeer.Cidr("192.168.0.0/16"))] }),
        OptionTiers("tiers without a common family", "NP1222", "Tiers[jobs].Ingress", "no address family in common", "both families", more: new() { Name = "jobs", Slot = 3, Intent = TierIntent.Isolated, IpStack = IpStack.Ipv6, Ingress = [TrafficRule.Tcp(80, App)] }),
        OptionTiers("DNS64 without IPv6", "NP1223", "Tiers[jobs].Dns64", "NAT gateway", "leave Dns64 out", more: new() { Name = "jobs", Slot = 3, Intent = TierIntent.Egress, Dns64 = true }),
        OptionTiers("ICMP that is not covered", "NP1231", "Tiers[data].Ingress", "type 8", "PathMtuDiscovery", data: [new TrafficRule(TrafficProtocol.Icmp, 8, 0, App)]),

        // Tiers for attachments
        OptionTiers("rules on a tier for attachments", "NP1224", "Tiers[transit].Ingress", "Transit", "another intent", more: new() { Name = "transit", Slot = 3, Intent = TierIntent.Transit, Ingress = [TrafficRule.Tcp(80, App)] }),
        OptionTiers("rule that names a tier for firewalls", "NP1224", "Tiers[data].Ingress", "Firewall", "ranges", data: [TrafficRule.Tcp(80, TrafficPeer.Tier("firewall"))], more: new() { Name = "firewall", Slot = 3, Intent = TierIntent.Firewall }),
        OptionTiers("reserved tier name", "NP1217", "Tiers[nat-instance]", "NatInstance", "rename", more: new() { Name = "nat-instance", Slot = 3, Intent = TierIntent.Isolated }),
        OptionTiers("partitions out of range", "NP1241", "Tiers[jobs].PlacementGroup", "8 partitions", "1 to 7", more: new() { Name = "jobs", Slot = 3, Intent = TierIntent.Isolated, PlacementGroup = PlacementStrategy.Partition(8) }),

        // Peers
        OptionTiers("prefix list of no size", "NP1233", "Tiers[data].Ingress", "0 entries", "counts for", data: [TrafficRule.Tcp(443, TrafficPeer.PrefixList("office", "pl-0123456789abcdef0", 0))]),
        OptionTiers("security group without a name", "NP1233", "Tiers[data].Ingress", "incompletely", "letters", data: [TrafficRule.Tcp(443, TrafficPeer.SecurityGroup("", "sg-0123456789abcdef0"))]),
        OptionTiers(
            "two prefix lists of one name",
            "NP1233",
            "Tiers",
            "2 different",
            "of its own",
            data: [TrafficRule.Tcp(443, TrafficPeer.PrefixList("office", "pl-0123456789abcdef0", 5)), TrafficRule.Tcp(443, TrafficPeer.PrefixList("office", "pl-0123456789abcdef1", 5))]),
        OptionTiers("prefix list past the quota", "NP1213", "Tiers[data]", "61 inbound rules", "merge", data: [TrafficRule.Tcp(443, TrafficPeer.PrefixList("office", "pl-0123456789abcdef0", 61))]),

        new(
            "VPC past the quota of the endpoints' group",
            new()
            {
                CidrBlock = "10.0.0.0/16",
                SecondaryCidrs = [.. Enumerable.Range(0, 49).Select(n => new VpcCidrInput($"more{n}", $"100.64.{n}.0/24"))],
                Quotas = new() { Ipv4CidrBlocksPerVpc = 50 },
                Zones = Sample.TwoZones,
                MaxTiers = 16,
                Tiers = [.. Enumerable.Range(0, 11).Select(slot => Tier($"tier{slot}", slot, TierIntent.Isolated))],
                InterfaceEndpoints = ["sts"],
                InterfaceEndpointTier = "tier0",
            },
            "NP1213", "InterfaceEndpointClients", "the interface endpoints needs 61 inbound rules", "merge"),
        new(
            "NAT instance past the quota of its group",
            new()
            {
                CidrBlock = "10.0.0.0/16",
                Zones = Sample.TwoZones,
                NatGateways = NatStrategy.Instance("eu-west-1a"),
                Tiers =
                [
                    Tier("web", 0, TierIntent.Internet),
                    .. Enumerable.Range(1, 7).Select(slot => new TierProps
                    {
                        Name = $"app{slot}",
                        Slot = slot,
                        Intent = TierIntent.Egress,
                        Egress = [TrafficRule.Tcp(443, TrafficPeer.Anywhere), .. Enumerable.Range(0, 9).Select(n => TrafficRule.Tcp(443, TrafficPeer.Cidr($"198.{slot}.{n}.0/24")))],
                    }),
                ],
            },
            "NP1213", "NatGateways", "the NAT instance needs 64 outbound rules", "merge"),

        // NAT
        Option("Elastic IP for another zone", "NP1227", "NatGateways", B, "eu-west-1a", nat: NoAddresses),
        Option("alarms without a NAT gateway", "NP1208", "NatAlarmTopicArns", "NatGateways", "leave it out", nat: NatStrategy.None, alarms: []),
        new("NAT instance that gets no packages", new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, NatGateways = NatStrategy.Instance("eu-west-1a"), Tiers = [Tier("web", 0, TierIntent.Internet), new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, Egress = [TrafficRule.Tcp(25, TrafficPeer.Anywhere)] }] }, "NP1228", "NatGateways", "TCP 443", "anywhere"),
        new("NAT gateways for Local Zones", new() { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", new("eu-west-1-ath-1a", Slot: 3)] }, "NP1226", "NatGateways", "eu-west-1-ath-1a", "NatStrategy.Single"),
        new("NAT gateway in a Local Zone", new() { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", new("eu-west-1-ath-1a", Slot: 3)], NatGateways = NatStrategy.Single("eu-west-1-ath-1a") }, "NP1226", "NatGateways", "eu-west-1-ath-1a", "name one"),
        new("IPv6 in a Local Zone", new() { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", new("eu-west-1-ath-1a", Slot: 3)], NatGateways = NatStrategy.None, IpStack = IpStack.DualStack }, "NP1226", "Zones", "eu-west-1-ath-1a", "IPv6"),
        Option("private NAT of an unknown tier", "NP1230", "PrivateNat", "'pods'", "app, data, web", privateNat: new("data", ["pods"], ["10.0.0.0/8"])),
        Option("private NAT without egress", "NP1229", "PrivateNat", "Isolated", "TierIntent.Egress", privateNat: new("app", ["data"], ["192.168.0.0/16"])),
        Option("private NAT through itself", "NP1208", "PrivateNat", "itself", "another tier", privateNat: new("app", ["app"], ["192.168.0.0/16"])),
        Option("private NAT to nowhere", "NP1247", "PrivateNat.Destinations", "names nothing", "at least one", privateNat: new("data", ["app"], [])),
        Option("private NAT to IPv6", "NP1001", "PrivateNat", "'fd00::/8'", "203.0.113.0/24", privateNat: new("data", ["app"], ["fd00::/8"])),

        // Endpoints
        Option("endpoints without a tier", "NP1235", "InterfaceEndpointTier", "nothing says", "app, data, web", endpoints: ["sts"]),
        Option("endpoints in no tier", "NP1235", "InterfaceEndpointTier", "'endpoints'", "app, data, web", endpoints: ["sts"], endpointTier: "endpoints"),
        Option("service of another spelling", "NP1234", "InterfaceEndpoints[ecr-api]", "'ecr-api'", "OfService", endpoints: ["ecr-api"], endpointTier: "data"),
        Option("service of half a name", "NP1234", "InterfaceEndpoints[ecr]", "'ecr'", "ecr.api or ecr.dkr", endpoints: ["ecr"], endpointTier: "data"),
        Option("interface endpoint twice", "NP1237", "InterfaceEndpoints", "StsInterfaceEndpoint", "once", endpoints: ["sts", "sts"], endpointTier: "data"),
        Option("endpoint in an unknown zone", "NP1236", "InterfaceEndpoints[sts]", "eu-west-1c", "eu-west-1a, eu-west-1b", endpoints: [InterfaceEndpoint.Of("sts") with { Zones = ["eu-west-1c"] }], endpointTier: "data"),
        Option("policy for a service that takes none", "NP1208", "InterfaceEndpoints[ec2messages]", "takes none", "leave Policy out", endpoints: [InterfaceEndpoint.Of("ec2messages") with { Policy = EndpointPolicy.FullAccess }], endpointTier: "data"),
        Option("clients without endpoints", "NP1208", "InterfaceEndpointTier", "no interface endpoint", "InterfaceEndpoints", endpointTier: "data"),
        Option("not an organization", "NP1238", "EndpointPolicy", "'exampleorg'", "o-", policy: EndpointPolicy.Organization("exampleorg")),
        Option("Instance Connect to nobody", "NP1247", "InstanceConnect.Targets", "names nothing", "at least one", connect: new("app", "eu-west-1a", [])),
        Option("Instance Connect in an unknown zone", "NP1236", "InstanceConnect", "eu-west-1c", "eu-west-1a", connect: new("app", "eu-west-1c", ["app"])),
        Option("Instance Connect on no port", "NP1202", "InstanceConnect.Port", "0", "22", connect: new("app", "eu-west-1a", ["app"]) { Port = 0 }),

        // Settings
        Option("unknown field", "NP1239", "FlowLogs", "'source'", "srcaddr", logs: FlowLogs.ToS3(fields: ["source"])),
        Option("field twice", "NP1239", "FlowLogs", "'srcaddr'", "once", logs: FlowLogs.ToS3(fields: ["srcaddr", "srcaddr"])),
        Option("nothing kept", "NP1215", "FlowLogs", "0 days", "1 or more", logs: FlowLogs.ToS3(0)),
        Option("key for logs to S3", "NP1208", "FlowLogs", "KMS", "ToCloudWatch", logs: FlowLogs.ToS3().WithOwnKey()),
        Option("too many time servers", "NP1240", "DhcpOptions.NtpServers", "5 servers", "4", dhcp: new() { NtpServers = ["10.0.0.2", "10.0.0.3", "10.0.0.4", "10.0.0.5", "10.0.0.6"] }),
        Option("name server that is no address", "NP1240", "DhcpOptions.DomainNameServers", "'dns'", "addresses", dhcp: new() { DomainNameServers = ["dns"] }),
        Option("Amazon's name server among others", "NP1240", "DhcpOptions.DomainNameServers", "beside", "alone", dhcp: new() { DomainNameServers = [DhcpOptions.AmazonProvidedDns, "10.0.0.2"] }),
        Option("share with everyone", "NP1242", "Shares[all]", "'everyone'", "account IDs", shares: [new("all", ["app"], ["everyone"])]),
        Option("share of an unknown tier", "NP1230", "Shares[all]", "'cache'", "app, data, web", shares: [new("all", ["cache"], ["111111111111"])]),
        Option("two shares of one name", "NP1242", "Shares", "'all'", "once", shares: [new("all", ["app"], ["111111111111"]), new("all", ["data"], ["111111111111"])]),
        new(
            "more exclusions than the quota",
            new() { CidrBlock = "10.0.0.0/16", Zones = ["#0", "#1", "#2", "#3", "#4", "#5", "#6", "#7", "#8", "#9"], MaxZones = 16, NatGateways = NatStrategy.None, Tiers = [.. Enumerable.Range(0, 6).Select(slot => new TierProps { Name = $"t{slot}", Slot = slot, Intent = TierIntent.Isolated, PublicAccessExclusion = PublicAccessExclusion.Egress })] },
            "NP1245", "Tiers", "60 subnets", "fewer"),
        new(
            "more than one parameter holds",
            new() { CidrBlock = "10.0.0.0/16", Zones = ["#0", "#1", "#2", "#3", "#4", "#5", "#6", "#7", "#8", "#9"], MaxZones = 16, NatGateways = NatStrategy.None, ExportName = "/x", Tiers = [.. Enumerable.Range(0, 6).Select(slot => new TierProps { Name = $"t{slot}", Slot = slot, Intent = TierIntent.Isolated })] },
            "NP1248", "ExportName", "characters", "fewer"),
    ];

    private static Mistake Option(
        string name,
        string code,
        string where,
        string what,
        string fix,
        IReadOnlyList<VpcCidrInput>? secondary = null,
        IReadOnlyList<string>? blocked = null,
        NatStrategy? nat = null,
        IReadOnlyList<string>? alarms = null,
        PrivateNat? privateNat = null,
        IReadOnlyList<InterfaceEndpoint>? endpoints = null,
        string? endpointTier = null,
        EndpointPolicy? policy = null,
        InstanceConnect? connect = null,
        FlowLogs? logs = null,
        DhcpOptions? dhcp = null,
        IReadOnlyList<SubnetShare>? shares = null) => new(
            name,
            new()
            {
                CidrBlock = "10.0.0.0/16",
                Zones = Sample.TwoZones,
                SecondaryCidrs = secondary ?? [],
                BlockedRanges = blocked ?? [],
                NatGateways = nat ?? NatStrategy.PerZone,
                NatAlarmTopicArns = alarms,
                PrivateNat = privateNat,
                InterfaceEndpoints = endpoints ?? [],
                InterfaceEndpointTier = endpointTier,
                EndpointPolicy = policy ?? EndpointPolicy.FullAccess,
                InstanceConnect = connect,
                FlowLogs = logs ?? FlowLogs.None,
                DhcpOptions = dhcp,
                Shares = shares ?? [],
            },
            code,
            where,
            what,
            fix);

    private static Mistake OptionTiers(
        string name, string code, string where, string what, string fix, IReadOnlyList<TrafficRule>? data = null, TierProps? more = null) => new(
            name,
            new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, Tiers = Sample.Tiers(data: data, more: more is null ? [] : [more]) },
            code,
            where,
            what,
            fix);
}
