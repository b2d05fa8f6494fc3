using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>What has to hold for a staging distribution and the policy that gives it requests.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment-quotas-considerations.html</remarks>
internal static class EdgeStagingRules
{
    private const string HeaderPrefix = "aws-cf-cd-";
    private const int LongestHeader = 256;
    private const decimal MostPercent = 15;

    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(300);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3600);

    public static void Check(EdgeDistributionProps props, PatternContext context, ProblemList problems)
    {
        if (props.Staging is not { } staging)
        {
            return;
        }

        var where = context.At(nameof(props.Staging));
        if (props.HasHttp3)
        {
            problems.Add(DiagnosticCatalogue.DistributionStaging.At(where, $"CloudFront has no continuous deployment where {nameof(props.HasHttp3)} is on", $"set {nameof(props.HasHttp3)} to false, or leave {nameof(props.Staging)} out"));
        }

        if (staging.Percent is { } percent and (< 0 or > MostPercent))
        {
            problems.Add(DiagnosticCatalogue.DistributionStaging.At(where, string.Create(CultureInfo.InvariantCulture, $"{percent} % of the requests are not 0 to {MostPercent} %"), "CloudFront gives no more to a staging distribution; promote it instead"));
        }

        if (staging.Header is var (header, value) && (!header.StartsWith(HeaderPrefix, StringComparison.OrdinalIgnoreCase) || header.Length == HeaderPrefix.Length || header.Length > LongestHeader || value.Length == 0))
        {
            problems.Add(DiagnosticCatalogue.DistributionStaging.At(where, $"'{header}: {value}' is not a header by which CloudFront chooses", $"begin its name with {HeaderPrefix}, and give a value"));
        }

        CheckSession(staging, where, problems);
        CheckBehaviors(props, context, problems);
    }

    private static void CheckSession(EdgeStaging staging, string where, ProblemList problems)
    {
        if (staging.Session is not { } session)
        {
            return;
        }

        if (staging.Header is not null)
        {
            problems.Add(DiagnosticCatalogue.DistributionStaging.At(where, "a header chooses for each request, so there is no session", $"leave {nameof(staging.Session)} out, or use EdgeStaging.ByWeight"));
        }

        if (session.Idle < Shortest || session.Longest > Longest || session.Longest < session.Idle || (session.Idle.Ticks % TimeSpan.TicksPerSecond) + (session.Longest.Ticks % TimeSpan.TicksPerSecond) != 0)
        {
            problems.Add(DiagnosticCatalogue.DistributionStaging.At(where, $"a session of {session.Idle} idle and {session.Longest} in all is not one of 5 minutes to 1 hour", "give whole seconds from 5 minutes to 1 hour, the second not shorter than the first"));
        }
    }

    // What holds for the behaviours of a distribution holds for those of its staging.
    private static void CheckBehaviors(EdgeDistributionProps props, PatternContext context, ProblemList problems)
    {
        var staged = props.OfStaging()!;
        var inner = context with { PropsType = $"{context.PropsType}.{nameof(props.Staging)}" };
        if (!props.Staging!.Origins.IsEmpty)
        {
            EdgeOriginRules.Check(staged, inner, problems);
        }

        EdgeBehaviorRules.Check(staged, inner, problems);
        EdgeErrorPageRules.Check(staged, inner, problems);
    }
}
