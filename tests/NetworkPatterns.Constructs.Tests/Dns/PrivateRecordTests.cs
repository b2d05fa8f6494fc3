using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.Route53;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;
using RecordTarget = NetworkPatterns.Core.Dns.RecordTarget;

namespace NetworkPatterns.Constructs.Tests.Dns;

/// <summary>Records that only a public zone can have.</summary>
[Collection(CdkCollection.Name)]
public sealed class PrivateRecordTests
{
    private static readonly RecordMember[] IpBased =
        [RecordMember.IpBased("office", ["203.0.113.0/24"], DnsStacks.Address(1)).Checked(), RecordMember.DefaultIp(DnsStacks.Address(2)).Checked()];

    private static readonly Dictionary<string, Func<Stack, IHostedZone>> PrivateZones = new()
    {
        ["ours"] = stack => new PrivateZone(stack, "Zone", new PrivateZoneProps { ZoneName = "example.com", VpcsById = [new("vpc-1", "eu-west-1")] }).Zone,
        ["by its ID"] = stack => Zones.FromPrivateId(stack, "Zone", "Z0123456789EXAMPLE", "example.com"),
        ["of CDK"] = stack => new PrivateHostedZone(stack, "Zone", new PrivateHostedZoneProps
        {
            ZoneName = "example.com",
            Vpc = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes { VpcId = "vpc-1", AvailabilityZones = ["eu-west-1a"] }),
        }),
    };

    public static TheoryData<string> Kinds => [.. PrivateZones.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void IpBased_InAPrivateZone_IsAMistake(string kind) =>
        Problem(stack => new IpBasedRecords(stack, "App", Group(PrivateZones[kind](stack), IpBased))).Where.ShouldBe("Dev/App: RecordGroupProps.Members");

    [Theory]
    [MemberData(nameof(Kinds))]
    public void CloudFront_InAPrivateZone_IsAMistake(string kind) => Problem(stack => new SimpleRecord(stack, "App", new SimpleRecordProps
    {
        Zone = PrivateZones[kind](stack),
        Name = "app.example.com",
        Target = Alias.CloudFront("d111111abcdef8.cloudfront.net"),
    })).Where.ShouldBe("Dev/App: SimpleRecordProps.Members[only]");

    [Fact]
    public void CloudFront_DeepInATreeOfAPrivateZone_IsAMistake() => Problem(stack => new LatencyRecords(stack, "App", Group(
        PrivateZones["ours"](stack),
        RecordMember.Latency("eu-west-1", RecordTarget.Group(RecordMember.Weighted("static", 1, Alias.CloudFront("d111111abcdef8.cloudfront.net")).Checked()))))).Where
        .ShouldBe("Dev/App: RecordGroupProps.Members[eu-west-1/static]");

    [Fact]
    public void IpBased_InAPublicZone_IsMade()
    {
        var stack = DnsStacks.NewStack();
        var zone = new PublicZone(stack, "Zone", new PublicZoneProps { ZoneName = "example.com" });
        _ = new IpBasedRecords(stack, "App", Group(zone.Zone, IpBased));
        stack.Template().LogicalIds("AWS::Route53::CidrCollection").ShouldHaveSingleItem();
    }

    private static RecordGroupProps Group(IHostedZone zone, params IEnumerable<RecordMember> members) =>
        new() { Zone = zone, Name = "app.example.com", Members = [.. members] };

    private static Problem Problem(Func<Stack, object> make)
    {
        var problem = Should.Throw<PlanException>(() => make(DnsStacks.NewStack())).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe("NP1527");
        return problem;
    }
}
