using Amazon.CDK;
using Amazon.CDK.AWS.CloudFront;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.GlobalAccelerator;
using Amazon.CDK.RegionInfo;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Dns;
using HttpApiDomainName = Amazon.CDK.AWS.Apigatewayv2.IDomainName;
using RestApiDomainName = Amazon.CDK.AWS.APIGateway.IDomainName;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>AWS resources as targets of alias records.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias-common.html</remarks>
public static class Alias
{
    /// <summary>The zone of every CloudFront distribution, but for those in China.</summary>
    public const string CloudFrontZoneId = "Z2FDTNDATAQYW2";

    /// <summary>The zone of every CloudFront distribution in China.</summary>
    /// <remarks>Source: https://docs.amazonaws.cn/en_us/aws/latest/userguide/route53.html</remarks>
    public const string CloudFrontInChinaZoneId = "Z3RFFRIM2A3IF5";

    /// <summary>The zone of every Global Accelerator accelerator.</summary>
    public const string GlobalAcceleratorZoneId = "Z2BJ6XQ5FK7U4H";

    /// <summary>A load balancer. Its record is healthy while its target groups are.</summary>
    /// <param name="loadBalancer">An Application or Network Load Balancer.</param>
    /// <param name="isDualStack">Whether its IP address type is dual-stack. Default: no.</param>
    public static AliasTarget LoadBalancer(ILoadBalancerV2 loadBalancer, bool isDualStack = false)
    {
        ArgumentNullException.ThrowIfNull(loadBalancer);
        return LoadBalancer(loadBalancer.LoadBalancerDnsName, loadBalancer.LoadBalancerCanonicalHostedZoneId, isDualStack);
    }

    /// <summary>A load balancer by its DNS name and zone.</summary>
    /// <param name="dnsName">The load balancer's DNS name.</param>
    /// <param name="canonicalHostedZoneId">The zone that AWS shows with the load balancer.</param>
    /// <param name="isDualStack">Whether its IP address type is dual-stack. Default: no.</param>
    public static AliasTarget LoadBalancer(string dnsName, string canonicalHostedZoneId, bool isDualStack = false) =>
        new(AliasTargetKind.LoadBalancer, $"dualstack.{dnsName}", canonicalHostedZoneId, isDualStack);

    /// <summary>A CloudFront distribution; the record's name must be one of its alternate domain names.</summary>
    /// <param name="distribution">The distribution.</param>
    /// <param name="isDualStack">Whether it answers over IPv6. Default: yes, as CloudFront's.</param>
    public static AliasTarget CloudFront(IDistribution distribution, bool isDualStack = true)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        var region = Stack.Of(distribution).Region;
        var zoneId = !PatternContexts.IsToken(region) && Partitions.Of(region) == Partitions.China ? CloudFrontInChinaZoneId : CloudFrontZoneId;
        return new(AliasTargetKind.CloudFront, distribution.DistributionDomainName, zoneId, isDualStack);
    }

    /// <summary>A CloudFront distribution by its domain name, such as <c>d111111abcdef8.cloudfront.net</c>; one in <c>cloudfront.cn</c> is in China.</summary>
    public static AliasTarget CloudFront(string domainName, bool isDualStack = true)
    {
        ArgumentNullException.ThrowIfNull(domainName);
        var zoneId = domainName.TrimEnd('.').EndsWith(".cloudfront.cn", StringComparison.OrdinalIgnoreCase) ? CloudFrontInChinaZoneId : CloudFrontZoneId;
        return new(AliasTargetKind.CloudFront, domainName, zoneId, isDualStack);
    }

    /// <summary>The custom domain name of a REST API.</summary>
    public static AliasTarget ApiGateway(RestApiDomainName domainName)
    {
        ArgumentNullException.ThrowIfNull(domainName);
        return ApiGateway(domainName.DomainNameAliasDomainName, domainName.DomainNameAliasHostedZoneId);
    }

    /// <summary>The custom domain name of an HTTP or WebSocket API.</summary>
    public static AliasTarget ApiGateway(HttpApiDomainName domainName)
    {
        ArgumentNullException.ThrowIfNull(domainName);
        return ApiGateway(domainName.RegionalDomainName, domainName.RegionalHostedZoneId);
    }

    /// <summary>An API Gateway custom domain name by the regional name and zone that API Gateway shows with it.</summary>
    public static AliasTarget ApiGateway(string regionalDomainName, string regionalHostedZoneId) =>
        new(AliasTargetKind.ApiGateway, regionalDomainName, regionalHostedZoneId, IsDualStack: false);

    /// <summary>A Global Accelerator accelerator.</summary>
    public static AliasTarget GlobalAccelerator(IAccelerator accelerator)
    {
        ArgumentNullException.ThrowIfNull(accelerator);
        return GlobalAccelerator(accelerator.DnsName);
    }

    /// <summary>A Global Accelerator accelerator by its DNS name; for a dual-stack one, the dual-stack name.</summary>
    public static AliasTarget GlobalAccelerator(string dnsName, bool isDualStack = false) =>
        new(AliasTargetKind.GlobalAccelerator, dnsName, GlobalAcceleratorZoneId, isDualStack);

    /// <summary>The website of an S3 bucket that has the record's name, in a Region.</summary>
    /// <exception cref="ArgumentException">The CDK knows no website endpoint of this Region.</exception>
    public static AliasTarget S3Website(string region)
    {
        var facts = RegionInfo.Get(region);
        return facts is { S3StaticWebsiteEndpoint: { } endpoint, S3StaticWebsiteHostedZoneId: { } zone }
            ? new(AliasTargetKind.S3Website, endpoint, zone, IsDualStack: false)
            : throw new ArgumentException($"no S3 website endpoint is known in '{region}'", nameof(region));
    }

    /// <summary>An interface VPC endpoint, by its regional DNS name.</summary>
    public static AliasTarget VpcEndpoint(InterfaceVpcEndpoint endpoint)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        var entry = Fn.Split(":", Fn.Select(0, endpoint.VpcEndpointDnsEntries));
        return new(AliasTargetKind.VpcEndpoint, Fn.Select(1, entry), Fn.Select(0, entry), IsDualStack: false);
    }
}
