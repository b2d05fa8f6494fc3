using NetworkPatterns.TemplateRules.Rules.Addressing;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class AddressingCases
{
    private static readonly Fragment Network = Fragment.Of(
        """
        Vpc AWS::EC2::VPC {"CidrBlock": "10.0.0.0/16"}
        Pods AWS::EC2::VPCCidrBlock {"VpcId": "=Vpc", "CidrBlock": "100.64.0.0/16"}
        V6 AWS::EC2::VPCCidrBlock {"VpcId": "=Vpc", "AmazonProvidedIpv6CidrBlock": true}
        A AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a", "CidrBlock": "10.0.0.0/20", "AssignIpv6AddressOnCreation": true,
          "Ipv6CidrBlock": {"Fn::Select": [0, {"Fn::Cidr": [{"Fn::Select": [0, "=Vpc.Ipv6CidrBlocks"]}, 256, "64"]}]}} < V6
        B AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZoneId": "euw1-az2", "Ipv6Native": true,
          "Ipv6CidrBlock": {"Fn::Select": [1, {"Fn::Cidr": [{"Fn::Select": [0, "=Vpc.Ipv6CidrBlocks"]}, 256, "64"]}]}} < V6
        C AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": {"Fn::Select": [0, {"Fn::GetAZs": ""}]}, "CidrBlock": "100.64.0.0/18"} < Pods
        Table AWS::EC2::RouteTable {"VpcId": "=Vpc"}
        TableOfA AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=A", "RouteTableId": "=Table"}
        TableOfB AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=B", "RouteTableId": "=Table"}
        TableOfC AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=C", "RouteTableId": "=Table"}
        """);

    private static readonly Fragment Pool = Fragment.Of(
        """
        Vpc AWS::EC2::VPC {"Ipv4IpamPoolId": "ipam-pool-1", "Ipv4NetmaskLength": 20}
        A AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a",
          "CidrBlock": {"Fn::Select": [0, {"Fn::Cidr": ["=Vpc.CidrBlock", 16, 8]}]}}
        B AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1b",
          "CidrBlock": {"Fn::Select": [3, {"Fn::Cidr": [{"Fn::Select": [1, {"Fn::Cidr": ["=Vpc.CidrBlock", 16, 8]}]}, 16, 4]}]}}
        """);

    private static Fragment Sized(string block, int addresses) => Network.With(
        $$$"""A AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "{{{block}}}", "@Metadata": {"NetworkPatterns::MinimumAddresses": {{{addresses}}}}}""");

    private static Fragment SizedByPool(int bits, int addresses) => Network.With(
        $$$$"""A AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": {"Fn::Select": [3, {"Fn::Cidr": ["=Vpc.CidrBlock", 256, {{{{bits}}}}]}]}, "@Metadata": {"NetworkPatterns::MinimumAddresses": {{{{addresses}}}}}}""");

    public static IEnumerable<RuleCase> All =>
    [
        new(new VpcBlockRule(), [Network, Pool],
        [
            ("Vpc", Network.With("""Vpc AWS::EC2::VPC {"CidrBlock": "10.0.0.0/15"}""")),
            ("Vpc", Network.With("""Vpc AWS::EC2::VPC {"CidrBlock": "10.0.0.1/16"}""")),
            ("Vpc", Network.With("""Vpc AWS::EC2::VPC {"CidrBlock": "=Range"}""")),
            ("Vpc", Pool.With("""Vpc AWS::EC2::VPC {"Ipv4IpamPoolId": "ipam-pool-1", "Ipv4NetmaskLength": 29}""")),
            ("Vpc", Pool.With("""Vpc AWS::EC2::VPC {"Ipv4IpamPoolId": "ipam-pool-1"}""")),
            ("Pods", Network.With("""Pods AWS::EC2::VPCCidrBlock {"VpcId": "=Vpc", "CidrBlock": "100.64.0.0/10"}""")),
        ]),
        new(new DisjointBlocksRule(), [Network, Pool],
        [
            ("Vpc", Network.With("""Pods AWS::EC2::VPCCidrBlock {"VpcId": "=Vpc", "CidrBlock": "10.0.128.0/17"}""")),
            ("Vpc", Network.With("""C AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "10.0.8.0/24"}""")),
            ("Vpc", Network.With("""C AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "10.1.0.0/24"}""")),
            ("Vpc", Network.With("""C AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "=Range"}""")),
            ("Vpc", Pool.With("""B AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": {"Fn::Select": [0, {"Fn::Cidr": ["=Vpc.CidrBlock", 16, 4]}]}}""")),
            ("Vpc", Pool.With("""B AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": {"Fn::Select": [16, {"Fn::Cidr": ["=Vpc.CidrBlock", 32, 8]}]}}""")),
        ]),
        RuleCase.Of<SecondaryBlockDependencyRule>(Network,
            ("C", Network.With("""C AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "100.64.0.0/18"}"""))),
        RuleCase.Of<IPv6SubnetRule>(Network,
            ("A", Network.With("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "Ipv6CidrBlock": {"Fn::Select": [0, {"Fn::Cidr": [{"Fn::Select": [0, "=Vpc.Ipv6CidrBlocks"]}, 256, 64]}]}}""")),
            ("B", Network.With("""B AWS::EC2::Subnet {"VpcId": "=Vpc", "Ipv6CidrBlock": {"Fn::Select": [0, {"Fn::Cidr": [{"Fn::Select": [0, "=Vpc.Ipv6CidrBlocks"]}, 256, 64]}]}} < V6""")),
            ("B", Network.With("""B AWS::EC2::Subnet {"VpcId": "=Vpc", "Ipv6CidrBlock": {"Fn::Select": [256, {"Fn::Cidr": [{"Fn::Select": [0, "=Vpc.Ipv6CidrBlocks"]}, 256, 64]}]}} < V6""")),
            ("B", Network.With("""B AWS::EC2::Subnet {"VpcId": "=Vpc", "Ipv6CidrBlock": {"Fn::Select": [256, {"Fn::Cidr": [{"Fn::Select": [0, "=Vpc.Ipv6CidrBlocks"]}, 512, 64]}]}} < V6""")),
            ("A", Network.With("""B AWS::EC2::Subnet {"VpcId": "=Vpc", "Ipv6CidrBlock": {"Fn::Select": [1, {"Fn::Cidr": [{"Fn::Select": [0, "=Vpc.Ipv6CidrBlocks"]}, 16, 64]}]}} < V6""")),
            ("B", Network.With("""B AWS::EC2::Subnet {"VpcId": "=Vpc", "Ipv6CidrBlock": {"Fn::Select": [1, {"Fn::Cidr": [{"Fn::Select": [0, "=Vpc.Ipv6CidrBlocks"]}, 2, 64]}]}} < V6"""))),
        RuleCase.Of<SubnetZoneRule>(Network,
            ("A", Network.With("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "euw1-az1"}""")),
            ("A", Network.With("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "=Zone"}""")),
            ("A", Network.With("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZoneId": "eu-west-1a"}""")),
            ("A", Network.With("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a", "AvailabilityZoneId": "euw1-az1"}""")),
            ("A", Network.With("""A AWS::EC2::Subnet {"VpcId": "=Vpc"}"""))),
        RuleCase.Of<IPv6FlagsRule>(Network,
            ("B", Network.With("""B AWS::EC2::Subnet {"VpcId": "=Vpc", "Ipv6Native": true, "CidrBlock": "10.0.16.0/20"}""")),
            ("A", Network.With("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "AssignIpv6AddressOnCreation": true, "CidrBlock": "10.0.0.0/20"}""")),
            ("A", Network.With("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "AssignIpv6AddressOnCreation": "=Choice", "CidrBlock": "10.0.0.0/20"}"""))),
        new(new SubnetCapacityRule(), [Sized("10.0.0.0/24", 251), Sized("10.0.0.0/20", 251), SizedByPool(8, 251)],
        [
            ("A", Sized("10.0.0.0/25", 251)),
            ("A", Sized("10.0.0.0/24", 252)),
            ("A", SizedByPool(7, 251)),
            ("A", Network.With("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "=Range", "@Metadata": {"NetworkPatterns::MinimumAddresses": 251}}""")),
            ("A", Network.With("""A AWS::EC2::Subnet {"VpcId": "=Vpc", "CidrBlock": "10.0.0.0/24", "@Metadata": {"NetworkPatterns::MinimumAddresses": "many"}}""")),
        ]),
        RuleCase.Of<RouteTableAssociationRule>(Network,
            ("A", Network.Without("TableOfA")),
            ("A", Network.With("""TableOfA2 AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=A", "RouteTableId": "=Table"}""")),
            ("A", Network.With("""TableOfA AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=A", "RouteTableId": "rtb-1"}"""))),
    ];
}
