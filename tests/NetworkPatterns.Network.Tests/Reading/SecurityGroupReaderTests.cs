using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Reading;

public sealed class SecurityGroupReaderTests
{
    [Fact]
    public void S10_NoRules_NothingInAndEverythingOut()
    {
        var group = Group("");

        group.Ingress.ShouldBeEmpty();
        group.Egress.Select(rule => rule.Peer).ShouldBe([new RulePeer.Range(Cidr.AnyIPv4), new RulePeer.Range(Cidr.AnyIPv6)]);
        group.MayHaveMoreRules.ShouldBeEmpty();
    }

    [Fact]
    public void S10_AnyEgressRule_IsAllThereIs() =>
        Group("SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/8 }]")
            .Egress.ShouldHaveSingleItem().Traffic.ShouldBe(Traffic.Tcp(443));

    [Fact]
    public void S11_EgressResource_TakesTheDefaultRuleAway()
    {
        var group = Group("", "  Out: { Type: 'AWS::EC2::SecurityGroupEgress', Properties: { GroupId: !Ref G, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 } }");

        group.Egress.ShouldHaveSingleItem().Id.ShouldBe(Templates.Id("Out"));
    }

    [Fact]
    public void S11_EgressResource_BesideAWrittenAllowAll_LeavesItInDoubt()
    {
        var group = Group(
            "SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: 0.0.0.0/0 }, { IpProtocol: udp, FromPort: 53, ToPort: 53, CidrIp: 10.0.0.2/32 }]",
            "  Out: { Type: 'AWS::EC2::SecurityGroupEgress', Properties: { GroupId: !Ref G, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 } }");

        group.Egress.Select(rule => (rule.Id.LogicalId, rule.Doubt is not null)).ShouldBe([("G", true), ("G", false), ("Out", false)]);
    }

    [Fact]
    public void S12_NoEgressOfTheCdk_IsARuleThatMatchesNothingReal()
    {
        var rule = Group("SecurityGroupEgress: [{ CidrIp: 255.255.255.255/32, Description: Disallow all traffic, FromPort: 252, IpProtocol: icmp, ToPort: 86 }]")
            .Egress.ShouldHaveSingleItem();

        rule.Peer.ShouldBe(RulePeer.From("255.255.255.255/32"));
        rule.Traffic.Protocol.ShouldBe(1);
        (rule.Traffic.IcmpType.Value, rule.Traffic.IcmpCode.Value).ShouldBe((252, 86));
    }

    [Fact]
    public void S13_RuleOfAGroup_NamesTheGroup()
    {
        var group = Group(
            "SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 1, ToPort: 2, SourceSecurityGroupId: !GetAtt Other.GroupId }]",
            "  Other: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: g, VpcId: !Ref Vpc } }");

        group.Ingress.ShouldHaveSingleItem().Peer.ShouldBe(new RulePeer.Group(Templates.Id("Other")));
    }

    [Fact]
    public void InlineAndSeparateRules_AddUp_AlsoFromAnotherStack()
    {
        var estate = Templates.Estate(
            ("Net", $$"""
                Resources:
                {{Templates.Vpc}}
                  G: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: g, VpcId: !Ref Vpc, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }] } }
                Outputs: { G: { Value: !GetAtt G.GroupId, Export: { Name: group } } }
                """),
            ("App", """
                Resources:
                  In: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { GroupId: !ImportValue group, IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 } }
                """));

        var group = Network.Reading.NetworkModelReader.Read(estate).Get<SecurityGroup>("Net/G");
        group.Ingress.Select(rule => rule.Id.ToString()).ShouldBe(["Net/G", "App/In"]);
    }

    [Fact]
    public void S16_S17_DefaultGroup_IsImplied_AndLetsItsMembersIn()
    {
        var reading = Templates.ReadInVpc("""
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A } }
              In: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { GroupId: !GetAtt Vpc.DefaultSecurityGroup, IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8 } }
            """);

        var group = reading.Get<SecurityGroup>("Vpc.DefaultSecurityGroup");
        group.IsDefault.ShouldBeTrue();
        group.Ingress.Select(rule => rule.Peer).ShouldBe([new RulePeer.Group(group.Id), RulePeer.From("10.0.0.0/8")]);
        group.Egress.Length.ShouldBe(2);
        reading.Interface("I").Groups.ShouldBe([group.Id]);
    }

    [Fact]
    public void S17_DefaultGroup_EmptiedByTheCdk_HasNoIPv4RuleLeft()
    {
        var reading = Templates.ReadInVpc(
            "  Custom: { Type: 'Custom::VpcRestrictDefaultSG', Properties: { ServiceToken: t, DefaultSecurityGroupId: !GetAtt Vpc.DefaultSecurityGroup, Account: '1' } }");

        var group = reading.Get<SecurityGroup>("Vpc.DefaultSecurityGroup");
        group.Ingress.ShouldBeEmpty();
        group.Egress.ShouldHaveSingleItem().Peer.ShouldBe(new RulePeer.Range(Cidr.AnyIPv6));
        reading.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Properties: { ServiceToken: t, DefaultSecurityGroupId: !Ref Open }", "Open has no value")]
    [InlineData("Condition: Perhaps, Properties: { ServiceToken: t, DefaultSecurityGroupId: !GetAtt Vpc.DefaultSecurityGroup }", "whether it is created")]
    public void S17_DefaultGroup_ThatMayBeEmptied_HasItsRulesInDoubt(string custom, string reason)
    {
        var reading = Templates.ReadInVpc(
            $$"""  Custom: { Type: 'Custom::VpcRestrictDefaultSG', {{custom}} }""",
            head: "Parameters: { Open: { Type: String } }\nConditions: { Perhaps: !Equals [!Ref Open, 'yes'] }");

        var group = reading.Get<SecurityGroup>("Vpc.DefaultSecurityGroup");
        group.Ingress.ShouldHaveSingleItem().Doubt.ShouldNotBeNull().Reason.ShouldContain(reason);
        group.Egress.Where(rule => rule.Doubt is not null).ShouldHaveSingleItem().Peer.ShouldBe(new RulePeer.Range(Cidr.AnyIPv4));
    }

    [Fact]
    public void OtherCustomResource_LeavesTheGroupItIsGivenOpen()
    {
        var reading = Templates.ReadInVpc("""
              G: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
              Custom: { Type: 'Custom::Rules', Properties: { ServiceToken: t, Inner: [{ Call: !Sub 'authorize ${G.GroupId}' }] } }
            """);

        reading.Get<SecurityGroup>("G").MayHaveMoreRules.ShouldHaveSingleItem().Component.ShouldBe(Templates.Id("Custom"));
        reading.Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2112");
    }

    [Theory]
    [InlineData("tcp", 6)]
    [InlineData("TCP", 6)]
    [InlineData("'6'", 6)]
    [InlineData("17", 17)]
    [InlineData("icmpv6", 58)]
    [InlineData("'50'", 50)]
    [InlineData("'-1'", -1)]
    [InlineData("-1", -1)]
    public void S18_Protocol_IsANameOrANumber(string written, int number) =>
        Group($"SecurityGroupIngress: [{{ IpProtocol: {written}, FromPort: 1, ToPort: 2, CidrIp: 10.0.0.0/8 }}]")
            .Ingress.ShouldHaveSingleItem().Traffic.Protocol.ShouldBe(number);

    [Fact]
    public void S18_Protocol_OfNoKnownName_IsUnknown() =>
        Group("SecurityGroupIngress: [{ IpProtocol: tpc, FromPort: 1, ToPort: 2, CidrIp: 10.0.0.0/8 }]")
            .Ingress.ShouldHaveSingleItem().Traffic.Protocol.IsKnown.ShouldBeFalse();

    [Fact]
    public void S18_Icmp_PortsAreTypeAndCode()
    {
        var traffic = Group("SecurityGroupIngress: [{ IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/8 }]").Ingress.ShouldHaveSingleItem().Traffic;

        (traffic.IcmpType.Value, traffic.IcmpCode.Value).ShouldBe((8, Traffic.Any));
    }

    [Fact]
    public void S18_Ports_WrittenAsTextAndAsMinusOne_AreRead()
    {
        var rules = Group("SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: '443', ToPort: '444', CidrIp: 10.0.0.0/8 }, { IpProtocol: tcp, FromPort: -1, ToPort: -1, CidrIp: 10.0.0.0/8 }]").Ingress;

        rules.Select(rule => rule.Traffic.Ports.Value).ShouldBe([new PortRange(443, 444), PortRange.All]);
    }

    [Fact]
    public void S19_Ipv4AndIpv6_AreRulesOfTheirOwn() =>
        Group("SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 1, ToPort: 2, CidrIpv6: '::/0' }]")
            .Ingress.ShouldHaveSingleItem().Peer.ShouldBe(new RulePeer.Range(Cidr.AnyIPv6));

    [Fact]
    public void S20_PrefixLists_AreKnownWhereDeclared_AndSymbolsWhereAwsManagesThem()
    {
        var reading = Templates.ReadInVpc("""
              List: { Type: 'AWS::EC2::PrefixList', Properties: { PrefixListName: l, AddressFamily: IPv4, MaxEntries: 5, Entries: [{ Cidr: 192.0.2.0/24 }, { Cidr: 198.51.100.0/24 }] } }
              G:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: g
                  VpcId: !Ref Vpc
                  SecurityGroupIngress:
                    - { IpProtocol: tcp, FromPort: 1, ToPort: 2, SourcePrefixListId: !GetAtt List.PrefixListId }
                    - { IpProtocol: tcp, FromPort: 1, ToPort: 2, SourcePrefixListId: pl-6da54004 }
            """);

        reading.Get<SecurityGroup>("G").Ingress.Select(rule => rule.Peer)
            .ShouldBe([new RulePeer.List(Templates.Id("List")), new RulePeer.List(Templates.Id("pl-6da54004"))]);
        reading.Get<PrefixList>("List").Entries.Value.ShouldBe([Cidr.Parse("192.0.2.0/24"), Cidr.Parse("198.51.100.0/24")]);
        reading.Get<PrefixList>("pl-6da54004").Entries.IsKnown.ShouldBeFalse();
    }

    [Fact]
    public void IfAroundARule_LeavesItInDoubt()
    {
        var rules = Templates.ReadInVpc(
            """
              G:
                Type: AWS::EC2::SecurityGroup
                Properties:
                  GroupDescription: g
                  VpcId: !Ref Vpc
                  SecurityGroupIngress:
                    - !If [Open, { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }, !Ref 'AWS::NoValue']
                    - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
                  SecurityGroupEgress: !If [Open, !Ref 'AWS::NoValue', [{ IpProtocol: tcp, FromPort: 1, ToPort: 1, CidrIp: 0.0.0.0/0 }]]
            """,
            "Parameters: { Mode: { Type: String } }\nConditions: { Open: !Equals [!Ref Mode, open] }").Get<SecurityGroup>("G");

        rules.Ingress.Select(rule => (rule.Traffic.Ports.Value.First, rule.Doubt?.Reason)).ShouldBe([(80, "parameter Net/Mode has no value"), (443, null)]);
        rules.Egress.Where(rule => rule.Doubt is not null).Select(rule => rule.Traffic.Ports.Value).ShouldContain(new PortRange(1, 1));
        rules.Egress.ShouldContain(rule => rule.Traffic == Traffic.All, "without the rules everything goes out");
    }

    [Fact]
    public void IfAroundARule_WithAKnownCondition_IsDecided() =>
        Templates.ReadInVpc(
            """
              G: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: g, VpcId: !Ref Vpc, SecurityGroupIngress: [!If [Open, { IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 }, !Ref 'AWS::NoValue']] } }
            """,
            "Parameters: { Mode: { Type: String, Default: closed } }\nConditions: { Open: !Equals [!Ref Mode, open] }").Get<SecurityGroup>("G").Ingress.ShouldBeEmpty();

    [Fact]
    public void ConditionalRuleResource_IsInDoubt() =>
        Templates.ReadInVpc(
            """
              G: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
              In: { Type: 'AWS::EC2::SecurityGroupIngress', Condition: Open, Properties: { GroupId: !Ref G, IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 } }
            """,
            "Parameters: { Mode: { Type: String } }\nConditions: { Open: !Equals [!Ref Mode, open] }").Get<SecurityGroup>("G").Ingress.ShouldHaveSingleItem().Doubt.ShouldNotBeNull();

    [Fact]
    public void IngressByGroupName_FindsTheGroupOfItsStack() =>
        Group("GroupName: web", "  In: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { GroupName: web, IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 } }")
            .Ingress.ShouldHaveSingleItem().Id.ShouldBe(Templates.Id("In"));

    [Fact]
    public void GroupOutsideTheEstate_HasTheRulesAddedToIt_AndOthersNobodyKnows()
    {
        var group = Templates.ReadInVpc("""
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A, SecurityGroupIds: [sg-123] } }
              In: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { GroupId: sg-123, IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 } }
            """).Get<SecurityGroup>("sg-123");

        group.Ingress.ShouldHaveSingleItem();
        group.MayHaveMoreRules.ShouldHaveSingleItem();
    }

    [Fact]
    public void RuleOfAnUnknownGroup_MayBelongToAny()
    {
        var reading = Templates.ReadInVpc(
            """
              G: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
              In: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { GroupId: !Ref Which, IpProtocol: tcp, FromPort: 80, ToPort: 80, CidrIp: 0.0.0.0/0 } }
            """,
            "Parameters: { Which: { Type: String } }");

        reading.Get<SecurityGroup>("G").MayHaveMoreRules.ShouldHaveSingleItem().Reason.ShouldBe("parameter Net/Which has no value");
        reading.Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2111");
    }

    [Fact]
    public void GroupOfALoadBalancer_IsTheOneItWasGiven() =>
        Group(
            "SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 80, ToPort: 80, SourceSecurityGroupId: !Select [0, !GetAtt Alb.SecurityGroups] }]",
            """
              Other: { Type: 'AWS::EC2::SecurityGroup', Properties: { GroupDescription: g, VpcId: !Ref Vpc } }
              Alb: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Subnets: [!Ref A, !Ref B], SecurityGroups: [!Ref Other] } }
            """).Ingress.ShouldHaveSingleItem().Peer.ShouldBe(new RulePeer.Group(Templates.Id("Other")));

    private static SecurityGroup Group(string properties, string more = "") => Templates.ReadInVpc($$"""
          G:
            Type: AWS::EC2::SecurityGroup
            Properties:
              GroupDescription: g
              VpcId: !Ref Vpc
              {{properties}}
        {{more}}
        """).Get<SecurityGroup>("G");
}
