using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>A second distribution with other behaviours, to which the first gives a few of its requests (CloudFront continuous deployment).</summary>
/// <remarks>
/// It has no names of its own, and shares certificate, WebACL, countries and everything else with the first. CloudFront takes a policy for
/// continuous deployment only on a distribution that exists already, and only where HTTP/3 is off
/// (<see cref="EdgeDistributionProps.HasHttp3"/>). So: deploy with <see cref="IsAttached"/> off, then turn it on and deploy again. To promote,
/// make the behaviours those of the distribution.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment.html</para>
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/continuous-deployment-quotas-considerations.html</para>
/// </remarks>
public sealed record EdgeStaging
{
    private EdgeStaging(IEnumerable<EdgeBehavior> behaviors) => Behaviors = [.. behaviors];

    /// <summary>A share of all requests goes there.</summary>
    /// <param name="percent">How many of a hundred requests, 0 to 15, fractions allowed.</param>
    /// <param name="behaviors">What the second distribution does with requests, as <see cref="EdgeDistributionProps.Behaviors"/>.</param>
    public static EdgeStaging ByWeight(decimal percent, params IEnumerable<EdgeBehavior> behaviors) => new(behaviors) { Percent = percent };

    /// <summary>Requests with a header go there: for tests.</summary>
    /// <param name="header">The header's name, which begins with <c>aws-cf-cd-</c>.</param>
    /// <param name="value">Its value.</param>
    /// <param name="behaviors">What the second distribution does with requests, as <see cref="EdgeDistributionProps.Behaviors"/>.</param>
    public static EdgeStaging ByHeader(string header, string value, params IEnumerable<EdgeBehavior> behaviors) => new(behaviors) { Header = (header, value) };

    /// <summary>The origins of the second distribution. Default: those of the first that its behaviours ask.</summary>
    public ImmutableArray<EdgeOrigin> Origins { get; init; } = [];

    /// <summary>For how long a client stays with the distribution that answered it, for <see cref="ByWeight"/>. Default: each request is drawn anew.</summary>
    public EdgeSession? Session { get; init; }

    /// <summary>
    /// Whether the first distribution has the policy, so that requests go to the second. Default: no, because CloudFront refuses it on a
    /// distribution that is being made.
    /// </summary>
    public bool IsAttached { get; init; }

    /// <summary>Whether the policy is in effect: turn it off before you take the staging away. Default: yes.</summary>
    public bool IsEnabled { get; init; } = true;

    internal ImmutableArray<EdgeBehavior> Behaviors { get; }

    internal decimal? Percent { get; private init; }

    internal (string Name, string Value)? Header { get; private init; }
}

/// <summary>For how long a client stays with the distribution that answered it.</summary>
/// <param name="Idle">The session ends when the client asks nothing for so long: 5 minutes to 1 hour.</param>
/// <param name="Longest">It ends after so long in any case: 5 minutes to 1 hour, not shorter than <paramref name="Idle"/>.</param>
public sealed record EdgeSession(TimeSpan Idle, TimeSpan Longest);
