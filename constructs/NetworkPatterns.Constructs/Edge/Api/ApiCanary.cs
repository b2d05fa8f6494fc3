using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A release of a changed API to a part of its requests, while the others see it as it was.</summary>
/// <remarks>
/// The template holds two deployments: the one that clients know, which is a picture of the API and stays as it is, and the one that the
/// template describes. To go on, raise the share; to promote, leave the canary out; to go back, take the change back and leave it out. Until then
/// what the earlier deployment asks (functions, VPC links, authorizers) has to stay.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/canary-release.html</para>
/// </remarks>
/// <param name="Stable">
/// The deployment that clients know, as <see cref="RegionalRestApi.DeploymentName"/> was before the change: <c>Deployment</c> and ten hexadecimal digits.
/// </param>
/// <param name="PercentTraffic">The share of requests that sees the change: 0 to 100.</param>
public sealed record ApiCanary(string Stable, decimal PercentTraffic)
{
    /// <summary>Variables of the stage that have other values, or are new, for that share. Default: none.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether that share reads and fills the cache of all. Default: no, so that neither sees the other's answers.</summary>
    public bool UsesStageCache { get; init; }
}
