using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Firewall rule groups, read when a policy first names them.</summary>
internal sealed class FirewallRuleGroupReader
{
    private readonly ReadingContext context;
    private readonly Dictionary<ComponentId, ResolvedResource> resources;

    public FirewallRuleGroupReader(ReadingContext context)
    {
        this.context = context;
        resources = context.OfType("AWS::NetworkFirewall::RuleGroup").ToDictionary(context.IdOf);
    }

    public Maybe<ImmutableArray<StatelessRule>> FindStateless(ComponentId id)
    {
        if (!resources.TryGetValue(id, out var resource))
        {
            return new UnknownValue(id, "the rule group is not among the given templates");
        }

        var component = context.ComponentOf(resource);
        var source = Source(resource);
        if (source?.Inner("StatelessRulesAndCustomActions") is not { IsKnown: true } inner)
        {
            return new UnknownValue(id, "its stateless rules are not known");
        }

        var rules = new List<(int Priority, StatelessRule Rule)>();
        foreach (var (item, doubt) in inner.Value.Items("StatelessRules"))
        {
            if (item is not { } view || doubt is not null || view.Integer("Priority") is not { IsKnown: true } priority
                || view.Inner("RuleDefinition") is not { IsKnown: true } definition)
            {
                return doubt ?? new UnknownValue(id, "a stateless rule is not known");
            }

            var action = FirewallPolicyReader.Action(definition.Value.Texts("Actions"), definition.Value);
            if (!action.IsKnown)
            {
                return action.Unknown!;
            }

            rules.Add((priority.Value, new StatelessRule(component, Match(definition.Value), action.Value)));
        }

        return rules.OrderBy(rule => rule.Priority).Select(rule => rule.Rule).ToImmutableArray();
    }

    public ImmutableArray<StatefulRule> FindStateful(ComponentId id)
    {
        if (!resources.TryGetValue(id, out var resource))
        {
            return Anything(new Component(id, "AWS::NetworkFirewall::RuleGroup"), new UnknownValue(id, "the rule group is not among the given templates"));
        }

        var component = context.ComponentOf(resource);
        return Source(resource) is { } source
            ? new StatefulRuleReader(component, FirewallVariables.Of(context.View(resource))).Read(source)
            : Anything(component, new UnknownValue(id, "its rules are not known"));
    }

    /// <summary>Rules that may do anything to any packet.</summary>
    public static ImmutableArray<StatefulRule> Anything(Component component, UnknownValue why) =>
    [
        new(component, new FirewallMatch(), StatefulAction.Pass) { Undecidable = why },
        new(component, new FirewallMatch(), StatefulAction.Drop) { Undecidable = why },
    ];

    private View? Source(ResolvedResource resource) =>
        context.View(resource).Inner("RuleGroup") is { IsKnown: true } group && group.Value.Inner("RulesSource") is { IsKnown: true } source
            ? source.Value
            : null;

    private static FirewallMatch Match(View definition)
    {
        if (definition.Inner("MatchAttributes") is not { } attributes)
        {
            return new FirewallMatch { Unknown = definition.Unknown("the rule has no match attributes") };
        }

        if (!attributes.IsKnown)
        {
            return new FirewallMatch { Unknown = attributes.Unknown };
        }

        var view = attributes.Value;
        return new FirewallMatch
        {
            Sources = Addresses(view, "Sources"),
            Destinations = Addresses(view, "Destinations"),
            SourcePorts = Ports(view, "SourcePorts"),
            DestinationPorts = Ports(view, "DestinationPorts"),
            Protocols = [.. Protocols(view)],
            Unknown = view.Has("TCPFlags") ? view.Unknown("rules on TCP flags are not decided by addresses and ports") : null,
        };
    }

    private static ImmutableArray<Maybe<Cidr>> Addresses(View view, string name) =>
        [.. view.Items(name).Select(item => item.Doubt ?? item.Item?.Cidr("AddressDefinition") ?? view.Unknown("an address is not known"))];

    private static ImmutableArray<PortRange> Ports(View view, string name) =>
    [
        .. view.Items(name)
            .Select(item => (From: item.Item?.Integer("FromPort"), To: item.Item?.Integer("ToPort")))
            .Select(range => range is ({ IsKnown: true } from, { IsKnown: true } to) ? new PortRange(from.Value, to.Value) : PortRange.All),
    ];

    private static IEnumerable<int> Protocols(View view) =>
        view["Protocols"] is ListValue list
            ? list.Select(item => item.AsInteger()).Where(number => number.IsKnown).Select(number => (int)number.Value)
            : [];
}
