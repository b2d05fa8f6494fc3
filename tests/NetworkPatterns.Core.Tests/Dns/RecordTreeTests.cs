using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Core.Tests.Dns;

public sealed class RecordTreeTests
{
    [Fact]
    public void From_NestedGroups_HaveNamesOfTheirOwn() =>
        Trees.LatencyOverWeighted("eu-west-1", "us-east-1").Groups.Select(group => group.Name)
            .ShouldBe(["app.example.com", "eu-west-1.app.example.com", "us-east-1.app.example.com"]);

    [Fact]
    public void From_Tree_EvaluatesTargetHealthAtEveryAlias() =>
        Trees.LatencyOverWeighted("eu-west-1", "us-east-1").Records.ShouldAllBe(record => record.EvaluateTargetHealth == true);

    [Fact]
    public void From_CloudFront_DoesNotEvaluateTargetHealth() =>
        Trees.Of(RecordMember.Simple(new AliasTarget(AliasTargetKind.CloudFront, "d1.cloudfront.net", "Z2FDTNDATAQYW2", IsDualStack: true)))
            .Root.Records.Single().EvaluateTargetHealth.ShouldBe(false);

    [Fact]
    public void From_EveryTargetDualStack_MakesBothTypes() =>
        Trees.Of(RecordMember.Simple(Trees.LoadBalancer(isDualStack: true))).Types.ShouldBe([RecordType.A, RecordType.AAAA]);

    [Fact]
    public void From_OneTargetWithoutIPv6_MakesTypeA() => Trees.Of(
        RecordMember.Weighted("blue", 1, Trees.LoadBalancer(isDualStack: true)),
        RecordMember.Weighted("green", 1, Trees.LoadBalancer())).Types.ShouldBe([RecordType.A]);

    [Fact]
    public void From_NoTtl_IsAMinuteWhereRecordsFailOver()
    {
        Trees.Of(RecordMember.Weighted("blue", 1, Trees.Address(1))).TtlSeconds.ShouldBe(60);
        Trees.Of(RecordMember.Simple(Trees.Address(1))).TtlSeconds.ShouldBe(300);
    }

    [Fact]
    public void From_SimpleRecord_HasNoSetIdentifier() =>
        Trees.Of(RecordMember.Simple(Trees.Address(1))).Root.Records.Single().SetIdentifier.ShouldBeNull();

    [Fact]
    public void From_OrderOfMembers_IsKept() =>
        Trees.Of(RecordMember.Weighted("b", 1, Trees.Address(1)), RecordMember.Weighted("a", 1, Trees.Address(2)))
            .Root.Records.Select(record => record.SetIdentifier).ShouldBe(["b", "a"]);

    [Fact]
    public void From_UncheckedRecordAmongSeveral_Warns() =>
        Trees.Of(RecordMember.Weighted("blue", 1, Trees.Address(1)), RecordMember.Weighted("green", 1, Trees.Address(2)).Checked())
            .Warnings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
                warning => warning.Code.ShouldBe("NP1525"),
                warning => warning.Where.ShouldBe("Dev/App: Props.Members[blue]"));

    [Fact]
    public void From_TargetOfUndocumentedHealth_Warns() =>
        Trees.Of(RecordMember.Latency("eu-west-1", new AliasTarget(AliasTargetKind.ApiGateway, "d-1.execute-api.eu-west-1.amazonaws.com", "Z1", IsDualStack: false)))
            .Warnings.ShouldHaveSingleItem().Code.ShouldBe("NP1526");

    [Fact]
    public void Render_Tree_DrawsBranchesSharesAndHealth() => RecordTreeRenderer.Render(Trees.Of(
        RecordMember.Latency("eu-west-1", RecordTarget.Group(
            RecordMember.Weighted("blue", 90, Trees.LoadBalancer()),
            RecordMember.Weighted("green", 10, Trees.Address(2)).Checked())),
        RecordMember.Latency("us-east-1", Trees.Address(3)))).ShouldBe(
        """
        app.example.com A latency
        ├─ eu-west-1: eu-west-1.app.example.com weighted [target health evaluated]
        │  ├─ blue (weight 90, 90.0 %): load balancer alb.eu-west-1.elb.amazonaws.com [target health evaluated]
        │  └─ green (weight 10, 10.0 %): 192.0.2.2 [health check]
        └─ us-east-1: 192.0.2.3 [always healthy]

        """);

    [Theory]
    [InlineData("abc", "\"abc\"")]
    [InlineData("say \"hi\" \\o/", "\"say \\\"hi\\\" \\\\o/\"")]
    [InlineData("é", "\"\\303\\251\"")]
    [InlineData("", "\"\"")]
    public void Txt_Quote_EscapesAsZoneFilesDo(string text, string expected) => TxtValue.Quote(text).ShouldBe(expected);

    [Fact]
    public void Txt_Quote_CutsAfter255Bytes() =>
        TxtValue.Quote(new string('a', 256)).ShouldBe($"\"{new string('a', 255)}\" \"a\"");

    [Theory]
    [InlineData("app.example.com", true)]
    [InlineData("App.Example.COM.", true)]
    [InlineData("*.example.com", true)]
    [InlineData("_dmarc.example.com", true)]
    [InlineData("a.*.example.com", false)]
    [InlineData("-a.example.com", false)]
    [InlineData("a..example.com", false)]
    [InlineData("example.com..", false)]
    [InlineData("", false)]
    [InlineData("*", false)]
    public void DnsName_TryParse_KnowsNames(string text, bool expected) => DnsName.TryParse(text, out _).ShouldBe(expected);
}
