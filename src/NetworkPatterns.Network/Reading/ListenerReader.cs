using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Listeners with every target group that their default actions and rules may forward to.</summary>
internal sealed class ListenerReader
{
    private readonly ReadingContext context;
    private readonly ILookup<ComponentId, ResolvedResource> listeners;
    private readonly ILookup<ComponentId, ResolvedResource> rules;

    public ListenerReader(ReadingContext context)
    {
        this.context = context;
        listeners = context.Children("AWS::ElasticLoadBalancingV2::Listener", "LoadBalancerArn", ResourceKind.LoadBalancer);
        rules = context.Children("AWS::ElasticLoadBalancingV2::ListenerRule", "ListenerArn", ResourceKind.Listener);
    }

    /// <summary>The listeners of a load balancer; one of nobody knows which load balancer may be its.</summary>
    public ImmutableArray<Listener> Of(Component balancer) =>
    [
        .. listeners[balancer.Id].SelectMany(Read),
        .. context.OrphansOf(ResourceKind.LoadBalancer).Select(unknown => new Listener(balancer, new Traffic { Protocol = unknown }, [unknown])),
    ];

    /// <summary>The transport of a listener's or target group's protocol; both of them for <c>TCP_UDP</c>.</summary>
    public static ImmutableArray<int> Transports(string protocol) => protocol.ToUpperInvariant() switch
    {
        "UDP" or "QUIC" or "GENEVE" => [17],
        "TCP_UDP" or "TCP_QUIC" => [6, 17],
        _ => [6],
    };

    private IEnumerable<Listener> Read(ResolvedResource resource)
    {
        var view = context.View(resource);
        var component = context.ComponentOf(resource);
        ImmutableArray<Maybe<ComponentId>> groups =
        [
            .. TargetGroups(view, "DefaultActions"),
            .. rules[view.Owner].SelectMany(rule => context.DoubtOf(rule) is { } doubt ? [(Maybe<ComponentId>)doubt] : TargetGroups(context.View(rule), "Actions")),
            .. context.OrphansOf(ResourceKind.Listener).Select(unknown => (Maybe<ComponentId>)unknown),
        ];
        groups = [.. groups.Distinct()];
        if (view.Text("Protocol") is not { } protocol)
        {
            // A Gateway Load Balancer listens to everything.
            return [new Listener(component, Traffic.All, groups)];
        }

        var port = context.DoubtOf(resource) is { } unsure ? unsure : view.Integer("Port") ?? view.Unknown("the listener has no port");
        var ports = TrafficReader.Port(port, view);
        return protocol.IsKnown
            ? Transports(protocol.Value).Select(transport => new Listener(component, new Traffic { Protocol = transport, Ports = ports }, groups)
            {
                TerminatesTls = protocol.Value is "TLS",
            })
            : [new Listener(component, new Traffic { Protocol = protocol.Unknown!, Ports = ports }, groups)];
    }

    private static IEnumerable<Maybe<ComponentId>> TargetGroups(View view, string property)
    {
        foreach (var (action, doubt) in view.Items(property))
        {
            if (action is not { } known)
            {
                yield return doubt!;
                continue;
            }

            if (known.Reference("TargetGroupArn", ResourceKind.TargetGroup) is { } single)
            {
                yield return doubt is null ? single : doubt;
            }

            if (known.Inner("ForwardConfig") is { } forward)
            {
                foreach (var group in forward.IsKnown ? forward.Value.Items("TargetGroups") : [(null, forward.Unknown)])
                {
                    yield return doubt ?? group.Doubt ?? group.Item?.Reference("TargetGroupArn", ResourceKind.TargetGroup) ?? known.Unknown("a target group is not known");
                }
            }
        }
    }
}
