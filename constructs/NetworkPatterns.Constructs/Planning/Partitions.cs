namespace NetworkPatterns.Constructs.Planning;

/// <summary>The partitions of AWS: groups of Regions with accounts of their own.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html</remarks>
internal static class Partitions
{
    public const string Commercial = "aws";
    public const string China = "aws-cn";
    public const string GovCloud = "aws-us-gov";
    public const string European = "aws-eusc";

    /// <summary>The partition of a Region.</summary>
    public static string Of(string region) => region switch
    {
        _ when region.StartsWith("cn-", StringComparison.Ordinal) => China,
        _ when region.StartsWith("us-gov-", StringComparison.Ordinal) => GovCloud,
        _ when region.StartsWith("eusc-", StringComparison.Ordinal) => European,
        _ => Commercial,
    };

    /// <summary>The Region from which a partition's global services are controlled.</summary>
    public static string HomeRegionOf(string partition) => partition switch
    {
        China => "cn-northwest-1",
        GovCloud => "us-gov-west-1",
        European => "eusc-de-east-1",
        _ => "us-east-1",
    };
}
