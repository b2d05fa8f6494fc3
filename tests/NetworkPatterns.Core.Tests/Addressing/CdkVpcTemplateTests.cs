using System.Text.Json;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Tests.Addressing;

/// <summary>Reads templates that aws-cdk-lib 2.160.0 synthesized for its own Vpc.</summary>
public sealed class CdkVpcTemplateTests
{
    // The same construct, once computed and once read; only the second knows that there is one NAT gateway.
    [Fact]
    public void Read_DualStackTemplate_IsTheComputedLayout()
    {
        var read = Read("cdk-vpc-dual-stack.json");
        var computed = new CdkVpc { Path = "Vpc", Zones = ["eu-west-1a", "eu-west-1b"], CidrBlock = "10.1.0.0/20", IsDualStack = true }.ToLayout();
        read.Subnets.Select(s => s.NatGatewayId).ShouldBe(["VpcPublicSubnet1NATGateway4D7517AA", null, null, null]);
        read.Subnets.Select(s => s.EipId).ShouldBe(["VpcPublicSubnet1EIPD7E02669", null, null, null]);
        read.Subnets.Select(WithoutNat).ShouldBe(computed.Subnets.Select(WithoutNat));
        (read with { Subnets = [] }).ShouldBe(computed with { Subnets = [] });
    }

    [Fact]
    public void Read_TemplateOfAnyRegion_HasZonesByIndex()
    {
        var layout = Read("cdk-vpc-any-region.json", new Dictionary<string, string>(StringComparer.Ordinal) { ["Public"] = "web", ["Isolated"] = "data" });
        layout.Subnets.Select(s => $"{s.Tier} {s.Zone} {s.CidrBlock}").ShouldBe(
            ["web #0 10.0.0.0/18", "web #1 10.0.64.0/18", "data #0 10.0.128.0/18", "data #1 10.0.192.0/18"]);
        layout.Subnets[2].DefaultRouteId.ShouldBeNull();
        layout.Ipv6CidrBlockId.ShouldBeNull();
        layout.EgressOnlyInternetGatewayId.ShouldBeNull();

        var plan = AddressPlan.From((Plans.ThreeTiers with { Region = null, Tiers = [new("web", 0), new("data", 2)], Pins = layout.Pins }).WithZones("#0", "#1"));
        plan.Subnets.Select(s => s.LogicalId).ShouldBe(layout.Subnets.Select(s => s.SubnetId));
    }

    [Fact]
    public void Read_SubnetWithoutLiterals_NamesEach()
    {
        using var template = JsonDocument.Parse(
            """
            { "Resources": {
              "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": "10.0.0.0/16" } },
              "A": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" } } },
              "B": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": { "Ref": "Vpc" }, "AvailabilityZone": "eu-west-1a",
                "CidrBlock": { "Ref": "Block" }, "Tags": [ { "Key": "aws-cdk:subnet-name", "Value": "Public" } ] } },
              "Other": { "Type": "AWS::EC2::Subnet", "Properties": { "VpcId": "vpc-1" } } } }
            """);
        Should.Throw<PlanException>(() => CdkVpcTemplate.Read(template.RootElement, "Vpc")).Problems
            .Select(p => $"{p.Code} {p.Where}: {p.What}").ShouldBe(
                ["NP1028 A: the subnet has no tag aws-cdk:subnet-name", "NP1028 B: the subnet has no literal CidrBlock"]);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{ "Resources": { "Vpc": { "Type": "AWS::S3::Bucket" } } }""")]
    [InlineData("""{ "Resources": { "Vpc": { "Type": "AWS::EC2::VPC", "Properties": { "CidrBlock": { "Ref": "P" } } } } }""")]
    [InlineData("""{ "Resources": { "Vpc": 3 } }""")]
    public void Read_NoSuchVpc_IsAProblem(string json)
    {
        using var template = JsonDocument.Parse(json);
        Should.Throw<PlanException>(() => CdkVpcTemplate.Read(template.RootElement, "Vpc")).Problems.ShouldHaveSingleItem().Code.ShouldBe("NP1028");
    }

    private static ExistingSubnet WithoutNat(ExistingSubnet subnet) => subnet with { NatGatewayId = null, EipId = null };

    private static ExistingLayout Read(string file, Dictionary<string, string>? tiers = null)
    {
        using var template = JsonDocument.Parse(Repository.Read("tests", "NetworkPatterns.Core.Tests", "Addressing", "Templates", file));
        return CdkVpcTemplate.Read(template.RootElement, "Vpc8378EB38", tiers);
    }
}
