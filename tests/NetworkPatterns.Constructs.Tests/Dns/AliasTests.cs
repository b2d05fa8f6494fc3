using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.GlobalAccelerator;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Dns;
using HttpDomain = Amazon.CDK.AWS.Apigatewayv2;
using RestDomain = Amazon.CDK.AWS.APIGateway;

namespace NetworkPatterns.Constructs.Tests.Dns;

/// <summary>Each resource as a target: kind, name, zone, families.</summary>
[Collection(CdkCollection.Name)]
public sealed class AliasTests
{
    private const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/app/web/0123456789abcdef";
    private const string Zone = "Z0000000EXAMPLE";

    [Fact]
    public void Target_OfEachResource_NamesItAndItsZone() => Targets(DnsStacks.NewStack()).ShouldAllBe(entry => entry.Actual == entry.Expected);

    [Fact]
    public void S3Website_UnknownRegion_IsRefused() =>
        Should.Throw<ArgumentException>(() => Alias.S3Website("eu-nowhere-1")).Message.ShouldContain("eu-nowhere-1");

    [Fact]
    public void VpcEndpoint_OfTheStack_IsItsFirstEntry()
    {
        var stack = DnsStacks.NewStack();
        var vpc = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes
        {
            VpcId = "vpc-1",
            VpcCidrBlock = "10.0.0.0/16",
            AvailabilityZones = ["eu-west-1a"],
            PrivateSubnetIds = ["subnet-1"],
        });
        var endpoint = new InterfaceVpcEndpoint(stack, "Sts", new InterfaceVpcEndpointProps { Vpc = vpc, Service = InterfaceVpcEndpointAwsService.STS, PrivateDnsEnabled = false });
        _ = new SimpleRecord(stack, "Name", new SimpleRecordProps { Zone = DnsStacks.Zone(stack), Name = "sts.example.com", Target = Alias.VpcEndpoint(endpoint) });
        var template = stack.UncheckedTemplate();
        var entries = $$"""{"Fn::Split":[":",{"Fn::Select":[0,{"Fn::GetAtt":["{{template.LogicalIds("AWS::EC2::VPCEndpoint").Single()}}","DnsEntries"]}]}]}""";
        template.Single("AWS::Route53::RecordSet")["Properties"]!["AliasTarget"].ShouldBeJson(
            $$"""{"DNSName":{"Fn::Select":[1,{{entries}}]},"HostedZoneId":{"Fn::Select":[0,{{entries}}]},"EvaluateTargetHealth":true}""");
    }

    private static IEnumerable<(string Resource, AliasTarget Actual, AliasTarget Expected)> Targets(Stack stack) =>
    [
        (
            "Application Load Balancer",
            Alias.LoadBalancer(ApplicationLoadBalancer.FromApplicationLoadBalancerAttributes(stack, "Alb", new ApplicationLoadBalancerAttributes
            {
                LoadBalancerArn = Arn,
                SecurityGroupId = "sg-1",
                LoadBalancerDnsName = "web.elb.amazonaws.com",
                LoadBalancerCanonicalHostedZoneId = Zone,
            })),
            new(AliasTargetKind.LoadBalancer, "dualstack.web.elb.amazonaws.com", Zone, IsDualStack: false)),
        (
            "Network Load Balancer, dual-stack",
            Alias.LoadBalancer(
                NetworkLoadBalancer.FromNetworkLoadBalancerAttributes(stack, "Nlb", new NetworkLoadBalancerAttributes
                {
                    LoadBalancerArn = Arn,
                    LoadBalancerDnsName = "tcp.elb.amazonaws.com",
                    LoadBalancerCanonicalHostedZoneId = Zone,
                }),
                isDualStack: true),
            new(AliasTargetKind.LoadBalancer, "dualstack.tcp.elb.amazonaws.com", Zone, IsDualStack: true)),
        (
            "load balancer by name",
            Alias.LoadBalancer("web.elb.amazonaws.com", Zone),
            new(AliasTargetKind.LoadBalancer, "dualstack.web.elb.amazonaws.com", Zone, IsDualStack: false)),
        ("distribution", Alias.CloudFront(Distribution(stack)), new(AliasTargetKind.CloudFront, "d1.cloudfront.net", "Z2FDTNDATAQYW2", IsDualStack: true)),
        ("distribution over IPv4", Alias.CloudFront("d1.cloudfront.net", isDualStack: false), new(AliasTargetKind.CloudFront, "d1.cloudfront.net", "Z2FDTNDATAQYW2", IsDualStack: false)),
        ("distribution in China", Alias.CloudFront("d1.cloudfront.cn"), new(AliasTargetKind.CloudFront, "d1.cloudfront.cn", "Z3RFFRIM2A3IF5", IsDualStack: true)),
        (
            "distribution of a stack in China",
            Alias.CloudFront(Distribution(DnsStacks.NewStack("cn-north-1"))),
            new(AliasTargetKind.CloudFront, "d1.cloudfront.net", "Z3RFFRIM2A3IF5", IsDualStack: true)),
        (
            "REST API",
            Alias.ApiGateway(RestDomain.DomainName_.FromDomainNameAttributes(stack, "Rest", new RestDomain.DomainNameAttributes
            {
                DomainName = "api.example.com",
                DomainNameAliasTarget = "d-1.execute-api.eu-west-1.amazonaws.com",
                DomainNameAliasHostedZoneId = Zone,
            })),
            new(AliasTargetKind.ApiGateway, "d-1.execute-api.eu-west-1.amazonaws.com", Zone, IsDualStack: false)),
        (
            "HTTP API",
            Alias.ApiGateway(HttpDomain.DomainName.FromDomainNameAttributes(stack, "Http", new HttpDomain.DomainNameAttributes
            {
                Name = "api.example.com",
                RegionalDomainName = "d-2.execute-api.eu-west-1.amazonaws.com",
                RegionalHostedZoneId = Zone,
            })),
            new(AliasTargetKind.ApiGateway, "d-2.execute-api.eu-west-1.amazonaws.com", Zone, IsDualStack: false)),
        ("API by name", Alias.ApiGateway("d-3.example.net", Zone), new(AliasTargetKind.ApiGateway, "d-3.example.net", Zone, IsDualStack: false)),
        (
            "accelerator",
            Alias.GlobalAccelerator(Accelerator.FromAcceleratorAttributes(stack, "Accelerator", new AcceleratorAttributes { AcceleratorArn = Arn, DnsName = "a1.awsglobalaccelerator.com" })),
            new(AliasTargetKind.GlobalAccelerator, "a1.awsglobalaccelerator.com", "Z2BJ6XQ5FK7U4H", IsDualStack: false)),
        (
            "dual-stack accelerator",
            Alias.GlobalAccelerator("a1.dualstack.awsglobalaccelerator.com", isDualStack: true),
            new(AliasTargetKind.GlobalAccelerator, "a1.dualstack.awsglobalaccelerator.com", "Z2BJ6XQ5FK7U4H", IsDualStack: true)),
        ("website", Alias.S3Website("eu-west-1"), new(AliasTargetKind.S3Website, "s3-website-eu-west-1.amazonaws.com", "Z1BKCTXD74EZPE", IsDualStack: false)),
    ];

    private static IDistribution Distribution(Stack stack) =>
        Amazon.CDK.AWS.CloudFront.Distribution.FromDistributionAttributes(stack, "Distribution", new DistributionAttributes { DomainName = "d1.cloudfront.net", DistributionId = "E1" });
}
