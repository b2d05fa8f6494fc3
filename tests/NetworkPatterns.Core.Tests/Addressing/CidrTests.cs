using System.Net;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Tests.Addressing;

public sealed class CidrTests
{
    [Theory]
    [InlineData("10.0.0.0/16")]
    [InlineData("0.0.0.0/0")]
    [InlineData("255.255.255.255/32")]
    [InlineData("::/0")]
    [InlineData("2001:db8::/32")]
    [InlineData("64:ff9b::/96")]
    public void Parse_CanonicalText_PrintsTheSame(string text) => Cidr.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("", CidrError.NotACidr)]
    [InlineData("10.0.0.0", CidrError.NotACidr)]
    [InlineData("10.0/16", CidrError.NotACidr)]
    [InlineData("010.0.0.0/8", CidrError.NotACidr)]
    [InlineData("0x0a.0.0.0/8", CidrError.NotACidr)]
    [InlineData("10.0.0.0/-1", CidrError.NotACidr)]
    [InlineData("10.0.0.0/+8", CidrError.NotACidr)]
    [InlineData("10.0.0.0/08", CidrError.NotACidr)]
    [InlineData("10.0.0.0/ 8", CidrError.NotACidr)]
    [InlineData("fe80::%1/64", CidrError.NotACidr)]
    [InlineData("[::]/0", CidrError.NotACidr)]
    [InlineData("10.0.0.0/33", CidrError.PrefixOutOfRange)]
    [InlineData("::/129", CidrError.PrefixOutOfRange)]
    [InlineData("10.0.0.1/16", CidrError.HostBitsSet)]
    [InlineData("2001:db8::1/64", CidrError.HostBitsSet)]
    public void TryParse_NotABlock_SaysWhy(string text, CidrError expected)
    {
        Cidr.TryParse(text, out _, out var error).ShouldBeFalse();
        error.ShouldBe(expected);
    }

    [Fact]
    public void Split_IntoQuarters_GivesThemInOrder() =>
        Cidr.Parse("10.0.0.0/16").Split(18).Select(c => c.ToString())
            .ShouldBe(["10.0.0.0/18", "10.0.64.0/18", "10.0.128.0/18", "10.0.192.0/18"]);

    [Fact]
    public void Supernet_OfASubnet_IsTheParent() =>
        Cidr.Parse("10.0.192.0/18").Supernet(16).ShouldBe(Cidr.Parse("10.0.0.0/16"));

    [Fact]
    public void Overlaps_DifferentFamilies_IsFalse() => Cidr.AnyIPv4.Overlaps(Cidr.AnyIPv6).ShouldBeFalse();

    [Fact]
    public void Contains_AddressAtTheEnds_IsInclusive()
    {
        var block = Cidr.Parse("10.0.1.0/24");
        block.Contains(IPAddress.Parse("10.0.1.0")).ShouldBeTrue();
        block.Contains(IPAddress.Parse("10.0.1.255")).ShouldBeTrue();
        block.Contains(IPAddress.Parse("10.0.2.0")).ShouldBeFalse();
    }
}
