namespace NetworkPatterns.Core.Dns;

/// <summary>What an alias record points to.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias-common.html</remarks>
public enum AliasTargetKind
{
    /// <summary>An API Gateway custom domain name, regional or edge-optimized.</summary>
    ApiGateway,

    /// <summary>A CloudFront distribution. Route 53 cannot evaluate its health.</summary>
    CloudFront,

    /// <summary>A Global Accelerator accelerator.</summary>
    GlobalAccelerator,

    /// <summary>An Application, Network or Classic Load Balancer: healthy while its target groups are.</summary>
    LoadBalancer,

    /// <summary>A record of the same zone.</summary>
    Record,

    /// <summary>An S3 bucket with a website; the record has the bucket's name.</summary>
    S3Website,

    /// <summary>An interface VPC endpoint.</summary>
    VpcEndpoint,
}
