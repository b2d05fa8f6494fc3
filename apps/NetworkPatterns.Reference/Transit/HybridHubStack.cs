using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Transit.Multicast;
using NetworkPatterns.Constructs.Transit.OnPremises;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Transit;

/// <summary>
/// A hub with an office over two VPN connections that share the load and a data centre on Direct Connect, before the attachments' IDs are known, and
/// branches of an SD-WAN behind appliances in a VPC; or afterwards, without the branches. People of the office are in a VPC by Client VPN.
/// </summary>
public sealed class HybridHubStack : Stack
{
    private static readonly IReadOnlyList<ZoneInput> Zones = ["eu-west-1a", "eu-west-1b"];

    private readonly TransitGatewayHub _hub;

    /// <summary>Makes the stack.</summary>
    /// <param name="scope">The stage.</param>
    /// <param name="id">The stack's name.</param>
    /// <param name="book">The stage's address book.</param>
    /// <param name="isJoined">Whether the first deployment has told the attachments' IDs; those here stand for them.</param>
    public HybridHubStack(Construct scope, string id, AddressBook book, bool isJoined = false)
        : base(scope, id)
    {
        var hub = _hub = new TransitGatewayHub(this, "Hub", new TransitGatewayHubProps
        {
            Segments = ["production", "development", "on-premises"],
            AllowedPairs = [("production", "on-premises")],
            TransitGatewayCidrBlocks = ["10.255.255.0/24"],
            Multicast = true,
            ExportName = isJoined ? "/reference/hybrid-hub" : null,
            AddressBook = book,
        });
        if (!isJoined)
        {
            Branches(hub, book);
        }

        _ = new SiteToSiteVpn(this, "Office", new SiteToSiteVpnProps
        {
            Hub = hub,
            Segment = "on-premises",
            Connections =
            [
                new("berlin", "198.51.100.1")
                {
                    FirstTunnel = new() { InsideCidr = "169.254.10.0/30" },
                    SecondTunnel = new() { InsideCidr = "169.254.10.4/30" },
                    AttachmentId = isJoined ? "tgw-attach-0000000000000000a" : null,
                },
                new("berlin-second", "198.51.100.2") { AttachmentId = isJoined ? "tgw-attach-0000000000000000b" : null },
            ],
            Ranges = ["192.168.0.0/16"],
            Accelerated = true,
            AlarmTopicArns = [],
            AddressBook = book,
        });
        _ = new DirectConnectHub(this, "DataCentre", new DirectConnectHubProps
        {
            Hub = hub,
            Segment = "on-premises",
            AttachmentId = isJoined ? "tgw-attach-0000000000000000c" : null,
            AmazonSideAsn = 64520,
            Interfaces = [new("frankfurt", Parameter("Connection", "The ID of the Direct Connect connection"), 101, 65010)],
            AllowedPrefixes = ["10.0.0.0/8"],
            Ranges = ["172.16.0.0/16"],
            AddressBook = book,
        });
        _ = new PublicVirtualInterface(this, "Services", new PublicVirtualInterfaceProps
        {
            ConnectionId = Parameter("PublicConnection", "The ID of the Direct Connect connection to AWS's public addresses"),
            Vlan = 200,
            CustomerAsn = 65010,
            Prefixes = ["203.0.113.0/24"],
            AmazonAddress = "203.0.113.1/30",
            CustomerAddress = "203.0.113.2/30",
        });
        _ = new ClientVpn(this, "Clients", new ClientVpnProps
        {
            Network = Tools(book),
            Tier = "vpn",
            ClientCidrBlock = "172.20.0.0/20",
            ServerCertificateArn = Parameter("ServerCertificateArn", "The ARN of the server's certificate in AWS Certificate Manager"),
            ClientRootCertificateArn = Parameter("ClientRootCertificateArn", "The ARN of the certificate whose authority signs those of clients"),
            SamlProviderArn = Parameter("SamlProviderArn", "The ARN of the SAML provider of AWS IAM"),
            Authorizations =
            [
                ClientVpnAuthorization.ToTier("application", "app"),
                ClientVpnAuthorization.ToTier("database", "data") with { AccessGroupId = "operators" },
            ],
            AddressBook = book,
        });
    }

    // Appliances of an SD-WAN in a VPC of their own, which hear of each other by multicast: the branches behind them are in the segment of the other sites.
    private void Branches(TransitGatewayHub hub, AddressBook book)
    {
        var spoke = new TransitGatewaySpoke(this, "Appliances", new TransitGatewaySpokeProps
        {
            Hub = hub,
            Network = new ThreeTierVpc(this, "ApplianceNetwork", new ThreeTierVpcProps
            {
                CidrBlock = "10.61.0.0/24",
                Zones = ["eu-west-1a", "eu-west-1b"],
                MaxTiers = 2,
                NatGateways = NatStrategy.None,
                GatewayEndpoints = [],
                Tiers =
                [
                    new()
                    {
                        Name = "appliance",
                        Slot = 0,
                        Intent = TierIntent.Egress,
                        Ingress = [TrafficRule.Udp(5405, TrafficPeer.Cidr("10.61.0.0/25"))],
                        Egress = [TrafficRule.Udp(5405, TrafficPeer.Cidr("239.61.0.1/32"))],
                    },
                    new() { Name = "transit", Slot = 1, Intent = TierIntent.Transit, Size = SubnetSize.Prefix(28) },
                ],
                AddressBook = book,
            }),
            Segment = "on-premises",
            ConnectTiers = ["appliance"],
        });
        _ = new TransitGatewayConnect(this, "Branches", new TransitGatewayConnectProps
        {
            Hub = hub,
            Segment = "on-premises",
            Transport = spoke,
            Peers = [new("first", "10.61.0.10", "169.254.100.0/29") { PeerAsn = 65020 }, new("second", "10.61.0.40", "169.254.100.8/29") { PeerAsn = 65020 }],
            Ranges = ["172.24.0.0/16"],
            AddressBook = book,
        });
        _ = new MulticastMembership(this, "Heartbeats", new MulticastMembershipProps
        {
            Domain = new MulticastDomain(this, "HeartbeatDomain", new MulticastDomainProps { Hub = hub, Mode = MulticastMode.Igmp }),
            Spoke = spoke,
            Tiers = ["appliance"],
        });
    }

    /// <summary>The hub once its sites have joined, with VPCs that may talk to them and others that never do, one of them older than the hub.</summary>
    internal static void AddJoined(Stage stage, AddressBook book)
    {
        var stack = new HybridHubStack(stage, "Hub", book, isJoined: true);
        _ = new SpokeStack(stage, "production", stack._hub, "production", "10.10.0.0/16", Zones, book);
        _ = new SpokeStack(stage, "development", stack._hub, "development", "10.11.0.0/16", Zones, book);
        _ = new ExistingVpcSpoke(stack, "Legacy", new ExistingVpcSpokeProps
        {
            Hub = stack._hub,
            Segment = "production",
            Vpc = ExistingVpc.FromIds(
                "Legacy",
                "vpc-0000000000000000d",
                ["10.12.0.0/16"],
                new Dictionary<string, string>(StringComparer.Ordinal) { ["eu-west-1a"] = "subnet-0000000000000000a", ["eu-west-1b"] = "subnet-0000000000000000b" },
                new Dictionary<string, string>(StringComparer.Ordinal) { ["app"] = "rtb-0000000000000000a" }),
        });
    }

    private ThreeTierVpc Tools(AddressBook book) => new(this, "Tools", new ThreeTierVpcProps
    {
        CidrBlock = "10.60.0.0/16",
        Zones = Zones,
        NatGateways = NatStrategy.None,
        Tiers =
        [
            new() { Name = "vpn", Slot = 0, Intent = TierIntent.Isolated },
            new() { Name = "app", Slot = 1, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Tier("vpn"))] },
            new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(5432, TrafficPeer.Tier("vpn")), TrafficRule.Tcp(5432, TrafficPeer.Tier("app"))] },
        ],
        AddressBook = book,
    });

    private string Parameter(string id, string description) => new CfnParameter(this, id, new CfnParameterProps { Description = description }).ValueAsString;
}
