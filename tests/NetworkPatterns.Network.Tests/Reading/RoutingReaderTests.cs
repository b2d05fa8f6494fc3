using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reading;

namespace NetworkPatterns.Network.Tests.Reading;

public sealed class RoutingReaderTests
{
    [Fact]
    public void S32_MainTable_IsImplied_AndUsedWithoutAssociation()
    {
        var reading = Templates.ReadInVpc("");

        var main = reading.Get<RouteTable>("Vpc.MainRouteTable");
        main.IsMain.ShouldBeTrue();
        main.Routes.ShouldBeEmpty();
        reading.Get<Subnet>("A").RouteTable.ShouldBeNull();
    }

    [Fact]
    public void Association_FarFromTheSubnet_AndOneTableForSeveralSubnets()
    {
        var reading = Templates.Read($$"""
              ZAssociation: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { SubnetId: !Ref B, RouteTableId: !Ref T } }
              AAssociation: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { SubnetId: !Ref A, RouteTableId: !GetAtt T.RouteTableId } }
            {{Templates.Vpc}}
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
            """);

        reading.Get<Subnet>("A").RouteTable!.Value.Value.ShouldBe(Templates.Id("T"));
        reading.Get<Subnet>("B").RouteTable!.Value.Value.ShouldBe(Templates.Id("T"));
    }

    [Fact]
    public void ConditionalAssociation_LeavesTheTableOpen() =>
        Templates.ReadInVpc(
            """
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              Of: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Condition: C, Properties: { SubnetId: !Ref A, RouteTableId: !Ref T } }
            """,
            "Parameters: { P: { Type: String } }\nConditions: { C: !Equals [!Ref P, x] }").Get<Subnet>("A").RouteTable!.Value.IsKnown.ShouldBeFalse();

    [Fact]
    public void Routes_OfEveryTarget_PointToIt()
    {
        var reading = Templates.ReadInVpc("""
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              Igw: { Type: 'AWS::EC2::InternetGateway' }
              Attached: { Type: 'AWS::EC2::VPCGatewayAttachment', Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
              Vgw: { Type: 'AWS::EC2::VPNGateway', Properties: { Type: ipsec.1 } }
              Eigw: { Type: 'AWS::EC2::EgressOnlyInternetGateway', Properties: { VpcId: !Ref Vpc } }
              Ip: { Type: 'AWS::EC2::EIP' }
              Nat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: !Ref A, AllocationId: !GetAtt Ip.AllocationId } }
              Tgw: { Type: 'AWS::EC2::TransitGateway' }
              Pcx: { Type: 'AWS::EC2::VPCPeeringConnection', Properties: { VpcId: !Ref Vpc, PeerVpcId: vpc-2 } }
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }
              E: { Type: 'AWS::EC2::NetworkInterface', Properties: { SubnetId: !Ref A } }
              R1: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }
              R2: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 10.1.0.0/16, GatewayId: !Ref Vgw } }
              R3: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationIpv6CidrBlock: '::/0', EgressOnlyInternetGatewayId: !Ref Eigw } }
              R4: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 10.4.0.0/16, NatGatewayId: !Ref Nat } }
              R5: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 10.5.0.0/16, TransitGatewayId: !Ref Tgw } }
              R6: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 10.6.0.0/16, VpcPeeringConnectionId: !Ref Pcx } }
              R7: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 10.7.0.0/16, InstanceId: !Ref I } }
              R8: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 10.8.0.0/16, NetworkInterfaceId: !Ref E } }
              R9: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationPrefixListId: pl-1, TransitGatewayId: tgw-123 } }
            """);

        var routes = reading.Get<RouteTable>("T").Routes;
        routes.Select(route => route.Target).Cast<RouteTarget.Component>().Select(target => target.Id.ToString())
            .ShouldBe(["Igw", "Vgw", "Eigw", "Nat", "Tgw", "Pcx", "I", "E", "tgw-123"]);
        routes[8].Destination.ShouldBe(new RouteDestination.List(Templates.Id("pl-1")));
        reading.Get<InternetGateway>("Igw").Vpc.ShouldBe(Templates.Id("Vpc"));
        reading.Get<VpnGateway>("Vgw").Vpc.ShouldBeNull();
        reading.Get<TransitGateway>("tgw-123").DefaultAssociation.IsKnown.ShouldBeFalse();
        reading.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Route_WithTwoConditionalTargets_IsOpen_AndOneIsTakenWhenDecided()
    {
        const string Resources = """
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              Igw: { Type: 'AWS::EC2::InternetGateway' }
              Nat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: !Ref A, ConnectivityType: private } }
              R:
                Type: AWS::EC2::Route
                Properties:
                  RouteTableId: !Ref T
                  DestinationCidrBlock: 0.0.0.0/0
                  GatewayId: !If [Public, !Ref Igw, !Ref 'AWS::NoValue']
                  NatGatewayId: !If [Public, !Ref 'AWS::NoValue', !Ref Nat]
            """;
        const string Conditions = "Conditions: { Public: !Equals [!Ref Mode, public] }";

        var open = Templates.ReadInVpc(Resources, $"Parameters: {{ Mode: {{ Type: String }} }}\n{Conditions}").Get<RouteTable>("T").Routes.ShouldHaveSingleItem();
        open.Target.ShouldBeOfType<RouteTarget.Open>().Unknown.Reason.ShouldBe("parameter Net/Mode has no value");

        var decided = Templates.ReadInVpc(Resources, $"Parameters: {{ Mode: {{ Type: String, Default: private }} }}\n{Conditions}").Get<RouteTable>("T").Routes.ShouldHaveSingleItem();
        decided.Target.ShouldBe(RouteTarget.To(Templates.Id("Nat")));
    }

    [Fact]
    public void Route_OfADoubtfulGateway_IsInDoubt() =>
        Templates.ReadInVpc(
            """
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              Igw: { Type: 'AWS::EC2::InternetGateway' }
              Attached: { Type: 'AWS::EC2::VPCGatewayAttachment', Condition: C, Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
              R: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }
            """,
            "Parameters: { P: { Type: String } }\nConditions: { C: !Equals [!Ref P, x] }").Get<RouteTable>("T").Routes.ShouldHaveSingleItem().Doubt.ShouldNotBeNull();

    [Fact]
    public void Route_ToWhatIsNotModelled_IsOpenAndReported()
    {
        var reading = Templates.ReadInVpc("""
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              R: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, CoreNetworkArn: arn } }
            """);

        reading.Get<RouteTable>("T").Routes.ShouldHaveSingleItem().Target.ShouldBeOfType<RouteTarget.Open>();
        reading.Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2110");
    }

    [Fact]
    public void S37_PrefixListRoute_NamesTheList_WithItsRanges()
    {
        var reading = Templates.ReadInVpc("""
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              List: { Type: 'AWS::EC2::PrefixList', Properties: { PrefixListName: l, AddressFamily: IPv4, MaxEntries: 5, Entries: [{ Cidr: 192.0.2.0/24 }] } }
              R: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationPrefixListId: !Ref List, GatewayId: local } }
            """);

        var route = reading.Get<RouteTable>("T").Routes.ShouldHaveSingleItem();
        route.Destination.ShouldBe(new RouteDestination.List(Templates.Id("List")));
        route.Target.ShouldBeOfType<RouteTarget.Local>();
        reading.Get<PrefixList>("List").Entries.Value.ShouldBe([Cidr.Parse("192.0.2.0/24")]);
    }

    [Fact]
    public void S38_GatewayTable_IsAssociatedWithTheGateway()
    {
        var reading = Templates.ReadInVpc("""
              Igw: { Type: 'AWS::EC2::InternetGateway' }
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              Edge: { Type: 'AWS::EC2::GatewayRouteTableAssociation', Properties: { GatewayId: !Ref Igw, RouteTableId: !Ref T } }
            """);

        reading.Get<RouteTable>("T").GatewayAssociations.ShouldBe([Templates.Id("Igw")]);
    }

    [Theory]
    [InlineData("Properties: { GatewayId: !Ref Open, RouteTableId: !Ref T }", "Open has no value")]
    [InlineData("Condition: Perhaps, Properties: { GatewayId: !Ref Igw, RouteTableId: !Ref T }", "whether it is created")]
    public void S38_GatewayTable_OfAGatewayThatIsNotKnown_SaysSo(string association, string reason)
    {
        var reading = Templates.ReadInVpc(
            $$"""
              Igw: { Type: 'AWS::EC2::InternetGateway' }
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              Edge: { Type: 'AWS::EC2::GatewayRouteTableAssociation', {{association}} }
            """,
            head: "Parameters: { Open: { Type: String } }\nConditions: { Perhaps: !Equals [!Ref Open, 'yes'] }");

        reading.Get<RouteTable>("T").GatewayAssociations.ShouldHaveSingleItem().Unknown.ShouldNotBeNull().Reason.ShouldContain(reason);
    }

    [Fact]
    public void CustomResource_ThatIsGivenATable_LeavesItOpen() =>
        Templates.ReadInVpc("""
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              Custom: { Type: 'AWS::CloudFormation::CustomResource', Properties: { ServiceToken: t, Table: !Ref T } }
            """).Get<RouteTable>("T").MayHaveMoreRoutes.ShouldHaveSingleItem().Component.ShouldBe(Templates.Id("Custom"));

    [Fact]
    public void S42_S43_NatGateways_ArePublicUnlessPrivate()
    {
        var reading = Templates.ReadInVpc("""
              Nat1: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: !Ref A, AllocationId: eipalloc-1, PrivateIpAddress: 10.0.0.10 } }
              Nat2: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: !Ref B, ConnectivityType: private } }
            """);

        reading.Get<NatGateway>("Nat1").IsPrivate.ShouldBe(false);
        reading.Get<NatGateway>("Nat1").Address.ShouldBe(InterfaceAddress.At("10.0.0.10"));
        reading.Get<NatGateway>("Nat2").IsPrivate.ShouldBe(true);
        reading.Get<NatGateway>("Nat2").Subnet!.Value.Value.ShouldBe(Templates.Id("B"));
    }

    [Fact]
    public void S48_RegionalNatGateway_HasAVpcAndPerhapsZones()
    {
        var reading = Templates.ReadInVpc("""
              Nat1: { Type: 'AWS::EC2::NatGateway', Properties: { AvailabilityMode: regional, VpcId: !Ref Vpc } }
              Nat2: { Type: 'AWS::EC2::NatGateway', Properties: { AvailabilityMode: regional, VpcId: !Ref Vpc, AvailabilityZoneAddresses: [{ AvailabilityZone: eu-west-1a, AllocationIds: [eipalloc-1] }] } }
            """);

        reading.Get<NatGateway>("Nat1").Vpc.ShouldBe(Templates.Id("Vpc"));
        reading.Get<NatGateway>("Nat1").Zones.ShouldBeNull();
        reading.Get<NatGateway>("Nat2").Zones!.Value.ShouldBe(["eu-west-1a"]);
    }

    [Theory]
    [InlineData("InternetGatewayBlockMode: block-bidirectional", "Bidirectional")]
    [InlineData("InternetGatewayBlockMode: block-ingress", "Ingress")]
    public void S47_BlockPublicAccess_WithItsExclusions(string property, string mode)
    {
        var reading = Templates.ReadInVpc($$"""
              Bpa: { Type: 'AWS::EC2::VPCBlockPublicAccessOptions', Properties: { {{property}} } }
              Out: { Type: 'AWS::EC2::VPCBlockPublicAccessExclusion', Properties: { SubnetId: !Ref A, InternetGatewayExclusionMode: allow-egress } }
            """);

        var bpa = reading.Get<BlockPublicAccess>("Bpa");
        bpa.Mode.Value.ToString().ShouldBe(mode);
        bpa.Region.ShouldBe(reading.Get<Vpc>("Vpc").Region);
        var exclusion = bpa.Exclusions.ShouldHaveSingleItem();
        exclusion.VpcOrSubnet.ShouldBe(Templates.Id("A"));
        exclusion.EgressOnly.ShouldBe(true);
    }

    [Fact]
    public void S52_S54_Peering_OfOneAccount_IsAccepted()
    {
        var reading = Templates.ReadInVpc("""
              Other: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.1.0.0/16 } }
              Pcx: { Type: 'AWS::EC2::VPCPeeringConnection', Properties: { VpcId: !Ref Vpc, PeerVpcId: !Ref Other, PeerOwnerId: !Ref 'AWS::AccountId' } }
            """);

        var peering = reading.Get<VpcPeering>("Pcx");
        peering.IsActive.ShouldBe(true);
        (peering.Requester.Value, peering.Accepter.Value).ShouldBe((Templates.Id("Vpc"), Templates.Id("Other")));
    }

    [Theory]
    [InlineData("PeerOwnerId: '222222222222'", "111111111111", false)]
    [InlineData("PeerOwnerId: '222222222222', PeerRoleArn: arn", "111111111111", true)]
    [InlineData("PeerOwnerId: '222222222222'", null, null)]
    public void S54_Peering_WithAnotherAccount_NeedsARole(string property, string? account, bool? isActive)
    {
        var options = new NetworkPatterns.Templates.EstateOptions { Account = account };
        var reading = Templates.Read($$"""
            {{Templates.Vpc}}
              Pcx: { Type: 'AWS::EC2::VPCPeeringConnection', Properties: { VpcId: !Ref Vpc, PeerVpcId: vpc-9, {{property}} } }
            """, options: options);

        var active = reading.Get<VpcPeering>("Pcx").IsActive;
        (active.IsKnown ? active.Value : (bool?)null).ShouldBe(isActive);
        reading.Get<Vpc>("vpc-9").Cidrs.ShouldHaveSingleItem().IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void S63_VpnGateway_WithStaticRoutesAndPropagation()
    {
        var reading = Templates.ReadInVpc("""
              Vgw: { Type: 'AWS::EC2::VPNGateway', Properties: { Type: ipsec.1 } }
              Attached: { Type: 'AWS::EC2::VPCGatewayAttachment', Properties: { VpcId: !Ref Vpc, VpnGatewayId: !Ref Vgw } }
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              Propagates: { Type: 'AWS::EC2::VPNGatewayRoutePropagation', Properties: { RouteTableIds: [!Ref T], VpnGatewayId: !Ref Vgw } }
              Vpn: { Type: 'AWS::EC2::VPNConnection', Properties: { Type: ipsec.1, CustomerGatewayId: cgw-1, VpnGatewayId: !Ref Vgw, StaticRoutesOnly: true } }
              Range: { Type: 'AWS::EC2::VPNConnectionRoute', Properties: { DestinationCidrBlock: 192.168.0.0/16, VpnConnectionId: !Ref Vpn } }
            """);

        reading.Get<VpnGateway>("Vgw").Vpc.ShouldBe(Templates.Id("Vpc"));
        reading.Get<RouteTable>("T").PropagatingGateways.ShouldBe([Templates.Id("Vgw")]);
        var connection = reading.Get<OnPremisesConnection>("Vpn");
        connection.Gateway.ShouldBe(Templates.Id("Vgw"));
        connection.Ranges.Value.ShouldBe([Cidr.Parse("192.168.0.0/16")]);
    }

    [Fact]
    public void S63_BgpRanges_AreUnknown_UnlessAssumed()
    {
        const string Resources = """
              Vgw: { Type: 'AWS::EC2::VPNGateway', Properties: { Type: ipsec.1 } }
              Vpn: { Type: 'AWS::EC2::VPNConnection', Properties: { Type: ipsec.1, CustomerGatewayId: cgw-1, VpnGatewayId: !Ref Vgw } }
              Dx: { Type: 'AWS::DirectConnect::DirectConnectGatewayAssociation', Properties: { AssociatedGatewayId: !Ref Vgw, DirectConnectGatewayId: dx-1 } }
            """;
        var assumed = new NetworkPatterns.Templates.EstateOptions().Assumptions.Add("Net/Vpn.Ranges", "192.168.0.0/16, 172.16.0.0/12");

        Templates.Read(Resources).Get<OnPremisesConnection>("Vpn").Ranges.Unknown!.Reason.ShouldContain("Net/Vpn.Ranges");
        var reading = Templates.Read(Resources, options: new() { Assumptions = assumed });
        reading.Get<OnPremisesConnection>("Vpn").Ranges.Value.Length.ShouldBe(2);
        reading.Get<OnPremisesConnection>("Dx").Kind.ShouldBe(OnPremisesKind.DirectConnect);
        reading.Get<OnPremisesConnection>("Dx").Ranges.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void SubnetsOfAnUnknownVpc_AreRelated_OnlyWhereTheEstateNamesNoOther()
    {
        const string Head = "Parameters: { VpcId: { Type: 'AWS::EC2::VPC::Id' } }";
        const string Subnet = "  A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref VpcId, CidrBlock: 10.9.0.0/24 } }\n  I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }";

        var alone = Templates.Read(Subnet, Head);
        alone.Get<Subnet>("A").Vpc.ShouldBe(Templates.Id("Net/VpcId"));
        alone.Get<Vpc>("Net/VpcId").Cidrs.ShouldHaveSingleItem().IsKnown.ShouldBeFalse();

        var besideAnother = Templates.Read($"{Subnet}\n  Vpc: {{ Type: 'AWS::EC2::VPC', Properties: {{ CidrBlock: 10.0.0.0/16 }} }}", Head);
        besideAnother.Model.All<Subnet>().ShouldBeEmpty();
        besideAnother.Interface("I").Subnet.Unknown!.Reason.ShouldBe("parameter Net/VpcId has no value");
        besideAnother.Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2110");
    }
}
