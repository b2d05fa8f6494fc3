using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;
using NetworkPatterns.Reference.Dns;
using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Dns;

[Collection(CdkCollection.Name)]
public sealed class MultiRegionApplicationTests
{
    [Fact]
    public void NewZone_Stacks_DeployInOrderAndShareNothingOverRegions()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var application = Application(app, hostedZoneId: null);
        var assembly = app.Synth();
        TemplateChecks.ThrowIfFailed(TemplateSet.ReadAssembly(assembly.Directory));

        string[] DependenciesOf(Stack stack) => [.. assembly.GetStackArtifact(stack.ArtifactId).Dependencies.Select(artifact => artifact.Id).Where(id => !id.EndsWith(".assets", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        application.ZoneStack.ShouldNotBeNull();
        var regional = application.RegionalStacks.Values.Select(stack => stack.ArtifactId).Order(StringComparer.Ordinal).ToArray();
        DependenciesOf(application.RegionalStacks["eu"]).ShouldBe([application.ZoneStack.ArtifactId]);
        DependenciesOf(application.RecordStack).ShouldBe(regional);

        var record = Synthesized.Template(assembly, application.RegionalStacks["eu"]).PropertiesOf("RegionalRecord");
        record["HostedZoneName"]!.GetValue<string>().ShouldBe("example.com.");
        record["Name"]!.GetValue<string>().ShouldBe("eu.app.example.com.");
        Synthesized.Template(assembly, application.RecordStack).PropertiesOf("RecordEuWest1A")["AliasTarget"].ShouldBeJson(
            $$"""{"DNSName":"eu.app.example.com","HostedZoneId":{"Fn::ImportValue":"{{application.ZoneStack.StackName}}-HostedZoneId"},"EvaluateTargetHealth":true}""");
    }

    [Fact]
    public void ExistingZone_EveryStack_UsesItsId()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var application = Application(app, "Z0123456789EXAMPLE");
        var assembly = app.Synth();
        application.ZoneStack.ShouldBeNull();
        application.RegionalStacks["us"].Zone.ShouldNotBeNull().ZoneName.ShouldBe("example.com");
        Synthesized.Template(assembly, application.RegionalStacks["us"]).PropertiesOf("RegionalRecord")["HostedZoneId"]!.GetValue<string>().ShouldBe("Z0123456789EXAMPLE");
        foreach (var template in Directory.EnumerateFiles(assembly.Directory, "*.template.json"))
        {
            File.ReadAllText(template).ShouldNotContain("Fn::ImportValue");
        }
    }

    [Fact]
    public void DeployedZoneId_ComesLater_ReplacesNoRecord()
    {
        JsonObject Record(string? deployedZoneId)
        {
            var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
            var application = Application(app, hostedZoneId: null, deployedZoneId: deployedZoneId);
            (application.RegionalStacks["eu"].Zone is null).ShouldBe(deployedZoneId is null);
            return Synthesized.Template(app.Synth(), application.RegionalStacks["eu"]).Resources();
        }

        JsonNode.DeepEquals(Record(null), Record("Z0123456789EXAMPLE")).ShouldBeTrue();
    }

    [Fact]
    public void Health_OfEachKind_IsAskedInTheRecordStack()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var application = new MultiRegionApplication(app, "App", new MultiRegionApplicationProps
        {
            DomainName = "app.example.com",
            ZoneName = "example.com",
            HostedZoneId = "Z0123456789EXAMPLE",
            Regions = [new("eu", "eu-west-1"), new("us", "us-east-1"), new("ap", "ap-southeast-2")],
            Routing = RegionalRouting.Latency,
            Entry = stack => stack.ApplicationRegion.Name switch
            {
                "eu" => new(Alias.ApiGateway("d-1.execute-api.eu-west-1.amazonaws.com", "ZLY8HYME6SFDD"), RegionalHealth.Https("/health")),
                "us" => new(Alias.GlobalAccelerator("a1.awsglobalaccelerator.com"), RegionalHealth.Alarm("us-5xx")),
                _ => new(Alias.CloudFront("d1.cloudfront.net"), RegionalHealth.Check(DnsStacks.Check)),
            },
            LastResort = RecordTarget.Values("192.0.2.1"),
        });
        var assembly = app.Synth();
        TemplateChecks.ThrowIfFailed(TemplateSet.ReadAssembly(assembly.Directory));
        Snapshot.Matches(TemplateText.Canonical(Synthesized.Template(assembly, application.RecordStack)["Resources"]!.ToJsonString()), "MultiRegionApplication.Records");
    }

    [Fact]
    public void Flags_OnOrOff_ChangeNoTemplate()
    {
        string[] Templates(IReadOnlyDictionary<string, object>? flags)
        {
            var app = Synthesized.NewApp(flags, pathMetadata: true);
            Application(app, hostedZoneId: null, stack => new(DnsStacks.LoadBalancer($"web-{stack.ApplicationRegion.Name}"), RegionalHealth.Https("/health")));
            return [.. TemplateSet.ReadAssembly(app.Synth().Directory).Templates.Select(template => template.Root.GetProperty("Resources").GetRawText())];
        }

        Templates(CdkFlags.Recommended).ShouldBe(Templates(null));
    }

    [Theory]
    [InlineData("cn-north-1", "cn-northwest-1", "cn-northwest-1")]
    [InlineData("us-gov-east-1", "us-gov-west-1", "us-gov-west-1")]
    public void OtherPartition_ZoneAndRecords_AreMadeWhereRoute53IsControlled(string first, string second, string home)
    {
        var app = Synthesized.NewApp();
        var application = new MultiRegionApplication(app, "App", new MultiRegionApplicationProps
        {
            DomainName = "app.example.com",
            ZoneName = "example.com",
            Regions = [new("one", first), new("two", second)],
            Routing = RegionalRouting.Latency,
            Entry = stack => new(DnsStacks.LoadBalancer(stack.ApplicationRegion.Name)),
        });
        application.RecordStack.Region.ShouldBe(home);
        application.ZoneStack.ShouldNotBeNull().Region.ShouldBe(home);
    }

    [Fact]
    public void GroupAsEntry_BlueAndGreen_StaysInItsRegion()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var application = Application(app, "Z0123456789EXAMPLE", stack => new(RecordTarget.Group(
            RecordMember.Weighted("blue", 9, DnsStacks.LoadBalancer($"blue-{stack.ApplicationRegion.Name}")),
            RecordMember.Weighted("green", 1, DnsStacks.LoadBalancer($"green-{stack.ApplicationRegion.Name}")))));
        var template = Synthesized.Template(app.Synth(), application.RegionalStacks["eu"]);
        template.LogicalIds("AWS::Route53::RecordSet").Count.ShouldBe(3);
    }

    [Fact]
    public void Mistakes_BeforeAnyStack_LeaveNothing()
    {
        var app = Synthesized.NewApp();
        var called = false;
        Should.Throw<PlanException>(() => new MultiRegionApplication(app, "App", new MultiRegionApplicationProps
        {
            DomainName = "app.example.org",
            ZoneName = "example.com",
            Regions = [new("eu", "eu-west-1")],
            Routing = RegionalRouting.ActivePassive("eu", "us"),
            Entry = _ =>
            {
                called = true;
                return new(RecordTarget.Values("192.0.2.1"));
            },
        })).Problems.Select(problem => problem.Code).ShouldBe(["NP1550", "NP1551"]);
        called.ShouldBeFalse();
        app.Node.FindChild("App").Node.Children.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("latency")]
    [InlineData("geolocation")]
    public void Reference_Application_KeepsEveryRuleAndIsTheSameTwice(string name)
    {
        Dictionary<string, string> Synthesize()
        {
            var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
            _ = name == "latency" ? LatencyApplication.AddTo(app, "Application", new()) : GeolocationApplication.AddTo(app, "Application", new());
            var assembly = app.Synth();
            TemplateChecks.ThrowIfFailed(TemplateSet.ReadAssembly(assembly.Directory));
            return Directory.EnumerateFiles(assembly.Directory, "*.template.json").ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
        }

        var first = Synthesize();
        first.Count.ShouldBe(name == "latency" ? 4 : 5);
        Synthesize().ShouldBe(first);
        first.Values.ShouldAllBe(template => !template.Contains("Custom::", StringComparison.Ordinal) && !template.Contains("AWS::Lambda", StringComparison.Ordinal));
        JsonNode.Parse(first.Single(template => template.Key.StartsWith("ApplicationRecords", StringComparison.Ordinal)).Value)!["Resources"]!.AsObject().Count.ShouldBeGreaterThan(1);
    }

    private static MultiRegionApplication Application(App app, string? hostedZoneId, Func<RegionalStack, RegionalEntry>? entry = null, string? deployedZoneId = null) =>
        new(app, "App", new MultiRegionApplicationProps
        {
            DomainName = "app.example.com",
            ZoneName = "example.com",
            HostedZoneId = hostedZoneId,
            DeployedZoneId = deployedZoneId,
            Regions = [new("eu", "eu-west-1"), new("us", "us-east-1")],
            Routing = RegionalRouting.Latency,
            Entry = entry ?? (stack => new(DnsStacks.LoadBalancer($"web-{stack.ApplicationRegion.Name}"))),
        });
}
