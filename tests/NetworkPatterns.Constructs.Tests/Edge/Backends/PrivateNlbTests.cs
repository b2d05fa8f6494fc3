using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

[Collection(CdkCollection.Name)]
public sealed class PrivateNlbTests
{
    [Fact]
    public void Defaults_Snapshot()
    {
        var stack = new BackendStack();
        stack.Balancer(BackendStack.Listener());

        Snapshot.Matches(Own(stack, "Balancer"), "PrivateNlb.Defaults");
    }

    [Fact]
    public void AllOptions_Snapshot()
    {
        var stack = new BackendStack(network: new()
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            Tiers =
            [
                .. ServiceTiers.Of(BackendStack.ServicePort, BackendStack.DatabasePort).Where(tier => tier.Name != "app"),
                new()
                {
                    Name = "app",
                    Slot = 1,
                    Intent = Constructs.Vpc.TierIntent.Egress,
                    Ingress =
                    [
                        Constructs.Vpc.TrafficRule.Tcp(BackendStack.ServicePort, Constructs.Vpc.TrafficPeer.Tier("link")),
                        Constructs.Vpc.TrafficRule.Tcp(9000, Constructs.Vpc.TrafficPeer.Tier("link")),
                        Constructs.Vpc.TrafficRule.Udp(514, Constructs.Vpc.TrafficPeer.Tier("link")),
                    ],
                },
            ],
        });
        stack.Balancer(new PrivateNlbProps
        {
            Network = stack.Network,
            CrossZone = false,
            DeletionProtection = false,
            VpcLink = true,
            Listeners =
            [
                BackendStack.Listener() with { Port = 443, CertificateArns = [Parameter(stack, "Certificate"), Parameter(stack, "AnotherCertificate")], HostName = "api.example.com" },
                new()
                {
                    Name = "logs",
                    Port = 514,
                    Protocol = NlbProtocol.Udp,
                    Targets = new()
                    {
                        Port = 514,
                        Addresses = ["10.0.32.10", "10.0.32.9"],
                        DeregistrationDelay = TimeSpan.Zero,
                        HealthCheck = new() { Port = 9000, Interval = TimeSpan.FromSeconds(30), HealthyThreshold = 2, UnhealthyThreshold = 2 },
                    },
                },
            ],
        });

        Snapshot.Matches(
            Own(stack, "Balancer", new RuleException("E21", "*BalancerLoadBalancer*", "The test turns both attributes off.")),
            "PrivateNlb.AllOptions");
    }

    [Fact]
    public void Group_OfTheLoadBalancer_AcceptsNothingAndOpensTheServicesPortOnly()
    {
        var stack = new BackendStack();
        stack.Balancer(BackendStack.Listener());
        var template = stack.Template();

        var group = template.Properties(template.Single("AWS::ElasticLoadBalancingV2::LoadBalancer")["Properties"]!["SecurityGroups"]![0]!["Fn::GetAtt"]![0]!.GetValue<string>());
        group.ContainsKey("SecurityGroupIngress").ShouldBeFalse();
        var name = template.Resources().Single(resource => resource.Value!["Properties"] == group).Key;
        template.LogicalIds("AWS::EC2::SecurityGroupIngress").ShouldNotContain(id => Refers(template.Properties(id)["GroupId"]!, name));
        template.LogicalIds("AWS::EC2::SecurityGroupEgress").Where(id => Refers(template.Properties(id)["GroupId"]!, name))
            .Select(id => template.Properties(id)["FromPort"]!.GetValue<int>()).ShouldBe([BackendStack.ServicePort]);
    }

    [Fact]
    public void Flags_OnAndOff_MakeNoDifference() => Own(WithEverything(CdkFlags.Recommended), "").ShouldBe(Own(WithEverything(new Dictionary<string, object>(StringComparer.Ordinal)), ""));

    private static BackendStack WithEverything(IReadOnlyDictionary<string, object> flags)
    {
        var stack = new BackendStack(flags);
        stack.Fargate(stack.Balancer(BackendStack.Listener()));
        return stack;
    }

    internal static string Own(BackendStack stack, string prefix, params RuleException[] exceptions) => TemplateText.Canonical(new JsonObject(stack.Template(exceptions).Resources()
        .Where(resource => resource.Key.StartsWith(prefix, StringComparison.Ordinal))
        .Select(resource => KeyValuePair.Create(resource.Key, (JsonNode?)resource.Value!.DeepClone()))).ToJsonString());

    private static string Parameter(BackendStack stack, string name) => new CfnParameter(stack.Stack, name, new CfnParameterProps { Type = "String" }).ValueAsString;

    private static bool Refers(JsonNode value, string logicalId) => value["Fn::GetAtt"]?[0]?.GetValue<string>() == logicalId;
}
