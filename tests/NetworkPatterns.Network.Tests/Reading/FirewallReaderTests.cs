using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Reading;

public sealed class FirewallReaderTests
{
    [Theory]
    [InlineData("!Select [1, !Split [':', !Select [0, !GetAtt Fw.EndpointIds]]]", "Fw.Endpoint1")]
    [InlineData("!Select [1, !Split [':', !Select [1, !GetAtt Fw.EndpointIds]]]", "Fw.Endpoint2")]
    [InlineData("!Select [0, !Split [',', !Select [1, !Split ['eu-west-1b:', !Join [',', !GetAtt Fw.EndpointIds]]]]]", "Fw.Endpoint2")]
    public void S79_RoutesNameEndpoints_ByPlaceOrZone(string expression, string endpoint)
    {
        var reading = Firewall("", $$"""
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              R: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, VpcEndpointId: {{expression}} } }
            """);

        var target = reading.Get<RouteTable>("T").Routes.ShouldHaveSingleItem().Target.ShouldBeOfType<RouteTarget.Component>();
        target.Id.ToString().ShouldBe(endpoint);
        reading.Get<NetworkFirewall>("Fw").Endpoints.Select(each => (each.Id.ToString(), each.Subnet.Value.LogicalId)).ShouldBe([("Fw.Endpoint1", "A"), ("Fw.Endpoint2", "B")]);
        reading.Problems.Any(problem => problem.Code == "NP2113").ShouldBe(!expression.Contains("Join", StringComparison.Ordinal));
    }

    [Fact]
    public void S79_EndpointOfAnAssociation_IsOneMore()
    {
        var reading = Firewall("", """
              More: { Type: 'AWS::NetworkFirewall::VpcEndpointAssociation', Properties: { FirewallArn: !Ref Fw, VpcId: !Ref Vpc, SubnetMapping: { SubnetId: !Ref A } } }
              T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
              R: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, VpcEndpointId: !GetAtt More.EndpointId } }
            """);

        reading.Get<NetworkFirewall>("Fw").Endpoints.Length.ShouldBe(3);
        reading.Get<RouteTable>("T").Routes.ShouldHaveSingleItem().Target.ShouldBe(RouteTarget.To(Templates.Id("More")));
    }

    [Fact]
    public void FirewallOnATransitGateway_IsAnAttachment()
    {
        var reading = Templates.Read("""
              Tgw: { Type: 'AWS::EC2::TransitGateway' }
              Table: { Type: 'AWS::EC2::TransitGatewayRouteTable', Properties: { TransitGatewayId: !Ref Tgw } }
              Policy: { Type: 'AWS::NetworkFirewall::FirewallPolicy', Properties: { FirewallPolicyName: p, FirewallPolicy: { StatelessDefaultActions: ['aws:pass'], StatelessFragmentDefaultActions: ['aws:pass'] } } }
              Fw: { Type: 'AWS::NetworkFirewall::Firewall', Properties: { FirewallName: f, FirewallPolicyArn: !Ref Policy, TransitGatewayId: !Ref Tgw, AvailabilityZoneMappings: [{ AvailabilityZone: eu-west-1a }] } }
              R: { Type: 'AWS::EC2::TransitGatewayRoute', Properties: { TransitGatewayRouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, TransitGatewayAttachmentId: !GetAtt Fw.TransitGatewayAttachmentId } }
            """);

        var attachment = reading.Get<TransitGatewayAttachment>("Fw.TransitGatewayAttachment");
        attachment.Resource.ShouldBe(new AttachedResource.OfFirewall(Templates.Id("Fw")));
        reading.Get<TransitGatewayRouteTable>("Table").Routes.ShouldHaveSingleItem().Attachment!.Value.Value.ShouldBe(attachment.Id);
    }

    [Fact]
    public void S80_StatelessRules_ComeInTheOrderOfGroupAndRulePriority()
    {
        var policy = Policy(
            "StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:pass'], StatelessRuleGroupReferences: [{ Priority: 20, ResourceArn: !Ref G2 }, { Priority: 10, ResourceArn: !Ref G1 }]",
            """
              G1:
                Type: AWS::NetworkFirewall::RuleGroup
                Properties:
                  Type: STATELESS
                  Capacity: 1
                  RuleGroupName: a
                  RuleGroup:
                    RulesSource:
                      StatelessRulesAndCustomActions:
                        StatelessRules:
                          - { Priority: 2, RuleDefinition: { Actions: ['aws:drop'], MatchAttributes: { Sources: [{ AddressDefinition: 10.0.0.0/8 }], DestinationPorts: [{ FromPort: 22, ToPort: 23 }], Protocols: [6] } } }
                          - { Priority: 1, RuleDefinition: { Actions: ['aws:pass'], MatchAttributes: { Destinations: [{ AddressDefinition: 10.1.0.0/16 }] } } }
              G2:
                Type: AWS::NetworkFirewall::RuleGroup
                Properties: { Type: STATELESS, Capacity: 1, RuleGroupName: b, RuleGroup: { RulesSource: { StatelessRulesAndCustomActions: { StatelessRules: [{ Priority: 1, RuleDefinition: { Actions: ['aws:forward_to_sfe'], MatchAttributes: {} } }] } } } }
            """);

        policy.StatelessRules.Select(rule => (rule.Id.LogicalId, rule.Action))
            .ShouldBe([("G1", StatelessAction.Pass), ("G1", StatelessAction.Drop), ("G2", StatelessAction.Forward)]);
        policy.StatelessRules[1].Match.Protocols.ShouldBe([6]);
        policy.StatelessRules[1].Match.DestinationPorts.ShouldBe([new PortRange(22, 23)]);
        policy.StatelessDefault.ShouldBe(StatelessAction.Forward);
    }

    [Fact]
    public void S80_TupleRules_AreDecidable_AndStrictOrderMayDropTheRest()
    {
        var policy = Policy(
            "StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:pass'], StatefulEngineOptions: { RuleOrder: STRICT_ORDER }, StatefulDefaultActions: ['aws:drop_strict'], StatefulRuleGroupReferences: [{ Priority: 1, ResourceArn: !Ref G }]",
            """
              G:
                Type: AWS::NetworkFirewall::RuleGroup
                Properties:
                  Type: STATEFUL
                  Capacity: 1
                  RuleGroupName: a
                  RuleGroup:
                    RulesSource:
                      StatefulRules:
                        - { Action: PASS, Header: { Protocol: TCP, Source: 10.0.0.0/8, SourcePort: ANY, Direction: FORWARD, Destination: ANY, DestinationPort: '443' }, RuleOptions: [{ Keyword: sid, Settings: ['1'] }] }
                        - { Action: DROP, Header: { Protocol: IP, Source: ANY, SourcePort: ANY, Direction: ANY, Destination: ANY, DestinationPort: ANY }, RuleOptions: [{ Keyword: sid, Settings: ['2'] }] }
                        - { Action: DROP, Header: { Protocol: HTTP, Source: ANY, SourcePort: ANY, Direction: FORWARD, Destination: ANY, DestinationPort: ANY }, RuleOptions: [{ Keyword: sid, Settings: ['3'] }] }
            """);

        policy.StrictOrder.ShouldBe(true);
        policy.DropsUnmatched.ShouldBe(true);
        policy.StatefulRules.Select(rule => (rule.Action, rule.BothDirections, rule.Undecidable is null))
            .ShouldBe([(StatefulAction.Pass, false, true), (StatefulAction.Drop, true, true), (StatefulAction.Drop, false, false)]);
        policy.StatefulRules[0].Match.Sources.ShouldHaveSingleItem().Value.ToString().ShouldBe("10.0.0.0/8");
        policy.StatefulRules[0].Match.DestinationPorts.ShouldBe([new PortRange(443, 443)]);
        policy.StatefulRules[0].Match.Protocols.ShouldBe([6]);
    }

    [Fact]
    public void S80_SuricataText_IsReadAsFarAsAddressesAndPortsGo()
    {
        var rules = Policy(
            "StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:pass'], StatefulRuleGroupReferences: [{ ResourceArn: !Ref G }]",
            """
              G:
                Type: AWS::NetworkFirewall::RuleGroup
                Properties:
                  Type: STATEFUL
                  Capacity: 1
                  RuleGroupName: a
                  RuleGroup:
                    RuleVariables: { IPSets: { HOME_NET: { Definition: [10.0.0.0/16, 10.1.0.0/16] } } }
                    RulesSource:
                      RulesString: |
                        # comment
                        pass tcp $HOME_NET any -> 192.0.2.1 [80, 443] (msg:"a; b"; sid:1; rev:1;)
                        drop tls $HOME_NET any -> $EXTERNAL_NET any (tls.sni; content:"x"; sid:2;)
                        alert icmp any any <> any any (sid:3;)
                        drop udp any 1024: -> !10.0.0.0/8 53 (sid:4;)
                        nonsense
            """).StatefulRules;

        rules[0].Match.Sources.Length.ShouldBe(2);
        rules[0].Match.Destinations.ShouldHaveSingleItem().Value.ToString().ShouldBe("192.0.2.1/32");
        rules[0].Match.DestinationPorts.ShouldBe([new PortRange(80, 80), new PortRange(443, 443)]);
        rules[0].Undecidable.ShouldBeNull();
        rules[1].Undecidable.ShouldNotBeNull();
        rules[1].Match.Unknown!.Reason.ShouldContain("$EXTERNAL_NET");
        (rules[2].Action, rules[2].BothDirections).ShouldBe((StatefulAction.Alert, true));
        rules[3].Match.Unknown.ShouldNotBeNull("a negation is not read");
        rules.Skip(4).Select(rule => rule.Undecidable!.Reason).ShouldAllBe(reason => reason.Contains("nonsense"));
    }

    [Theory]
    [InlineData("flow:to_server", "tcp", false, true)]
    [InlineData("flow: from_client", "udp", false, true)]
    [InlineData("flow:established,to_server", "tcp", true, true)]
    [InlineData("flow:to_server, established", "tcp", true, true)]
    [InlineData("flow:established", "udp", true, false)]
    [InlineData("flow:established", "tls", true, false)]
    [InlineData("flow:to_client", "tcp", false, false)]
    [InlineData("flow:not_established,to_server", "tcp", false, false)]
    [InlineData("flow:stateless", "tcp", false, false)]
    [InlineData("flow:to_server; content:\"x\"", "tcp", false, false)]
    [InlineData("flags:S", "tcp", false, false)]
    public void S80_FlowOption_SaysWhichPacketsMatch(string options, string protocol, bool onlyEstablished, bool isDecidable)
    {
        var text = Policy(
            "StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:pass'], StatefulRuleGroupReferences: [{ ResourceArn: !Ref G }]",
            $"  G: {{ Type: 'AWS::NetworkFirewall::RuleGroup', Properties: {{ Type: STATEFUL, Capacity: 1, RuleGroupName: a, RuleGroup: {{ RulesSource: {{ RulesString: 'pass {protocol} any any -> any 443 ({options}; sid:1;)' }} }} }} }}")
            .StatefulRules.ShouldHaveSingleItem();

        text.OnlyEstablished.ShouldBe(onlyEstablished);
        (text.Undecidable is null).ShouldBe(isDecidable);
    }

    [Fact]
    public void S80_FlowOptionOfATupleRule_IsReadToo() =>
        Policy(
            "StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:pass'], StatefulRuleGroupReferences: [{ ResourceArn: !Ref G }]",
            "  G: { Type: 'AWS::NetworkFirewall::RuleGroup', Properties: { Type: STATEFUL, Capacity: 1, RuleGroupName: a, RuleGroup: { RulesSource: { StatefulRules: [{ Action: PASS, Header: { Protocol: TCP, Source: ANY, SourcePort: ANY, Direction: FORWARD, Destination: ANY, DestinationPort: '443' }, RuleOptions: [{ Keyword: sid, Settings: ['1'] }, { Keyword: flow, Settings: [established, to_server] }] }] } } } }")
            .StatefulRules.ShouldHaveSingleItem().ShouldSatisfyAllConditions(rule => rule.OnlyEstablished.ShouldBeTrue(), rule => rule.Undecidable.ShouldBeNull());

    [Theory]
    [InlineData("[]", false, false)]
    [InlineData("['aws:alert_strict']", false, false)]
    [InlineData("['aws:drop_strict', 'aws:alert_strict']", true, false)]
    [InlineData("['aws:alert_established', 'aws:drop_established']", true, true)]
    [InlineData("['aws:drop_some_day']", null, false)]
    public void S80_StatefulDefaults_DropAtOnceOrOnceEstablished(string actions, bool? drops, bool letsOpen)
    {
        var policy = Policy($"StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:pass'], StatefulEngineOptions: {{ RuleOrder: STRICT_ORDER }}, StatefulDefaultActions: {actions}", "");

        (policy.DropsUnmatched.IsKnown ? policy.DropsUnmatched.Value : default(bool?)).ShouldBe(drops);
        policy.LetsUnmatchedOpen.ShouldBe(letsOpen);
    }

    [Fact]
    public void S80_DomainLists_AreUndecidable() =>
        Policy(
            "StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:pass'], StatefulRuleGroupReferences: [{ ResourceArn: !Ref G }]",
            "  G: { Type: 'AWS::NetworkFirewall::RuleGroup', Properties: { Type: STATEFUL, Capacity: 1, RuleGroupName: a, RuleGroup: { RulesSource: { RulesSourceList: { GeneratedRulesType: ALLOWLIST, TargetTypes: [TLS_SNI], Targets: [.example.com] } } } } }")
            .StatefulRules.Select(rule => (rule.Action, rule.Undecidable is null)).ShouldBe([(StatefulAction.Pass, false), (StatefulAction.Drop, false)]);

    [Fact]
    public void ManagedRuleGroup_MayDoAnything_UnlessItOnlyAlerts()
    {
        const string Arn = "arn:aws:network-firewall:eu-west-1:aws-managed:stateful-rulegroup/BotNetCommandAndControlDomainsActionOrder";
        var policy = Policy(
            $"StatelessDefaultActions: ['aws:forward_to_sfe'], StatelessFragmentDefaultActions: ['aws:pass'], StatefulRuleGroupReferences: [{{ ResourceArn: '{Arn}', Override: {{ Action: DROP_TO_ALERT }} }}]", "");

        policy.StatefulRules.Select(rule => rule.Action).ShouldBe([StatefulAction.Pass, StatefulAction.Alert]);
        policy.StatefulRules[0].Undecidable.ShouldNotBeNull();
    }

    [Fact]
    public void PolicyOutsideTheEstate_IsUnknown() =>
        Templates.ReadInVpc("  Fw: { Type: 'AWS::NetworkFirewall::Firewall', Properties: { FirewallName: f, FirewallPolicyArn: 'arn:policy', VpcId: !Ref Vpc, SubnetMappings: [{ SubnetId: !Ref A }] } }")
            .Get<NetworkFirewall>("Fw").Policy.IsKnown.ShouldBeFalse();

    private static FirewallPolicy Policy(string properties, string more) => Firewall(properties, more).Get<NetworkFirewall>("Fw").Policy.Value;

    private static Network.Reading.NetworkReading Firewall(string policy, string more)
    {
        var properties = policy.Length > 0 ? policy : "StatelessDefaultActions: ['aws:pass'], StatelessFragmentDefaultActions: ['aws:pass']";
        return Templates.ReadInVpc($$"""
              Policy: { Type: 'AWS::NetworkFirewall::FirewallPolicy', Properties: { FirewallPolicyName: p, FirewallPolicy: { {{properties}} } } }
              Fw: { Type: 'AWS::NetworkFirewall::Firewall', Properties: { FirewallName: f, FirewallPolicyArn: !GetAtt Policy.FirewallPolicyArn, VpcId: !Ref Vpc, SubnetMappings: [{ SubnetId: !Ref A }, { SubnetId: !Ref B }] } }
            {{more}}
            """);
    }
}
