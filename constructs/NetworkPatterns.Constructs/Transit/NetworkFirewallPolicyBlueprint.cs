using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>The resources of a <see cref="NetworkFirewallPolicy"/>.</summary>
internal static class NetworkFirewallPolicyBlueprint
{
    public const string PolicyId = "Policy";
    private const string StatelessId = "StatelessRules";
    private const string Forward = "aws:forward_to_sfe";

    public static Blueprint From(NetworkFirewallPolicyPlan plan)
    {
        var tags = new ResourceTags(plan.Path);
        var builder = new BlueprintBuilder();
        foreach (var input in plan.Inputs.Keys)
        {
            builder.AddInput(input);
        }

        foreach (var group in plan.Props.StatefulRules.Where(group => group.Kind != StatefulRuleKind.Existing))
        {
            AddStateful(builder, plan, group, tags);
        }

        if (plan.Props.StatelessRules.Count > 0)
        {
            AddStateless(builder, plan, tags);
        }

        builder.Add(
            PolicyId,
            "AWS::NetworkFirewall::FirewallPolicy",
            ("FirewallPolicyName", FirewallNames.Of(plan.Path)),
            ("FirewallPolicy", Value.Map(
                ("StatelessDefaultActions", Value.List(Forward)),
                ("StatelessFragmentDefaultActions", Value.List(Forward)),
                ("StatelessRuleGroupReferences", plan.Props.StatelessRules.Count == 0
                    ? null
                    : Value.List(Value.Map(("ResourceArn", Value.Ref(StatelessId)), ("Priority", 1)))),
                ("StatefulEngineOptions", Value.Map(("RuleOrder", "STRICT_ORDER"), ("StreamExceptionPolicy", "REJECT"))),
                ("StatefulDefaultActions", plan.Props.AllowByDefault
                    ? Value.List("aws:alert_established")
                    : Value.List("aws:drop_established", "aws:alert_established")),
                ("StatefulRuleGroupReferences", plan.Props.StatefulRules.Count == 0 ? null : Value.List(References(plan))),
                ("PolicyVariables", Value.Map(("RuleVariables", HomeNet(plan)))))),
            ("Tags", tags.Of("policy")));
        return builder.Build(plan.Path);
    }

    private static IEnumerable<Value> References(NetworkFirewallPolicyPlan plan) => plan.Props.StatefulRules.Select((group, place) => (Value)Value.Map(
        ("ResourceArn", group.Kind == StatefulRuleKind.Existing ? plan.ExistingArns[group.Name] : Value.Ref(IdOf(group))),
        ("Priority", place + 1)));

    private static void AddStateful(BlueprintBuilder builder, NetworkFirewallPolicyPlan plan, StatefulRuleGroup group, ResourceTags tags) => builder.Add(
        IdOf(group),
        "AWS::NetworkFirewall::RuleGroup",
        // Neither name nor capacity can change: another capacity is another name, so that the new group stands beside the old one.
        ("RuleGroupName", FirewallNames.Of($"{plan.Path}-{group.Name}-{group.Capacity}")),
        ("Type", "STATEFUL"),
        ("Capacity", group.Capacity),
        ("RuleGroup", Value.Map(
            ("StatefulRuleOptions", Value.Map(("RuleOrder", "STRICT_ORDER"))),
            ("RuleVariables", Value.Map(("IPSets", HomeNet(plan)))),
            ("RulesSource", group.Kind == StatefulRuleKind.Suricata
                ? Value.Map(("RulesString", group.Text))
                : Value.Map(("RulesSourceList", Value.Map(
                    ("GeneratedRulesType", group.Kind == StatefulRuleKind.AllowDomains ? "ALLOWLIST" : "DENYLIST"),
                    ("TargetTypes", Value.List("TLS_SNI", "HTTP_HOST")),
                    ("Targets", Value.List(group.Domains.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Value.FromString))))))))),
        ("Tags", tags.Of(group.Name)));

    private static void AddStateless(BlueprintBuilder builder, NetworkFirewallPolicyPlan plan, ResourceTags tags)
    {
        var capacity = plan.Props.StatelessRules.Sum(CapacityOf);
        builder.Add(
            StatelessId,
            "AWS::NetworkFirewall::RuleGroup",
            ("RuleGroupName", FirewallNames.Of($"{plan.Path}-stateless-{capacity}")),
            ("Type", "STATELESS"),
            ("Capacity", capacity),
            ("RuleGroup", Value.Map(("RulesSource", Value.Map(("StatelessRulesAndCustomActions", Value.Map(
                ("StatelessRules", Value.List(plan.Props.StatelessRules.OrderBy(rule => rule.Priority).Select(RuleOf))))))))),
            ("Tags", tags.Of("stateless")));
    }

    private static Value RuleOf(StatelessRule rule) => Value.Map(
        ("Priority", rule.Priority),
        ("RuleDefinition", Value.Map(
            ("Actions", Value.List(rule.Action switch
            {
                StatelessAction.Pass => "aws:pass",
                StatelessAction.Drop => "aws:drop",
                _ => Forward,
            })),
            ("MatchAttributes", Value.Map(
                ("Sources", Addresses(rule.Sources)),
                ("Destinations", Addresses(rule.Destinations)),
                ("Protocols", rule.Protocols.IsEmpty ? null : Value.List(rule.Protocols.Order().Select(Value.FromInt32))),
                ("DestinationPorts", rule.DestinationPorts.IsEmpty
                    ? null
                    : Value.List(rule.DestinationPorts.Order().Select(ports => Value.Map(("FromPort", ports.From), ("ToPort", ports.To))))))))));

    private static ListValue? Addresses(ImmutableArray<string> ranges) => ranges.IsEmpty
        ? null
        : Value.List(ranges.Order(StringComparer.Ordinal).Select(range => Value.Map(("AddressDefinition", range))));

    // https://docs.aws.amazon.com/network-firewall/latest/developerguide/nwfw-rule-group-capacity.html
    private static int CapacityOf(StatelessRule rule) =>
        Math.Max(1, rule.Sources.Length) * Math.Max(1, rule.Destinations.Length) * Math.Max(1, rule.Protocols.Length) * Math.Max(1, rule.DestinationPorts.Length);

    private static MapValue HomeNet(NetworkFirewallPolicyPlan plan) => Value.Map(
        ("HOME_NET", Value.Map(("Definition", Value.List(plan.Props.HomeRanges.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Value.FromString))))));

    private static string IdOf(StatefulRuleGroup group) => $"{ResourceName.Of(group.Name)}RuleGroup";
}
