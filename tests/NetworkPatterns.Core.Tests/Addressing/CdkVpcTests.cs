using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Tests.Addressing;

/// <summary>What aws-cdk-lib 2.160.0 synthesized for the same props.</summary>
public sealed class CdkVpcTests
{
    private static readonly CdkVpc Default = new() { Path = "Vpc", Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"] };

    [Fact]
    public void ToLayout_Defaults_IsWhatCdkMakes()
    {
        var layout = Default.ToLayout();
        layout.Subnets.Select(s => $"{s.SubnetId} {s.CidrBlock} {s.Zone}").ShouldBe(
        [
            "VpcPublicSubnet1Subnet5C2D37C4 10.0.0.0/19 eu-west-1a",
            "VpcPublicSubnet2Subnet691E08A3 10.0.32.0/19 eu-west-1b",
            "VpcPublicSubnet3SubnetBE12F0B6 10.0.64.0/19 eu-west-1c",
            "VpcPrivateSubnet1Subnet536B997A 10.0.96.0/19 eu-west-1a",
            "VpcPrivateSubnet2Subnet3788AAA1 10.0.128.0/19 eu-west-1b",
            "VpcPrivateSubnet3SubnetF258B56E 10.0.160.0/19 eu-west-1c",
        ]);
        layout.VpcId.ShouldBe("Vpc8378EB38");
        layout.InternetGatewayId.ShouldBe("VpcIGWD7BA715C");
        layout.GatewayAttachmentId.ShouldBe("VpcVPCGWBF912B6E");
        var first = layout.Subnets[0];
        first.RouteTableId.ShouldBe("VpcPublicSubnet1RouteTable6C95E38E");
        first.RouteTableAssociationId.ShouldBe("VpcPublicSubnet1RouteTableAssociation97140677");
        first.DefaultRouteId.ShouldBe("VpcPublicSubnet1DefaultRoute3DA9E72A");
        first.EipId.ShouldBe("VpcPublicSubnet1EIPD7E02669");
        first.NatGatewayId.ShouldBe("VpcPublicSubnet1NATGateway4D7517AA");
        first.Ipv6Index.ShouldBeNull();
    }

    [Fact]
    public void ToLayout_MasksReservedGroupAndReservedZone_IsWhatCdkMakes()
    {
        var vpc = Default with
        {
            CidrBlock = "10.1.0.0/16",
            Groups = [new("web", 24), new("app"), new("data", 26), new("spare", IsReserved: true)],
            ReservedZones = 1,
        };

        vpc.ToLayout().Subnets.Select(s => $"{s.SubnetId} {s.CidrBlock}").ShouldBe(
        [
            "VpcwebSubnet1SubnetC4FBE9AE 10.1.0.0/24",
            "VpcwebSubnet2Subnet0CDBABAC 10.1.1.0/24",
            "VpcwebSubnet3SubnetB76E1D97 10.1.2.0/24",
            "VpcappSubnet1SubnetAE489B2F 10.1.16.0/20",
            "VpcappSubnet2Subnet2449FB56 10.1.32.0/20",
            "VpcappSubnet3SubnetA33EA91E 10.1.48.0/20",
            "VpcdataSubnet1SubnetE2B009FB 10.1.4.0/26",
            "VpcdataSubnet2SubnetAD08DFFF 10.1.4.64/26",
            "VpcdataSubnet3SubnetAFCE48BB 10.1.4.128/26",
        ]);
    }

    [Fact]
    public void ToLayout_DualStackUnderOtherConstructs_IsWhatCdkMakes()
    {
        var vpc = new CdkVpc { Path = "Network/my-vpc/Main", Zones = ["eu-west-1a", "eu-west-1b"], CidrBlock = "10.1.0.0/20", IsDualStack = true };
        var layout = vpc.ToLayout();
        layout.Subnets.Select(s => $"{s.SubnetId} {s.CidrBlock} {s.Ipv6Index}").ShouldBe(
        [
            "NetworkmyvpcMainPublicSubnet1SubnetA403744E 10.1.0.0/22 0",
            "NetworkmyvpcMainPublicSubnet2SubnetC61C99B6 10.1.4.0/22 1",
            "NetworkmyvpcMainPrivateSubnet1Subnet50D9612C 10.1.8.0/22 2",
            "NetworkmyvpcMainPrivateSubnet2Subnet45C73E3E 10.1.12.0/22 3",
        ]);
        layout.Subnets[0].Ipv6DefaultRouteId.ShouldBe("NetworkmyvpcMainPublicSubnet1DefaultRoute6CB7F9022");
        layout.Ipv6CidrBlockId.ShouldBe("NetworkmyvpcMainipv6cidr443A8B13");
        layout.EgressOnlyInternetGatewayId.ShouldBe("NetworkmyvpcMainEIGW68B46BEF1");
    }

    [Theory]
    [InlineData("Resource/Resource", "CF9390BA")]
    [InlineData("Resource/PublicSubnet1/Subnet", "PublicSubnet1Subnet2805AF8A")]
    [InlineData("Default/Resource", "Resource")]
    [InlineData("Default/IGW", "IGW")]
    [InlineData("Default/PublicSubnet1/Subnet", "PublicSubnet1Subnet03067927")]
    [InlineData("NetworkVPC/VPC/Resource", "NetworkVPCA4AEF30F")]
    [InlineData("NetworkVPC/VPC/VPCGW", "NetworkVPCVPCGW18DA7701")]
    public void CdkLogicalId_SpecialParts_CountAsInCdk(string path, string id) => CdkLogicalId.Of(path).ShouldBe(id);

    [Fact]
    public void CdkLogicalId_LongPath_KeepsTheHash()
    {
        var id = CdkLogicalId.Of($"{new string('a', 200)}/{new string('b', 200)}");
        id.Length.ShouldBe(248);
        id.ShouldStartWith(new string('a', 200) + new string('b', 40));
    }

    [Theory]
    [InlineData("10.1.0.0/26")]
    [InlineData("10.1.0.0/16x")]
    [InlineData("fd00::/56")]
    public void ToLayout_WhatCdkRefuses_IsAProblem(string cidrBlock) =>
        Should.Throw<PlanException>(() => (Default with { CidrBlock = cidrBlock }).ToLayout())
            .Problems.ShouldHaveSingleItem().Where.ShouldStartWith("Vpc: CdkVpc.");

    private static readonly CdkVpc Unaligned = Default with { CidrBlock = "10.1.0.0/22", Groups = [new("tiny", 28), new("big", 24)] };

    [Fact]
    public void ToLayout_MasksThatGetLarger_GoOnAtMultiplesOfTheirSize() =>
        Unaligned.ToLayout().Subnets.Select(s => s.CidrBlock).ShouldBe(
            ["10.1.0.0/28", "10.1.0.16/28", "10.1.0.32/28", "10.1.1.0/24", "10.1.2.0/24", "10.1.3.0/24"]);

    [Fact]
    public void ToLayout_MasksThatDoNotFit_NamesTheOne() =>
        Should.Throw<PlanException>(() => (Unaligned with { ReservedZones = 1 }).ToLayout())
            .Problems.ShouldHaveSingleItem().What.ShouldBe("10.1.0.0/22 has no room for one more subnet of /24");
}
