using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Tests.Reading;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Tests.Proving;

/// <summary>Each kind of guarantee holds, fails, and stays open, on a small network of three tiers.</summary>
public sealed class EstateProverTests
{
    private const string Web443 = """ "traffic": [{ "protocol": "tcp", "ports": "443" }] """;
    private const string App8080 = """ "traffic": [{ "protocol": "tcp", "ports": "8080" }] """;

    [Theory]
    [InlineData("tier:web", "tier:app", "8080", GuaranteeOutcome.Holds)]
    [InlineData("tier:web", "tier:app", "8080-8081", GuaranteeOutcome.Fails)]
    [InlineData("tier:web", "tier:app", "22", GuaranteeOutcome.Fails)]
    [InlineData("cidr:192.168.0.0/16", "tier:app", "8080", GuaranteeOutcome.Fails)]
    public void Prove_CanReach_NeedsAllOfTheTraffic(string from, string to, string ports, GuaranteeOutcome expected) =>
        Prove($$"""{ "kind": "can-reach", "from": "{{from}}", "to": "{{to}}", "traffic": [{ "protocol": "tcp", "ports": "{{ports}}" }] }""").Outcome.ShouldBe(expected);

    [Fact]
    public void Prove_CanReach_GivesTheAnswerThatRefutesIt()
    {
        var result = Prove("""{ "kind": "can-reach", "from": "tier:web", "to": "tier:data", "traffic": [{ "protocol": "tcp", "ports": "5432" }] }""");

        result.Outcome.ShouldBe(GuaranteeOutcome.Fails);
        result.Detail.ShouldBe("tcp 5432 does not get through");
        result.Evidence!.Explanations.ShouldContain(explanation => explanation.Code == ExplanationCode.SecurityGroupRules);
    }

    [Theory]
    [InlineData("tier:web", "tier:app", "8080", GuaranteeOutcome.Holds)]
    [InlineData("tier:web", "tier:app", "8081", GuaranteeOutcome.Fails)]
    [InlineData("tier:data", "tier:web", "1", GuaranteeOutcome.Holds)]
    [InlineData("tier:web", "tier:data", "1", GuaranteeOutcome.Undecided)]
    public void Prove_ReachesAtMost_AllowsNothingElse(string from, string to, string ports, GuaranteeOutcome expected) =>
        Prove($$"""{ "kind": "reaches-at-most", "from": "{{from}}", "to": "{{to}}", "traffic": [{ "protocol": "tcp", "ports": "{{ports}}" }] }""").Outcome.ShouldBe(expected);

    [Theory]
    [InlineData("internet", "tier:data", GuaranteeOutcome.Holds)]
    [InlineData("any", "tier:data", GuaranteeOutcome.Fails)]
    [InlineData("tier:data", "tier:web", GuaranteeOutcome.Holds)]
    [InlineData("tier:web", "tier:data", GuaranteeOutcome.Undecided)]
    [InlineData("tier:web", "tier:app", GuaranteeOutcome.Fails)]
    [InlineData("tier:data", "internet", GuaranteeOutcome.Holds)]
    public void Prove_NeverReaches_IsRefutedByAnyTraffic(string from, string to, GuaranteeOutcome expected)
    {
        var result = Prove($$"""{ "kind": "never-reaches", "from": "{{from}}", "to": "{{to}}" }""");

        result.Outcome.ShouldBe(expected);
        (result.Evidence?.Verdict).ShouldBe(expected switch
        {
            GuaranteeOutcome.Fails => Verdict.Reachable,
            GuaranteeOutcome.Undecided => Verdict.Unknown,
            _ => null,
        });
    }

    [Theory]
    [InlineData("tier:app", "internet", "tier:nat", GuaranteeOutcome.Holds)]
    [InlineData("tier:web", "internet", "tier:nat", GuaranteeOutcome.Fails)]
    public void Prove_OnlyThrough_IsRefutedByAWayAround(string from, string to, string through, GuaranteeOutcome expected) =>
        Prove($$"""{ "kind": "only-through", "from": "{{from}}", "to": "{{to}}", "through": "{{through}}" }""").Outcome.ShouldBe(expected);

    [Theory]
    [InlineData("""{ "kind": "can-reach", "from": "tier:app", "to": "tier:data", "traffic": [{ "protocol": "tcp", "ports": "9000" }] }""")]
    [InlineData("""{ "kind": "reaches-at-most", "from": "tier:app", "to": "tier:data", "traffic": [{ "protocol": "tcp", "ports": "5432" }] }""")]
    public void Prove_WhatAParameterDecides_IsUndecided(string guarantee)
    {
        var result = Prove(guarantee);

        result.Outcome.ShouldBe(GuaranteeOutcome.Undecided);
        result.Evidence!.Unknowns.ShouldContain(unknown => unknown.Reason.Contains("Office", StringComparison.Ordinal));
    }

    [Fact]
    public void Prove_CanReach_OfATierWithoutMembers_IsUndecided()
    {
        var result = Prove($$"""{ "kind": "can-reach", "from": "internet", "to": "tier:missing", {{Web443}} }""");

        result.Outcome.ShouldBe(GuaranteeOutcome.Undecided);
        result.Detail.ShouldBe("one of the sides has no subnet or group in the templates");
    }

    [Fact]
    public void Prove_ASet_KeepsItsOrder()
    {
        var results = ProveAll($$"""
            { "kind": "never-reaches", "from": "internet", "to": "tier:data" },
            { "kind": "can-reach", "from": "tier:web", "to": "tier:app", {{App8080}} }
            """);

        results.Select(result => result.ToString()).ShouldBe(
        [
            "N: internet never reaches tier:data: Holds",
            "N: tier:web can reach tier:app on tcp 8080: Holds",
        ]);
    }

    private static GuaranteeResult Prove(string guarantee) => ProveAll(guarantee).ShouldHaveSingleItem();

    private static IReadOnlyList<GuaranteeResult> ProveAll(string guarantees)
    {
        var estate = Reading.Templates.Estate($$"""
            Parameters: { Office: { Type: String } }
            Resources:
              Vpc:
                Type: AWS::EC2::VPC
                Properties: { CidrBlock: 10.0.0.0/16 }
                Metadata: { 'NetworkPatterns::Guarantees': { version: 1, network: N, guarantees: [{{guarantees}}] } }
              Igw: { Type: 'AWS::EC2::InternetGateway' }
              Attached: { Type: 'AWS::EC2::VPCGatewayAttachment', Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
              Ip: { Type: 'AWS::EC2::EIP' }
              Nat: { Type: 'AWS::EC2::NatGateway', Properties: { SubnetId: !Ref WebSubnet, AllocationId: !GetAtt Ip.AllocationId }, Metadata: { 'NetworkPatterns::Tiers': [{ network: N, tier: nat }] } }
            {{Tier("Web", 0)}}
              WebToInternet: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref WebTable, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }
              WebHost: { Type: 'AWS::EC2::Instance', Properties: { NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: !Ref WebSubnet, GroupSet: [!Ref WebGroup], AssociatePublicIpAddress: true }] } }
            {{Tier("App", 1)}}
              AppToInternet: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref AppTable, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
              AppFromWeb: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { GroupId: !Ref AppGroup, IpProtocol: tcp, FromPort: 8080, ToPort: 8080, SourceSecurityGroupId: !Ref WebGroup } }
            {{Tier("Data", 2)}}
              DataFromApp: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { GroupId: !Ref DataGroup, IpProtocol: tcp, FromPort: 5432, ToPort: 5432, SourceSecurityGroupId: !Ref AppGroup } }
              DataFromOffice: { Type: 'AWS::EC2::SecurityGroupIngress', Properties: { GroupId: !Ref DataGroup, IpProtocol: tcp, FromPort: 9000, ToPort: 9000, CidrIp: !Ref Office } }
              Loose: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref AppSubnet, SecurityGroupIds: [!Ref AppGroup] } }
            """);
        return EstateProver.Prove(estate, NetworkModelReader.Read(estate).Model, DeclaredGuarantees.Read(estate));
    }

    private static string Tier(string name, int number) => $$"""
          {{name}}Subnet: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.{{number}}.0/24, AvailabilityZone: eu-west-1a }, Metadata: { 'NetworkPatterns::Tiers': [{ network: N, tier: {{name.ToLowerInvariant()}} }] } }
          {{name}}Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
          {{name}}TableOfSubnet: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { RouteTableId: !Ref {{name}}Table, SubnetId: !Ref {{name}}Subnet } }
          {{name}}Group: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: !Ref Vpc, GroupDescription: g }, Metadata: { 'NetworkPatterns::Tiers': [{ network: N, tier: {{name.ToLowerInvariant()}} }] } }
        """;
}
