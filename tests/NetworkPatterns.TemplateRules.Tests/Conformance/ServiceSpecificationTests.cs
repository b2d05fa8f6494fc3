using NetworkPatterns.TemplateRules.Conformance;

namespace NetworkPatterns.TemplateRules.Tests.Conformance;

/// <summary>Facts that other checks lean on, so that a newer specification that loses them is noticed here.</summary>
public sealed class ServiceSpecificationTests(SpecificationFixture fixture) : IClassFixture<SpecificationFixture>
{
    [Fact]
    public void Find_RegionalNatGateway_IsKnown()
    {
        var nat = fixture.Specification.Find("AWS::EC2::NatGateway")!;

        nat.Properties.Keys.ShouldContain("VpcId");
        nat.Properties["AvailabilityMode"].Replacement.ShouldBe("yes");
        nat.Properties["SubnetId"].IsRequired.ShouldBeFalse();
    }

    [Fact]
    public void Find_TransitGatewayAttachment_MayGainSubnetsInPlace() =>
        fixture.Specification.Find("AWS::EC2::TransitGatewayAttachment")!.Properties["SubnetIds"].Replacement.ShouldBeNull();

    [Fact]
    public void Find_TypeThatDoesNotExist_IsNull() => fixture.Specification.Find("AWS::EC2::Subnetwork").ShouldBeNull();
}
