using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Dns;

[Collection(CdkCollection.Name)]
public sealed class ZoneTests
{
    [Fact]
    public void PublicZone_AllOptions_IsAsApproved()
    {
        var stack = DnsStacks.NewStack("us-east-1");
        _ = new PublicZone(stack, "Zone", new PublicZoneProps
        {
            ZoneName = "Example.com.",
            Comment = "the company's own",
            QueryLogRetentionDays = 90,
            IsSigned = true,
            AcceleratedRecovery = true,
        });
        var template = stack.Template();
        Snapshot.Matches(TemplateText.Canonical(template["Resources"]!.ToJsonString()), "PublicZone.AllOptions");
        PlainRendering.ShouldEqual(
            template,
            ZoneBlueprint.From(new("Dev/Zone", "example.com") { Comment = "the company's own", QueryLogRetentionDays = 90, IsSigned = true, AcceleratedRecovery = true }),
            "Dev/Zone");
        template["Outputs"]!.ToJsonString().ShouldContain("aws route53 get-dnssec");
    }

    [Fact]
    public void PublicZone_Defaults_IsAZoneThatStays()
    {
        var stack = DnsStacks.NewStack();
        _ = new PublicZone(stack, "Zone", new PublicZoneProps { ZoneName = "example.com" });
        var zone = stack.Template().Resources().ShouldHaveSingleItem().Value!;
        zone["DeletionPolicy"]!.GetValue<string>().ShouldBe("Retain");
        zone["Properties"].ShouldBeJson("""{"Name":"example.com."}""");
    }

    [Fact]
    public void PrivateZone_VpcsOfThisAndOtherAccounts_AreKeptApart()
    {
        var stack = DnsStacks.NewStack();
        var vpc = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes { VpcId = "vpc-1", AvailabilityZones = ["eu-west-1a"] });
        _ = new PrivateZone(stack, "Zone", new PrivateZoneProps
        {
            ZoneName = "internal.example.com",
            Vpcs = [vpc],
            VpcsById = [new("vpc-2", "us-east-1"), new("vpc-3", "eu-west-1", "222222222222")],
        });
        var template = stack.Template();
        template.Single("AWS::Route53::HostedZone")["Properties"]!["VPCs"].ShouldBeJson(
            """[{"VPCId":"vpc-1","VPCRegion":{"Ref":"AWS::Region"}},{"VPCId":"vpc-2","VPCRegion":"us-east-1"}]""");
        template["Outputs"]!.AsObject().ShouldHaveSingleItem().Value!.ToJsonString().ShouldContain("VPCId=vpc-3");
    }

    [Fact]
    public void Delegation_SameStack_RefersToTheChildsNameServers()
    {
        var stack = DnsStacks.NewStack();
        var child = new PublicZone(stack, "Child", new PublicZoneProps { ZoneName = "eu.example.com" });
        _ = new ZoneDelegation(stack, "Delegation", new ZoneDelegationProps { ParentZone = DnsStacks.Zone(stack), ZoneName = "eu.example.com", NameServers = child.NameServers });
        var template = stack.Template();
        template.PropertiesOf("DelegationNameServers")["ResourceRecords"].ShouldBeJson(
            $$"""{"Fn::GetAtt":["{{template.LogicalIds("AWS::Route53::HostedZone").Single()}}","NameServers"]}""");
    }

    [Fact]
    public void Delegation_OtherAccount_IsLiteralWithDs()
    {
        var stack = DnsStacks.NewStack();
        _ = new ZoneDelegation(stack, "Delegation", new ZoneDelegationProps
        {
            ParentZone = DnsStacks.Zone(stack),
            ZoneName = "eu.example.com",
            NameServers = ["ns-1.awsdns-01.org", "ns-2.awsdns-02.net"],
            DsRecord = $"12345 13 2 {new string('A', 64)}",
        });
        var template = stack.Template();
        template.LogicalIds("AWS::Route53::RecordSet").Count.ShouldBe(2);
        template.PropertiesOf("DelegationNameServers")["TTL"]!.GetValue<string>().ShouldBe("172800");
    }

    [Fact]
    public void Certificate_NamesOfSeveralZones_AreProvedInTheirZones()
    {
        var stack = DnsStacks.NewStack();
        _ = new ZonedCertificate(stack, "Certificate", new ZonedCertificateProps
        {
            Names = ["example.com", "*.eu.example.com", "example.org"],
            Zones =
            [
                Zones.FromId(stack, "Com", "ZCOM", "example.com"),
                Zones.FromId(stack, "Eu", "ZEU", "eu.example.com"),
                Zones.FromId(stack, "Org", "ZORG", "example.org"),
            ],
        });
        var properties = stack.Template().Single("AWS::CertificateManager::Certificate")["Properties"]!;
        properties["DomainValidationOptions"].ShouldBeJson(
            """
            [{"DomainName":"example.com","HostedZoneId":"ZCOM"},{"DomainName":"*.eu.example.com","HostedZoneId":"ZEU"},{"DomainName":"example.org","HostedZoneId":"ZORG"}]
            """);
        properties["SubjectAlternativeNames"].ShouldBeJson("""["*.eu.example.com","example.org"]""");
        properties["ValidationMethod"]!.GetValue<string>().ShouldBe("DNS");
    }

    [Fact]
    public void PublicZone_Mistakes_HaveCodeAndPlace()
    {
        Problems(stack => new PublicZone(stack, "Zone", new PublicZoneProps { ZoneName = "*.example.com" })).ShouldBe([("NP1540", "ZoneName")]);
        Problems(stack => new PublicZone(stack, "Zone", new PublicZoneProps { ZoneName = "example.com", Comment = new string('x', 257) })).ShouldBe([("NP1540", "Comment")]);
        Problems(stack => new PublicZone(stack, "Zone", new PublicZoneProps { ZoneName = "example.com", QueryLogRetentionDays = 2, IsSigned = true }))
            .ShouldBe([("NP1215", "QueryLogRetentionDays"), ("NP1541", "IsSigned"), ("NP1541", "QueryLogRetentionDays")]);
    }

    [Theory]
    [InlineData("cn-north-1")]
    [InlineData("us-gov-west-1")]
    public void PublicZone_SignedOrLoggedInAnotherPartition_IsAMistake(string region) =>
        Should.Throw<PlanException>(() => new PublicZone(DnsStacks.NewStack(region), "Zone", new PublicZoneProps { ZoneName = "example.com", QueryLogRetentionDays = 30, IsSigned = true }))
            .Problems.Select(problem => (problem.Code, problem.Where)).ShouldBe([("NP1225", "Dev/Zone: PublicZoneProps.IsSigned"), ("NP1225", "Dev/Zone: PublicZoneProps.QueryLogRetentionDays")]);

    [Fact]
    public void PrivateZone_Mistakes_HaveCodeAndPlace()
    {
        Problems(stack => new PrivateZone(stack, "Zone", new PrivateZoneProps { ZoneName = "internal" })).ShouldBe([("NP1542", "Vpcs")]);
        Problems(stack => new PrivateZone(stack, "Zone", new PrivateZoneProps { ZoneName = "internal", VpcsById = [new("vpc-1", "eu-west-1"), new("vpc-1", "Ireland")] }))
            .ShouldBe([("NP1026", "VpcsById"), ("NP1542", "VpcsById")]);
    }

    [Fact]
    public void Delegation_Mistakes_HaveCodeAndPlace() => Problems(stack => new ZoneDelegation(stack, "Delegation", new ZoneDelegationProps
    {
        ParentZone = DnsStacks.Zone(stack),
        ZoneName = "example.com",
        NameServers = ["ns 1"],
        DsRecord = "sha256",
    })).ShouldBe([("NP1502", "ZoneName"), ("NP1519", "Members[DsRecord]"), ("NP1543", "NameServers"), ("NP1543", "NameServers")]);

    [Fact]
    public void Certificate_Mistakes_HaveCodeAndPlace()
    {
        Problems(stack => new ZonedCertificate(stack, "Certificate", new ZonedCertificateProps { Names = ["www.example.org"], Zones = [DnsStacks.Zone(stack)] }))
            .ShouldBe([("NP1544", "Names")]);
        Problems(stack => new ZonedCertificate(stack, "Certificate", new ZonedCertificateProps { Names = [], Zones = [DnsStacks.Zone(stack)], IsForCloudFront = true }))
            .ShouldBe([("NP1541", "IsForCloudFront"), ("NP1545", "Names")]);
        Problems(stack => new ZonedCertificate(stack, "Certificate", new ZonedCertificateProps { Names = [$"{new string('a', 60)}.example.com", "a.example.com", "a.example.com", "b_.?"], Zones = [DnsStacks.Zone(stack)] }))
            .ShouldBe([("NP1501", "Names"), ("NP1545", "Names"), ("NP1545", "Names")]);
    }

    private static (string Code, string Property)[] Problems(Func<Stack, object> make)
    {
        var problems = Should.Throw<PlanException>(() => make(DnsStacks.NewStack())).Problems;
        return [.. problems.Select(problem => (problem.Code, problem.Where[(problem.Where.IndexOf("Props.", StringComparison.Ordinal) + 6)..]))];
    }
}
