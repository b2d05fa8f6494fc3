using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Dns;

[Collection(CdkCollection.Name)]
public sealed class HealthCheckTests
{
    [Fact]
    public void Endpoint_Defaults_AskHttpsEveryThirtySeconds()
    {
        var stack = DnsStacks.NewStack();
        _ = new EndpointHealthCheck(stack, "Check", new EndpointHealthCheckProps { DomainName = "eu.app.example.com" });
        Config(stack).ShouldBeJson(
            """
            {"Type":"HTTPS","FullyQualifiedDomainName":"eu.app.example.com","Port":443,"ResourcePath":"/","RequestInterval":30,
             "FailureThreshold":3,"EnableSNI":true}
            """);
    }

    [Fact]
    public void Endpoint_PlainRendering_IsWhatCdkMakes()
    {
        var stack = DnsStacks.NewStack();
        var props = new EndpointHealthCheckProps { DomainName = "eu.app.example.com", SearchString = "ok", MeasureLatency = true };
        _ = new EndpointHealthCheck(stack, "Check", props);
        var context = new PatternContext("Dev/Check", nameof(EndpointHealthCheckProps), "eu-west-1", _ => false);
        PlainRendering.ShouldEqual(stack.Template(), HealthCheckBlueprint.From(EndpointHealthCheckReader.Read(props, context), context).Blueprint, "Dev/Check");
    }

    [Fact]
    public void Endpoint_AllOptions_AreWritten()
    {
        var stack = DnsStacks.NewStack();
        _ = new EndpointHealthCheck(stack, "Check", new EndpointHealthCheckProps
        {
            DomainName = "eu.app.example.com",
            IpAddress = "198.51.100.7",
            Protocol = HealthCheckProtocol.Http,
            Port = 8080,
            Path = "health?deep=1",
            SearchString = "ok",
            Interval = TimeSpan.FromSeconds(10),
            FailureThreshold = 1,
            CheckerRegions = ["us-east-1", "eu-west-1", "ap-southeast-2"],
            IsInverted = true,
            MeasureLatency = true,
        });
        Config(stack).ShouldBeJson(
            """
            {"Type":"HTTP_STR_MATCH","FullyQualifiedDomainName":"eu.app.example.com","IPAddress":"198.51.100.7","Port":8080,
             "ResourcePath":"/health?deep=1","SearchString":"ok","RequestInterval":10,"FailureThreshold":1,"Inverted":true,
             "MeasureLatency":true,"Regions":["ap-southeast-2","eu-west-1","us-east-1"]}
            """);
    }

    [Fact]
    public void Endpoint_CreateOnlySettings_AreInTheLogicalId()
    {
        static string Id(EndpointHealthCheckProps props)
        {
            var stack = DnsStacks.NewStack();
            _ = new EndpointHealthCheck(stack, "Check", props);
            return stack.Template().LogicalIds("AWS::Route53::HealthCheck").Single();
        }

        string[] ids =
        [
            Id(new() { DomainName = "a.example.com" }),
            Id(new() { DomainName = "a.example.com", Interval = TimeSpan.FromSeconds(10) }),
            Id(new() { DomainName = "a.example.com", MeasureLatency = true }),
            Id(new() { DomainName = "a.example.com", SearchString = "ok" }),
            Id(new() { DomainName = "a.example.com", Protocol = HealthCheckProtocol.Tcp, Port = 443 }),
        ];
        ids.ShouldBeUnique();
        Id(new() { DomainName = "b.example.com", Path = "/x", FailureThreshold = 5 }).ShouldBe(ids[0]);
    }

    [Fact]
    public void Calculated_Thresholds_CountChildren()
    {
        var stack = DnsStacks.NewStack();
        var one = HealthCheck.FromId(stack, "One", "aaaaaaaa-0000-0000-0000-000000000001");
        var two = HealthCheck.FromId(stack, "Two", "aaaaaaaa-0000-0000-0000-000000000002");
        var three = HealthCheck.FromId(stack, "Three", "aaaaaaaa-0000-0000-0000-000000000003");
        var both = new CalculatedHealthCheck(stack, "Both", new CalculatedHealthCheckProps { Children = [one, two] });
        _ = new CalculatedHealthCheck(stack, "All", new CalculatedHealthCheckProps { Children = [both, three] });
        _ = new CalculatedHealthCheck(stack, "Any", new CalculatedHealthCheckProps { Children = [one, two, three], Threshold = HealthThreshold.Any });
        _ = new CalculatedHealthCheck(stack, "Two-of-three", new CalculatedHealthCheckProps { Children = [one, two, three], Threshold = HealthThreshold.AtLeast(2), IsInverted = true });

        var template = stack.Template();
        int ThresholdOf(string id) => template.PropertiesOf($"{id}Calculated")["HealthCheckConfig"]!["HealthThreshold"]!.GetValue<int>();
        ThresholdOf("Both").ShouldBe(2);
        ThresholdOf("All").ShouldBe(3);
        ThresholdOf("Any").ShouldBe(1);
        ThresholdOf("Twoofthree").ShouldBe(2);
        template.PropertiesOf("AllCalculated")["HealthCheckConfig"]!["ChildHealthChecks"].ShouldBeJson(
            """["aaaaaaaa-0000-0000-0000-000000000001","aaaaaaaa-0000-0000-0000-000000000002","aaaaaaaa-0000-0000-0000-000000000003"]""");
    }

    [Fact]
    public void Alarm_OfTheStacksRegion_IsReferred()
    {
        var stack = DnsStacks.NewStack();
        _ = new AlarmHealthCheck(stack, "Check", new AlarmHealthCheckProps { AlarmName = "api-5xx", InsufficientData = InsufficientDataStatus.Unhealthy });
        Config(stack).ShouldBeJson(
            """
            {"Type":"CLOUDWATCH_METRIC","InsufficientDataHealthStatus":"Unhealthy","AlarmIdentifier":{"Name":"api-5xx","Region":{"Ref":"AWS::Region"}}}
            """);
    }

    [Fact]
    public void RoutingControl_Arn_IsWritten()
    {
        var stack = DnsStacks.NewStack();
        _ = new RoutingControlHealthCheck(stack, "Check", new RoutingControlHealthCheckProps { RoutingControlArn = new CfnParameter(stack, "Control").ValueAsString });
        Config(stack)["Type"]!.GetValue<string>().ShouldBe("RECOVERY_CONTROL");
    }

    [Fact]
    public void CheckerIngress_PrefixList_IsTheOnlySource()
    {
        var stack = DnsStacks.NewStack();
        var group = SecurityGroup.FromSecurityGroupId(stack, "Group", "sg-0123456789abcdef0");
        _ = new HealthCheckerIngress(stack, "Checkers", new HealthCheckerIngressProps { SecurityGroup = group, Port = 443, PrefixListId = "pl-1" });
        stack.Template().Single("AWS::EC2::SecurityGroupIngress")["Properties"].ShouldBeJson(
            """
            {"GroupId":"sg-0123456789abcdef0","IpProtocol":"tcp","FromPort":443,"ToPort":443,"SourcePrefixListId":"pl-1","Description":"Route 53 health checkers over IPv4"}
            """);
    }

    [Fact]
    public void CheckerIngress_WithoutPrefixList_TellsTheCommand()
    {
        var stack = DnsStacks.NewStack();
        var group = SecurityGroup.FromSecurityGroupId(stack, "Group", "sg-0123456789abcdef0");
        _ = new HealthCheckerIngress(stack, "Checkers", new HealthCheckerIngressProps { SecurityGroup = group, Port = 443 });
        var template = stack.UncheckedTemplate();
        template["Outputs"]!.AsObject().Single().Value!["Value"]!.ToJsonString().ShouldContain(".route53-healthchecks");
        template.ContainsKey("Resources").ShouldBeFalse();
    }

    public static TheoryData<string, EndpointHealthCheckProps, string, string, string> Mistakes => new()
    {
        { "nothing", new(), "NP1530", "DomainName", "IpAddress" },
        { "not an address", new() { IpAddress = "one.two" }, "NP1530", "IpAddress", "192.0.2.1" },
        { "private", new() { IpAddress = "10.0.0.1" }, "NP1531", "IpAddress", "AlarmHealthCheck" },
        { "link-local", new() { IpAddress = "fe80::1" }, "NP1531", "IpAddress", "AlarmHealthCheck" },
        { "wildcard", new() { DomainName = "*.example.com" }, "NP1501", "DomainName", "one endpoint" },
        { "port", new() { DomainName = "a.example.com", Port = 0 }, "NP1202", "Port", "65535" },
        { "TCP without a port", new() { DomainName = "a.example.com", Protocol = HealthCheckProtocol.Tcp }, "NP1532", "Port", "Port" },
        { "TCP with a path", new() { DomainName = "a.example.com", Protocol = HealthCheckProtocol.Tcp, Port = 1, Path = "/" }, "NP1532", "Path", "HTTPS" },
        { "long text", new() { DomainName = "a.example.com", SearchString = new string('x', 256) }, "NP1532", "SearchString", "shorten" },
        { "interval", new() { DomainName = "a.example.com", Interval = TimeSpan.FromSeconds(20) }, "NP1533", "Interval", "10 or 30" },
        { "threshold", new() { DomainName = "a.example.com", FailureThreshold = 11 }, "NP1534", "FailureThreshold", "3" },
        { "unknown Region", new() { DomainName = "a.example.com", CheckerRegions = ["eu-west-1", "us-east-1", "eu-central-1"] }, "NP1535", "CheckerRegions", "sa-east-1" },
        { "two Regions", new() { DomainName = "a.example.com", CheckerRegions = ["eu-west-1", "us-east-1"] }, "NP1535", "CheckerRegions", "at least 3" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Endpoint_Mistake_HasCodePlaceAndFix(string mistake, EndpointHealthCheckProps props, string code, string property, string fix)
    {
        var context = new PatternContext("Dev/Check", nameof(EndpointHealthCheckProps), "eu-west-1", _ => false);
        var problem = Should.Throw<PlanException>(() => EndpointHealthCheckReader.Read(props, context)).Problems.ShouldHaveSingleItem(mistake);
        problem.Code.ShouldBe(code);
        problem.Where.ShouldBe($"Dev/Check: EndpointHealthCheckProps.{property}");
        problem.Fix.ShouldContain(fix);
    }

    [Fact]
    public void Calculated_Mistakes_HaveCodes()
    {
        var stack = DnsStacks.NewStack();
        var one = HealthCheck.FromId(stack, "One", "aaaaaaaa-0000-0000-0000-000000000001");
        var any = new CalculatedHealthCheck(stack, "Any", new CalculatedHealthCheckProps { Children = [one], Threshold = HealthThreshold.Any });
        Codes("Nobody", new() { Children = [] }).ShouldBe(["NP1534", "NP1536"]);
        Codes("Nested", new() { Children = [one, any] }).ShouldBe(["NP1537"]);
        Codes("Zero", new() { Children = [one], Threshold = HealthThreshold.AtLeast(0) }).ShouldBe(["NP1534"]);
        Codes("TooMany", new() { Children = [one], Threshold = HealthThreshold.AtLeast(2) }).ShouldBe(["NP1534"]);

        string[] Codes(string id, CalculatedHealthCheckProps props) =>
            [.. Should.Throw<PlanException>(() => new CalculatedHealthCheck(stack, id, props)).Problems.Select(problem => problem.Code)];
    }

    [Fact]
    public void Alarm_Mistakes_AreReportedTogether() =>
        Should.Throw<PlanException>(() => new AlarmHealthCheck(DnsStacks.NewStack(), "Check", new AlarmHealthCheckProps { AlarmName = " ", AlarmRegion = "Ireland" }))
            .Problems.Select(problem => problem.Code).ShouldBe(["NP1026", "NP1530"]);

    private static System.Text.Json.Nodes.JsonNode Config(Stack stack) =>
        stack.Template().Single("AWS::Route53::HealthCheck")["Properties"]!["HealthCheckConfig"]!;
}
