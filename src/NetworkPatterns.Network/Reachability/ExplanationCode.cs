namespace NetworkPatterns.Network.Reachability;

/// <summary>Why packets do not pass: codes of AWS Reachability Analyzer, and a few of ours where it has none.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html</remarks>
public static class ExplanationCode
{
    /// <summary>Ours: an egress-only internet gateway lets nothing in.</summary>
    public const string EgressOnly = "EIGW_EGRESS_ONLY";
}
