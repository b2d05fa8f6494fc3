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
        var sourcePorts = Ports(view, "SourcePorts");
        var destinationPorts = Ports(view, "DestinationPorts");
        var protocols = Protocols(view);
        return new FirewallMatch
        {
            Sources = Addresses(view, "Sources"),
            Destinations = Addresses(view, "Destinations"),
            SourcePorts = sourcePorts.Or([]),
            DestinationPorts = destinationPorts.Or([]),
            Protocols = protocols.Or([]),
            Unknown = view.Has("TCPFlags")
                ? view.Unknown("rules on TCP flags are not decided by addresses and ports")
                : sourcePorts.Unknown ?? destinationPorts.Unknown ?? protocols.Unknown,
        };
    }

    private static ImmutableArray<Maybe<Cidr>> Addresses(View view, string name) =>
        [.. view.Items(name).Select(item => item.Doubt ?? item.Item?.Cidr("AddressDefinition") ?? view.Unknown("an address is not known"))];

    private static Maybe<ImmutableArray<PortRange>> Ports(View view, string name)
    {
        var ports = ImmutableArray.CreateBuilder<PortRange>();
        foreach (var (item, doubt) in view.Items(name))
        {
            if (doubt is not null || item?.Integer("FromPort") is not { IsKnown: true } from || item.Value.Integer("ToPort") is not { IsKnown: true } to)
            {
                return doubt ?? view.Unknown($"{name} is not known");
            }

            var range = TrafficReader.Range(from.Value, to.Value, view);
            if (!range.IsKnown)
            {
                return range.Unknown!;
            }

            ports.Add(range.Value);
        }

        return ports.ToImmutable();
    }

    private static Maybe<ImmutableArray<int>> Protocols(View view)
    {
        var list = view["Protocols"].AsList();
        if (list.IsAbsent)
        {
            return ImmutableArray<int>.Empty;
        }

        var numbers = list.TryGet(out var items) ? items.Select(item => item.AsInteger()).ToList() : [];
        return list.IsKnown && numbers.TrueForAll(number => number is { IsKnown: true, Value: >= 0 and <= 255 })
            ? numbers.Select(number => (int)number.Value).ToImmutableArray()
            : view.Unknown("Protocols is not known");
    }
}
