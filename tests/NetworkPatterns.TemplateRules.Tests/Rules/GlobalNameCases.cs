using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.Edge;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class GlobalNameCases
{
    private static readonly Fragment Good = Fragment.Of(
        """
        Cache AWS::CloudFront::CachePolicy {"CachePolicyConfig": {"Name": "Door-cache-0123456789"}}
        Headers AWS::CloudFront::ResponseHeadersPolicy {"ResponseHeadersPolicyConfig": {"Name": {"Fn::Sub": "${AWS::StackName}-headers"}}}
        Route AWS::CloudFront::Function {"Name": "Door-route-0123456789"}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<GlobalNameRule>(Good,
            ("Cache", Good.With("""Cache AWS::CloudFront::CachePolicy {"CachePolicyConfig": {"Name": "cache"}}""")),
            ("Headers", Good.With("""Headers AWS::CloudFront::ResponseHeadersPolicy {"ResponseHeadersPolicyConfig": {"Name": "headers"}}""")),
            ("Route", Good.With($$"""Route AWS::CloudFront::Function {"Name": "{{new string('a', 64)}}-0123456789"}""")),
            ("Cache", new TemplateSet([Good.ToTemplate("One"), Good.ToTemplate("Two")]))),
    ];
}
