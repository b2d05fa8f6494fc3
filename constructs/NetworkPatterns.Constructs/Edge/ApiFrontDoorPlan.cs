using System.Collections.Immutable;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge;

/// <summary>What passes between the two stacks of a front door: names, all decided before either is made.</summary>
/// <param name="DomainName">The name that clients ask for.</param>
/// <param name="OriginName">The name by which the distribution finds the API.</param>
/// <param name="ApiName">The name to which the API answers.</param>
internal sealed record ApiFrontDoorPlan(string DomainName, string OriginName, string ApiName)
{
    public const string ApiOrigin = "api";
    public const string SiteOrigin = "site";

    /// <summary>Plans the names.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static ApiFrontDoorPlan From(ApiFrontDoorProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        var origin = props.OriginName ?? $"origin-{props.DomainName}";
        FrontDoorNameRules.Check(props.DomainName, origin, (props.ZoneName, props.HostedZoneId), [props.Region], context, problems);
        if (props.IsSinglePage && !props.HasSite)
        {
            problems.Add(DiagnosticCatalogue.FrontDoorSite.At(context.At(nameof(props.IsSinglePage)), "a single-page application has no bucket", $"set {nameof(props.HasSite)}"));
        }

        problems.ThrowIfAny();
        return new(props.DomainName, origin, props.KeepsName ? props.DomainName : origin);
    }

    /// <summary>What the API must not say or leave open when it stands behind a front door.</summary>
    /// <exception cref="PlanException">Carries every problem.</exception>
    public static void CheckApi(IFrontDoorApi api, string domainName, bool keepsName, PatternContext context)
    {
        var problems = new ProblemList();
        var where = context.At(nameof(ApiFrontDoorProps.Api));
        if (api.Domain is not null)
        {
            problems.Add(DiagnosticCatalogue.FrontDoorNames.At(where, $"the API has the domain '{api.Domain.DomainName}', and the front door gives it one", "leave Domain out"));
        }

        if (api.Lock.Kind is OriginLockKind.None or OriginLockKind.Private)
        {
            problems.Add(DiagnosticCatalogue.FrontDoorLock.At(
                where,
                api.Lock.Kind == OriginLockKind.None ? "the API is not locked: whoever finds its name goes around CloudFront and its WebACL" : "CloudFront cannot reach a private API",
                api.Style switch
                {
                    ApiStyle.Rest => "use HeaderGate, PolicyGate, KeyGate or OriginMtls",
                    ApiStyle.Http => "use LambdaGate or OriginMtls",
                    _ => "use LambdaGate",
                }));
        }

        if (api is RegionalRestApiProps { Endpoint: ApiEndpoint.EdgeOptimized })
        {
            problems.Add(DiagnosticCatalogue.ApiEndpoint.At(where, "an edge-optimized API has a distribution of its own, and would be asked through two", $"use {nameof(ApiEndpoint)}.{nameof(ApiEndpoint.Regional)}"));
        }

        var signed = api.SignedRoutes.ToList();
        if (signed.Count > 0 && !keepsName)
        {
            problems.Add(DiagnosticCatalogue.FrontDoorSignature.At(
                where, $"signatures of IAM cover the name {domainName}, and the API answers to another: {string.Join(", ", signed)}", $"set {nameof(ApiFrontDoorProps.KeepsName)}"));
        }

        problems.ThrowIfAny();
    }

    /// <summary>The API as an origin, which is sent what opens its lock.</summary>
    public static EdgeOrigin OriginOf(string originName, OriginLock originLock, string? secret) => EdgeOrigin.Server(
        ApiOrigin,
        originName,
        secret is null ? null : ImmutableDictionary<string, string>.Empty.Add(originLock.SecretHeader, secret)) with { ClientCertificateArn = originLock.ClientCertificateArn };

    /// <summary>The origins of the distribution.</summary>
    public ImmutableArray<EdgeOrigin> Origins(OriginLock originLock, string? secret, bool hasSite) =>
    [
        OriginOf(OriginName, originLock, secret),
        .. hasSite ? [EdgeOrigin.Bucket(SiteOrigin)] : ImmutableArray<EdgeOrigin>.Empty,
    ];

    /// <summary>The behaviours of the distribution.</summary>
    public static ImmutableArray<EdgeBehavior> Behaviors(ApiFrontDoorProps props, ApiStyle style) => props.HasSite
        ?
        [
            // A WebSocket API has one path, and clients connect to it without a slash.
            .. style == ApiStyle.WebSocket ? [EdgeBehavior.Api($"/{props.ApiPrefix}", ApiOrigin) with { PassesHost = props.KeepsName }] : ImmutableArray<EdgeBehavior>.Empty,
            EdgeBehavior.Api($"/{props.ApiPrefix}/*", ApiOrigin) with { PassesHost = props.KeepsName },
            EdgeBehavior.Files(EdgeBehavior.Everything, SiteOrigin) with { Function = props.IsSinglePage ? EdgeFunction.SinglePage : null },
        ]
        : [EdgeBehavior.Api(EdgeBehavior.Everything, ApiOrigin) with { PassesHost = props.KeepsName }];
}
