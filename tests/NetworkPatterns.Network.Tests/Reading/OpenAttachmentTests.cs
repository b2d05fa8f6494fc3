using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Network.Selection;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Tests.Reading;

/// <summary>What is attached to nobody knows what is never answered as not reachable.</summary>
public sealed class OpenAttachmentTests
{
    private const string Parameter = "Parameters: { P: { Type: String } }";

    private const string Public = """
          T: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Vpc } }
          TA: { Type: 'AWS::EC2::SubnetRouteTableAssociation', Properties: { RouteTableId: !Ref T, SubnetId: !Ref A } }
          Igw: { Type: 'AWS::EC2::InternetGateway' }
          R: { Type: 'AWS::EC2::Route', Properties: { RouteTableId: !Ref T, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Igw } }
          G: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: !Ref Vpc, GroupDescription: g, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }] } }
        """;

    private const string PublicHost = """
          I: { Type: 'AWS::EC2::Instance', Properties: { NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: !Ref A, GroupSet: [!Ref G], AssociatePublicIpAddress: true }] } }
        """;

    [Theory]
    [InlineData("VpcId: !Ref P, InternetGatewayId: !Ref Igw")]
    [InlineData("VpcId: !Ref Vpc, InternetGatewayId: !Ref P")]
    public void S41_InternetGateway_AttachedToAnUnknownVpc_IsUnknownBothWays(string attachment)
    {
        var resources = $$"""
            {{Public}}
            {{PublicHost}}
              Attached: { Type: 'AWS::EC2::VPCGatewayAttachment', Properties: { {{attachment}} } }
            """;

        Verdicts(resources).ShouldBe([Verdict.Unknown, Verdict.Unknown]);
    }

    [Fact]
    public void S41_InternetGateway_WithoutAttachment_IsAttachedToNothing() =>
        Verdicts($"{Public}\n{PublicHost}").ShouldBe([Verdict.NotReachable, Verdict.NotReachable]);

    [Fact]
    public void S3_ElasticIp_OfAnUnknownInstance_MayBeOfAny()
    {
        var resources = $$"""
            {{Public}}
              Attached: { Type: 'AWS::EC2::VPCGatewayAttachment', Properties: { VpcId: !Ref Vpc, InternetGatewayId: !Ref Igw } }
              I: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: !Ref A, SecurityGroupIds: [!Ref G] } }
              Ip: { Type: 'AWS::EC2::EIP' }
              Associated: { Type: 'AWS::EC2::EIPAssociation', Properties: { AllocationId: !GetAtt Ip.AllocationId, InstanceId: !Ref P } }
            """;

        Verdicts(resources).ShouldBe([Verdict.Unknown, Verdict.Unknown]);
        Verdicts(resources.Replace("InstanceId: !Ref P", "InstanceId: !Ref I", StringComparison.Ordinal)).ShouldBe([Verdict.Reachable, Verdict.Reachable]);
    }

    [Fact]
    public void S41_VpcOutsideTheTemplates_MayHaveAGateway() =>
        Verdicts($$"""
              A: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: vpc-1, CidrBlock: 10.0.0.0/24 } }
              G: { Type: 'AWS::EC2::SecurityGroup', Properties: { VpcId: vpc-1, GroupDescription: g, SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }] } }
            {{PublicHost}}
            """, inVpc: false).ShouldBe([Verdict.Unknown, Verdict.Unknown]);

    private static Verdict[] Verdicts(string resources, bool inVpc = true)
    {
        var estate = Templates.Estate($"{Parameter}\nResources:\n{(inVpc ? Templates.Vpc : "")}\n{resources}");
        var selectors = new SelectorResolver(estate, NetworkModelReader.Read(estate).Model, DeclaredGuarantees.Read(estate));
        var problems = new ProblemList();
        var instance = selectors.Resolve("I", problems)!;
        var analyzer = new ReachabilityAnalyzer(selectors.Model);
        return
        [
            analyzer.Answer(new(instance, EndpointSelector.TheInternet, QueryProtocol.Tcp, new(443, 443))).Verdict,
            analyzer.Answer(new(EndpointSelector.TheInternet, instance, QueryProtocol.Tcp, new(443, 443))).Verdict,
        ];
    }
}
