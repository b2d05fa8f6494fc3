using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.GlobalAccelerator;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Reading;
using Distribution = Amazon.CDK.AWS.CloudFront.Distribution;
using RestApi = Amazon.CDK.AWS.APIGateway;

namespace NetworkPatterns.Constructs.Tests.Dns;

/// <summary>CDK's own resources as the entry points of Regions: load balancer, regional API, accelerator, and a distribution with origin failover.</summary>
[Collection(CdkCollection.Name)]
public sealed class RegionalEntryTests
{
    private const string Name = "app.example.com";

    [Fact]
    public void Entries_OfEachKind_AreAliasesOfTheirRegionsAndHealthyByTheirOwnMeans()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended, pathMetadata: true);
        var application = new MultiRegionApplication(app, "App", new MultiRegionApplicationProps
        {
            DomainName = Name,
            ZoneName = "example.com",
            HostedZoneId = "Z0123456789EXAMPLE",
            Regions = [new("eu", "eu-west-1"), new("us", "us-east-1"), new("ap", "ap-southeast-2"), new("ca", "ca-central-1")],
            Routing = RegionalRouting.Latency,
            Entry = stack => stack.ApplicationRegion.Name switch
            {
                "eu" => new(Alias.LoadBalancer(LoadBalancer(stack))),
                "us" => new(Alias.CloudFront(DistributionWithFailover(stack)), RegionalHealth.Https("/health")),
                "ap" => new(Alias.GlobalAccelerator(new Accelerator(stack, "Accelerator")), RegionalHealth.Alarm("ap-down")),
                _ => new(Alias.ApiGateway(RegionalApi(stack)), RegionalHealth.Https("/health")),
            },
        });
        var assembly = app.Synth();
        TemplateChecks.ThrowIfFailed(
            new TemplateSet(TemplateSet.ReadAssembly(assembly.Directory).Templates.Where(template => template.Name.Contains("Records", StringComparison.Ordinal))));

        string Target(string region)
        {
            var template = Synthesized.Template(assembly, application.RegionalStacks[region]);
            var regional = template.LogicalIds("AWS::Route53::RecordSet").Select(template.Properties).ToArray();
            regional.ShouldAllBe(record => record["Name"]!.GetValue<string>() == $"{region}.{Name}.");
            return string.Join(' ', regional.Select(record => $"{record["Type"]} {record["AliasTarget"]!["HostedZoneId"]!.ToJsonString()} {record["AliasTarget"]!["EvaluateTargetHealth"]}"));
        }

        Target("eu").ShouldMatch("^A \\{\"Fn::GetAtt\":\\[\"Web[0-9A-F]+\",\"CanonicalHostedZoneID\"\\]\\} true$");
        Target("us").ShouldBe("A \"Z2FDTNDATAQYW2\" false AAAA \"Z2FDTNDATAQYW2\" false");
        Target("ap").ShouldBe("A \"Z2BJ6XQ5FK7U4H\" true");
        Target("ca").ShouldMatch("^A \\{\"Fn::GetAtt\":\\[\"Api[0-9A-F]+\",\"RegionalHostedZoneId\"\\]\\} true$");

        var records = Synthesized.Template(assembly, application.RecordStack);
        string Checks(string region) => records.PropertiesOf($"Record{region}A")["HealthCheckId"]?.ToJsonString() ?? "none";
        Checks("EuWest1").ShouldBe("none");
        Checks("UsEast1").ShouldContain("UsHealth");
        Checks("ApSoutheast2").ShouldContain("ApHealth");
        Checks("CaCentral1").ShouldContain("CaHealth");
        records.LogicalIds("AWS::Route53::RecordSet").Count.ShouldBe(4, "one entry point has no IPv6, so the application has none");
    }

    [Fact]
    public void DistributionInFront_OfTheRegionsNames_FailsOverBetweenThem()
    {
        var stack = DnsStacks.NewStack("us-east-1");
        PolicySamples.DistributionInFront(
            stack, Zones.FromId(stack, "Zone", "Z0123456789EXAMPLE", "example.com"), Certificate.FromCertificateArn(stack, "Certificate", "arn:aws:acm:us-east-1:111111111111:certificate/1"));
        var template = stack.UncheckedTemplate();
        template.LogicalIds("AWS::Route53::RecordSet").Select(id => $"{template.Properties(id)["Type"]} {template.Properties(id)["AliasTarget"]!["EvaluateTargetHealth"]}").ShouldBe(["A false", "AAAA false"]);
        var distribution = template.Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!;
        distribution["OriginGroups"]!["Items"]![0]!["FailoverCriteria"]!["StatusCodes"]!["Items"]!.ToJsonString().ShouldBe("[500,502,503,504]");
        distribution["Origins"]!.AsArray().Select(origin => origin!["DomainName"]!.GetValue<string>()).ShouldBe(["eu.shop.example.com", "us.shop.example.com"]);
    }

    private static ApplicationLoadBalancer LoadBalancer(Stack stack) => new(stack, "Web", new ApplicationLoadBalancerProps
    {
        Vpc = Amazon.CDK.AWS.EC2.Vpc.FromVpcAttributes(stack, "Vpc", new VpcAttributes
        {
            VpcId = "vpc-1",
            AvailabilityZones = ["eu-west-1a", "eu-west-1b"],
            PublicSubnetIds = ["subnet-1", "subnet-2"],
        }),
        InternetFacing = true,
    });

    private static Distribution DistributionWithFailover(Stack stack) => new(stack, "Distribution", new DistributionProps
    {
        DomainNames = [Name],
        Certificate = new ZonedCertificate(stack, "Certificate", new ZonedCertificateProps { Names = [Name], Zones = [Zones.FromId(stack, "CertificateZone", "Z0123456789EXAMPLE", "example.com")] }).Certificate,
        DefaultBehavior = new BehaviorOptions
        {
            ViewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
            Origin = new OriginGroup(new OriginGroupProps
            {
                PrimaryOrigin = new HttpOrigin($"eu.{Name}"),
                FallbackOrigin = new HttpOrigin($"us.{Name}"),
                FallbackStatusCodes = [500, 502, 503, 504],
            }),
        },
    });

    private static RestApi.DomainName_ RegionalApi(RegionalStack stack) => new(stack, "Api", new RestApi.DomainNameProps
    {
        DomainName = Name,
        EndpointType = RestApi.EndpointType.REGIONAL,
        SecurityPolicy = RestApi.SecurityPolicy.TLS_1_2,
        Certificate = new ZonedCertificate(stack, "Certificate", new ZonedCertificateProps { Names = [Name, stack.RegionalName], Zones = [stack.Zone!] }).Certificate,
    });
}
