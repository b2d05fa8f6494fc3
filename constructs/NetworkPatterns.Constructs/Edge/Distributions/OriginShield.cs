using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>The Regions in which CloudFront has origin shields.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/origin-shield.html#choose-origin-shield-region</remarks>
internal static class OriginShield
{
    public static ImmutableSortedSet<string> Regions { get; } = ImmutableSortedSet.Create(
        StringComparer.Ordinal,
        "ap-northeast-1", "ap-northeast-2", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "eu-central-1", "eu-west-1", "eu-west-2", "sa-east-1",
        "us-east-1", "us-east-2", "us-west-2");
}
