using System.Globalization;
using NetworkPatterns.TemplateRules.Rules.Endpoints;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class EndpointCases
{
    private static readonly Fragment Network = Fragment.Of(
        """
        Vpc AWS::EC2::VPC {"CidrBlock": "10.0.0.0/16", "EnableDnsHostnames": true, "EnableDnsSupport": true}
        Pods AWS::EC2::VPCCidrBlock {"VpcId": "=Vpc", "CidrBlock": "100.64.0.0/16"}
        A AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a"}
        B AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1b"}
        S3 AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}.s3"}, "VpcEndpointType": "Gateway", "RouteTableIds": ["=Table"], "PolicyDocument": {"Statement": []}}
        Group AWS::EC2::SecurityGroup {"GroupDescription": "Endpoints", "SecurityGroupIngress": [
          {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/16"}, {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "100.64.0.0/16"}]}
        Ecr AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "ServiceName": {"Fn::Join": ["", ["com.amazonaws.", "=AWS::Region", ".ecr.api"]]}, "VpcEndpointType": "Interface",
          "PrivateDnsEnabled": true, "SubnetIds": ["=A", "=B"], "SecurityGroupIds": ["=Group.GroupId"], "PolicyDocument": {"Statement": []}}
        Zone AWS::Route53::HostedZone {"Name": "db.internal", "VPCs": [{"VPCId": "=Vpc", "VPCRegion": "=AWS::Region"}]}
        """);

    private static readonly Fragment DeclaredClients = Network.With(
        """Group AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "SourceSecurityGroupId": "=App.GroupId"}]}""");

    private static readonly Fragment Central = Fragment.Of(
        """
        Sts AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "VpcEndpointType": "Interface", "PrivateDnsEnabled": false}
        Zone AWS::Route53::HostedZone {"Name": "sts.eu-west-1.amazonaws.com.", "VPCs": [{"VPCId": "=Vpc", "VPCRegion": "=AWS::Region"}]}
        Name AWS::Route53::RecordSet {"HostedZoneId": "=Zone", "Name": "sts.eu-west-1.amazonaws.com.", "Type": "A", "AliasTarget": {
          "DNSName": {"Fn::Select": [1, {"Fn::Split": [":", {"Fn::Select": [0, "=Sts.DnsEntries"]}]}]},
          "HostedZoneId": {"Fn::Select": [0, {"Fn::Split": [":", {"Fn::Select": [0, "=Sts.DnsEntries"]}]}]}}}
        """);

    private static Fragment CentralName(string properties, int entry = 0) => Central.With(Central.Lines["Name"]
        .Replace(""" "HostedZoneId": "=Zone", "Name": "sts.eu-west-1.amazonaws.com." """.Trim(), properties.Trim(), StringComparison.Ordinal)
        .Replace("[0, \"=Sts.DnsEntries\"]", string.Create(CultureInfo.InvariantCulture, $"[{entry}, \"=Sts.DnsEntries\"]"), StringComparison.Ordinal));

    private static readonly Fragment Inspection = Fragment.Of(
        """Endpoint AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "ServiceName": "com.amazonaws.vpce.eu-west-1.vpce-svc-1", "VpcEndpointType": "GatewayLoadBalancer", "SubnetIds": ["=A"]}""");

    private static Fragment Ecr(string properties) => Network.With(
        $$"""Ecr AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}.ecr.api"}, "VpcEndpointType": "Interface", {{properties}}}""");

    private static Fragment Group(string rule) => Network.With($$"""Group AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{{rule}}]}""");

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<GatewayEndpointRule>(Network,
            ("S3", Network.With("""S3 AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "ServiceName": "com.amazonaws.eu-west-1.s3"}""")),
            ("S3", Network.With("""S3 AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "ServiceName": "com.amazonaws.eu-west-1.s3", "RouteTableIds": ["=Table"], "PrivateDnsEnabled": false}""")),
            ("S3B", Network.With("""S3B AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "ServiceName": {"Fn::Join": [".", ["com.amazonaws", "=AWS::Region", "s3"]]}, "RouteTableIds": ["=Table"]}"""))),
        new(new InterfaceEndpointRule(), [Network, DeclaredClients],
        [
            ("Ecr", Ecr(""" "SubnetIds": ["=A", "=A"], "SecurityGroupIds": ["=Group.GroupId"] """)),
            ("Ecr", Ecr(""" "SubnetIds": ["subnet-1"], "SecurityGroupIds": ["=Group.GroupId"] """)),
            ("Ecr", Ecr(""" "SubnetIds": ["=A"] """)),
            ("Ecr", Ecr(""" "SubnetIds": ["=A"], "SecurityGroupIds": ["sg-1"] """)),
            ("Ecr", Ecr(""" "SubnetIds": "=List", "SecurityGroupIds": ["=Group.GroupId"] """)),
            ("Ecr", Group("""{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "10.0.0.0/16"}""")),
            ("Ecr", Group("""{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"}""")),
            ("Ecr", Group("""{"IpProtocol": "tcp", "FromPort": 0, "ToPort": 65535, "SourceSecurityGroupId": "=App.GroupId"}""")),
        ]),
        RuleCase.Of<DnsAttributesRule>(Network,
            ("Vpc", Network.With("""Vpc AWS::EC2::VPC {"CidrBlock": "10.0.0.0/16"}""")),
            ("Vpc", Network.Without("Ecr").With("""Vpc AWS::EC2::VPC {"EnableDnsHostnames": false}""")),
            ("Vpc", Network.With("""Vpc AWS::EC2::VPC {"EnableDnsHostnames": true, "EnableDnsSupport": "=Choice"}"""))),
        RuleCase.Of<PrivateNameRule>(Network,
            ("Ecr", Network.With("""Zone AWS::Route53::HostedZone {"Name": {"Fn::Sub": "api.ecr.${AWS::Region}.amazonaws.com"}, "VPCs": [{"VPCId": "=Vpc", "VPCRegion": "=AWS::Region"}]}"""))),
        new(new EndpointPolicyRule(["sms"]), [Network, Ecr(""" "PolicyDocument": {} """).With("""Sms AWS::EC2::VPCEndpoint {"ServiceName": "com.amazonaws.eu-west-1.sms", "VpcEndpointType": "Interface"}""")],
        [
            ("S3", Network.With("""S3 AWS::EC2::VPCEndpoint {"ServiceName": {"Fn::Sub": "com.amazonaws.${AWS::Region}.s3"}}""")),
            ("Ecr", Ecr(""" "SubnetIds": [] """)),
            ("Sms", Network.With("""Sms AWS::EC2::VPCEndpoint {"ServiceName": "com.amazonaws.eu-west-1.sms", "VpcEndpointType": "Interface", "PolicyDocument": {}}""")),
            ("Endpoint", Inspection.With("""Endpoint AWS::EC2::VPCEndpoint {"ServiceName": "com.amazonaws.vpce.eu-west-1.vpce-svc-1", "VpcEndpointType": "GatewayLoadBalancer", "PolicyDocument": {}}""")),
        ]),
        new(new CentralEndpointRule(), [Central, CentralName(""" "HostedZoneId": "=Zone", "Name": "*.sts.eu-west-1.amazonaws.com" """)],
        [
            ("Name", Central.With("""Sts AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "VpcEndpointType": "Interface", "PrivateDnsEnabled": true}""")),
            ("Name", Central.With("""Sts AWS::EC2::VPCEndpoint {"VpcId": "=Vpc", "VpcEndpointType": "Interface"}""")),
            ("Name", Central.With("""Zone AWS::Route53::HostedZone {"Name": "sts.eu-west-1.amazonaws.com."}""")),
            ("Name", CentralName(""" "HostedZoneId": "=Zone", "Name": "sts.eu-west-1.amazonaws.com", "TTL": "60" """)),
            ("Name", CentralName(""" "HostedZoneId": "=Zone", "Name": "api.sts.eu-west-1.amazonaws.com" """)),
            ("Name", CentralName(""" "HostedZoneId": "Z0123", "Name": "sts.eu-west-1.amazonaws.com" """)),
            ("Name", CentralName(""" "HostedZoneId": "=Zone", "Name": "sts.eu-west-1.amazonaws.com" """, entry: 1)),
        ]),
        RuleCase.Of<GatewayLoadBalancerEndpointRule>(Inspection,
            ("Endpoint", Inspection.With("""Endpoint AWS::EC2::VPCEndpoint {"VpcEndpointType": "GatewayLoadBalancer", "SubnetIds": ["=A", "=B"]}"""))),
    ];
}
