using System.Text.RegularExpressions;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E20b. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html</summary>
/// <remarks>CloudFront's names are those of the whole account, in every Region: a plain word collides with the next stack.</remarks>
public sealed partial class EdgeNameRule() : TemplateRule(
    "E20b", "What CloudFront names for the whole account has a name of at most 64 characters that ends in a digest of its construct path, and no other has it.")
{
    private const int Longest = 64;

    private static readonly Dictionary<string, string> Configs = new(StringComparer.Ordinal)
    {
        ["AWS::CloudFront::CachePolicy"] = "CachePolicyConfig",
        ["AWS::CloudFront::OriginRequestPolicy"] = "OriginRequestPolicyConfig",
        ["AWS::CloudFront::ResponseHeadersPolicy"] = "ResponseHeadersPolicyConfig",
        ["AWS::CloudFront::OriginAccessControl"] = "OriginAccessControlConfig",
        ["AWS::CloudFront::KeyGroup"] = "KeyGroupConfig",
        ["AWS::CloudFront::PublicKey"] = "PublicKeyConfig",
        ["AWS::CloudFront::Function"] = "",
        ["AWS::CloudFront::KeyValueStore"] = "",
        ["AWS::CloudFront::RealtimeLogConfig"] = "",
    };

    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        var known = new HashSet<(string Type, string Name)>();
        foreach (var resource in templates.OfType([.. Configs.Keys]))
        {
            findings.Examined();
            var config = Configs[resource.Type];
            var name = (config.Length == 0 ? resource["Name"] : resource[config]["Name"]).Key;
            if (name.Length is 0 or > Longest || !Shape().IsMatch(name))
            {
                findings.Violation(resource, $"is called '{name}', which another stack may want too, or which is too long");
            }

            if (!known.Add((resource.Type, name)))
            {
                findings.Violation(resource, $"is called '{name}', and so is another");
            }
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-]+-[0-9a-f]{10}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Shape();
}
