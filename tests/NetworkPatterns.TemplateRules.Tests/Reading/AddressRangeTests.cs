using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Tests.Reading;

public sealed class AddressRangeTests
{
    private static AddressRange? Range(string vpc, string cidr) => AddressRange.Of(Fragment.Of(
        $$"""
        Vpc AWS::EC2::VPC {{vpc}}
        Six AWS::EC2::VPCCidrBlock {"VpcId": "=Vpc", "AmazonProvidedIpv6CidrBlock": true}
        Subnet AWS::EC2::Subnet {"CidrBlock": {{cidr}} }
        """).ToTemplate().Find("Subnet")!["CidrBlock"]);

    private const string Literal = """{"CidrBlock": "10.0.0.0/16"}""";

    private const string FromPool = """{"Ipv4IpamPoolId": "pool", "Ipv4NetmaskLength": 20}""";

    [Theory]
    [InlineData("\"10.0.0.0/24\"", "10.0.0.0/24")]
    [InlineData("\"=Vpc.CidrBlock\"", "10.0.0.0/16")]
    [InlineData("""{"Fn::Select": [3, {"Fn::Cidr": ["=Vpc.CidrBlock", 16, 8]}]}""", "10.0.3.0/24")]
    [InlineData("""{"Fn::Select": ["2", {"Fn::Cidr": [{"Fn::Select": [1, {"Fn::Cidr": ["10.0.0.0/16", "4", "12"]}]}, 4, 4]}]}""", "10.0.16.32/28")]
    public void Of_ValueThatTheTemplateTells_IsTheLiteral(string value, string expected) =>
        Range(Literal, value).ShouldBe(AddressRange.Of(Core.Addressing.Cidr.Parse(expected)));

    [Theory]
    [InlineData("\"10.0.0.1/24\"")]
    [InlineData("\"=Parameter\"")]
    [InlineData("""{"Fn::Select": [16, {"Fn::Cidr": ["=Vpc.CidrBlock", 16, 8]}]}""")]
    [InlineData("""{"Fn::Select": [1, {"Fn::Cidr": ["=Vpc.CidrBlock", 16, 16]}]}""")]
    [InlineData("""{"Fn::Select": ["=Index", {"Fn::Cidr": ["=Vpc.CidrBlock", 16, 8]}]}""")]
    [InlineData("""{"Fn::If": ["Yes", "10.0.0.0/24", "10.0.1.0/24"]}""")]
    public void Of_ValueThatCantBeDecided_IsNull(string value) => Range(Literal, value).ShouldBeNull();

    [Fact]
    public void Of_PartOfAPoolsBlock_IsCountedFromTheBlock()
    {
        var range = Range(FromPool, """{"Fn::Select": [3, {"Fn::Cidr": ["=Vpc.CidrBlock", 16, 8]}]}""")!;

        range.PrefixLength.ShouldBe(24);
        range.Contains(range).ShouldBe(true);
        range.Overlaps(Range(FromPool, """{"Fn::Select": [2, {"Fn::Cidr": ["=Vpc.CidrBlock", 16, 8]}]}""")!).ShouldBe(false);
        range.Overlaps(AddressRange.Of(Core.Addressing.Cidr.Parse("10.0.0.0/8"))).ShouldBeNull();
        AddressRange.Of(Core.Addressing.Cidr.AnyIPv4).Contains(range).ShouldBe(true);
    }

    [Fact]
    public void Of_PartOfAnAmazonProvidedBlock_IsASlash64()
    {
        var range = Range(Literal, """{"Fn::Select": [255, {"Fn::Cidr": [{"Fn::Select": [0, "=Vpc.Ipv6CidrBlocks"]}, 256, 64]}]}""")!;

        range.IsIPv6.ShouldBeTrue();
        range.PrefixLength.ShouldBe(64);
    }
}
