using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E52. Source: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rules.html</summary>
public sealed class WafRuleShapeRule() : ResourceRule(
    "E52", "Priorities of a WebACL's rules are 0, 1, 2...; groups have an override, own rules an action; cheap managed groups come before dear ones.", "AWS::WAFv2::WebACL")
{
    private static readonly string[] Order =
    [
        "AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet",
    ];

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var rules = resource["Rules"].Items.OrderBy(rule => rule["Priority"].Number ?? -1).ToList();
        if (!rules.Select(rule => rule["Priority"].Number).SequenceEqual(Enumerable.Range(0, rules.Count).Select(number => (int?)number)))
        {
            yield return "has rules whose priorities are not 0, 1, 2...";
        }

        foreach (var rule in rules)
        {
            var isGroup = rule["Statement"]["ManagedRuleGroupStatement"].Exists || rule["Statement"]["RuleGroupReferenceStatement"].Exists;
            var (action, overriding) = (rule["Action"].Members, rule["OverrideAction"].Members);
            if (isGroup ? action.Length != 0 || overriding is not [("None" or "Count")] : overriding.Length != 0 || action.Length != 1)
            {
                yield return $"the rule {rule["Name"].Key} has {(isGroup ? "no override, or an action" : "no action, several, or an override")}";
            }
        }

        var places = rules.Select(rule => Array.IndexOf(Order, rule["Statement"]["ManagedRuleGroupStatement"]["Name"].Text)).Where(place => place >= 0).ToList();
        if (!places.Order().SequenceEqual(places))
        {
            yield return "asks a dear managed group before a cheap one";
        }
    }
}

/// <summary>E56. Source: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-default-action.html</summary>
public sealed class WafDefaultActionRule() : ResourceRule(
    "E56", "The default action of a WebACL is exactly one of Allow and Block.", "AWS::WAFv2::WebACL")
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["DefaultAction"].Members is not [("Allow" or "Block")])
        {
            yield return "has a default action that is empty or more than one";
        }
    }
}
