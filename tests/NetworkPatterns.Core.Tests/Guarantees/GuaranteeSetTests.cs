using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Core.Tests.Guarantees;

public sealed class GuaranteeSetTests
{
    private static readonly GuaranteeSet Chain = new("Dev/Network",
    [
        new CanReach(Party.Internet, Party.Tier("web"), [Traffic.Tcp(80), Traffic.Tcp(443)]),
        new ReachesAtMost(Party.Tier("web"), Party.Tier("app"), [Traffic.Tcp(8080), Traffic.Udp(1024, 65535), Traffic.Icmp]),
        new NeverReaches(Party.Any, Party.Tier("data")),
        new OnlyThrough(Party.Tier("Dev/Hub", "prod"), Party.Range(Cidr.Parse("10.1.0.0/16")), Party.Tier("Dev/Hub", "inspection")),
        new SingleEntrance(Party.Resource("Dev/Api"), Party.OfType("AWS::CloudFront::Distribution")),
    ]);

    [Fact]
    public void Read_WhatToJsonWrote_IsTheSame()
    {
        var errors = new List<string>();

        GuaranteeSet.Read(Parse(Chain.ToJson().ToJsonString()), errors).ShouldBe(Chain);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public void ToJson_OfAChain_IsTheDocumentedSchema() =>
        Chain.ToJson().ToJsonString().ShouldBe(JsonNode.Parse(
            """
            {"version":1,"network":"Dev/Network","guarantees":[
              {"kind":"can-reach","from":"internet","to":"tier:web","traffic":[{"protocol":"tcp","ports":"80"},{"protocol":"tcp","ports":"443"}]},
              {"kind":"reaches-at-most","from":"tier:web","to":"tier:app",
               "traffic":[{"protocol":"tcp","ports":"8080"},{"protocol":"udp","ports":"1024-65535"},{"protocol":"icmp"}]},
              {"kind":"never-reaches","from":"any","to":"tier:data"},
              {"kind":"only-through","from":"tier:Dev/Hub/prod","to":"cidr:10.1.0.0/16","through":"tier:Dev/Hub/inspection"},
              {"kind":"single-entrance","from":"internet","to":"resource:Dev/Api","through":"type:AWS::CloudFront::Distribution"}]}
            """)!.ToJsonString());

    [Fact]
    public void ToJson_HoldsNoFunctionOfCloudFormation()
    {
        var text = Chain.ToJson().ToJsonString();

        text.ShouldNotContain("\"Ref\"");
        text.ShouldNotContain("Fn::");
    }

    [Theory]
    [InlineData("""{"kind":"sometimes-reaches","from":"internet","to":"tier:web"}""")]
    [InlineData("""{"kind":"never-reaches","from":"the internet","to":"tier:web"}""")]
    [InlineData("""{"kind":"never-reaches","from":"internet","to":"cidr:10.0.0.1/16"}""")]
    [InlineData("""{"kind":"never-reaches","from":"internet","to":"tier:"}""")]
    [InlineData("""{"kind":"can-reach","from":"internet","to":"tier:web"}""")]
    [InlineData("""{"kind":"can-reach","from":"internet","to":"tier:web","traffic":[]}""")]
    [InlineData("""{"kind":"can-reach","from":"internet","to":"tier:web","traffic":[{"protocol":"tcp","ports":"70000"}]}""")]
    [InlineData("""{"kind":"can-reach","from":"internet","to":"tier:web","traffic":[{"protocol":"tcp","ports":"90-80"}]}""")]
    [InlineData("""{"kind":"can-reach","from":"internet","to":"tier:web","traffic":[{"protocol":"icmp","ports":"8"}]}""")]
    [InlineData("""{"kind":"only-through","from":"internet","to":"tier:web"}""")]
    [InlineData("""{"kind":"single-entrance","from":"internet","to":"resource:Dev/Api"}""")]
    [InlineData("""{"kind":"single-entrance","from":"tier:web","to":"resource:Dev/Api","through":"resource:Dev/Door"}""")]
    [InlineData("17")]
    public void Read_AGuaranteeThatIsNone_IsAnErrorAndTheOthersStay(string broken)
    {
        var errors = new List<string>();

        var read = GuaranteeSet.Read(
            Parse($$"""{"version":1,"network":"N","guarantees":[{{broken}},{"kind":"never-reaches","from":"any","to":"tier:data"}]}"""), errors);

        read!.Guarantees.ShouldBe([new NeverReaches(Party.Any, Party.Tier("data"))]);
        errors.ShouldHaveSingleItem().ShouldContain("is not a guarantee");
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"network":"N","guarantees":[]}""")]
    [InlineData("""{"version":2,"network":"N","guarantees":[]}""")]
    [InlineData("""{"version":1,"guarantees":[]}""")]
    [InlineData("""{"version":1,"network":"N","guarantees":{}}""")]
    public void Read_WhatIsNoSet_IsNullWithAnError(string json)
    {
        var errors = new List<string>();

        GuaranteeSet.Read(Parse(json), errors).ShouldBeNull();
        errors.ShouldHaveSingleItem();
    }

    [Fact]
    public void TierMember_ReadOfWhatToJsonWrote_IsTheSame()
    {
        var errors = new List<string>();
        TierMember[] members = [new("Dev/Network", "web"), new("Dev/Hub", "prod")];

        TierMember.Read(Parse(TierMember.ToJson(members).ToJsonString()), errors).ShouldBe(members);
        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"network":"N","tier":"web"}""")]
    [InlineData("""[{"network":"N"}]""")]
    [InlineData("""[{"network":"N","tier":1}]""")]
    public void TierMember_ReadOfSomethingElse_IsAnError(string json)
    {
        var errors = new List<string>();

        TierMember.Read(Parse(json), errors).ShouldBeEmpty();
        errors.ShouldHaveSingleItem();
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
