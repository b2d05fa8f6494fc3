using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Reading;

public sealed class NetworkAclReaderTests
{
    [Fact]
    public void S23_Entries_OutOfOrder_KeepTheirNumbersAndSides()
    {
        var acl = Acl("""
              E2: { Type: 'AWS::EC2::NetworkAclEntry', Properties: { NetworkAclId: !Ref Acl, RuleNumber: 200, Protocol: -1, RuleAction: deny, CidrBlock: 0.0.0.0/0 } }
              E1: { Type: 'AWS::EC2::NetworkAclEntry', Properties: { NetworkAclId: !Ref Acl, RuleNumber: '100', Protocol: 6, RuleAction: allow, CidrBlock: 0.0.0.0/0, PortRange: { From: 443, To: 443 } } }
              O1: { Type: 'AWS::EC2::NetworkAclEntry', Properties: { NetworkAclId: !GetAtt Acl.Id, RuleNumber: 100, Egress: true, Protocol: 17, RuleAction: allow, Ipv6CidrBlock: '::/0', PortRange: { From: 1024, To: 65535 } } }
            """);

        acl.Entries.Select(entry => (entry.Id.LogicalId, entry.IsEgress, entry.RuleNumber.Value, entry.IsAllow.Value))
            .ShouldBe([("E2", false, 200, false), ("E1", false, 100, true), ("O1", true, 100, true)]);
        acl.Entries[1].Traffic.ShouldBe(Traffic.Tcp(443));
        acl.Entries[2].Cidr.Value.ShouldBe(Cidr.AnyIPv6);
        acl.IsDefault.ShouldBeFalse();
        acl.MayHaveMoreEntries.ShouldBeEmpty();
    }

    [Fact]
    public void S27_Icmp_HasTypeAndCode() =>
        Acl("  E: { Type: 'AWS::EC2::NetworkAclEntry', Properties: { NetworkAclId: !Ref Acl, RuleNumber: 1, Protocol: 1, RuleAction: allow, CidrBlock: 10.0.0.0/8, Icmp: { Type: 8, Code: -1 } } }")
            .Entries.ShouldHaveSingleItem().Traffic.ShouldBe(Traffic.Icmp(8));

    [Fact]
    public void S26_DefaultAcl_IsImplied_AllowsAll_AndTakesEntries()
    {
        var reading = Templates.ReadInVpc("""
              Acl: { Type: 'AWS::EC2::NetworkAcl', Properties: { VpcId: !Ref Vpc } }
              Of: { Type: 'AWS::EC2::SubnetNetworkAclAssociation', Properties: { SubnetId: !Ref A, NetworkAclId: !Ref Acl } }
              E: { Type: 'AWS::EC2::NetworkAclEntry', Properties: { NetworkAclId: !GetAtt Vpc.DefaultNetworkAcl, RuleNumber: 50, Protocol: 6, RuleAction: deny, CidrBlock: 0.0.0.0/0, PortRange: { From: 22, To: 22 } } }
            """);

        var implied = reading.Get<NetworkAcl>("Vpc.DefaultNetworkAcl");
        implied.IsDefault.ShouldBeTrue();
        implied.Entries.Length.ShouldBe(5);
        implied.Entries[^1].IsAllow.ShouldBe(false);
        reading.Get<Subnet>("A").NetworkAcl!.Value.Value.ShouldBe(Templates.Id("Acl"));
        reading.Get<Subnet>("B").NetworkAcl.ShouldBeNull();
    }

    [Fact]
    public void UnknownNumberSideOrAction_IsNotGuessed()
    {
        var acl = Acl(
            """
              E1: { Type: 'AWS::EC2::NetworkAclEntry', Properties: { NetworkAclId: !Ref Acl, RuleNumber: !Ref P, Protocol: -1, RuleAction: !Ref P, CidrBlock: !Ref P } }
              E2: { Type: 'AWS::EC2::NetworkAclEntry', Properties: { NetworkAclId: !Ref Acl, RuleNumber: 1, Egress: !Ref P, Protocol: -1, RuleAction: allow, CidrBlock: 10.0.0.0/8 } }
            """,
            "Parameters: { P: { Type: String } }");

        var entry = acl.Entries.ShouldHaveSingleItem();
        (entry.RuleNumber.IsKnown, entry.IsAllow.IsKnown).ShouldBe((false, false));
        (entry.Cidr.Value, entry.Doubt is null).ShouldBe((Cidr.AnyIPv4, false));
        acl.MayHaveMoreEntries.ShouldHaveSingleItem().Component.ShouldBe(Templates.Id("E2"));
    }

    [Fact]
    public void UnknownIpv6Range_StaysAmongIpv6Packets()
    {
        var acl = Acl(
            "  E: { Type: 'AWS::EC2::NetworkAclEntry', Properties: { NetworkAclId: !Ref Acl, RuleNumber: 1, Protocol: -1, RuleAction: deny, Ipv6CidrBlock: !Ref P } }",
            "Parameters: { P: { Type: String } }");

        var entry = acl.Entries.ShouldHaveSingleItem();
        entry.Cidr.Value.ShouldBe(Cidr.AnyIPv6);
        entry.Doubt.ShouldNotBeNull().Reason.ShouldContain("P");
    }

    private static NetworkAcl Acl(string entries, string head = "") =>
        Templates.ReadInVpc($"  Acl: {{ Type: 'AWS::EC2::NetworkAcl', Properties: {{ VpcId: !Ref Vpc }} }}\n{entries}", head).Get<NetworkAcl>("Acl");
}
