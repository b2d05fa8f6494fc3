using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Firewall policies: rule groups in the order they are tried, and what happens to what none matches.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policy-processing.html</remarks>
internal sealed class FirewallPolicyReader(ReadingContext context, FirewallRuleGroupReader groups)
{
    private const string DropStrict = "aws:drop_strict";
    private const string DropEstablished = "aws:drop_established";

    public Maybe<FirewallPolicy> Read(ResolvedResource resource)
    {
        var outer = context.View(resource);
        if (outer.Inner("FirewallPolicy") is not { IsKnown: true } inner)
        {
            return outer.Unknown("the policy is not known");
        }

        var view = inner.Value;
        var strict = IsStrict(view);
        var stateless = Stateless(view);
        if (!stateless.IsKnown)
        {
            return stateless.Unknown!;
        }

        var actions = view.Texts("StatefulDefaultActions");
        return new FirewallPolicy(context.ComponentOf(resource))
        {
            StatelessRules = stateless.Value,
            StatelessDefault = Action(view.Texts("StatelessDefaultActions"), view),
            StrictOrder = strict,
            StatefulRules = [.. Stateful(view, strict)],
            DropsUnmatched = DropsUnmatched(actions, view),
            LetsUnmatchedOpen = actions.Any(action => action is { IsKnown: true, Value: DropEstablished }),
        };
    }

    /// <summary>What a list of stateless actions does; custom actions only report.</summary>
    public static Maybe<StatelessAction> Action(ImmutableArray<Maybe<string>> actions, View view)
    {
        foreach (var action in actions)
        {
            if (!action.IsKnown)
            {
                return action.Unknown!;
            }

            switch (action.Value)
            {
                case "aws:pass":
                    return StatelessAction.Pass;
                case "aws:drop":
                    return StatelessAction.Drop;
                case "aws:forward_to_sfe":
                    return StatelessAction.Forward;
            }
        }

        return view.Unknown("there is no pass, drop or forward among its actions");
    }

    private static Maybe<bool> IsStrict(View view) => view.Inner("StatefulEngineOptions") switch
    {
        null => false,
        { IsKnown: false } unknown => unknown.Unknown!,
        { } options => options.Value.Is("RuleOrder", "STRICT_ORDER", otherwise: false),
    };

    private static Maybe<bool> DropsUnmatched(ImmutableArray<Maybe<string>> actions, View view)
    {
        foreach (var action in actions)
        {
            switch (action)
            {
                case { IsKnown: false } unknown:
                    return unknown.Unknown!;
                case { Value: DropStrict or DropEstablished }:
                    return true;
                case { Value: var other } when other.StartsWith("aws:drop", StringComparison.Ordinal):
                    return view.Unknown($"the default action '{other}' looks at more than addresses and ports");
            }
        }

        return false;
    }

    private Maybe<ImmutableArray<StatelessRule>> Stateless(View view)
    {
        var rules = new List<(int Priority, ImmutableArray<StatelessRule> Rules)>();
        foreach (var (reference, doubt) in view.Items("StatelessRuleGroupReferences"))
        {
            var id = reference?.Reference("ResourceArn", ResourceKind.FirewallRuleGroup) ?? view.Unknown("a rule group is not known");
            var priority = reference?.Integer("Priority") ?? view.Unknown("a rule group has no priority");
            if ((doubt ?? id.Unknown ?? priority.Unknown) is { } unknown)
            {
                return unknown;
            }

            var found = groups.FindStateless(id.Value);
            if (!found.IsKnown)
            {
                return found.Unknown!;
            }

            rules.Add((priority.Value, found.Value));
        }

        return rules.OrderBy(group => group.Priority).SelectMany(group => group.Rules).ToImmutableArray();
    }

    private IEnumerable<StatefulRule> Stateful(View view, Maybe<bool> strict)
    {
        var references = new List<(int Priority, ImmutableArray<StatefulRule> Rules)>();
        foreach (var (reference, doubt) in view.Items("StatefulRuleGroupReferences"))
        {
            var id = reference?.Reference("ResourceArn", ResourceKind.FirewallRuleGroup) ?? view.Unknown("a rule group is not known");
            var priority = reference?.Integer("Priority") ?? 0;
            var unknown = doubt ?? id.Unknown ?? priority.Unknown;
            var alertsOnly = reference?.Inner("Override") is { IsKnown: true } settings && settings.Value.Text("Action") is { IsKnown: true, Value: "DROP_TO_ALERT" };
            var rules = unknown is not null ? FirewallRuleGroupReader.Anything(new Component(view.Owner, "AWS::NetworkFirewall::RuleGroup"), unknown)
                : groups.FindStateful(id.Value);
            references.Add((priority.Or(0), alertsOnly ? [.. rules.Select(ToAlert)] : rules));
        }

        // Only strict order has priorities; the default order is decided by what a rule does.
        return (strict.Or(true) ? references.OrderBy(group => group.Priority) : references.AsEnumerable()).SelectMany(group => group.Rules);
    }

    private static StatefulRule ToAlert(StatefulRule rule) => rule.Action == StatefulAction.Drop ? rule with { Action = StatefulAction.Alert } : rule;
}
