using System.Text.Json;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Core.Tests.Guarantees;

public sealed class OutsideNetworkTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Dev/Office/berlin")]
    public void Read_WhatWasWritten_IsTheSame(string? name)
    {
        var network = new OutsideNetwork([Cidr.Parse("192.168.0.0/16"), Cidr.Parse("2001:db8::/32")]) { Name = name };
        var errors = new List<string>();

        OutsideNetwork.Read(Parse(network.ToJson().ToJsonString()), errors).ShouldBe(network);

        errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{ "ranges": [] }""")]
    [InlineData("""{ "ranges": ["192.168.0.0"] }""")]
    [InlineData("""{ "ranges": ["10.0.0.0/8", { "Ref": "Range" }] }""")]
    public void Read_WhatIsNoNetwork_IsAnError(string json)
    {
        var errors = new List<string>();

        OutsideNetwork.Read(Parse(json), errors).ShouldBeNull();

        errors.ShouldHaveSingleItem().ShouldContain(OutsideNetwork.MetadataKey);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
