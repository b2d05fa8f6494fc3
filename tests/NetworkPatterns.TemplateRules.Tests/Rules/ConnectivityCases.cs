using NetworkPatterns.TemplateRules.Rules.Connectivity;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class ConnectivityCases
{
    private static readonly Fragment Peered = Fragment.Of(
        """
        A AWS::EC2::VPC {"CidrBlock": "10.1.0.0/16"}
        B AWS::EC2::VPC {"CidrBlock": "10.2.0.0/16"}
        Pods AWS::EC2::VPCCidrBlock {"VpcId": "=B", "CidrBlock": "100.64.0.0/16"}
        TableA AWS::EC2::RouteTable {"VpcId": "=A"}
        TableB AWS::EC2::RouteTable {"VpcId": "=B"}
        Peering AWS::EC2::VPCPeeringConnection {"VpcId": "=A", "PeerVpcId": "=B"}
        ToB AWS::EC2::Route {"RouteTableId": "=TableA", "DestinationCidrBlock": "10.2.0.0/16", "VpcPeeringConnectionId": "=Peering"}
        ToPods AWS::EC2::Route {"RouteTableId": "=TableA", "DestinationCidrBlock": "100.64.1.0/24", "VpcPeeringConnectionId": "=Peering"}
        ToA AWS::EC2::Route {"RouteTableId": "=TableB", "DestinationCidrBlock": "10.1.0.0/16", "VpcPeeringConnectionId": "=Peering"}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<PeeringRule>(Peered,
            ("Peering", Peered.Without("ToA")),
            ("Peering", Peered.Without("ToPods")),
            ("Peering", Peered.With("""ToPods AWS::EC2::Route {"RouteTableId": "=TableA", "DestinationCidrBlock": "10.3.0.0/16", "VpcPeeringConnectionId": "=Peering"}""")),
            ("Peering", Peered.With("""ToA AWS::EC2::Route {"RouteTableId": "=TableB", "DestinationCidrBlock": "0.0.0.0/0", "VpcPeeringConnectionId": "=Peering"}""")),
            ("Peering", Peered.With("""Pods AWS::EC2::VPCCidrBlock {"VpcId": "=B", "CidrBlock": "10.1.128.0/20"}""")),
            ("Peering", Peered.With("""Peering AWS::EC2::VPCPeeringConnection {"VpcId": "=A", "PeerVpcId": "vpc-1", "PeerOwnerId": "222222222222"}"""))),
    ];
}
