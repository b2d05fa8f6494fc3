using NetworkPatterns.Constructs.Tests.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Transit.OnPremises;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Tests.Transit.OnPremises;

public sealed class ClientVpnPlanTests
{
    private static ClientVpnPlan Plan(ClientVpnProps props, ThreeTierVpcProps? network = null) => ClientVpnPlan.From(
        props,
        ThreeTierVpcPlan.From(network ?? ClientVpns.Network(), Connections.ContextOf(nameof(ThreeTierVpcProps))),
        Connections.ContextOf(nameof(ClientVpnProps)));

    private static string[] Codes(ClientVpnProps props, ThreeTierVpcProps? network = null) => Connections.Codes(() => Plan(props, network));

    private static ClientVpnProps Props(
        string tier = "vpn",
        string pool = "172.20.0.0/20",
        string server = ClientVpns.Certificate,
        string? root = ClientVpns.RootCertificate,
        string? provider = null,
        string? directory = null,
        IpStack stack = IpStack.Ipv4,
        bool portal = false,
        double hours = 8,
        int? days = 90,
        string[]? dns = null,
        params ClientVpnAuthorization[] authorizations) => new()
    {
        Network = null!,
        Tier = tier,
        ClientCidrBlock = pool,
        ServerCertificateArn = server,
        ClientRootCertificateArn = root,
        SamlProviderArn = provider,
        ActiveDirectoryId = directory,
        EndpointIpStack = stack,
        SelfServicePortal = portal,
        SessionTimeout = TimeSpan.FromHours(hours),
        LogRetentionDays = days,
        DnsServers = dns ?? [],
        Authorizations = authorizations.Length == 0 ? [ClientVpnAuthorization.ToTier("application", "app")] : authorizations,
    };

    [Fact]
    public void From_TiersAndNetworks_PlansWhatTheTiersRulesAllow()
    {
        var plan = Plan(Props(authorizations: [ClientVpnAuthorization.ToTier("application", "app"), ClientVpnAuthorization.ToNetwork("site", "192.168.0.0/16")]));
        plan.ToTiers.Select(flow => $"{flow}").ShouldBe(["TCP 443 from tier vpn to tier app"], StringComparer.OrdinalIgnoreCase);
        plan.ToRanges.Select(flow => $"{flow}").ShouldBe(["TCP 443 from tier vpn to 192.168.0.0/16"], StringComparer.OrdinalIgnoreCase);
        plan.Rules.Select(rule => $"{rule.Name} {rule.IsRouted}").ShouldBe(["application False", "site True"]);
        plan.Tier.Subnets.Length.ShouldBe(2);
        ClientVpnBlueprint.From(plan).Resources.Select(resource => resource.Id).ShouldBe(
            ["AppIngressFromClientsTcp443", $"ApplicationAuthorizationTo{plan.Rules[0].Range.Replace('.', 'x').Replace('/', 'x')}", "AssociationInA", "AssociationInB", "ClientsEgressToAppTcp443", "ConnectionLogGroup", "Endpoint", "SecurityGroup", "SiteAuthorizationTo192x168x0x0x16", "SiteRouteInA", "SiteRouteInB"]);
    }

    [Fact]
    public void From_AZoneMore_KeepsTheRanges() =>
        Plan(Props(), ClientVpns.Network(["eu-west-1a", "eu-west-1b", "eu-west-1c"])).Rules.ShouldBe(Plan(Props()).Rules);

    [Fact]
    public void From_NothingProvesWhoClientsAre_IsRefused() => Codes(Props(root: null)).ShouldBe(["NP1470 ClientRootCertificateArn"]);

    [Theory]
    [InlineData("arn:aws:acm:us-east-1:111111111111:certificate/server")]
    [InlineData("arn:aws:iam::111111111111:server-certificate/server")]
    [InlineData("server")]
    public void From_ServerCertificateThatIsNone_IsRefused(string arn) => Codes(Props(server: arn)).ShouldBe(["NP1470 ServerCertificateArn"]);

    [Fact]
    public void From_ProviderThatIsNone_IsRefused() => Codes(Props(provider: "arn:aws:iam::111111111111:role/people")).ShouldBe(["NP1470 SamlProviderArn"]);

    [Fact]
    public void From_PortalWithoutSaml_IsRefused() => Codes(Props(portal: true)).ShouldBe(["NP1471 SelfServicePortal"]);

    [Fact]
    public void From_ADirectory_IsHowClientsSignIn()
    {
        var operators = ClientVpnAuthorization.ToTier("application", "app") with { AccessGroupId = "S-1-5-21-1-2-3-1001" };
        var plan = Plan(Props(directory: "d-1234567890", portal: true, authorizations: operators));
        var options = EndpointOf(plan)["AuthenticationOptions"]!.AsArray();
        options.Select(option => option!["Type"]!.GetValue<string>()).ShouldBe(["certificate-authentication", "directory-service-authentication"]);
        options[1]!["ActiveDirectory"]!["DirectoryId"]!.GetValue<string>().ShouldBe("d-1234567890");
        EndpointOf(Plan(Props(root: null, directory: "d-1234567890")))["AuthenticationOptions"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public void From_DirectoryThatIsNone_OrBesideSaml_OrWithAGroupByName_IsRefused()
    {
        Codes(Props(directory: "corp.example.com")).ShouldBe(["NP1470 ActiveDirectoryId"]);
        Codes(Props(directory: "d-1234567890", provider: ClientVpns.Provider)).ShouldBe(["NP1470 ActiveDirectoryId"]);
        Codes(Props(directory: "d-1234567890", authorizations: ClientVpnAuthorization.ToTier("application", "app") with { AccessGroupId = "operators" }))
            .ShouldBe(["NP1475 Authorizations[application]"]);
    }

    [Theory]
    [InlineData(IpStack.Ipv4, null)]
    [InlineData(IpStack.DualStack, "dual-stack")]
    [InlineData(IpStack.Ipv6, "ipv6")]
    public void From_EndpointIpStack_IsTheEndpointsAddresses(IpStack stack, string? expected) =>
        EndpointOf(Plan(Props(stack: stack)))["EndpointIpAddressType"]?.GetValue<string>().ShouldBe(expected);

    [Fact]
    public void From_NothingAuthorized_IsRefused() => Codes(new()
    {
        Network = null!,
        Tier = "vpn",
        ClientCidrBlock = "172.20.0.0/20",
        ServerCertificateArn = ClientVpns.Certificate,
        ClientRootCertificateArn = ClientVpns.RootCertificate,
        Authorizations = [],
    }).ShouldBe(["NP1247 Authorizations"]);

    [Theory]
    [InlineData(99, 0)]
    [InlineData(100, 1)]
    [InlineData(200, 1)]
    [InlineData(201, 2)]
    public void From_MoreThanTheQuotas_IsRefused(int networks, int problems)
    {
        ClientVpnAuthorization[] authorizations = [.. Enumerable.Range(0, networks).Select(place => ClientVpnAuthorization.ToNetwork($"site{place}", $"192.168.{place}.0/24"))];
        if (problems == 0)
        {
            Plan(Props(authorizations: authorizations)).Rules.Length.ShouldBe(networks);
            return;
        }

        Codes(Props(authorizations: authorizations)).ShouldBe(Enumerable.Repeat("NP1480 Authorizations", problems));
    }

    private static System.Text.Json.Nodes.JsonNode EndpointOf(ClientVpnPlan plan) =>
        Hubs.Render(ClientVpnBlueprint.From(plan)).Single("AWS::EC2::ClientVpnEndpoint")["Properties"]!;

    [Theory]
    [InlineData(0)]
    [InlineData(8.5)]
    [InlineData(48)]
    public void From_SessionTimeoutNotOffered_IsRefused(double hours) => Codes(Props(hours: hours)).ShouldBe(["NP1472 SessionTimeout"]);

    [Fact]
    public void From_DnsServers_ThreeOrNoAddress_IsRefused()
    {
        Codes(Props(dns: ["10.50.0.2", "10.50.0.3", "10.50.0.4"])).ShouldBe(["NP1473 DnsServers"]);
        Codes(Props(dns: ["fd00::1", "dns"])).ShouldBe(["NP1473 DnsServers", "NP1473 DnsServers"]);
    }

    [Fact]
    public void From_Subnets_UnknownTierOrTooSmallOrTransit_IsRefused()
    {
        Codes(Props(tier: "none")).ShouldBe(["NP1230 Tier"]);
        Codes(Props(tier: "small", authorizations: ClientVpnAuthorization.ToTier("application", "none"))).ShouldBe(["NP1230 Authorizations[application]", "NP1474 Tier", "NP1474 Tier"]);
        Codes(Props(tier: "hub", authorizations: ClientVpnAuthorization.ToTier("application", "none"))).ShouldBe(["NP1230 Authorizations[application]", "NP1474 Tier"]);
    }

    [Fact]
    public void From_AccessGroupWithoutSaml_IsRefused()
    {
        var operators = ClientVpnAuthorization.ToTier("application", "app") with { AccessGroupId = "operators" };
        Codes(Props(authorizations: operators)).ShouldBe(["NP1475 Authorizations[application]"]);
        Plan(Props(provider: ClientVpns.Provider, authorizations: operators)).Rules.ShouldHaveSingleItem().AccessGroup.ShouldNotBeNull();
    }

    [Fact]
    public void From_AuthorizationThatNoRuleLetsThrough_IsRefused()
    {
        Codes(Props(authorizations: ClientVpnAuthorization.ToTier("cache", "cache"))).ShouldBe(["NP1476 Authorizations[cache]"]);
        Codes(Props(authorizations: ClientVpnAuthorization.ToNetwork("site", "172.16.0.0/16"))).ShouldBe(["NP1476 Authorizations[site]"]);
    }

    [Fact]
    public void From_NetworkInTheVpcOrOfTheClients_IsRefused()
    {
        Codes(Props(authorizations: ClientVpnAuthorization.ToNetwork("own", "10.50.1.0/24"))).ShouldBe(["NP1476 Authorizations[own]", "NP1477 Authorizations[own]"]);
        Codes(Props(pool: "192.168.0.0/20", authorizations: ClientVpnAuthorization.ToNetwork("site", "192.168.0.0/16"))).ShouldBe(["NP1477 Authorizations[site]"]);
        Codes(Props(authorizations: ClientVpnAuthorization.ToNetwork("site", "fd00::/8"))).ShouldBe(["NP1001 Authorizations[site]"]);
    }

    [Fact]
    public void From_DefaultRoute_IsPlannedBesideAnyPool() =>
        Plan(Props(authorizations: ClientVpnAuthorization.ToNetwork("internet", "0.0.0.0/0"))).Rules.ShouldHaveSingleItem().Range.ShouldBe("0.0.0.0/0");

    [Fact]
    public void From_AddressesOfAPool_AreRefused() => Codes(Props(), new()
    {
        Ipv4IpamPoolId = "ipam-pool-0123456789abcdef0",
        Ipv4NetmaskLength = 16,
        Zones = ["eu-west-1a"],
        NatGateways = NatStrategy.None,
        Tiers = ClientVpns.Network().Tiers,
    }).ShouldBe(["NP1478 Network"]);

    [Fact]
    public void From_AuthorizationTwiceOrNamesClash_IsRefused()
    {
        Codes(Props(authorizations: [ClientVpnAuthorization.ToTier("application", "app"), ClientVpnAuthorization.ToTier("again", "app")])).ShouldBe(["NP1479 Authorizations"]);
        Codes(Props(authorizations: [ClientVpnAuthorization.ToTier("one", "app"), ClientVpnAuthorization.ToTier("One", "data")])).ShouldBe(["NP1008 Authorizations"]);
        Codes(Props(authorizations: ClientVpnAuthorization.ToTier("1", "app"))).ShouldBe(["NP1008 Authorizations"]);
    }

    [Theory]
    [InlineData("10.50.0.0/20")]
    [InlineData("10.48.0.0/12")]
    [InlineData("172.20.0.0/23")]
    [InlineData("10.128.0.0/11")]
    public void From_PoolThatOverlapsOrHasNoSizeOfAPool_IsRefused(string pool)
    {
        var overlaps = pool.EndsWith("/20", StringComparison.Ordinal) || pool.StartsWith("10.48.", StringComparison.Ordinal);
        Codes(Props(pool: pool)).ShouldHaveSingleItem().ShouldStartWith(overlaps ? "NP1040" : "NP1041");
    }

    [Fact]
    public void From_OptionsOutOfRange_AreAllReportedAtOnce() =>
        Codes(Props(pool: "172.20.0.1/20", hours: 1, days: 2, dns: ["x"])).ShouldBe(["NP1002 ClientCidrBlock", "NP1215 LogRetentionDays", "NP1472 SessionTimeout", "NP1473 DnsServers"]);
}
