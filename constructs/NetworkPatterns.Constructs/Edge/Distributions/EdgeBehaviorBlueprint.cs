using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>A behaviour of a distribution, with a cache policy of its own where it has one.</summary>
/// <remarks>
/// An API's pair of policies keeps nothing and passes on everything but Host: with Host, an origin under another name refuses the request;
/// without Authorization in either policy, CloudFront takes it out.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html</para>
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html</para>
/// </remarks>
internal static class EdgeBehaviorBlueprint
{
    private const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    private const string CachingOptimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
    private const string AllViewer = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";

    private static readonly string[] AllMethods = ["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"];
    private static readonly string[] ReadMethods = ["GET", "HEAD", "OPTIONS"];

    public static MapValue Of(BlueprintBuilder builder, TokenInputs inputs, EdgeDistributionPlan plan, EdgeBehavior behavior, string headersId, string owner)
    {
        var isApi = behavior.Kind == EdgeBehaviorKind.Api;
        return Value.Map(
            ("PathPattern", behavior.IsDefault ? null : (Value)behavior.PathPattern),
            ("TargetOriginId", behavior.OriginName),
            ("ViewerProtocolPolicy", isApi ? "https-only" : "redirect-to-https"),
            ("AllowedMethods", Value.List((isApi ? AllMethods : ReadMethods).Select(method => (Value)method))),
            ("CachedMethods", Value.List("GET", "HEAD")),
            ("Compress", true),
            ("CachePolicyId", CachePolicyOf(builder, plan, behavior, owner)),
            ("OriginRequestPolicyId", isApi ? (Value)(behavior.PassesHost ? AllViewer : AllViewerExceptHostHeader) : null),
            ("ResponseHeadersPolicyId", Value.Ref(headersId)),
            ("RealtimeLogConfigArn", behavior.RealtimeLogs is { } logs ? Value.GetAtt(EdgeRealtimeLogBlueprint.IdOf(logs), "Arn") : null),
            ("FieldLevelEncryptionId", behavior.FieldLevelEncryptionId is { } encryption ? inputs.Of("FieldLevelEncryption", encryption) : null),
            ("TrustedKeyGroups", behavior.Signers.IsEmpty ? null : Value.List(behavior.Signers.Select(name => Value.Ref(EdgeSignersBlueprint.GroupIdOf(name))))),
            ("FunctionAssociations", behavior.Function is { } function
                ? Value.List(Value.Map(("EventType", "viewer-request"), ("FunctionARN", Value.GetAtt(EdgeFunctionBlueprint.IdOf(function), "FunctionARN"))))
                : null));
    }

    private static Value CachePolicyOf(BlueprintBuilder builder, EdgeDistributionPlan plan, EdgeBehavior behavior, string owner)
    {
        if (behavior.Cache is not { } cache)
        {
            return behavior.Kind == EdgeBehaviorKind.Api ? CachingDisabled : CachingOptimized;
        }

        if (cache.MaxAge == TimeSpan.Zero)
        {
            return CachingDisabled;
        }

        var name = behavior.IsDefault ? "Default" : $"Path{UniqueName.Digest(behavior.PathPattern)[..8]}";
        var id = $"{owner}Cache{name}";
        builder.Add(id, "AWS::CloudFront::CachePolicy", ("CachePolicyConfig", Value.Map(
            ("Name", EdgeDistributionBlueprint.NameOf(plan, $"{owner}cache-{name}")),
            ("MinTTL", 0),
            ("DefaultTTL", (int)cache.Age.TotalSeconds),
            ("MaxTTL", (int)cache.MaxAge.TotalSeconds),
            ("ParametersInCacheKeyAndForwardedToOrigin", Value.Map(
                ("EnableAcceptEncodingBrotli", true),
                ("EnableAcceptEncodingGzip", true),
                ("HeadersConfig", Among("Header", "Headers", cache.Headers)),
                ("CookiesConfig", Among("Cookie", "Cookies", cache.Cookies)),
                ("QueryStringsConfig", cache.HasAllQueryArguments ? Value.Map(("QueryStringBehavior", "all")) : Among("QueryString", "QueryStrings", cache.QueryArguments)))))));
        return Value.Ref(id);
    }

    private static MapValue Among(string kind, string list, ImmutableArray<string> names) => Value.Map(
        ($"{kind}Behavior", names.IsEmpty ? "none" : "whitelist"),
        (list, names.IsEmpty ? null : Value.List(names.Select(name => (Value)name))));
}
