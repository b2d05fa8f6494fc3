namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Between what Reachability Analyzer is to look for paths.</summary>
public sealed class ReachabilityPathsProps
{
    /// <summary>The VPC whose flows are to be analyzed.</summary>
    public required ThreeTierVpc Network { get; init; }

    /// <summary>
    /// Something that stands for a tier: the ID of an instance or network interface in it, a literal or a token, by the
    /// tier's name. A flow has a path when both its ends have one; the internet gateway stands for the internet.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Probes { get; init; }
}
