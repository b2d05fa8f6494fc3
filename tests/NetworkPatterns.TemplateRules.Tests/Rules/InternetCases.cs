using NetworkPatterns.TemplateRules.Rules.Internet;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class InternetCases
{
    private static readonly Fragment Network = Fragment.Of(
        """
        Vpc AWS::EC2::VPC {"CidrBlock": "10.0.0.0/16"}
        Igw AWS::EC2::InternetGateway
        Attachment AWS::EC2::VPCGatewayAttachment {"VpcId": "=Vpc", "InternetGatewayId": "=Igw"}
        Eigw AWS::EC2::EgressOnlyInternetGateway {"VpcId": "=Vpc"}
        WebA AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a", "MapPublicIpOnLaunch": true, "Tags": [{"Key": "aws-cdk:subnet-type", "Value": "Public"}]}
        WebB AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1b", "MapPublicIpOnLaunch": false, "Tags": [{"Key": "aws-cdk:subnet-type", "Value": "Public"}]}
        AppA AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a", "Ipv6CidrBlock": "2001:db8::/64", "EnableDns64": true, "Tags": [{"Key": "aws-cdk:subnet-type", "Value": "Private"}]}
        AppB AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1b", "Tags": [{"Key": "aws-cdk:subnet-type", "Value": "Private"}]}
        DataA AWS::EC2::Subnet {"VpcId": "=Vpc", "AvailabilityZone": "eu-west-1a", "Tags": [{"Key": "aws-cdk:subnet-type", "Value": "Isolated"}]}
        WebTable AWS::EC2::RouteTable {"VpcId": "=Vpc"}
        AppTableA AWS::EC2::RouteTable {"VpcId": "=Vpc"}
        AppTableB AWS::EC2::RouteTable {"VpcId": "=Vpc"}
        DataTable AWS::EC2::RouteTable {"VpcId": "=Vpc"}
        OfWebA AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=WebA", "RouteTableId": "=WebTable"}
        OfWebB AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=WebB", "RouteTableId": "=WebTable"}
        OfAppA AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=AppA", "RouteTableId": "=AppTableA"}
        OfAppB AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=AppB", "RouteTableId": "=AppTableB"}
        OfDataA AWS::EC2::SubnetRouteTableAssociation {"SubnetId": "=DataA", "RouteTableId": "=DataTable"}
        WebRoute AWS::EC2::Route {"RouteTableId": "=WebTable", "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "=Igw"} < Attachment
        AppRouteA AWS::EC2::Route {"RouteTableId": "=AppTableA", "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "=NatA"}
        AppRouteA6 AWS::EC2::Route {"RouteTableId": "=AppTableA", "DestinationIpv6CidrBlock": "::/0", "EgressOnlyInternetGatewayId": "=Eigw"}
        AppRouteA64 AWS::EC2::Route {"RouteTableId": "=AppTableA", "DestinationIpv6CidrBlock": "64:ff9b::/96", "NatGatewayId": "=NatA"}
        AppRouteB AWS::EC2::Route {"RouteTableId": "=AppTableB", "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "=NatB"}
        EipA AWS::EC2::EIP {"Domain": "vpc"} < Attachment
        EipB AWS::EC2::EIP {"Domain": "vpc"} < Attachment
        NatA AWS::EC2::NatGateway {"AllocationId": "=EipA.AllocationId", "SubnetId": "=WebA"} < WebRoute
        NatB AWS::EC2::NatGateway {"AllocationId": "=EipB.AllocationId", "SubnetId": "=WebB"} < WebRoute
        """);

    private static readonly Fragment Regional = Network.With("""Region AWS::EC2::NatGateway {"AvailabilityMode": "regional", "VpcId": "=Vpc"} < Attachment""");

    private static readonly Fragment Private = Network.With("""Inner AWS::EC2::NatGateway {"ConnectivityType": "private", "SubnetId": "=AppA"}""");

    private static readonly Fragment Instance = Network.With(
        """
        Template AWS::EC2::LaunchTemplate {"LaunchTemplateData": {"MetadataOptions": {"HttpTokens": "required"}}}
        Group AWS::EC2::SecurityGroup {"GroupDescription": "NAT", "VpcId": "=Vpc", "SecurityGroupIngress": [{"IpProtocol": "-1", "CidrIp": "10.0.32.0/20"}]}
        Nat AWS::EC2::Instance {"SubnetId": "=WebA", "SourceDestCheck": false, "SecurityGroupIds": ["=Group"], "LaunchTemplate": {"LaunchTemplateId": "=Template", "Version": "1"}} < Attachment
        NatEip AWS::EC2::EIP {"InstanceId": "=Nat"} < Attachment
        AppRouteB AWS::EC2::Route {"RouteTableId": "=AppTableB", "DestinationCidrBlock": "0.0.0.0/0", "InstanceId": "=Nat"}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<SingleInternetGatewayRule>(Network,
            ("Vpc", Network.With("""Second AWS::EC2::VPCGatewayAttachment {"VpcId": "=Vpc", "InternetGatewayId": "igw-1"}"""))),
        RuleCase.Of<InternetRouteDependencyRule>(Network,
            ("WebRoute", Network.With("""WebRoute AWS::EC2::Route {"RouteTableId": "=WebTable", "DestinationCidrBlock": "0.0.0.0/0", "GatewayId": "=Igw"}""")),
            ("WebRoute6", Network.With("""WebRoute6 AWS::EC2::Route {"RouteTableId": "=WebTable", "DestinationIpv6CidrBlock": "::/0", "GatewayId": "=Igw"}""")),
            ("WebRoute", Network.Without("Attachment"))),
        new(new ElasticIpDependencyRule(), [Network, Instance],
        [
            ("EipA", Network.With("""EipA AWS::EC2::EIP {"Domain": "vpc"}""")),
            ("NatEip", Instance.With("""Nat AWS::EC2::Instance {"SubnetId": "=WebA"}""").With("""NatEip AWS::EC2::EIP {"InstanceId": "=Nat"}""")),
        ]),
        RuleCase.Of<ZonalNatGatewayRule>(Network,
            ("NatA", Network.With("""NatA AWS::EC2::NatGateway {"SubnetId": "=WebA"} < WebRoute""")),
            ("NatA", Network.With("""NatA AWS::EC2::NatGateway {"AllocationId": "=EipA.AllocationId", "SubnetId": "subnet-1"} < WebRoute""")),
            ("NatA", Network.With("""NatA AWS::EC2::NatGateway {"AllocationId": "=EipA.AllocationId", "SubnetId": "=AppA"} < WebRoute""")),
            ("NatA", Network.With("""NatA AWS::EC2::NatGateway {"AllocationId": "eipalloc-1", "SubnetId": "=WebA"}"""))),
        RuleCase.Of<RegionalNatGatewayRule>(Regional,
            ("Region", Regional.With("""Region AWS::EC2::NatGateway {"AvailabilityMode": "regional", "VpcId": "=Vpc"}""")),
            ("Region", Regional.With("""Region AWS::EC2::NatGateway {"AvailabilityMode": "regional"} < Attachment""")),
            ("Region", Regional.With("""Region AWS::EC2::NatGateway {"AvailabilityMode": "regional", "VpcId": "=Vpc", "SubnetId": "=WebA"} < Attachment""")),
            ("Region", Regional.With("""Region AWS::EC2::NatGateway {"AvailabilityMode": "regional", "VpcId": "=Vpc", "ConnectivityType": "private"} < Attachment"""))),
        RuleCase.Of<PrivateNatGatewayRule>(Private,
            ("Inner", Private.With("""Inner AWS::EC2::NatGateway {"ConnectivityType": "private", "SubnetId": "=AppA", "AllocationId": "eipalloc-1"}"""))),
        RuleCase.Of<NatInOwnZoneRule>(Network,
            ("NatA", Network.With("""AppRouteB AWS::EC2::Route {"RouteTableId": "=AppTableB", "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "=NatA"}"""))),
        RuleCase.Of<RouteShapeRule>(Network,
            ("AppRouteB", Network.With("""AppRouteB AWS::EC2::Route {"RouteTableId": "=AppTableB", "NatGatewayId": "=NatB"}""")),
            ("AppRouteB", Network.With("""AppRouteB AWS::EC2::Route {"RouteTableId": "=AppTableB", "DestinationCidrBlock": "0.0.0.0/0"}""")),
            ("AppRouteB", Network.With("""AppRouteB AWS::EC2::Route {"RouteTableId": "=AppTableB", "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "=NatB", "GatewayId": "=Igw"}""")),
            ("Twice", Network.With("""Twice AWS::EC2::Route {"RouteTableId": "=AppTableB", "DestinationCidrBlock": "0.0.0.0/0", "TransitGatewayId": "tgw-1"}"""))),
        RuleCase.Of<IsolatedTierRule>(Network,
            ("DataA", Network.With("""DataRoute AWS::EC2::Route {"RouteTableId": "=DataTable", "DestinationCidrBlock": "0.0.0.0/0", "NatGatewayId": "=NatA"}""")),
            ("DataA", Network.With("""DataRoute AWS::EC2::Route {"RouteTableId": "=DataTable", "DestinationIpv6CidrBlock": "::/0", "EgressOnlyInternetGatewayId": "=Eigw"}"""))),
        RuleCase.Of<PublicAddressRule>(Network,
            ("DataA", Network.With("""DataA AWS::EC2::Subnet {"VpcId": "=Vpc", "MapPublicIpOnLaunch": true}""")),
            ("DataA", Network.With("""DataA AWS::EC2::Subnet {"VpcId": "=Vpc", "MapPublicIpOnLaunch": "=Choice"}"""))),
        RuleCase.Of<EgressOnlyGatewayRule>(Network,
            ("Vpc", Network.Without("Eigw")),
            ("Vpc", Network.With("""AppA AWS::EC2::Subnet {"VpcId": "=Vpc", "Tags": [{"Key": "aws-cdk:subnet-type", "Value": "Private"}]}""")),
            ("Vpc", Network.With("""WebRoute6 AWS::EC2::Route {"RouteTableId": "=WebTable", "DestinationIpv6CidrBlock": "::/0", "EgressOnlyInternetGatewayId": "=Eigw"}""")),
            ("Vpc", Network.With("""AppRouteA6B AWS::EC2::Route {"RouteTableId": "=AppTableA", "DestinationIpv6CidrBlock": "::/0", "GatewayId": "=Igw"}"""))),
        RuleCase.Of<Nat64Rule>(Network, ("AppA", Network.Without("AppRouteA64"))),
        RuleCase.Of<NatInstanceRule>(Instance,
            ("Nat", Instance.Without("NatEip")),
            ("Nat", Instance.Without("Template")),
            ("Nat", Instance.With("""Group AWS::EC2::SecurityGroup {"VpcId": "=Vpc", "SecurityGroupIngress": [{"IpProtocol": "-1", "CidrIp": "0.0.0.0/0"}]}""")),
            ("Nat", Instance.With("""Nat AWS::EC2::Instance {"SubnetId": "=WebA", "SecurityGroupIds": ["=Group"], "LaunchTemplate": {"LaunchTemplateId": "=Template", "Version": "1"}} < Attachment""")),
            ("Nat", Instance.With("""Nat AWS::EC2::Instance {"SubnetId": "=WebA", "SourceDestCheck": false, "LaunchTemplate": {"LaunchTemplateId": "=Template", "Version": "1"}}"""))),
    ];
}
