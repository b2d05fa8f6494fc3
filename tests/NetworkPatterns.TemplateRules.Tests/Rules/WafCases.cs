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
        RuleCase.Of<WafCapacityRule>(Acl,
            ("Acl", Rules(Core, Core, Core)),
            ("Acl", Rules(Core.Replace("AWSManagedRulesCommonRuleSet", "SomebodysRuleSet", StringComparison.Ordinal))),
            ("Acl", Rules(Own.Replace("GeoMatchStatement", "AsnMatchStatement", StringComparison.Ordinal))),
            ("Acl", Rules([Core, Core, .. Enumerable.Repeat(Own.Replace("\"GeoMatchStatement\": {}", XssOfJson, StringComparison.Ordinal), 2)])),
            ("Acl", Acl.With($$$"""Acl AWS::WAFv2::WebACL {"@Metadata": {"networkpatterns:capacity-limit": 1600}, "Rules": [{{{string.Join(", ", Core, Core, Core)}}}]}"""))),
        RuleCase.Of<WafClientAddressRule>(Acl.With(Regional("""{"GeoMatchStatement": {"ForwardedIPConfig": {"HeaderName": "X-Forwarded-For"}}}""")),
            ("Acl", Acl.With(Regional("""{"GeoMatchStatement": {}}"""))),
            ("Acl", Acl.With(Regional("""{"NotStatement": {"Statement": {"IPSetReferenceStatement": {"Arn": "arn"}}}}"""))),
            ("Acl", Acl.With(Regional("""{"RateBasedStatement": {"AggregateKeyType": "IP", "Limit": 100}}"""))),
            ("Acl", Acl.With(Regional("""{"ManagedRuleGroupStatement": {"Name": "AWSManagedRulesAnonymousIpList"}}""")))),
        RuleCase.Of<WafLoggingRule>(Acl,
            ("Acl", Acl.Without("Logging")),
            ("Acl", Acl.With("""Group AWS::Logs::LogGroup {"LogGroupName": "logs"}""")),
            ("Acl", Acl.With("""Logging AWS::WAFv2::LoggingConfiguration {"ResourceArn": "=Acl.Arn", "LogDestinationConfigs": ["=Stream"], "RedactedFields": [{"SingleHeader": {"name": "authorization"}}]}"""))),
    ];

    private const string XssOfJson = """ "XssMatchStatement": {"FieldToMatch": {"JsonBody": {}}, "TextTransformations": [{"Type": "NONE"}]} """;

    private static string Regional(string statement) => $$$"""Acl AWS::WAFv2::WebACL {"Scope": "REGIONAL", "Rules": [{"Name": "rule", "Statement": {{{statement}}}}]}""";

    private static Fragment Rules(params string[] rules) =>
        Acl.With($$$"""Acl AWS::WAFv2::WebACL {"DefaultAction": {"Allow": {}}, "Rules": [{{{string.Join(", ", rules)}}}]}""");
}
