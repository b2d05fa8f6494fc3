using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Reading;

public sealed class AddressTests
{
    [Fact]
    public void S01_Instance_WithoutAddress_HasSomeAddressOfItsSubnet()
    {
        var reading = Templates.ReadInVpc("  I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }");

        var it = reading.Interface("I");
        it.Subnet.Value.ShouldBe(Templates.Id("A"));
        it.Owner.Id.ShouldBe(Templates.Id("I"));
        it.Addresses.ShouldHaveSingleItem().ShouldBe(InterfaceAddress.AnyIPv4);
        reading.Get<Subnet>("A").Ipv4Cidr!.Value.Value.ShouldBe(Cidr.Parse("10.0.0.0/24"));
    }

    [Fact]
    public void S01_Instance_WithAddresses_HasThem()
    {
        var reading = Templates.ReadInVpc("""
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A, PrivateIpAddress: 10.0.0.9 } }
              E:
                Type: AWS::EC2::NetworkInterface
                Properties:
                  SubnetId: !Ref A
                  PrivateIpAddresses: [{ PrivateIpAddress: 10.0.0.21, Primary: false }, { PrivateIpAddress: 10.0.0.20, Primary: true }]
                  SecondaryPrivateIpAddressCount: 1
            """);

        reading.Interface("I").Addresses.ShouldHaveSingleItem().ShouldBe(InterfaceAddress.At("10.0.0.9"));
        reading.Interface("E").Addresses.Select(address => address.Fixed?.ToString()).ShouldBe(["10.0.0.20", "10.0.0.21", null]);
    }

    [Theory]
    [InlineData("", "false")]
    [InlineData(", MapPublicIpOnLaunch: true", "true")]
    [InlineData(", MapPublicIpOnLaunch: !Ref Open", "unknown (parameter Net/Open has no value)")]
    public void S03_PublicAddress_IsWhatTheSubnetMaps(string property, string expected)
    {
        var reading = Templates.Read(
            $$"""
              Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.0.0.0/16 } }
              A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24{{property}} } }
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }
            """,
            "Parameters: { Open: { Type: String } }");

        reading.Interface("I").Addresses[0].HasPublicAddress.ToString().ShouldBe(expected, StringCompareShould.IgnoreCase);
    }

    [Fact]
    public void S03_AssociatePublicIpAddress_BeatsTheSubnet()
    {
        var reading = Templates.ReadInVpc("""
              I:
                Type: AWS::EC2::Instance
                Properties: { NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: !Ref A, AssociatePublicIpAddress: true, GroupSet: [sg-1] }] }
            """);

        reading.Interface("I").Addresses[0].HasPublicAddress.ShouldBe(true);
    }

    [Fact]
    public void S03_ElasticIp_GoesToTheInstanceOrInterfaceOrAddressItNames()
    {
        var reading = Templates.ReadInVpc("""
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }
              Ip1: { Type: 'AWS::EC2::EIP', Properties: { InstanceId: !Ref I } }
              J: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }
              Ip2: { Type: 'AWS::EC2::EIP' }
              Of2: { Type: 'AWS::EC2::EIPAssociation', Properties: { AllocationId: !GetAtt Ip2.AllocationId, InstanceId: !Ref J } }
              E: { Type: 'AWS::EC2::NetworkInterface', Properties: { SubnetId: !Ref A, PrivateIpAddresses: [{ PrivateIpAddress: 10.0.0.20, Primary: true }, { PrivateIpAddress: 10.0.0.21, Primary: false }] } }
              Ip3: { Type: 'AWS::EC2::EIP' }
              Of3: { Type: 'AWS::EC2::EIPAssociation', Properties: { AllocationId: !GetAtt Ip3.AllocationId, NetworkInterfaceId: !Ref E, PrivateIpAddress: 10.0.0.21 } }
            """);

        reading.Interface("I").Addresses[0].ElasticIp!.Id.ShouldBe(Templates.Id("Ip1"));
        reading.Interface("J").Addresses[0].HasPublicAddress.ShouldBe(true);
        reading.Interface("J").Addresses[0].ElasticIp!.Id.ShouldBe(Templates.Id("Ip2"));
        reading.Interface("E").Addresses.Select(address => address.HasPublicAddress.Value).ShouldBe([false, true]);
    }

    [Fact]
    public void S04_InterfaceOfItsOwn_GetsNoPublicAddressFromTheSubnet()
    {
        var reading = Templates.Read("""
              Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.0.0.0/16 } }
              A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24, MapPublicIpOnLaunch: true } }
              E: { Type: 'AWS::EC2::NetworkInterface', Properties: { SubnetId: !Ref A, GroupSet: [!GetAtt Vpc.DefaultSecurityGroup] } }
              I: { Type: 'AWS::EC2::Instance', Properties: { NetworkInterfaces: [{ DeviceIndex: '0', NetworkInterfaceId: !Ref E }] } }
            """);

        var it = reading.Model.All<NetworkInterface>().ShouldHaveSingleItem();
        it.Id.ShouldBe(Templates.Id("E"));
        it.Owner.Id.ShouldBe(Templates.Id("I"));
        it.Addresses[0].HasPublicAddress.ShouldBe(false);
    }

    [Fact]
    public void S05_Ipv6_OfSeparateResources_IsRelatedToTheStandInOfTheVpc()
    {
        var reading = Templates.Read("""
              Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.0.0.0/16 } }
              Block: { Type: 'AWS::EC2::VPCCidrBlock', Properties: { VpcId: !Ref Vpc, AmazonProvidedIpv6CidrBlock: true } }
              A:
                Type: AWS::EC2::Subnet
                Properties:
                  VpcId: !Ref Vpc
                  CidrBlock: 10.0.0.0/24
                  AssignIpv6AddressOnCreation: true
                  Ipv6CidrBlock: !Select [0, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]]
              B: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24 } }
              BRange: { Type: 'AWS::EC2::SubnetCidrBlock', Properties: { SubnetId: !Ref B, Ipv6CidrBlock: !Select [1, !Cidr [!Select [0, !GetAtt Vpc.Ipv6CidrBlocks], 4, 64]] } }
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }
              J: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref B } }
              K: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref B, Ipv6AddressCount: 1 } }
            """);

        var standIn = reading.Model.StandIns.ShouldHaveSingleItem();
        standIn.PrefixLength.ShouldBe(56);
        reading.Get<Vpc>("Vpc").Cidrs.Select(cidr => cidr.Value).ShouldBe([Cidr.Parse("10.0.0.0/16"), standIn]);
        reading.Get<Subnet>("A").Ipv6Cidr!.Value.Value.ShouldBe(standIn.Subnet(64, 0));
        reading.Get<Subnet>("B").Ipv6Cidr!.Value.Value.ShouldBe(standIn.Subnet(64, 1));
        reading.Interface("I").Addresses.Select(address => address.IsIPv6).ShouldBe([false, true]);
        reading.Interface("J").Addresses.Select(address => address.IsIPv6).ShouldBe([false]);
        reading.Interface("K").Addresses.Select(address => address.IsIPv6).ShouldBe([false, true]);
    }

    [Fact]
    public void S05_Ipv6OnlySubnet_GivesIpv6AddressesOnly()
    {
        var reading = Templates.Read("""
              Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.0.0.0/16 } }
              Block: { Type: 'AWS::EC2::VPCCidrBlock', Properties: { VpcId: !Ref Vpc, Ipv6CidrBlock: '2600:1f00::/56', Ipv6Pool: pool } }
              A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, Ipv6Native: true, Ipv6CidrBlock: '2600:1f00::/64' } }
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }
            """);

        reading.Get<Subnet>("A").Ipv4Cidr.ShouldBeNull();
        reading.Interface("I").Addresses.ShouldHaveSingleItem().ShouldBe(InterfaceAddress.AnyIPv6);
        reading.Model.StandIns.ShouldBeEmpty();
    }

    [Fact]
    public void S06_SourceDestCheck_IsOnUnlessTurnedOff()
    {
        var reading = Templates.ReadInVpc("""
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A, SourceDestCheck: false } }
              E: { Type: 'AWS::EC2::NetworkInterface', Properties: { SubnetId: !Ref A, SourceDestCheck: 'false' } }
              J: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }
            """);

        reading.Interface("I").SourceDestCheck.ShouldBe(false);
        reading.Interface("E").SourceDestCheck.ShouldBe(false);
        reading.Interface("J").SourceDestCheck.ShouldBe(true);
    }

    [Fact]
    public void S08_SeveralInterfaces_HaveGroupsOfTheirOwn()
    {
        var reading = Templates.ReadInVpc("""
              G1: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
              G2: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
              I:
                Type: AWS::EC2::Instance
                Properties:
                  NetworkInterfaces:
                    - { DeviceIndex: '0', SubnetId: !Ref A, GroupSet: [!Ref G1] }
                    - { DeviceIndex: '1', SubnetId: !Ref B, GroupSet: [!GetAtt G2.GroupId] }
            """);

        reading.Interface("I.Interface1").Groups.ShouldBe([Templates.Id("G1")]);
        reading.Interface("I.Interface2").Groups.ShouldBe([Templates.Id("G2")]);
        reading.Interface("I.Interface2").Owner.Id.ShouldBe(Templates.Id("I"));
    }

    [Fact]
    public void VpcRanges_Secondary_AreAllRead()
    {
        var reading = Templates.Read("""
              Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.0.0.0/16 } }
              More: { Type: 'AWS::EC2::VPCCidrBlock', Properties: { VpcId: !Ref Vpc, CidrBlock: 100.64.0.0/16 } }
              A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: !Select [2, !Cidr [!GetAtt Vpc.CidrBlock, 4, 8]] } }
            """);

        reading.Get<Vpc>("Vpc").Cidrs.Select(cidr => cidr.Value.ToString()).ShouldBe(["10.0.0.0/16", "100.64.0.0/16"]);
        reading.Get<Subnet>("A").Ipv4Cidr!.Value.Value.ToString().ShouldBe("10.0.2.0/24");
    }

    [Fact]
    public void Range_OfAParameterWithoutValue_IsUnknownAndSaysWhy()
    {
        var reading = Templates.Read(
            "  Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: !Ref Range } }", "Parameters: { Range: { Type: String } }");

        reading.Get<Vpc>("Vpc").Cidrs.ShouldHaveSingleItem().Unknown.ShouldBe(new UnknownValue(Templates.Id("Vpc"), "parameter Net/Range has no value"));
    }

    [Fact]
    public void Subnet_WithoutZone_HasAnUnknownOne() =>
        Templates.Read("""
              Vpc: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.0.0.0/16 } }
              A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.0.0/24 } }
            """).Get<Subnet>("A").Zone.IsKnown.ShouldBeFalse();
}
