using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Core.Tests.Addressing;

public sealed class RegionCodeTests
{
    // https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html; China and GovCloud
    // from the pages of services that list their zones.
    [Theory]
    [InlineData("af-south-1", "afs1")]
    [InlineData("ap-east-1", "ape1")]
    [InlineData("ap-east-2", "ape2")]
    [InlineData("ap-northeast-1", "apne1")]
    [InlineData("ap-northeast-2", "apne2")]
    [InlineData("ap-northeast-3", "apne3")]
    [InlineData("ap-south-1", "aps1")]
    [InlineData("ap-south-2", "aps2")]
    [InlineData("ap-southeast-1", "apse1")]
    [InlineData("ap-southeast-2", "apse2")]
    [InlineData("ap-southeast-3", "apse3")]
    [InlineData("ap-southeast-4", "apse4")]
    [InlineData("ap-southeast-5", "apse5")]
    [InlineData("ap-southeast-6", "apse6")]
    [InlineData("ap-southeast-7", "apse7")]
    [InlineData("ca-central-1", "cac1")]
    [InlineData("ca-west-1", "caw1")]
    [InlineData("cn-north-1", "cnn1")]
    [InlineData("cn-northwest-1", "cnnw1")]
    [InlineData("eu-central-1", "euc1")]
    [InlineData("eu-central-2", "euc2")]
    [InlineData("eu-north-1", "eun1")]
    [InlineData("eu-south-1", "eus1")]
    [InlineData("eu-south-2", "eus2")]
    [InlineData("eu-west-1", "euw1")]
    [InlineData("eu-west-2", "euw2")]
    [InlineData("eu-west-3", "euw3")]
    [InlineData("il-central-1", "ilc1")]
    [InlineData("me-central-1", "mec1")]
    [InlineData("me-south-1", "mes1")]
    [InlineData("mx-central-1", "mxc1")]
    [InlineData("sa-east-1", "sae1")]
    [InlineData("us-east-1", "use1")]
    [InlineData("us-east-2", "use2")]
    [InlineData("us-gov-east-1", "usge1")]
    [InlineData("us-gov-west-1", "usgw1")]
    [InlineData("us-west-1", "usw1")]
    [InlineData("us-west-2", "usw2")]
    public void FindZoneIdPrefix_DocumentedRegion_IsTheDocumentedOne(string region, string prefix)
    {
        RegionCode.IsValid(region).ShouldBeTrue();
        RegionCode.FindZoneIdPrefix(region).ShouldBe(prefix);
    }

    [Theory]
    [InlineData("us-iso-east-1")]
    [InlineData("us-isob-east-1")]
    [InlineData("eusc-de-east-1")]
    [InlineData("eu-middle-1")]
    public void FindZoneIdPrefix_UndocumentedZoneIds_IsUnknown(string region)
    {
        RegionCode.IsValid(region).ShouldBeTrue();
        RegionCode.FindZoneIdPrefix(region).ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("eu-west")]
    [InlineData("eu-west-1a")]
    [InlineData("EU-WEST-1")]
    [InlineData("euwest1")]
    [InlineData("eu-west-1\n")]
    [InlineData("${Token[AWS.Region.4]}")]
    public void IsValid_NotARegion_IsFalse(string text)
    {
        RegionCode.IsValid(text).ShouldBeFalse();
        RegionCode.FindZoneIdPrefix(text).ShouldBeNull();
    }
}
