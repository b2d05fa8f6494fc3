using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Classic Load Balancers: every listener has its instances' port, so each implies a target group.</summary>
internal sealed class ClassicLoadBalancerReader(ReadingContext context, InterfaceFactory interfaces)
{
    private const string Type = "AWS::ElasticLoadBalancing::LoadBalancer";

    public void Read()
    {
        var groups = context.OfType("AWS::AutoScaling::AutoScalingGroup")
            .SelectMany(group => context.View(group).References("LoadBalancerNames", ResourceKind.LoadBalancer).Select(balancer => (Group: group, Balancer: balancer)))
            .Where(pair => pair.Balancer.IsKnown)
            .ToLookup(pair => pair.Balancer.Value, pair => context.IdOf(pair.Group));
        foreach (var resource in context.OfType(Type))
        {
            Read(resource, [.. groups[context.IdOf(resource)]]);
        }
    }

    private void Read(ResolvedResource resource, ImmutableArray<ComponentId> autoScaling)
    {
        var view = context.View(resource);
        var component = context.ComponentOf(resource);
        var listeners = ImmutableArray.CreateBuilder<Listener>();
        foreach (var (item, doubt) in view.Items("Listeners"))
        {
            if (item is { } listener && doubt is null)
            {
                listeners.Add(ReadListener(view, listener, component, autoScaling, listeners.Count));
            }
            else
            {
                listeners.Add(new Listener(component, new Traffic { Protocol = doubt! }, [doubt!]));
            }
        }

        context.Add(new LoadBalancer(component, LoadBalancerType.Classic)
        {
            CrossZone = view.Boolean("CrossZone") ?? false,
            Listeners = listeners.ToImmutable(),
        });
        var isInternal = view.Is("Scheme", "internal", otherwise: false);
        interfaces.Add(resource, new InterfaceTemplate(InterfaceKind.LoadBalancer, view.References("Subnets", ResourceKind.Subnet))
        {
            Groups = view.References("SecurityGroups", ResourceKind.SecurityGroup),
            Addresses = _ => [InterfaceAddress.AnyIPv4 with { HasPublicAddress = isInternal.IsKnown ? !isInternal.Value : isInternal.Unknown! }],
            IsImplied = true,
        });
    }

    private Listener ReadListener(View view, View listener, Component component, ImmutableArray<ComponentId> autoScaling, int index)
    {
        var instances = view.References("Instances", ResourceKind.Instance);
        var group = new TargetGroup(component.Implies($"Targets{index + 1}", "AWS::ElasticLoadBalancingV2::TargetGroup"))
        {
            Traffic = Traffic.Tcp(0) with { Ports = Port(listener, "InstancePort") },
            Targets =
            [
                .. instances.Where(id => id.IsKnown).Select(id => new Target { Owner = id.Value }),
                .. autoScaling.Select(id => new Target { Owner = id }),
            ],
            MayHaveMoreTargets = [.. instances.Where(id => !id.IsKnown).Select(id => id.Unknown!)],
        };
        context.Add(group);
        return new Listener(component, Traffic.Tcp(0) with { Ports = Port(listener, "LoadBalancerPort") }, [group.Id]);
    }

    private static Maybe<PortRange> Port(View listener, string name) =>
        TrafficReader.Port(listener.Integer(name) ?? listener.Unknown($"{name} is missing"), listener);
}
