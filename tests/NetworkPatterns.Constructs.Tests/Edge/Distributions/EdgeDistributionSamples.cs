using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Core.Blueprints;
using IHostedZone = Amazon.CDK.AWS.Route53.IHostedZone;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

/// <summary>Small distributions for tests of plans and blueprints.</summary>
internal static class EdgeDistributionSamples
{
    public static readonly EdgeOrigin ApiOrigin = EdgeOrigin.Server("api", "origin-api.example.com");
    public static readonly EdgeOrigin Site = EdgeOrigin.Bucket("site");
    public static readonly EdgeBehavior ToApi = EdgeBehavior.Api("/api/*", "api");
    public static readonly EdgeBehavior ToSite = EdgeBehavior.Files(EdgeBehavior.Everything, "site");

    /// <summary>A distribution of one bucket, unless other origins and behaviours are given.</summary>
    public static EdgeDistributionProps Props(
        EdgeAccessLogs? logs = null,
        EdgeStaging? staging = null,
        bool hasHttp3 = true,
        IReadOnlyList<EdgeErrorPage>? errorPages = null,
        IReadOnlyList<EdgeBehavior>? behaviors = null,
        IReadOnlyList<EdgeOrigin>? origins = null,
        IReadOnlyList<EdgeSigners>? signers = null) => new()
        {
            DomainNames = ["www.example.com"],
            Zone = (IHostedZone)null!,
            CertificateArn = EdgeDistributionPlanTests.CertificateArn,
            WebAclArn = EdgeDistributionPlanTests.WebAclArn,
            Origins = origins ?? [Site],
            Behaviors = behaviors ?? [ToSite],
            Countries = EdgeCountries.Only("NL"),
            AccessLogs = logs ?? EdgeAccessLogs.Standard,
            Staging = staging,
            HasHttp3 = hasHttp3,
            ErrorPages = errorPages ?? [],
            Signers = signers ?? [],
        };

    /// <summary>The resources that a distribution makes, by id.</summary>
    public static ImmutableDictionary<string, BlueprintResource> Resources(EdgeDistributionProps props)
    {
        var context = EdgeStacks.Context(nameof(EdgeDistributionProps));
        return EdgeDistributionBlueprint.From(EdgeDistributionPlan.From(props, "example.com", context), context).Blueprint.Resources.ToImmutableDictionary(resource => resource.Id, StringComparer.Ordinal);
    }

    /// <summary>A part of a resource's properties, by keys.</summary>
    public static Value? At(this BlueprintResource resource, params string[] keys) =>
        keys.Aggregate((Value?)resource.Properties, (value, key) => (value as MapValue)?[key]);
}
