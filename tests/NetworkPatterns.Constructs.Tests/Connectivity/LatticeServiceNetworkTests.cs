using Amazon.CDK;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Connectivity;

[Collection(CdkCollection.Name)]
public sealed class LatticeServiceNetworkTests
{
    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));

    private static ThreeTierVpc Network(Stack stack, string id = "Shop") => new(stack, id, new ThreeTierVpcProps
    {
        CidrBlock = "10.50.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b"],
        NatGateways = NatStrategy.None,
        Tiers =
        [
            new()
            {
                Name = "app",
                Slot = 1,
                Intent = TierIntent.Isolated,
                Ingress = [TrafficRule.Tcp(8080, TrafficPeer.Cidr(LatticeServiceNetwork.Range))],
                Egress = [TrafficRule.Tcp(443, TrafficPeer.Cidr(LatticeServiceNetwork.Range))],
            },
            new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated },
        ],
    });

    private static LatticeServiceNetworkProps Minimal(ThreeTierVpc network) => new()
    {
        Vpcs = [new("shop", network, "app")],
        TargetGroups = [LatticeTargetGroup.Addresses("orders", network, "app", 8080)],
        Services = [new("orders", new LatticeListener("https", LatticeProtocol.Https, LatticeAction.Forward("orders")))],
    };

    [Fact]
    public void Synthesized_Defaults_AreProved()
    {
        var stack = NewStack();
        var network = new LatticeServiceNetwork(stack, "Food", Minimal(Network(stack)));
        network.DomainName("orders").ShouldNotBeEmpty();
        var template = stack.Template();
        Snapshot.Matches(Connections.Ours(template, "Food"), "Lattice.Minimal");
        Proof.Of(template).Where(result => result.Guarantee.ToString().Contains("tier:orders", StringComparison.Ordinal)).Select(result => $"{result.Guarantee}: {result.Outcome}").ShouldBe(
        [
            "tier:Dev/Shop/app can reach tier:orders on tcp 443: Holds",
            "tier:Dev/Shop/app reaches tier:orders at most on tcp 443: Holds",
            "tier:Dev/Shop/data never reaches tier:orders: Holds",
        ]);
    }

    [Theory]
    [InlineData("FoodShopVpcAssociation")]
    [InlineData("FoodOrdersAssociation")]
    [InlineData("FoodShopSecurityGroupIngressFromAppTcp443")]
    [InlineData("FoodOrdersHttpsListener")]
    public void Plain_ResourceTakenAway_BreaksThePromise(string id)
    {
        var stack = NewStack();
        _ = new LatticeServiceNetwork(stack, "Food", Minimal(Network(stack)));
        var template = stack.Template();
        template.Resources().Remove(template.Resources().Select(resource => resource.Key).Single(key => key.StartsWith(id, StringComparison.Ordinal)));
        Proof.Of(template).Where(result => result.Outcome == GuaranteeOutcome.Fails).Select(result => result.Guarantee.ToString())
            .ShouldContain("tier:Dev/Shop/app can reach tier:orders on tcp 443");
    }

    [Fact]
    public void Synthesized_AllOptions_AreAsApproved()
    {
        var stack = NewStack();
        var network = Network(stack);
        string Parameter(string name) => new CfnParameter(stack, name).ValueAsString;
        _ = new LatticeServiceNetwork(stack, "Food", new LatticeServiceNetworkProps
        {
            Vpcs = [new("shop", network, "app")],
            TargetGroups =
            [
                LatticeTargetGroup.Addresses("orders", network, "app", 8080, "10.50.32.10") with { HealthCheckPath = "/health" },
                LatticeTargetGroup.Instances("orders-next", network, "app", 8080, Parameter("InstanceId")) with { HealthCheckPath = null },
                LatticeTargetGroup.LoadBalancer("web", network, "app", 8080, Parameter("LoadBalancerArn")),
                LatticeTargetGroup.Function("tracking", Parameter("FunctionArn")),
                LatticeTargetGroup.Addresses("vault", network, "app", 8080) with { Protocol = LatticeTargetProtocol.Tcp },
            ],
            Services =
            [
                new("orders", new LatticeListener("https", LatticeProtocol.Https, LatticeAction.Forward(("orders", 90), ("orders-next", 10)))
                {
                    Rules =
                    [
                        new("tracking", 10, LatticeAction.Forward("tracking")) { PathPrefix = "/tracking", Method = "GET", Headers = new Dictionary<string, string> { ["x-version"] = "2" } },
                        new("closed", 20, LatticeAction.NotFound) { Path = "/admin" },
                    ],
                })
                {
                    Auth = LatticeAuth.Policy("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"vpc-lattice-svcs:Invoke","Resource":"*"}]}"""),
                    CustomDomainName = "orders.food.example.com",
                    CertificateArn = Parameter("CertificateArn"),
                    HostedZoneId = Parameter("HostedZoneId"),
                },
                new("vault", new LatticeListener("tls", LatticeProtocol.TlsPassthrough, LatticeAction.Forward("vault")))
                {
                    CustomDomainName = "vault.food.example.com",
                },
            ],
            Auth = LatticeAuth.Organization("o-exampleorgid"),
            ShareWith = [Parameter("Organization")],
        });
        Snapshot.Matches(Connections.Ours(stack.Template(), "Food"), "Lattice.AllOptions");
    }

    [Fact]
    public void OneServiceMore_ChangesNothingElse()
    {
        var (before, after) = (NewStack(), NewStack());
        var (one, two) = (Minimal(Network(before)), Minimal(Network(after)));
        _ = new LatticeServiceNetwork(before, "Food", one);
        _ = new LatticeServiceNetwork(after, "Food", new LatticeServiceNetworkProps
        {
            Vpcs = two.Vpcs,
            TargetGroups = [LatticeTargetGroup.Function("menu", "arn:aws:lambda:eu-west-1:111111111111:function:menu"), .. two.TargetGroups],
            Services = [new("menu", new LatticeListener("https", LatticeProtocol.Https, LatticeAction.Forward("menu"))), .. two.Services],
        });
        var grown = after.UncheckedTemplate().Resources();
        foreach (var (id, resource) in before.Template().Resources().Where(resource => resource.Value!["Type"]!.GetValue<string>() != "AWS::VpcLattice::ServiceNetwork"))
        {
            grown[id]!.ToJsonString().ShouldBe(resource!.ToJsonString());
        }
    }

    [Fact]
    public void Mistakes_AreReported()
    {
        var stack = NewStack();
        var network = Network(stack);
        var id = 0;
        string[] Codes(LatticeService service, LatticeTargetGroup? group = null, LatticeVpc? vpc = null, LatticeAuth? auth = null, int? days = 90) => Connections.Codes(() => new LatticeServiceNetwork(stack, $"Food{id++}", new LatticeServiceNetworkProps
        {
            Services = [service],
            TargetGroups = [group ?? LatticeTargetGroup.Addresses("orders", network, "app", 8080)],
            Vpcs = vpc is null ? [] : [vpc],
            Auth = auth ?? LatticeAuth.None,
            AccessLogRetentionDays = days,
        }));
        static LatticeListener Listener(LatticeAction? action = null, LatticeProtocol protocol = LatticeProtocol.Https, params IReadOnlyList<LatticeRule> rules) =>
            new("https", protocol, action ?? LatticeAction.Forward("orders")) { Rules = rules };

        Codes(new("orders")).ShouldBe(["NP1247 Services[orders]"]);
        Codes(new("1", Listener(LatticeAction.Forward(("other", 1000))))).ShouldBe(["NP1008 Services", "NP1459 Services[1].Listeners[https]", "NP1459 Services[1].Listeners[https]"]);
        Codes(new("orders", Listener(), Listener() with { Name = "again" })).ShouldBe(["NP1459 Services[orders]"]);
        Codes(new("orders", Listener(protocol: LatticeProtocol.TlsPassthrough))).ShouldBe(["NP1459 Services[orders].Listeners[https]", "NP1459 Services[orders].Listeners[https]"]);
        Codes(new("orders", Listener(rules: [new("a", 0, LatticeAction.NotFound), new("b", 5, LatticeAction.NotFound) { Path = "/", PathPrefix = "/" }, new("c", 5, LatticeAction.NotFound) { Method = "GET" }])))
            .ShouldBe(["NP1459 Services[orders].Listeners[https]", "NP1459 Services[orders].Listeners[https]", "NP1459 Services[orders].Listeners[https][a]", "NP1459 Services[orders].Listeners[https][b]"]);
        Codes(new("orders", Listener(rules: [new("last", 2000, LatticeAction.NotFound) { Path = "/" }, new("late", 2001, LatticeAction.NotFound) { Path = "/late" }])))
            .ShouldBe(["NP1459 Services[orders].Listeners[https]"]);
        Codes(new("orders", Listener()) { CustomDomainName = "a..b" }).ShouldBe(["NP1459 Services[orders]", "NP1501 Services[orders]"]);
        Codes(new("orders", Listener()) { CertificateArn = "arn" }).ShouldBe(["NP1208 Services[orders]"]);
        Codes(new("orders", Listener()), LatticeTargetGroup.Addresses("orders", network, "data", 8080)).ShouldBe(["NP1456 TargetGroups[orders]"]);
        Codes(new("orders", Listener()), LatticeTargetGroup.Addresses("orders", network, "none", 0)).ShouldBe(["NP1202 TargetGroups[orders]"]);
        Codes(new("orders", Listener()), vpc: new("shop", network, "data")).ShouldBe(["NP1456 Vpcs[shop]"]);
        Codes(new("orders", Listener()), vpc: new("shop", network)).ShouldBe(["NP1247 Vpcs[shop]"]);
        Codes(new("orders", Listener()), auth: LatticeAuth.Organization("me"), days: 2).ShouldBe(["NP1215 AccessLogRetentionDays", "NP1238 Auth"]);
        Codes(new("orders", Listener()), auth: LatticeAuth.Policy("[]")).ShouldBe(["NP1459 Auth"]);
    }
}
