using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates.Tests;

public sealed class EstateTests
{
    [Fact]
    public void Read_AVpcWithASubnet_ResolvesItsProperties()
    {
        var estate = Given.Yaml(
            """
            Resources:
              Vpc:
                Type: AWS::EC2::VPC
                Metadata: { aws:cdk:path: Dev/Network/Vpc/Resource }
                Properties: { CidrBlock: 10.0.0.0/16, EnableDnsSupport: "true" }
              Subnet:
                Type: AWS::EC2::Subnet
                Properties:
                  VpcId: !Ref Vpc
                  CidrBlock: !Select [1, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]]
                  AvailabilityZone: !Select [0, !GetAZs ""]
            """);

        estate.Problems.ShouldBeEmpty();
        var subnet = estate.OfType("AWS::EC2::Subnet").ShouldHaveSingleItem();
        subnet.Text("CidrBlock").Value.ShouldBe("10.0.1.0/24");
        subnet.Text("AvailabilityZone").Value.ShouldBe("eu-west-1a");
        subnet.Reference("VpcId").Value.Resource.ShouldBe(estate.Find("Dev", "Vpc"));
        estate.FindByConstructPath("Dev/Network/Vpc").ShouldHaveSingleItem().Boolean("EnableDnsSupport").Value.ShouldBeTrue();
    }
}
