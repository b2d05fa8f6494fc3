using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>The parts of a front door as rules see them.</summary>
internal static class EdgeView
{
    internal const string Distribution = "AWS::CloudFront::Distribution";
    internal const string CachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    private static readonly string[] WriteMethods = ["DELETE", "PATCH", "POST", "PUT"];

    /// <summary>The configuration of a distribution.</summary>
    internal static Value Config(this Resource distribution) => distribution["DistributionConfig"];

    /// <summary>The behaviours of a distribution, the default one first.</summary>
    internal static IEnumerable<Value> Behaviors(this Resource distribution) =>
        distribution.Config()["CacheBehaviors"].Items.Prepend(distribution.Config()["DefaultCacheBehavior"]);

    /// <summary>Whether it gets its requests from another distribution only.</summary>
    internal static bool IsStaging(this Resource distribution) => distribution.Config()["Staging"].Flag == true;

    /// <summary>Whether a resource says to cdk-nag why a rule of it does not hold.</summary>
    internal static bool SaysWhy(this Resource resource, string nagRule) => resource.Json.TryGetProperty("Metadata", out var metadata)
        && metadata.TryGetProperty("cdk_nag", out var nag)
        && nag.GetRawText().Contains(nagRule, StringComparison.Ordinal);

    /// <summary>How a behaviour is called in messages.</summary>
    internal static string Pattern(this Value behavior) => behavior["PathPattern"].Text ?? "*";

    /// <summary>Whether a behaviour lets clients write: it is an API's.</summary>
    internal static bool IsForWriting(this Value behavior) => behavior["AllowedMethods"].Items.Any(method => WriteMethods.Contains(method.Text, StringComparer.Ordinal));

    /// <summary>Whether a stage, route or authorizer belongs to a WebSocket API, and not to an HTTP API.</summary>
    internal static bool IsOfWebSocketApi(this Resource part) => part["ApiId"].Target?["ProtocolType"].Text == "WEBSOCKET";

    /// <summary>Whether a method or route says to cdk-nag why it lets everybody in.</summary>
    internal static bool SaysWhyPublic(this Resource route) => route.SaysWhy("AwsSolutions-APIG4");
}
