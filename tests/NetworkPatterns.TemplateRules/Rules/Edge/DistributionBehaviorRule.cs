using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E05, E08, E09 and E17. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html</summary>
public sealed class DistributionBehaviorRule() : ResourceRule(
    "E08", "Behaviours speak TLS and send security headers; those of APIs take TLS only, pass the request on, and keep nothing or key on who calls.", EdgeView.Distribution)
{
    private const string AllViewer = "216adef6-5c7f-47e4-b989-5492eafa07d3";
    private const string AllViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
    private const int Year = 31_536_000;

    protected override IEnumerable<string> Problems(Resource resource)
    {
        foreach (var behavior in resource.Behaviors())
        {
            var policy = behavior["ViewerProtocolPolicy"].Text;
            if (behavior.IsForWriting() ? policy != "https-only" : policy is not ("https-only" or "redirect-to-https"))
            {
                yield return $"{behavior.Pattern()} has the viewer protocol policy {policy ?? "none"}";
            }

            if (behavior["ResponseHeadersPolicyId"].Target?["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"] is not { } headers
                || headers["StrictTransportSecurity"]["AccessControlMaxAgeSec"].Number is not >= Year
                || !headers["ContentTypeOptions"].Exists || !headers["FrameOptions"].Exists || !headers["ReferrerPolicy"].Exists)
            {
                yield return $"{behavior.Pattern()} lacks security headers";
            }

            if (!behavior.IsForWriting())
            {
                continue;
            }

            if (behavior["OriginRequestPolicyId"].Text is not (AllViewer or AllViewerExceptHostHeader))
            {
                yield return $"{behavior.Pattern()} does not pass the request on";
            }

            if (behavior["CachePolicyId"].Text != EdgeView.CachingDisabled && !KeysOnTheCaller(behavior["CachePolicyId"].Target))
            {
                yield return $"{behavior.Pattern()} keeps answers for all callers together";
            }
        }
    }

    private static bool KeysOnTheCaller(Resource? policy)
    {
        var config = policy?["CachePolicyConfig"] ?? default;
        var key = config["ParametersInCacheKeyAndForwardedToOrigin"];
        return config["MaxTTL"].Number is > 0
            && (key["HeadersConfig"]["Headers"].Items.Any(header => string.Equals(header.Text, "Authorization", StringComparison.OrdinalIgnoreCase)) || !key["CookiesConfig"]["Cookies"].Items.IsEmpty);
    }
}

/// <summary>E10 and E11. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html</summary>
public sealed class DistributionErrorRule() : ResourceRule(
    "E10", "No behaviour that writes asks a group of origins, and where an API answers no error page takes the place of its answers.", EdgeView.Distribution)
{
    protected override bool Applies(Resource resource) => resource.Behaviors().Any(behavior => behavior.IsForWriting());

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var groups = resource.Config()["OriginGroups"]["Items"].Items.Select(group => group["Id"].Text).ToHashSet(StringComparer.Ordinal);
        foreach (var behavior in resource.Behaviors().Where(behavior => behavior.IsForWriting() && groups.Contains(behavior["TargetOriginId"].Text)))
        {
            yield return $"{behavior.Pattern()} writes to the group {behavior["TargetOriginId"].Text}";
        }

        if (resource.Config()["CustomErrorResponses"].Exists)
        {
            yield return "replaces the answers of its API by error pages";
        }
    }
}

/// <summary>E19. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html</summary>
public sealed class EdgeFunctionRule() : ResourceRule(
    "E19", "Functions run on runtime 2.0, are published, and have at most 10 KB.", "AWS::CloudFront::Function")
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["FunctionConfig"]["Runtime"].Text != "cloudfront-js-2.0" || resource["AutoPublish"].Flag != true)
        {
            yield return "runs on an old runtime, or is not published";
        }

        if (resource["FunctionCode"].Text is not { Length: <= 10_240 })
        {
            yield return "has more than 10 KB, or code that is not known";
        }
    }
}
