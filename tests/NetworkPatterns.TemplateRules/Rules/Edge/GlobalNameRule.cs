using System.Text.RegularExpressions;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E20b. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html</summary>
public sealed partial class GlobalNameRule() : TemplateRule(
    "E20b", "Names that CloudFront has once in an account carry a mark of their stack, are unlike each other, and are short enough.")
{
    private static readonly (string Type, string? Config, int Longest)[] Named =
    [
        ("AWS::CloudFront::CachePolicy", "CachePolicyConfig", 128),
        ("AWS::CloudFront::OriginRequestPolicy", "OriginRequestPolicyConfig", 128),
        ("AWS::CloudFront::ResponseHeadersPolicy", "ResponseHeadersPolicyConfig", 128),
        ("AWS::CloudFront::OriginAccessControl", "OriginAccessControlConfig", 64),
        ("AWS::CloudFront::KeyGroup", "KeyGroupConfig", 128),
        ("AWS::CloudFront::PublicKey", "PublicKeyConfig", 128),
        ("AWS::CloudFront::Function", null, 64),
        ("AWS::CloudFront::KeyValueStore", null, 64),
        ("AWS::CloudFront::RealtimeLogConfig", null, 128),
    ];

    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var (type, config, longest) in Named)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var resource in templates.OfType(type))
            {
                findings.Examined();
                var name = (config is null ? resource["Name"] : resource[config]["Name"]).Key;
                if (!seen.Add(name.Replace("${AWS::StackName}", resource.Template.Name, StringComparison.Ordinal)))
                {
                    findings.Violation(resource, $"has the name '{name}' of another");
                }

                if (!Mark().IsMatch(name) || name.Length > longest)
                {
                    findings.Violation(resource, $"has the name '{name}', which another stack could have, or longer than {longest}");
                }
            }
        }
    }

    // The stack's name, or a digest of the construct's path.
    [GeneratedRegex(@"\$\{AWS::StackName\}|-[0-9a-f]{10}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mark();
}
