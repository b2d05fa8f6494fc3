using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Planning;

/// <summary>For how long CloudWatch Logs can keep a log.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html</remarks>
internal static class LogRetention
{
    private static readonly ImmutableArray<int> Days =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public static void Check(int? days, string where, ProblemList problems)
    {
        if (days is { } given && !Days.Contains(given))
        {
            problems.Add(DiagnosticCatalogue.RetentionNotOffered.At(
                where, $"CloudWatch Logs keeps nothing for {given} days", $"choose one of {string.Join(", ", Days)}"));
        }
    }
}
