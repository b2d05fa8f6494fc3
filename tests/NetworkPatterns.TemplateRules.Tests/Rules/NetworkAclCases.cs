using NetworkPatterns.TemplateRules.Rules.NetworkAcls;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class NetworkAclCases
{
    private static readonly Fragment Web = Fragment.Of(
        """
        Subnet AWS::EC2::Subnet {"CidrBlock": "10.0.0.0/24", "Ipv6CidrBlock": "2001:db8::/64"}
        Acl AWS::EC2::NetworkAcl {"VpcId": "=Vpc"}
        OfSubnet AWS::EC2::SubnetNetworkAclAssociation {"SubnetId": "=Subnet", "NetworkAclId": "=Acl"}
        DenyIn AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 10, "RuleAction": "deny", "Protocol": -1, "CidrBlock": "203.0.113.0/24"}
        DenyOut AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 10, "RuleAction": "deny", "Protocol": -1, "CidrBlock": "203.0.113.0/24", "Egress": true}
        In AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": 6, "PortRange": {"From": 443, "To": 443}, "CidrBlock": "0.0.0.0/0"}
        InAnswer AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": 6, "PortRange": {"From": 1024, "To": 65535}, "CidrBlock": "0.0.0.0/0", "Egress": true}
        In6 AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 110, "RuleAction": "allow", "Protocol": 6, "PortRange": {"From": 443, "To": 443}, "Ipv6CidrBlock": "::/0"}
        In6Answer AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 110, "RuleAction": "allow", "Protocol": 6, "PortRange": {"From": 1024, "To": 65535}, "Ipv6CidrBlock": "::/0", "Egress": true}
        Out AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 120, "RuleAction": "allow", "Protocol": 6, "PortRange": {"From": 8080, "To": 8080}, "CidrBlock": "10.0.32.0/20", "Egress": true}
        OutAnswer AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 120, "RuleAction": "allow", "Protocol": 6, "PortRange": {"From": 1024, "To": 65535}, "CidrBlock": "10.0.32.0/20"}
        Ping AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 130, "RuleAction": "allow", "Protocol": 1, "Icmp": {"Type": 3, "Code": 4}, "CidrBlock": "0.0.0.0/0"}
        Last AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 32766, "RuleAction": "deny", "Protocol": -1, "CidrBlock": "0.0.0.0/0"}
        """);

    private const string Tier = """ "@Metadata": {"NetworkPatterns::Tiers": [{"network": "Dev/Network", "tier": "web"}]} """;

    // Both families, and a group that lets one of them through.
    private static readonly Fragment IPv4Only = Web.Without("In6", "In6Answer").With(
        $$"""
        Subnet AWS::EC2::Subnet {"CidrBlock": "10.0.0.0/24", "Ipv6CidrBlock": "2001:db8::/64", {{Tier}}}
        Group AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"}], {{Tier}}}
        """);

    private static readonly Fragment Transit = Fragment.Of(
        """
        Subnet AWS::EC2::Subnet {"CidrBlock": "10.0.0.0/28"}
        Acl AWS::EC2::NetworkAcl {"VpcId": "=Vpc"}
        OfSubnet AWS::EC2::SubnetNetworkAclAssociation {"SubnetId": "=Subnet", "NetworkAclId": "=Acl"}
        Attachment AWS::EC2::TransitGatewayAttachment {"TransitGatewayId": "tgw-1", "SubnetIds": ["=Subnet"], "VpcId": "=Vpc"}
        In AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": -1, "CidrBlock": "0.0.0.0/0"}
        Out AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": -1, "CidrBlock": "0.0.0.0/0", "Egress": true}
        """);

    private static Fragment Entries(int count) => Web.With(string.Join('\n', Enumerable.Range(0, count).Select(n =>
        $$"""Extra{{n}} AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": {{1000 + n}}, "RuleAction": "deny", "Protocol": -1, "CidrBlock": "198.51.100.{{n}}/32", "Egress": true}""")));

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<EntryShapeRule>(Web,
            ("In", Web.With("""In AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 32767, "RuleAction": "allow", "Protocol": -1, "CidrBlock": "0.0.0.0/0"}""")),
            ("In", Web.With("""In AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": 6, "CidrBlock": "0.0.0.0/0"}""")),
            ("In", Web.With("""In AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": "tcp", "CidrBlock": "0.0.0.0/0"}""")),
            ("In", Web.With("""In AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "permit", "Protocol": -1, "CidrBlock": "0.0.0.0/0"}""")),
            ("In", Web.With("""In AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": -1}""")),
            ("Ping", Web.With("""Ping AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 130, "RuleAction": "allow", "Protocol": 58, "Ipv6CidrBlock": "::/0"}""")),
            ("Twin", Web.With("""Twin AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "deny", "Protocol": -1, "CidrBlock": "0.0.0.0/0"}"""))),
        new(new ReturnPathRule(), [Web, Transit],
        [
            ("In", Web.Without("InAnswer")),
            ("In6", Web.Without("In6Answer")),
            ("Out", Web.Without("OutAnswer")),
            ("In", Web.With("""InAnswer AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": 6, "PortRange": {"From": 32768, "To": 65535}, "CidrBlock": "0.0.0.0/0", "Egress": true}""")),
            ("In", Web.With("""InAnswer AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": 17, "PortRange": {"From": 1024, "To": 65535}, "CidrBlock": "0.0.0.0/0", "Egress": true}""")),
            ("In", Web.With("""InAnswer AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": 6, "PortRange": {"From": 1024, "To": 65535}, "CidrBlock": "10.0.0.0/8", "Egress": true}""")),
            ("In", Web.With("""Shadow AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 50, "RuleAction": "deny", "Protocol": 6, "PortRange": {"From": 2000, "To": 3000}, "CidrBlock": "0.0.0.0/0", "Egress": true}""")),
            ("In", Web.Without("DenyIn")),
            ("In", Transit.Without("Out")),
            ("InAnswer", Web.Without("In")),
            ("In", Web.With("""In AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 100, "RuleAction": "allow", "Protocol": 6, "PortRange": {"From": 443, "To": 443}, "CidrBlock": "=Range"}""")),
        ]),
        RuleCase.Of<BlockListRule>(Web,
            ("DenyIn", Web.Without("DenyOut")),
            ("DenyIn", Web.With("""DenyIn AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 105, "RuleAction": "deny", "Protocol": -1, "CidrBlock": "203.0.113.0/24"}"""))),
        new(new AssociationRule(), [Web, IPv4Only],
        [
            ("Subnet", IPv4Only.With($$"""Group AWS::EC2::SecurityGroup {"SecurityGroupIngress": [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIpv6": "::/0"}], {{Tier}}}""")),
            ("Subnet", IPv4Only.With("""More AWS::EC2::SecurityGroupIngress {"GroupId": "=Group.GroupId", "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "SourceSecurityGroupId": "sg-1"}""")),
            ("Subnet", IPv4Only.With("""More AWS::EC2::SecurityGroupEgress {"GroupId": "=Group.GroupId", "IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "DestinationSecurityGroupId": "=Group.GroupId"}""")),
            ("Subnet", Web.With("""Second AWS::EC2::SubnetNetworkAclAssociation {"SubnetId": "=Subnet", "NetworkAclId": "acl-1"}""")),
            ("Subnet", Web.Without("In6", "In6Answer")),
        ]),
        RuleCase.Of<OpenTransitAclRule>(Transit,
            ("Subnet", Transit.Without("Out")),
            ("Subnet", Transit.With("""Deny AWS::EC2::NetworkAclEntry {"NetworkAclId": "=Acl", "RuleNumber": 10, "RuleAction": "deny", "Protocol": -1, "CidrBlock": "203.0.113.0/24"}"""))),
        new(new AclQuotaRule(), [Web, Entries(16)], [("Acl", Entries(17))]),
    ];
}
