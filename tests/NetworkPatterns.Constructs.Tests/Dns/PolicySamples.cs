using Amazon.CDK;
using Amazon.CDK.AWS.CertificateManager;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.CloudFront.Origins;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Core.Dns;
using IHostedZone = Amazon.CDK.AWS.Route53.IHostedZone;

namespace NetworkPatterns.Constructs.Tests.Dns;

/// <summary>The samples of <c>docs/patterns/dns</c>: what stands between a page's name and <c>end</c> is what the page shows.</summary>
internal static class PolicySamples
{
    public static RoutedRecords Simple(Stack stack, IHostedZone zone, AliasTarget loadBalancer)
    {
        // simple
        var records = new SimpleRecord(stack, "Www", new SimpleRecordProps
        {
            Zone = zone,
            Name = "www.example.com",
            Target = loadBalancer,
        });
        // end
        return records;
    }

    public static RoutedRecords Weighted(Stack stack, IHostedZone zone, AliasTarget blue, AliasTarget green)
    {
        // weighted
        var records = new WeightedRecords(stack, "App", new RecordGroupProps
        {
            Zone = zone,
            Name = "app.example.com",
            Members =
            [
                RecordMember.Weighted("blue", 95, blue),
                RecordMember.Weighted("green", 5, green),
            ],
        });
        // end
        return records;
    }

    public static RoutedRecords Latency(Stack stack, IHostedZone zone, AliasTarget blue, AliasTarget green)
    {
        // latency
        var records = new LatencyRecords(stack, "App", new RecordGroupProps
        {
            Zone = zone,
            Name = "app.example.com",
            Members =
            [
                RecordMember.Latency("eu-west-1", RecordTarget.Group(
                    RecordMember.Weighted("blue", 90, blue),
                    RecordMember.Weighted("green", 10, green))),
                RecordMember.Latency("us-east-1", RecordTarget.Record("us.app.example.com")),
            ],
        });
        // end
        return records;
    }

    public static RoutedRecords Failover(Stack stack, IHostedZone zone, AliasTarget loadBalancer)
    {
        // failover
        var records = new FailoverRecords(stack, "App", new RecordGroupProps
        {
            Zone = zone,
            Name = "app.example.com",
            Members =
            [
                RecordMember.Primary(loadBalancer),
                RecordMember.Secondary(Alias.CloudFront("d111111abcdef8.cloudfront.net")),
            ],
        });
        // end
        return records;
    }

    public static RoutedRecords Geolocation(Stack stack, IHostedZone zone, AliasTarget europe, AliasTarget america)
    {
        // geolocation
        var records = new GeolocationRecords(stack, "App", new RecordGroupProps
        {
            Zone = zone,
            Name = "app.example.com",
            Members =
            [
                RecordMember.Geolocation("europe", GeoLocation.Continent("EU"), europe),
                RecordMember.Geolocation("california", GeoLocation.State("CA"), america),
                RecordMember.DefaultGeolocation(america),
            ],
        });
        // end
        return records;
    }

    public static RoutedRecords Geoproximity(Stack stack, IHostedZone zone, AliasTarget ireland, AliasTarget virginia)
    {
        // geoproximity
        var records = new GeoproximityRecords(stack, "App", new RecordGroupProps
        {
            Zone = zone,
            Name = "app.example.com",
            Members =
            [
                RecordMember.Geoproximity("ireland", GeoproximityPlace.AwsRegion("eu-west-1"), ireland, bias: 25),
                RecordMember.Geoproximity("virginia", GeoproximityPlace.AwsRegion("us-east-1"), virginia),
            ],
        });
        // end
        return records;
    }

    public static RoutedRecords Multivalue(Stack stack, IHostedZone zone)
    {
        // multivalue
        var one = new EndpointHealthCheck(stack, "One", new EndpointHealthCheckProps { IpAddress = "198.51.100.1", DomainName = "app.example.com" });
        var two = new EndpointHealthCheck(stack, "Two", new EndpointHealthCheckProps { IpAddress = "198.51.100.2", DomainName = "app.example.com" });
        var records = new MultivalueRecords(stack, "App", new RecordGroupProps
        {
            Zone = zone,
            Name = "app.example.com",
            Members =
            [
                RecordMember.Multivalue("one", "198.51.100.1") with { HealthCheckId = one.HealthCheckId },
                RecordMember.Multivalue("two", "198.51.100.2") with { HealthCheckId = two.HealthCheckId },
            ],
        });
        // end
        return records;
    }

    public static RoutedRecords IpBased(Stack stack, IHostedZone zone, AliasTarget office, AliasTarget everyone)
    {
        // ip-based
        var records = new IpBasedRecords(stack, "App", new RecordGroupProps
        {
            Zone = zone,
            Name = "app.example.com",
            Members =
            [
                RecordMember.IpBased("offices", ["203.0.113.0/24", "2001:db8::/32"], office),
                RecordMember.DefaultIp(everyone),
            ],
        });
        // end
        return records;
    }

    public static RecordTree MultiRegion(App app)
    {
        // multi-region-application
        var application = new MultiRegionApplication(app, "Shop", new MultiRegionApplicationProps
        {
            DomainName = "shop.example.com",
            ZoneName = "example.com",
            Regions = [new("eu", "eu-west-1"), new("us", "us-east-1")],
            Routing = RegionalRouting.Latency,
            Entry = stack => new RegionalEntry(Alias.LoadBalancer(LoadBalancerIn(stack), "Z32O12XQLNTSW2")),
        });
        // end
        return application.Tree;
    }

    public static void DistributionInFront(Stack stack, IHostedZone zone, ICertificate certificate)
    {
        var distribution = new Distribution(stack, "Front", new DistributionProps
        {
            DomainNames = ["www.shop.example.com"],
            Certificate = certificate,
            DefaultBehavior = new BehaviorOptions
            {
                ViewerProtocolPolicy = ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
                Origin = new OriginGroup(new OriginGroupProps
                {
                    PrimaryOrigin = new HttpOrigin("eu.shop.example.com"),
                    FallbackOrigin = new HttpOrigin("us.shop.example.com"),
                    FallbackStatusCodes = [500, 502, 503, 504],
                }),
            },
        });
        _ = new SimpleRecord(stack, "Www", new SimpleRecordProps { Zone = zone, Name = "www.shop.example.com", Target = Alias.CloudFront(distribution) });
    }

    private static string LoadBalancerIn(RegionalStack stack) => $"web.{stack.ApplicationRegion.Region}.elb.amazonaws.com";
}
