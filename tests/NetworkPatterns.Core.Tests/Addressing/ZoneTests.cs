using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Tests.Addressing;

public sealed class ZoneTests
{
    [Theory]
    [InlineData("eu-west-1a", ZoneKind.Name, ZoneType.AvailabilityZone, "a", 0)]
    [InlineData("us-gov-west-1c", ZoneKind.Name, ZoneType.AvailabilityZone, "c", 2)]
    [InlineData("eusc-de-east-1b", ZoneKind.Name, ZoneType.AvailabilityZone, "b", 1)]
    [InlineData("us-west-2-lax-1a", ZoneKind.Name, ZoneType.LocalZone, "lax1a", null)]
    [InlineData("us-east-1-wl1-bos-wlz-1", ZoneKind.Name, ZoneType.WavelengthZone, "wl1boswlz1", null)]
    [InlineData("euw1-az1", ZoneKind.Id, ZoneType.AvailabilityZone, "az1", 0)]
    [InlineData("apne1-az4", ZoneKind.Id, ZoneType.AvailabilityZone, "az4", 3)]
    [InlineData("usgw1-az1", ZoneKind.Id, ZoneType.AvailabilityZone, "az1", 0)]
    [InlineData("usw2-lax1-az1", ZoneKind.Id, ZoneType.LocalZone, "lax1az1", null)]
    [InlineData("use1-wl1-bos-wlz1", ZoneKind.Id, ZoneType.WavelengthZone, "wl1boswlz1", null)]
    [InlineData("#2", ZoneKind.Index, ZoneType.AvailabilityZone, "2", 2)]
    public void Parse_Zone_KnowsWhatItIs(string text, ZoneKind kind, ZoneType type, string label, int? slot)
    {
        var zone = Zone.Parse(text);
        zone.Kind.ShouldBe(kind);
        zone.Type.ShouldBe(type);
        zone.Label.ShouldBe(label);
        zone.NaturalSlot.ShouldBe(slot);
        zone.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("eu-west-1")]
    [InlineData("eu-west-1A")]
    [InlineData("eu-west-1a ")]
    [InlineData("eu-west-1a\n")]
    [InlineData("eu-west-0a")]
    [InlineData("euw1-az0")]
    [InlineData("euw1-az01")]
    [InlineData("az1")]
    [InlineData("euw1")]
    [InlineData("us-west-2-lax-1")]
    [InlineData("us-east-1-wl1-bos-wlz-1a")]
    [InlineData("#-1")]
    [InlineData("#26")]
    [InlineData("${Token[AZ.4]}")]
    public void TryParse_NotAZone_IsFalse(string text) => Zone.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Parse_NotAZone_SaysSo() =>
        Should.Throw<FormatException>(() => Zone.Parse("london")).Message.ShouldBe("'london' is neither a zone name nor an AZ ID");

    // N7: a subnet gets exactly one of the two properties.
    [Theory]
    [InlineData("eu-west-1a", "eu-west-1a", null)]
    [InlineData("us-west-2-lax-1a", "us-west-2-lax-1a", null)]
    [InlineData("euw1-az1", null, "euw1-az1")]
    [InlineData("usw2-lax1-az1", null, "usw2-lax1-az1")]
    [InlineData("#0", null, null)]
    public void AvailabilityZone_NameOrId_IsExactlyOne(string text, string? name, string? id)
    {
        Zone.Parse(text).AvailabilityZone.ShouldBe(name);
        Zone.Parse(text).AvailabilityZoneId.ShouldBe(id);
    }

    [Theory]
    [InlineData("eu-west-1a", "eu-west-1", true)]
    [InlineData("eu-west-1a", "eu-west-2", false)]
    [InlineData("us-west-2-lax-1a", "us-west-2", true)]
    [InlineData("us-west-2-lax-1a", "us-west-1", false)]
    [InlineData("euw1-az1", "eu-west-1", true)]
    [InlineData("euw2-az1", "eu-west-1", false)]
    [InlineData("usw2-lax1-az1", "us-west-2", true)]
    [InlineData("usw2-lax1-az1", "us-east-1", false)]
    [InlineData("usie1-az1", "us-iso-east-1", true)]
    [InlineData("anyt1-az1", "us-iso-east-1", true)]
    [InlineData("#0", "eu-west-1", true)]
    public void IsIn_Region_GoesByWhatTheTextSays(string zone, string region, bool expected) =>
        Zone.Parse(zone).IsIn(region).ShouldBe(expected);

    [Fact]
    public void AtIndex_OutOfRange_Throws()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Zone.AtIndex(-1));
        Should.Throw<ArgumentOutOfRangeException>(() => Zone.AtIndex(26));
        Zone.AtIndex(3).ShouldBe(Zone.Parse("#3"));
    }
}
