using Amazon.CDK;
using NetworkPatterns.Constructs.Connectivity;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Connectivity;

[Collection(CdkCollection.Name)]
public sealed class PrivateServiceTests
{
    private static Stack NewStack() => Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true));

    private static ThreeTierVpc Consumer(Stack stack) => new(stack, "Shop", new ThreeTierVpcProps
    {
        CidrBlock = "10.30.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b"],
        NatGateways = NatStrategy.None,
        Tiers =
        [
            new() { Name = "app", Slot = 1, Intent = TierIntent.Isolated },
            new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated },
            new() { Name = "endpoints", Slot = 3, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(8443, TrafficPeer.Tier("app")), TrafficRule.Tcp(443, TrafficPeer.Tier("app"))] },
        ],
    });

    [Fact]
    public void Synthesized_BothSides_AreAsApprovedAndProved()
    {
        var stack = NewStack();
        var network = Consumer(stack);
        var service = new PrivateService(stack, "Service", new PrivateServiceProps
        {
            NetworkLoadBalancerArns = [new CfnParameter(stack, "LoadBalancerArn").ValueAsString],
            AllowedPrincipals = [Fn.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")],
            AcceptanceRequired = false,
        });
        var endpoint = new PrivateServiceEndpoint(stack, "Endpoint", new PrivateServiceEndpointProps
        {
            Network = network,
            ServiceName = service.ServiceName,
            Tier = "endpoints",
            Clients = ["app"],
            Ports = [8443, 443],
            PrivateName = "payments.shop.internal",
        });
        _ = new CfnOutput(stack, "Name", new CfnOutputProps { Value = endpoint.DnsName });
        _ = new CfnOutput(stack, "Group", new CfnOutputProps { Value = endpoint.SecurityGroupId });

        var template = stack.Template();
        Snapshot.Matches(Connections.Ours(template, "Service", "Endpoint"), "PrivateService");
        var results = Proof.Of(template).Where(result => result.Guarantee.ToString().Contains("tier:endpoint", StringComparison.Ordinal)
            && !result.Guarantee.ToString().Contains("tier:endpoints", StringComparison.Ordinal)).ToList();
        results.Select(result => $"{result.Guarantee}: {result.Outcome}").ShouldBe(
        [
            "tier:Dev/Shop/app reaches tier:endpoint at most on tcp 443, tcp 8443: Holds",
            "tier:Dev/Shop/data never reaches tier:endpoint: Holds",
            "tier:Dev/Shop/endpoints never reaches tier:endpoint: Holds",
            "internet never reaches tier:endpoint: Holds",
        ]);
    }

    [Fact]
    public void Synthesized_GroupOpened_BreaksThePromise()
    {
        var stack = NewStack();
        _ = new PrivateServiceEndpoint(stack, "Endpoint", new PrivateServiceEndpointProps
        {
            Network = Consumer(stack),
            ServiceName = new CfnParameter(stack, "ServiceName").ValueAsString,
            ServiceRegion = new CfnParameter(stack, "ServiceRegion").ValueAsString,
            Tier = "endpoints",
            Clients = ["app"],
        });
        var template = stack.Template();
        foreach (var id in template.LogicalIds("AWS::EC2::SecurityGroupIngress").Concat(template.LogicalIds("AWS::EC2::SecurityGroupEgress")).Where(id => id.StartsWith("Endpoint", StringComparison.Ordinal)))
        {
            template.Properties(id)["FromPort"] = 8443;
            template.Properties(id)["ToPort"] = 8443;
        }

        // Of a service that is not in the template nobody knows its listeners.
        Proof.Of(template).Where(result => result.Outcome != GuaranteeOutcome.Holds).Select(result => $"{result.Guarantee}: {result.Outcome}")
            .ShouldBe(["tier:Dev/Shop/app reaches tier:endpoint at most on tcp 443: Undecided"]);
    }

    [Fact]
    public void Endpoint_Mistakes_AreReported()
    {
        var stack = NewStack();
        var network = Consumer(stack);
        string[] Codes(string id, string tier, IReadOnlyList<string> clients, int port = 443, string? name = null, IReadOnlyList<string>? zones = null) => Connections.Codes(() => new PrivateServiceEndpoint(stack, id, new PrivateServiceEndpointProps
        {
            Network = network,
            ServiceName = "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
            Tier = tier,
            Clients = clients,
            Ports = [port],
            PrivateName = name,
            Zones = zones,
        }));
        Codes("A", "none", ["app"]).ShouldBe(["NP1235 Tier"]);
        Codes("B", "endpoints", ["none"], name: "a..b", zones: ["eu-west-1c"]).ShouldBe(["NP1230 Clients", "NP1236 Zones", "NP1501 PrivateName"]);
        Codes("C", "endpoints", []).ShouldBe(["NP1247 Clients"]);
        Codes("D", "endpoints", ["app"], port: 0).ShouldBe(["NP1202 Ports", "NP1456 Clients"]);
        Codes("E", "endpoints", ["data"]).ShouldBe(["NP1456 Clients"]);
    }
}
