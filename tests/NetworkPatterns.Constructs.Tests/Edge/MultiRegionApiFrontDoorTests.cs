using System.Text.Json.Nodes;
using Amazon.CDK;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Dns;
using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge;

[Collection(CdkCollection.Name)]
public sealed class MultiRegionApiFrontDoorTests
{
    private static readonly ApplicationRegion Ireland = new("eu", "eu-west-1");
    private static readonly ApplicationRegion Oregon = new("us", "us-west-2");
    private static readonly ApplicationRegion Virginia = new("us", "us-east-1");

    [Fact]
    public void Defaults_AllStacks_AreAsApproved()
    {
        var door = Synthesize(Props(), out var templates);

        Snapshot.Matches(TemplateText.Canonical(templates(door.Origin.RegionalStacks["eu"])["Resources"]!.ToJsonString()), "MultiRegionApiFrontDoor.First");
        Snapshot.Matches(TemplateText.Canonical(templates(door.Origin.RegionalStacks["us"])["Resources"]!.ToJsonString()), "MultiRegionApiFrontDoor.Second");
        Snapshot.Matches(TemplateText.Canonical(templates(door.Origin.RecordStack)["Resources"]!.ToJsonString()), "MultiRegionApiFrontDoor.Records");
        Snapshot.Matches(TemplateText.Canonical(templates(door.EdgeStack)["Resources"]!.ToJsonString()), "MultiRegionApiFrontDoor.Edge");
    }

    [Fact]
    public void Secrets_OfTheFirstRegion_AreReplicatedToAllWhoReadThem()
    {
        var door = Synthesize(Props(), out var templates);
        var (first, second, edge) = (templates(door.Origin.RegionalStacks["eu"]), templates(door.Origin.RegionalStacks["us"]), templates(door.EdgeStack));

        var secrets = first.LogicalIds("AWS::SecretsManager::Secret").Select(first.Properties).ToList();
        secrets.Count.ShouldBe(2);
        secrets.ShouldAllBe(secret => secret["ReplicaRegions"]!.ToJsonString() == """[{"Region":"us-east-1"},{"Region":"us-west-2"}]""");
        second.LogicalIds("AWS::SecretsManager::Secret").ShouldBeEmpty();
        foreach (var secret in secrets)
        {
            second.Single("AWS::WAFv2::WebACL")["Properties"]!.ToJsonString().ShouldContain($"{{{{resolve:secretsmanager:{secret["Name"]!.GetValue<string>()}:SecretString:::}}}}");
        }

        edge.Single("AWS::CloudFront::Distribution").ToJsonString().ShouldContain($"{{{{resolve:secretsmanager:{secrets[0]["Name"]!.GetValue<string>()}:SecretString:::}}}}");
    }

    [Theory]
    [InlineData(true, """[{"Region":"eu-west-1"}]""")]
    [InlineData(false, """[{"Region":"us-east-1"}]""")]
    public void Secrets_WhereARegionIsUsEast1_AreReplicatedOnceAndNotToTheirOwn(bool usEast1IsFirst, string replicas)
    {
        var door = Synthesize(Props(usEast1IsFirst ? [Virginia, Ireland] : [Ireland, Virginia]), out var templates);

        var first = templates(door.Origin.RegionalStacks[usEast1IsFirst ? "us" : "eu"]);
        first.LogicalIds("AWS::SecretsManager::Secret").Select(first.Properties).ShouldAllBe(secret => secret["ReplicaRegions"]!.ToJsonString() == replicas);
        templates(door.Origin.RegionalStacks[usEast1IsFirst ? "eu" : "us"]).LogicalIds("AWS::SecretsManager::Secret").ShouldBeEmpty();
    }

    [Fact]
    public void Stacks_DeployInOrder_AndShareNamesOnly()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var door = new MultiRegionApiFrontDoor(app, "Door", Props());
        var assembly = app.Synth();

        string[] Before(Stack stack) => [.. assembly.GetStackArtifact(stack.ArtifactId).Dependencies.Select(artifact => artifact.Id)];
        Before(door.Origin.RegionalStacks["us"]).ShouldContain(door.Origin.RegionalStacks["eu"].ArtifactId);
        Before(door.Origin.RecordStack).ShouldContain(door.Origin.RegionalStacks["us"].ArtifactId);
        Before(door.EdgeStack).ShouldContain(door.Origin.RecordStack.ArtifactId);
        foreach (var stack in door.Origin.RegionalStacks.Values.Append(door.Origin.RecordStack).Append(door.EdgeStack))
        {
            Synthesized.Template(assembly, stack).ToJsonString().ShouldNotContain("Fn::ImportValue");
        }
    }

    [Fact]
    public void Records_OfTheOriginsName_LeaveARegionThatIsDown()
    {
        var door = Synthesize(Props(routing: RegionalRouting.ActivePassive("eu", "us")), out var templates);

        var edge = templates(door.EdgeStack);
        edge.Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!["Origins"]![0]!["DomainName"]!.GetValue<string>().ShouldBe("origin-api.example.com");
        var records = templates(door.Origin.RecordStack);
        var check = records.LogicalIds("AWS::Route53::HealthCheck").Select(records.Properties).First(check => check.ToJsonString().Contains("eu-west-1", StringComparison.Ordinal))["HealthCheckConfig"]!;
        check["Type"]!.GetValue<string>().ShouldBe("CLOUDWATCH_METRIC");
        check["InsufficientDataHealthStatus"]!.GetValue<string>().ShouldBe("LastKnownStatus");
        var first = templates(door.Origin.RegionalStacks["eu"]);
        var alarm = first.Properties(first.LogicalIds("AWS::CloudWatch::Alarm").ShouldHaveSingleItem());
        check["AlarmIdentifier"]!["Name"]!.GetValue<string>().ShouldBe(alarm["AlarmName"]!.GetValue<string>());
        alarm["Threshold"]!.GetValue<decimal>().ShouldBe(0.5m);
        alarm["TreatMissingData"]!.GetValue<string>().ShouldBe("missing");
        records.LogicalIds("AWS::Route53::RecordSet").Select(records.Properties).Select(record => record["Failover"]!.GetValue<string>()).Order(StringComparer.Ordinal).ShouldBe(["PRIMARY", "SECONDARY"]);
    }

    [Fact]
    public void Apis_OfAllRegions_AnswerToOneName()
    {
        foreach (var keepsName in new[] { false, true })
        {
            var door = Synthesize(Props(keepsName: keepsName, authorizer: keepsName ? ApiAuthorizer.Iam : null), out var templates);

            door.Origin.RegionalStacks.Values.Select(stack => templates(stack).Single("AWS::ApiGateway::DomainName")["Properties"]!["DomainName"]!.GetValue<string>())
                .Distinct().ShouldBe([keepsName ? "api.example.com" : "origin-api.example.com"]);
        }
    }

    public static TheoryData<string, string, string, string> Mistakes => new()
    {
        { "name elsewhere", "NP1502", "DomainName", "not in the zone" },
        { "one name", "NP1690", "OriginName", "ask itself" },
        { "zone's token", "NP1690", "HostedZoneId", "token" },
        { "one Region", "NP1550", "Regions", "1 Regions" },
        { "percent", "NP1837", "UnhealthyPercent", "0 of 100" },
        { "another secret", "NP1837", "Api", "'us' has another lock" },
        { "another generation", "NP1837", "Api", "'us' has another lock" },
        { "no lock", "NP1691", "Api", "goes around" },
        { "signature", "NP1692", "Api", "GET /{proxy+}" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void New_Mistake_HasCodePlaceAndValue(string name, string code, string where, string what) =>
        EdgeStacks.ProblemsOf(() => new MultiRegionApiFrontDoor(Synthesized.NewApp(), "Door", name switch
        {
            "name elsewhere" => Props(domainName: "api.example.org"),
            "one name" => Props(originName: "api.example.com"),
            "zone's token" => Props(hostedZoneId: Aws.ACCOUNT_ID),
            "one Region" => Props([Ireland]),
            "percent" => Props(percent: 0),
            "another secret" => Props(lockOf: region => OriginLock.HeaderGate(region == "eu" ? OriginSecret.Blue : OriginSecret.Green)),
            "another generation" => Props(lockOf: region => OriginLock.HeaderGate(blueGeneration: region == "eu" ? 1 : 2)),
            "no lock" => Props(lockOf: _ => OriginLock.None),
            _ => Props(authorizer: ApiAuthorizer.Iam),
        })).ShouldHave(code, where, what);

    private static MultiRegionApiFrontDoor Synthesize(MultiRegionApiFrontDoorProps props, out Func<Stack, JsonObject> templates)
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var door = new MultiRegionApiFrontDoor(app, "Door", props);
        var assembly = app.Synth();
        TemplateChecks.ThrowIfFailed(TemplateSet.ReadAssembly(assembly.Directory));
        templates = stack => Synthesized.Template(assembly, stack);
        return door;
    }

    private static MultiRegionApiFrontDoorProps Props(
        IReadOnlyList<ApplicationRegion>? regions = null,
        string domainName = "api.example.com",
        string? originName = null,
        string hostedZoneId = "Z0123456789EXAMPLE",
        RegionalRouting? routing = null,
        Func<string, OriginLock>? lockOf = null,
        ApiAuthorizer? authorizer = null,
        bool keepsName = false,
        int percent = 50) => new()
        {
            DomainName = domainName,
            ZoneName = "example.com",
            HostedZoneId = hostedZoneId,
            Regions = regions ?? [Ireland, Oregon],
            Routing = routing ?? RegionalRouting.Latency,
            OriginName = originName,
            KeepsName = keepsName,
            UnhealthyPercent = percent,
            Countries = EdgeCountries.Only("NL", "US"),
            Api = stack => new()
            {
                Routes = [new("GET", "/{proxy+}", new HttpBackend("https://service.example.com"))],
                DefaultAuthorizer = authorizer ?? ApiAuthorizer.Public("the test's service is for everybody"),
                Lock = lockOf?.Invoke(stack.ApplicationRegion.Name) ?? OriginLock.HeaderGate(),
            },
        };
}
