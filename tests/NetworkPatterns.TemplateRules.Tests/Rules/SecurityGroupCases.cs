using NetworkPatterns.TemplateRules.Rules.SecurityGroups;
using NetworkPatterns.TemplateRules.Rules.WholeTemplate;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class SecurityGroupCases
{
    internal static readonly Fragment Chain = Fragment.Of(
        """
        Vpc AWS::EC2::VPC {"CidrBlock": "10.0.0.0/16"}
        Web AWS::EC2::SecurityGroup {"GroupDescription": "Web tier", "VpcId": "=Vpc",
          "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "192.0.2.0/24"}],
          "SecurityGroupEgress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"}]}
        App AWS::EC2::SecurityGroup {"GroupDescription": "App tier", "VpcId": "=Vpc"}
        Data AWS::EC2::SecurityGroup {"GroupDescription": "Data tier", "VpcId": "=Vpc",
          "SecurityGroupEgress": [{"IpProtocol": "icmp", "FromPort": 252, "ToPort": 86, "CidrIp": "255.255.255.255/32"}]}
        WebToApp AWS::EC2::SecurityGroupEgress {"GroupId": "=Web.GroupId", "IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080, "DestinationSecurityGroupId": "=App.GroupId"}
        AppFromWeb AWS::EC2::SecurityGroupIngress {"GroupId": "=App.GroupId", "IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080, "SourceSecurityGroupId": "=Web.GroupId"}
        AppToData AWS::EC2::SecurityGroupEgress {"GroupId": "=App.GroupId", "IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306, "DestinationSecurityGroupId": "=Data.GroupId"}
        DataFromApp AWS::EC2::SecurityGroupIngress {"GroupId": "=Data.GroupId", "IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306, "SourceSecurityGroupId": "=App.GroupId"}
        """);

    // The port of a database that only deployment knows is one port, whatever it is.
    private static readonly Fragment Endpoint = Chain.With(
        """Web AWS::EC2::SecurityGroup {"GroupDescription": "Web", "SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": "=Db.Endpoint.Port", "ToPort": "=Db.Endpoint.Port", "CidrIp": "192.0.2.0/24"}]}""");

    private static readonly Fragment Pool = Chain.With(
        """
        Vpc AWS::EC2::VPC {"Ipv4IpamPoolId": "ipam-pool-1", "Ipv4NetmaskLength": 20}
        Web AWS::EC2::SecurityGroup {"GroupDescription": "Web", "SecurityGroupIngress": [{"IpProtocol": "-1", "CidrIp": "=Vpc.CidrBlock"}]}
        """);

    private static string Rules(int count) =>
        string.Join(", ", Enumerable.Range(0, count).Select(n => $$"""{"IpProtocol": "tcp", "FromPort": {{n}}, "ToPort": {{n}}, "CidrIp": "10.0.0.0/16"}"""));

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<GroupDescriptionRule>(Chain,
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"GroupDescription": "", "VpcId": "=Vpc"}""")),
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"GroupDescription": "From 10.0.0.0/16", "VpcId": "=Vpc"}""")),
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"GroupDescription": "web → app", "VpcId": "=Vpc"}""")),
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"GroupDescription": {"Fn::Sub": "Group of ${Vpc}"}, "VpcId": "=Vpc"}"""))),
        new(new RuleShapeRule(), [Chain, Endpoint],
        [
            ("AppFromWeb", Chain.With("""AppFromWeb AWS::EC2::SecurityGroupIngress {"GroupId": "=App.GroupId", "IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080}""")),
            ("AppFromWeb", Chain.With("""AppFromWeb AWS::EC2::SecurityGroupIngress {"IpProtocol": "tcp", "FromPort": 8080, "ToPort": 8080, "CidrIp": "10.0.0.0/16", "SourceSecurityGroupId": "=Web.GroupId"}""")),
            ("AppFromWeb", Chain.With("""AppFromWeb AWS::EC2::SecurityGroupIngress {"IpProtocol": "tcp", "FromPort": 8081, "ToPort": 8080, "CidrIp": "10.0.0.0/16"}""")),
            ("AppFromWeb", Chain.With("""AppFromWeb AWS::EC2::SecurityGroupIngress {"IpProtocol": "udp", "ToPort": 53, "CidrIp": "10.0.0.0/16"}""")),
            ("AppFromWeb", Chain.With("""AppFromWeb AWS::EC2::SecurityGroupIngress {"IpProtocol": "icmp", "CidrIp": "10.0.0.0/16"}""")),
            ("AppFromWeb", Chain.With("""AppFromWeb AWS::EC2::SecurityGroupIngress {"IpProtocol": "=Protocol", "CidrIp": "10.0.0.0/16"}""")),
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"SecurityGroupEgress": [{"IpProtocol": "-1", "FromPort": 0, "ToPort": 65535, "CidrIp": "0.0.0.0/0"}]}""")),
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"SecurityGroupIngress": {"Fn::If": ["Open", [], []]}}""")),
        ]),
        RuleCase.Of<ExplicitEgressRule>(Chain,
            ("Data", Chain.With("""Data AWS::EC2::SecurityGroup {"GroupDescription": "Data tier", "VpcId": "=Vpc", "SecurityGroupEgress": []}""")),
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"GroupDescription": "Web tier", "SecurityGroupEgress": [{"IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}]}"""))),
        RuleCase.Of<SymmetricGroupsRule>(Chain,
            ("AppFromWeb", Chain.Without("WebToApp")),
            ("AppToData", Chain.Without("DataFromApp")),
            ("AppToData", Chain.With("""DataFromApp AWS::EC2::SecurityGroupIngress {"GroupId": "=Data.GroupId", "IpProtocol": "tcp", "FromPort": 3307, "ToPort": 3307, "SourceSecurityGroupId": "=App.GroupId"}""")),
            ("DataFromApp", Chain.With("""DataFromApp AWS::EC2::SecurityGroupIngress {"GroupId": "=Data.GroupId", "IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306, "SourceSecurityGroupId": {"Fn::ImportValue": "Group"}}"""))),
        RuleCase.Of<DefaultGroupRule>(Chain,
            ("Db", Chain.With("""Db AWS::RDS::DBInstance {"VPCSecurityGroups": ["=Vpc.DefaultSecurityGroup"]}""")),
            ("Db", Chain.With("""Db AWS::RDS::DBInstance {"VPCSecurityGroups": [{"Fn::Sub": "${Vpc.DefaultSecurityGroup}"}]}"""))),
        new(new GroupQuotaRule(), [Chain, Chain.With($$"""Data AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{{Rules(59)}}]}""")],
        [
            ("Web", Chain.With($$"""Web AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{{Rules(61)}}]}""")),
            ("Data", Chain.With($$"""Data AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{{Rules(60)}}]}""")),
        ]),
        new(new ClosedIngressRule(), [Chain, Pool],
        [
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"}]}""")),
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIpv6": "::/0"}]}""")),
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "=Vpc.CidrBlock"}]}""")),
            ("Web", Chain.With("""Web AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "=Range"}]}""")),
        ]),
    ];
}
