using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Constructs.Tests.Support;

namespace NetworkPatterns.Constructs.Tests.Dns;

/// <summary>What holds for each construct beside the records: CDK adds nothing to its blueprint, and no flag changes it.</summary>
[Collection(CdkCollection.Name)]
public sealed class DnsConstructTests
{
    private const string Id = "It";

    private static readonly Dictionary<string, Func<Stack, EmittedBlueprint>> Samples = new()
    {
        ["PublicZone"] = stack => new PublicZone(stack, Id, new PublicZoneProps { ZoneName = "example.com", QueryLogRetentionDays = 90, IsSigned = true, AcceleratedRecovery = true }).Resources,
        ["PrivateZone"] = stack => new PrivateZone(stack, Id, new PrivateZoneProps { ZoneName = "internal", Vpcs = [Vpc(stack)], VpcsById = [new("vpc-2", "us-west-2"), new("vpc-3", "us-east-1", "222222222222")] }).Resources,
        ["ZoneDelegation"] = stack => new ZoneDelegation(stack, Id, new ZoneDelegationProps
        {
            ParentZone = DnsStacks.Zone(stack),
            ZoneName = "eu.example.com",
            NameServers = ["ns-1.awsdns-01.org", "ns-2.awsdns-02.net"],
            DsRecord = $"12345 13 2 {new string('A', 64)}",
        }).Resources,
        ["ZonedCertificate"] = stack => new ZonedCertificate(stack, Id, new ZonedCertificateProps { Names = ["example.com", "*.example.com"], Zones = [DnsStacks.Zone(stack)], IsForCloudFront = true }).Resources,
        ["EndpointHealthCheck"] = stack => new EndpointHealthCheck(stack, Id, new EndpointHealthCheckProps { DomainName = "eu.example.com", Path = "/health", SearchString = "ok", MeasureLatency = true }).Resources,
        ["CalculatedHealthCheck"] = stack => new CalculatedHealthCheck(stack, Id, new CalculatedHealthCheckProps { Children = [HealthCheck.FromId(stack, "One", "one"), HealthCheck.FromId(stack, "Two", "two")] }).Resources,
        ["AlarmHealthCheck"] = stack => new AlarmHealthCheck(stack, Id, new AlarmHealthCheckProps { AlarmName = "down", AlarmRegion = "eu-west-1" }).Resources,
        ["RoutingControlHealthCheck"] = stack => new RoutingControlHealthCheck(stack, Id, new RoutingControlHealthCheckProps { RoutingControlArn = "routing-control" }).Resources,
        ["HealthCheckerIngress"] = stack => new HealthCheckerIngress(stack, Id, new HealthCheckerIngressProps
        {
            SecurityGroup = SecurityGroup.FromSecurityGroupId(stack, "Group", "sg-0123456789abcdef0"),
            PrefixListId = "pl-0123456789abcdef0",
            IPv6PrefixListId = "pl-0123456789abcdef1",
            Port = 443,
        }).Resources!,
        ["ResolverEndpoints"] = stack => new ResolverEndpoints(stack, Id, new ResolverEndpointsProps
        {
            Vpc = Vpc(stack),
            Subnets = [Subnet(stack, "A", "us-east-1a"), Subnet(stack, "B", "us-east-1b")],
            InboundFrom = ["192.168.0.0/16"],
            OutboundTo = ["192.168.0.0/24"],
        }).Resources,
        ["ForwardingRules"] = stack => new ForwardingRules(stack, Id, new ForwardingRulesProps
        {
            OutboundEndpointId = "rslvr-out-1",
            Rules = [ForwardingRule.Forward("corp", "corp.example.com", "192.168.0.2"), ForwardingRule.System("cloud", "cloud.corp.example.com")],
            Vpcs = new Dictionary<string, IVpc> { ["network"] = Vpc(stack) },
            ShareWith = ["111111111111"],
        }).Resources,
        ["DnsFirewall"] = stack => new DnsFirewall(stack, Id, new DnsFirewallProps
        {
            Rules = [FirewallRule.Of("bad", 100, FirewallAction.BlockWithNxDomain, "bad.example"), new("botnets", 200, FirewallAction.Alert, [], "rslvr-fdl-1")],
            Vpcs = new Dictionary<string, IVpc> { ["network"] = Vpc(stack) },
        }).Resources,
        ["DnsProfile"] = stack => new DnsProfile(stack, Id, new DnsProfileProps
        {
            Resources = [new("internal", "zone-arn"), new("firewall", "group-arn", 200)],
            Vpcs = new Dictionary<string, IVpc> { ["network"] = Vpc(stack) },
        }).Resources,
        ["RoutingControlPanel"] = stack => new RoutingControlPanel(stack, Id, new RoutingControlPanelProps
        {
            Controls = ["eu", "us"],
            SafetyRules = [RoutingSafetyRule.Assertion("one-region", 1, "eu", "us"), RoutingSafetyRule.Gate("gate", 1, ["eu"], ["us"])],
        }).Resources,
    };

    public static TheoryData<string> Constructs => [.. Samples.Keys];

    [Fact]
    public void Samples_AreOfEveryConstruct() => Samples.Keys.Order(StringComparer.Ordinal).ShouldBe(
        typeof(PublicZone).Assembly.GetExportedTypes()
            .Where(type => type is { IsAbstract: false, Namespace: "NetworkPatterns.Constructs.Dns" } && type.IsSubclassOf(typeof(global::Constructs.Construct)))
            .Where(type => !type.IsSubclassOf(typeof(RoutedRecords)) && !type.IsSubclassOf(typeof(Stack)) && type != typeof(MultiRegionApplication))
            .Select(type => type.Name)
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Constructs))]
    public void Construct_PlainRendering_IsWhatCdkMakes(string name)
    {
        var stack = NewStack(name, CdkFlags.Recommended);
        var blueprint = Samples[name](stack).Blueprint;
        blueprint.Inputs.ShouldBeEmpty();
        PlainRendering.ShouldEqual(stack.UncheckedTemplate(), blueprint, $"Dev/{Id}");
    }

    [Theory]
    [MemberData(nameof(Constructs))]
    public void Construct_Flags_ChangeNothing(string name)
    {
        var templates = new[] { CdkFlags.Recommended, null }.Select(flags =>
        {
            var stack = NewStack(name, flags);
            Samples[name](stack);
            return stack.UncheckedTemplate()["Resources"]!.ToJsonString();
        });
        templates.Distinct().ShouldHaveSingleItem();
    }

    private static Stack NewStack(string name, IReadOnlyDictionary<string, object>? flags) => new(
        Synthesized.NewApp(flags, pathMetadata: true),
        "Dev",
        new StackProps { Env = new Amazon.CDK.Environment { Region = name == "RoutingControlPanel" ? "us-west-2" : "us-east-1" } });

    private static IVpc Vpc(Stack stack) =>
        Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes { VpcId = "vpc-1", AvailabilityZones = ["us-east-1a", "us-east-1b"] });

    private static ISubnet Subnet(Stack stack, string id, string zone) =>
        Amazon.CDK.AWS.EC2.Subnet.FromSubnetAttributes(stack, id, new SubnetAttributes { SubnetId = $"subnet-{id}", AvailabilityZone = zone });
}
