using NetworkPatterns.TemplateRules.Rules.Edge;

namespace NetworkPatterns.TemplateRules.Tests.Rules;

internal static class WafCases
{
    private const string Reputation = """{"Name": "reputation", "Priority": 0, "OverrideAction": {"None": {}}, "Statement": {"ManagedRuleGroupStatement": {"Name": "AWSManagedRulesAmazonIpReputationList"}}}""";
    private const string Core = """{"Name": "core", "Priority": 1, "OverrideAction": {"Count": {}}, "Statement": {"ManagedRuleGroupStatement": {"Name": "AWSManagedRulesCommonRuleSet"}}}""";
    private const string Own = """{"Name": "own", "Priority": 2, "Action": {"Block": {}}, "Statement": {"GeoMatchStatement": {}}}""";

    private static readonly Fragment Acl = Fragment.Of(
        $$$"""
        Acl AWS::WAFv2::WebACL {"Scope": "CLOUDFRONT", "DefaultAction": {"Allow": {}}, "Rules": [{{{Reputation}}}, {{{Core}}}, {{{Own}}}]}
        Group AWS::Logs::LogGroup {"LogGroupName": "aws-waf-logs-a", "RetentionInDays": 90}
        Logging AWS::WAFv2::LoggingConfiguration {"ResourceArn": "=Acl.Arn", "LogDestinationConfigs": [{"Fn::Sub": ["arn:${Name}", {"Name": "=Group"}]}],
          "RedactedFields": [{"SingleHeader": {"Name": "authorization"}}, {"SingleHeader": {"Name": "cookie"}}, {"SingleHeader": {"Name": "x-api-key"}}, {"SingleHeader": {"Name": "x-origin-verify"}}]}
        """);

    public static IEnumerable<RuleCase> All =>
    [
        RuleCase.Of<WafRuleShapeRule>(Acl,
            ("Acl", Rules(Reputation, Core.Replace("1", "2", StringComparison.Ordinal))),
            ("Acl", Rules(Reputation.Replace("OverrideAction\": {\"None\": {}}", "Action\": {\"Block\": {}}", StringComparison.Ordinal))),
            ("Acl", Rules(Reputation.Replace("{\"None\": {}}", "{}", StringComparison.Ordinal))),
            ("Acl", Rules(Reputation, Core, Own.Replace("Action\": {\"Block\": {}}", "Action\": {}", StringComparison.Ordinal))),
            ("Acl", Rules(Core.Replace("1", "0", StringComparison.Ordinal), Reputation.Replace("0", "1", StringComparison.Ordinal)))),
        RuleCase.Of<WafDefaultActionRule>(Acl,
            ("Acl", Acl.With("""Acl AWS::WAFv2::WebACL {"DefaultAction": {}}""")),
            ("Acl", Acl.With("""Acl AWS::WAFv2::WebACL {"DefaultAction": {"Allow": {}, "Block": {}}}"""))),
        RuleCase.Of<WafLoggingRule>(Acl,
            ("Acl", Acl.Without("Logging")),
            ("Acl", Acl.With("""Group AWS::Logs::LogGroup {"LogGroupName": "logs"}""")),
            ("Acl", Acl.With("""Logging AWS::WAFv2::LoggingConfiguration {"ResourceArn": "=Acl.Arn", "LogDestinationConfigs": ["=Stream"], "RedactedFields": [{"SingleHeader": {"name": "authorization"}}]}"""))),
    ];

    private static Fragment Rules(params string[] rules) =>
        Acl.With($$$"""Acl AWS::WAFv2::WebACL {"DefaultAction": {"Allow": {}}, "Rules": [{{{string.Join(", ", rules)}}}]}""");
}
