using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Transit;

/// <summary>N61. Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-evaluation-order.html</summary>
public sealed class FirewallPolicyRule() : ResourceRule(
    "N61", "A firewall policy says what happens to packets that no rule fits, and in strict order which group comes first.", "AWS::NetworkFirewall::FirewallPolicy")
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        var policy = resource["FirewallPolicy"];
        var isStrict = policy["StatefulEngineOptions"]["RuleOrder"].Text == "STRICT_ORDER";
        var references = policy["StatefulRuleGroupReferences"].Items;
        var forwards = policy["StatelessDefaultActions"].Items.Any(action => action.Text == "aws:forward_to_sfe");
        if (forwards && references.IsEmpty && policy["StatefulDefaultActions"].Items.IsEmpty)
        {
            yield return "hands packets to stateful rules, and has neither such rules nor a default action";
        }

        if (isStrict && policy["StatefulDefaultActions"].Items.IsEmpty)
        {
            yield return "is in strict order and has no StatefulDefaultActions";
        }

        var priorities = references.Select(reference => reference["Priority"].Number).ToList();
        if (isStrict && (priorities.Contains(null) || priorities.Distinct().Count() != priorities.Count))
        {
            yield return "is in strict order, and not every group has a priority of its own";
        }
    }
}
