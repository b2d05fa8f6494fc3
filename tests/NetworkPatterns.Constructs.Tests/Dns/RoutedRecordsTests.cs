using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Dns;

[Collection(CdkCollection.Name)]
public sealed class RoutedRecordsTests
{
    public static TheoryData<string> Policies => [.. Samples.Keys];

    private static readonly Dictionary<string, Func<Stack, RoutedRecords>> Samples = new()
    {
        ["Simple"] = stack => new SimpleRecord(stack, "App", new SimpleRecordProps
        {
            Zone = DnsStacks.Zone(stack),
            Name = "app.example.com",
            Target = DnsStacks.LoadBalancer("web", isDualStack: true),
        }),
        ["Text"] = stack => new SimpleRecord(stack, "App", new SimpleRecordProps
        {
            Zone = DnsStacks.Zone(stack),
            Name = "example.com",
            Type = RecordType.TXT,
            Target = RecordTarget.Values("v=spf1 -all", new string('k', 300)),
        }),
        ["Weighted"] = stack => new WeightedRecords(stack, "App", DnsStacks.Group(
            stack,
            RecordMember.Weighted("blue", 90, DnsStacks.Address(1)).Checked(),
            RecordMember.Weighted("green", 10, DnsStacks.Address(2)).Checked())),
        ["Latency"] = stack => new LatencyRecords(stack, "App", DnsStacks.Group(
            stack,
            RecordMember.Latency("eu-west-1", RecordTarget.Group(
                RecordMember.Weighted("blue", 90, DnsStacks.LoadBalancer("blue")),
                RecordMember.Weighted("green", 10, DnsStacks.LoadBalancer("green")))),
            RecordMember.Latency("us-east-1", RecordTarget.Record("us.app.example.com")))),
        ["Failover"] = stack => new FailoverRecords(stack, "App", DnsStacks.Group(
            stack,
            RecordMember.Primary(DnsStacks.LoadBalancer("web")),
            RecordMember.Secondary(Alias.CloudFront("d111111abcdef8.cloudfront.net", isDualStack: false)))),
        ["Geolocation"] = stack => new GeolocationRecords(stack, "App", DnsStacks.Group(
            stack,
            RecordMember.Geolocation("europe", GeoLocation.Continent("EU"), DnsStacks.Address(1)).Checked(),
            RecordMember.Geolocation("germany", GeoLocation.Country("DE"), DnsStacks.Address(2)).Checked(),
            RecordMember.Geolocation("california", GeoLocation.State("CA"), DnsStacks.Address(3)).Checked(),
            RecordMember.DefaultGeolocation(DnsStacks.Address(4)).Checked())),
        ["Geoproximity"] = stack => new GeoproximityRecords(stack, "App", DnsStacks.Group(
            stack,
            RecordMember.Geoproximity("ireland", GeoproximityPlace.AwsRegion("eu-west-1"), DnsStacks.Address(1), bias: 20).Checked(),
            RecordMember.Geoproximity("los-angeles", GeoproximityPlace.LocalZones("us-west-2-lax-1"), DnsStacks.Address(2)).Checked(),
            RecordMember.Geoproximity("office", GeoproximityPlace.At(47.37m, 8.54m), DnsStacks.Address(3), bias: -10).Checked())),
        ["Multivalue"] = stack => new MultivalueRecords(stack, "App", DnsStacks.Group(
            stack,
            RecordMember.Multivalue("one", "192.0.2.1").Checked(),
            RecordMember.Multivalue("two", "192.0.2.2").Checked())),
        ["IpBased"] = stack => new IpBasedRecords(stack, "App", DnsStacks.Group(
            stack,
            RecordMember.IpBased("office", ["203.0.113.0/24", "2001:db8::/32"], DnsStacks.Address(1)).Checked(),
            RecordMember.DefaultIp(DnsStacks.Address(2)).Checked())),
    };

    [Theory]
    [MemberData(nameof(Policies))]
    public void Policy_WholeTemplate_IsAsApproved(string policy)
    {
        var stack = DnsStacks.NewStack();
        Samples[policy](stack);
        Snapshot.Matches(TemplateText.Canonical(stack.Template()["Resources"]!.ToJsonString()), $"Records.{policy}");
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Policy_PlainRendering_IsWhatCdkMakes(string policy)
    {
        var stack = DnsStacks.NewStack();
        var records = Samples[policy](stack);
        var (blueprint, _) = RecordBlueprint.From(
            records.Tree, "Z0123456789EXAMPLE", new PatternContext("Dev/App", "Props", "eu-west-1", _ => false));
        PlainRendering.ShouldEqual(stack.Template(), blueprint, "Dev/App");
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Policy_Flags_ChangeNothing(string policy)
    {
        var templates = new[] { CdkFlags.Recommended, null }.Select(flags =>
        {
            var stack = new Stack(Synthesized.NewApp(flags, pathMetadata: true), "Dev");
            Samples[policy](stack);
            return stack.Template()["Resources"]!.ToJsonString();
        });
        templates.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public void Alias_OfAGroup_WaitsForItsRecords()
    {
        var stack = DnsStacks.NewStack();
        Samples["Latency"](stack);
        var template = stack.Template();
        var latency = template.Resources().Single(resource => resource.Key.StartsWith("AppRecordEuWest1A", StringComparison.Ordinal)).Value!;
        latency["DependsOn"]!.AsArray().Select(id => id!.GetValue<string>()[..^8]).Order(StringComparer.Ordinal)
            .ShouldBe(["AppRecordEuWest1BlueA", "AppRecordEuWest1GreenA"]);
        latency["Properties"]!["AliasTarget"].ShouldBeJson(
            """{"DNSName":"eu-west-1.app.example.com.","HostedZoneId":"Z0123456789EXAMPLE","EvaluateTargetHealth":true}""");
    }

    [Fact]
    public void DualStack_Targets_GetBothTypes()
    {
        var stack = DnsStacks.NewStack();
        Samples["Simple"](stack);
        stack.Template().Resources().Select(resource => resource.Value!["Properties"]!["Type"]!.GetValue<string>())
            .ShouldBe(["A", "AAAA"], ignoreOrder: true);
    }

    [Fact]
    public void Tokens_OfResourcesInTheStack_AreReferences()
    {
        var stack = DnsStacks.NewStack();
        var zone = new PublicZone(stack, "Zone", new PublicZoneProps { ZoneName = "example.com" });
        var check = new EndpointHealthCheck(stack, "Check", new EndpointHealthCheckProps { DomainName = "eu.example.com" });
        var address = new CfnParameter(stack, "Address");
        _ = new FailoverRecords(stack, "App", new RecordGroupProps
        {
            Zone = zone.Zone,
            Name = "app.example.com",
            Members =
            [
                RecordMember.Primary(RecordTarget.Values(address.ValueAsString)) with { HealthCheckId = check.HealthCheckId },
                RecordMember.Secondary(DnsStacks.Address(2)),
            ],
        });

        var template = stack.Template();
        var primary = template.PropertiesOf("AppRecordPrimaryA");
        primary["HostedZoneId"].ShouldBeJson($$"""{"Ref":"{{template.LogicalIds("AWS::Route53::HostedZone").Single()}}"}""");
        primary["HealthCheckId"].ShouldBeJson($$"""{"Ref":"{{template.LogicalIds("AWS::Route53::HealthCheck").Single()}}"}""");
        primary["ResourceRecords"].ShouldBeJson("""[{"Ref":"Address"}]""");
    }

    [Fact]
    public void Member_Added_ChangesNoOtherRecord()
    {
        static JsonObject Records(params IEnumerable<RecordMember> members)
        {
            var stack = DnsStacks.NewStack();
            _ = new WeightedRecords(stack, "App", DnsStacks.Group(stack, members));
            return stack.Template().Resources();
        }

        var blue = RecordMember.Weighted("blue", 90, DnsStacks.Address(1)).Checked();
        var green = RecordMember.Weighted("green", 10, DnsStacks.Address(2)).Checked();
        var before = Records(blue, green);
        var after = Records(RecordMember.Weighted("amber", 1, DnsStacks.Address(3)).Checked(), green, blue);
        before.ShouldAllBe(resource => JsonNode.DeepEquals(resource.Value, after[resource.Key]));
    }

    [Fact]
    public void Mistakes_OfAConstruct_AreThrownTogetherAndLeaveNothing()
    {
        var stack = DnsStacks.NewStack();
        var problems = Should.Throw<PlanException>(() => new FailoverRecords(stack, "App", new RecordGroupProps
        {
            Zone = DnsStacks.Zone(stack),
            Name = "app.example.org",
            Ttl = TimeSpan.FromSeconds(-1),
            Members = [RecordMember.Primary(RecordTarget.Values("nonsense"))],
        })).Problems;
        problems.Select(problem => (problem.Code, problem.Where)).ShouldBe(
        [
            ("NP1502", "Dev/App: RecordGroupProps.Name"),
            ("NP1512", "Dev/App: RecordGroupProps.Members"),
            ("NP1513", "Dev/App: RecordGroupProps.Members[primary]"),
            ("NP1519", "Dev/App: RecordGroupProps.Members[primary]"),
            ("NP1520", "Dev/App: RecordGroupProps.Ttl"),
        ]);
        stack.UncheckedTemplate().ContainsKey("Resources").ShouldBeFalse();
    }

    [Fact]
    public void Warnings_AreAnnotations()
    {
        var stack = DnsStacks.NewStack();
        _ = new WeightedRecords(stack, "App", DnsStacks.Group(stack, RecordMember.Weighted("blue", 1, DnsStacks.Address(1))));
        ((App)stack.Node.Root).Synth().GetStackByName("Dev").Messages
            .ShouldContain(message => message.Entry.Data!.ToString()!.Contains("NP1525", StringComparison.Ordinal));
    }
}
