using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Reading;

public sealed class TransitGatewayReaderTests
{
    private const string Hub = """
          Tgw: { Type: 'AWS::EC2::TransitGateway', Properties: { DefaultRouteTableAssociation: disable, DefaultRouteTablePropagation: disable } }
          Table: { Type: 'AWS::EC2::TransitGatewayRouteTable', Properties: { TransitGatewayId: !Ref Tgw } }
        """;

    [Fact]
    public void S56_Defaults_AreOnUnlessDisabled()
    {
        var reading = Templates.Read("""
              On: { Type: 'AWS::EC2::TransitGateway' }
              Off: { Type: 'AWS::EC2::TransitGateway', Properties: { DefaultRouteTableAssociation: disable, DefaultRouteTablePropagation: disable, SecurityGroupReferencingSupport: enable } }
            """);

        var on = reading.Get<TransitGateway>("On");
        (on.DefaultAssociation.Value, on.DefaultPropagation.Value, on.SecurityGroupReferencing.Value).ShouldBe((true, true, false));
        var off = reading.Get<TransitGateway>("Off");
        (off.DefaultAssociation.Value, off.DefaultPropagation.Value, off.SecurityGroupReferencing.Value).ShouldBe((false, false, true));
    }

    [Theory]
    [InlineData("AWS::EC2::TransitGatewayAttachment")]
    [InlineData("AWS::EC2::TransitGatewayVpcAttachment")]
    public void S55_S61_BothAttachmentTypes_MeanTheSame(string type)
    {
        var reading = Templates.ReadInVpc($$"""
            {{Hub}}
              Att: { Type: '{{type}}', Properties: { TransitGatewayId: !Ref Tgw, VpcId: !Ref Vpc, SubnetIds: [!Ref A, !Ref B], Options: { ApplianceModeSupport: enable, SecurityGroupReferencingSupport: disable } } }
              Assoc: { Type: 'AWS::EC2::TransitGatewayRouteTableAssociation', Properties: { TransitGatewayAttachmentId: !Ref Att, TransitGatewayRouteTableId: !Ref Table } }
              Prop: { Type: 'AWS::EC2::TransitGatewayRouteTablePropagation', Properties: { TransitGatewayAttachmentId: !GetAtt Att.Id, TransitGatewayRouteTableId: !Ref Table } }
              Route: { Type: 'AWS::EC2::TransitGatewayRoute', Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, TransitGatewayAttachmentId: !Ref Att } }
              Hole: { Type: 'AWS::EC2::TransitGatewayRoute', Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 10.0.0.0/8, Blackhole: true } }
            """);

        var attachment = reading.Get<TransitGatewayAttachment>("Att");
        attachment.Resource.ShouldBe(new AttachedResource.OfVpc(Templates.Id("Vpc")));
        attachment.Association!.Value.Value.ShouldBe(Templates.Id("Table"));
        attachment.Subnets.Length.ShouldBe(2);
        attachment.ApplianceMode.ShouldBe(true);
        attachment.SecurityGroupReferencing.ShouldBe(false);
        var table = reading.Get<TransitGatewayRouteTable>("Table");
        table.Propagations.ShouldBe([Templates.Id("Att")]);
        table.Routes.Select(route => route.Attachment?.Value.ToString()).ShouldBe(["Att", null]);
    }

    [Fact]
    public void DeclaredOutside_LiteralAttachment_IsThereWithItsRanges()
    {
        var reading = Templates.Read($$"""
            {{Hub}}
              Assoc:
                Type: 'AWS::EC2::TransitGatewayRouteTableAssociation'
                Metadata: { 'NetworkPatterns::Outside': { ranges: [192.168.0.0/16] } }
                Properties: { TransitGatewayAttachmentId: tgw-attach-1, TransitGatewayRouteTableId: !Ref Table }
            """);

        var attachment = reading.Model.All<TransitGatewayAttachment>().ShouldHaveSingleItem();
        attachment.Id.LogicalId.ShouldBe("tgw-attach-1");
        attachment.Resource.ShouldBe(new AttachedResource.OfOnPremises());
        attachment.TransitGateway.Value.ShouldBe(Templates.Id("Tgw"));
        attachment.Association!.Value.Value.ShouldBe(Templates.Id("Table"));
        var connection = reading.Model.All<OnPremisesConnection>().ShouldHaveSingleItem();
        (connection.Gateway, connection.Kind).ShouldBe((attachment.Id, OnPremisesKind.Declared));
        connection.Ranges.Value.Select(range => range.ToString()).ShouldBe(["192.168.0.0/16"]);
    }

    [Fact]
    public void DeclaredOutside_OfAVpn_NamesItsAttachment()
    {
        var reading = Templates.Read($$"""
            {{Hub}}
              Site: { Type: 'AWS::EC2::CustomerGateway', Properties: { Type: ipsec.1, IpAddress: 198.51.100.1, BgpAsn: 65000 } }
              Vpn:
                Type: 'AWS::EC2::VPNConnection'
                Metadata: { 'NetworkPatterns::Outside': { ranges: [192.168.0.0/16], name: Office } }
                Properties: { Type: ipsec.1, CustomerGatewayId: !Ref Site, TransitGatewayId: !Ref Tgw }
              Assoc:
                Type: 'AWS::EC2::TransitGatewayRouteTableAssociation'
                Metadata: { 'NetworkPatterns::Outside': { ranges: [192.168.0.0/16], name: Office } }
                Properties: { TransitGatewayAttachmentId: tgw-attach-1, TransitGatewayRouteTableId: !Ref Table }
              Prop: { Type: 'AWS::EC2::TransitGatewayRouteTablePropagation', Properties: { TransitGatewayAttachmentId: tgw-attach-1, TransitGatewayRouteTableId: !Ref Table } }
            """);

        var attachment = reading.Model.All<TransitGatewayAttachment>().ShouldHaveSingleItem();
        attachment.Association!.Value.Value.ShouldBe(Templates.Id("Table"));
        reading.Get<TransitGatewayRouteTable>("Table").Propagations.ShouldBe([attachment.Id]);
        var connection = reading.Model.All<OnPremisesConnection>().ShouldHaveSingleItem();
        (connection.Gateway, connection.Kind).ShouldBe((attachment.Id, OnPremisesKind.Vpn));
        connection.Ranges.IsKnown.ShouldBeTrue();
    }

    // What the estate has itself is read from there, whatever is declared.
    [Theory]
    [InlineData("tgw-0123456789abcdef0", true)]
    [InlineData("!Ref Far", false)]
    public void DeclaredOutside_BehindAPeering_StandsForAHubThatNoTemplateHas(string peer, bool isOutside)
    {
        var reading = Templates.Read($$"""
            {{Hub}}
              Far: { Type: 'AWS::EC2::TransitGateway' }
              Peering: { Type: 'AWS::EC2::TransitGatewayPeeringAttachment', Properties: { TransitGatewayId: !Ref Tgw, PeerTransitGatewayId: {{peer}}, PeerAccountId: '111111111111', PeerRegion: us-east-1 } }
              Assoc:
                Type: 'AWS::EC2::TransitGatewayRouteTableAssociation'
                Metadata: { 'NetworkPatterns::Outside': { ranges: [10.64.0.0/12] } }
                Properties: { TransitGatewayAttachmentId: !GetAtt Peering.TransitGatewayAttachmentId, TransitGatewayRouteTableId: !Ref Table }
            """);

        var attachment = reading.Get<TransitGatewayAttachment>("Peering");
        (attachment.Resource is AttachedResource.OfOnPremises).ShouldBe(isOutside);
        reading.Model.All<OnPremisesConnection>().Count().ShouldBe(isOutside ? 1 : 0);
    }

    [Theory]
    [InlineData("{ ranges: [] }")]
    [InlineData("{ ranges: ['10.0.0.0'] }")]
    [InlineData("[10.0.0.0/8]")]
    public void DeclaredOutside_Unreadable_IsAProblem(string metadata)
    {
        var reading = Templates.Read($$"""
            {{Hub}}
              Assoc:
                Type: 'AWS::EC2::TransitGatewayRouteTableAssociation'
                Metadata: { 'NetworkPatterns::Outside': {{metadata}} }
                Properties: { TransitGatewayAttachmentId: tgw-attach-1, TransitGatewayRouteTableId: !Ref Table }
            """);

        reading.Problems.ShouldContain(problem => problem.What.Contains("NetworkPatterns::Outside", StringComparison.Ordinal));
        reading.Model.All<TransitGatewayAttachment>().ShouldBeEmpty();
    }

    [Fact]
    public void S56_UnassociatedAttachment_IsLeftToTheDefault() =>
        Templates.ReadInVpc($"{Hub}\n  Att: {{ Type: 'AWS::EC2::TransitGatewayAttachment', Properties: {{ TransitGatewayId: !Ref Tgw, VpcId: !Ref Vpc, SubnetIds: [!Ref A] }} }}")
            .Get<TransitGatewayAttachment>("Att").Association.ShouldBeNull();

    [Fact]
    public void S56_DeclaredDefaultTables_AreUsed()
    {
        var reading = Templates.ReadInVpc("""
              Tgw: { Type: 'AWS::EC2::TransitGateway', Properties: { AssociationDefaultRouteTableId: tgw-rtb-1, PropagationDefaultRouteTableId: tgw-rtb-1 } }
              Att: { Type: 'AWS::EC2::TransitGatewayAttachment', Properties: { TransitGatewayId: !Ref Tgw, VpcId: !Ref Vpc, SubnetIds: [!Ref A] } }
              Route: { Type: 'AWS::EC2::TransitGatewayRoute', Properties: { TransitGatewayRouteTableId: tgw-rtb-1, DestinationCidrBlock: 0.0.0.0/0, TransitGatewayAttachmentId: !Ref Att } }
            """);

        reading.Get<TransitGatewayAttachment>("Att").Association!.Value.Value.ShouldBe(Templates.Id("tgw-rtb-1"));
        var table = reading.Get<TransitGatewayRouteTable>("tgw-rtb-1");
        table.TransitGateway.ShouldBe(Templates.Id("Tgw"));
        table.Propagations.ShouldBe([Templates.Id("Att")]);
        table.Routes.ShouldHaveSingleItem();
        table.MayHaveMoreRoutes.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("!Ref 'AWS::AccountId'", true)]
    [InlineData("'222222222222'", false)]
    public void S61_Peering_InsideOneAccount_CountsAsAccepted(string account, bool accepted)
    {
        var reading = Templates.Read(
            $$"""
            {{Hub}}
              Peer: { Type: 'AWS::EC2::TransitGatewayPeeringAttachment', Properties: { TransitGatewayId: !Ref Tgw, PeerTransitGatewayId: tgw-2, PeerAccountId: {{account}}, PeerRegion: eu-central-1 } }
              Assoc: { Type: 'AWS::EC2::TransitGatewayRouteTableAssociation', Properties: { TransitGatewayAttachmentId: !GetAtt Peer.TransitGatewayAttachmentId, TransitGatewayRouteTableId: !Ref Table } }
            """,
            options: new() { Account = "111111111111" });

        var attachment = reading.Get<TransitGatewayAttachment>("Peer");
        attachment.Resource.ShouldBe(new AttachedResource.OfPeer(Templates.Id("tgw-2"), accepted));
        attachment.Association!.Value.Value.ShouldBe(Templates.Id("Table"));
    }

    [Fact]
    public void S65_Vpn_IsAttachedWithoutAName_AndItsAssociationIsTheDefaultOrNotKnown()
    {
        var reading = Templates.Read($$"""
            {{Hub}}
              On: { Type: 'AWS::EC2::TransitGateway' }
              Vpn1: { Type: 'AWS::EC2::VPNConnection', Properties: { Type: ipsec.1, CustomerGatewayId: cgw-1, TransitGatewayId: !Ref On } }
              Vpn2: { Type: 'AWS::EC2::VPNConnection', Properties: { Type: ipsec.1, CustomerGatewayId: cgw-1, TransitGatewayId: !Ref Tgw } }
            """);

        var byDefault = reading.Get<TransitGatewayAttachment>("Vpn1.TransitGatewayAttachment");
        byDefault.Resource.ShouldBeOfType<AttachedResource.OfOnPremises>();
        byDefault.Association.ShouldBeNull();
        reading.Get<TransitGatewayAttachment>("Vpn2.TransitGatewayAttachment").Association!.Value.IsKnown.ShouldBeFalse();
        reading.Get<OnPremisesConnection>("Vpn1").Gateway.ShouldBe(byDefault.Id);
    }

    [Fact]
    public void AttachmentToAnUnknownGateway_HasAnUnknownGateway() =>
        Templates.ReadInVpc(
            "  Att: { Type: 'AWS::EC2::TransitGatewayAttachment', Properties: { TransitGatewayId: !Ref Id, VpcId: !Ref Vpc, SubnetIds: [!Ref A] } }",
            "Parameters: { Id: { Type: String } }")
            .Get<TransitGatewayAttachment>("Att").TransitGateway.Unknown!.Reason.ShouldBe("parameter Net/Id has no value");

    [Fact]
    public void Segments_AcrossStacks_AreConnectedByExports()
    {
        var estate = Templates.Estate(
            ("Hub", $"Resources:\n{Hub}\nOutputs:\n  T: {{ Value: !Ref Tgw, Export: {{ Name: tgw }} }}\n  R: {{ Value: !Ref Table, Export: {{ Name: table }} }}"),
            ("Spoke", $$"""
                Resources:
                {{Templates.Vpc}}
                  Att: { Type: 'AWS::EC2::TransitGatewayAttachment', Properties: { TransitGatewayId: !ImportValue tgw, VpcId: !Ref Vpc, SubnetIds: [!Ref A] } }
                  Prop: { Type: 'AWS::EC2::TransitGatewayRouteTablePropagation', Properties: { TransitGatewayAttachmentId: !Ref Att, TransitGatewayRouteTableId: !ImportValue table } }
                """));

        var reading = Network.Reading.NetworkModelReader.Read(estate);
        reading.Get<TransitGatewayAttachment>("Spoke/Att").TransitGateway.Value.ShouldBe(new ComponentId("Hub", "Tgw"));
        reading.Get<TransitGatewayRouteTable>("Hub/Table").Propagations.ShouldBe([new ComponentId("Spoke", "Att")]);
    }
}
