using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Target groups with all that is registered in them: by the group, an Auto Scaling group or an ECS service.</summary>
internal sealed class TargetGroupReader(ReadingContext context)
{
    private readonly Dictionary<ComponentId, List<Target>> registered = [];
    private readonly Dictionary<ComponentId, List<UnknownValue>> doubtful = [];

    // What is registered nobody knows where may be a target of any group.
    private readonly List<UnknownValue> placeless = [];

    public void Read()
    {
        foreach (var resource in context.OfType("AWS::AutoScaling::AutoScalingGroup"))
        {
            RegisterGroup(resource);
        }

        foreach (var resource in context.OfType("AWS::ECS::Service"))
        {
            RegisterService(resource);
        }

        foreach (var resource in context.OfType("AWS::ElasticLoadBalancingV2::TargetGroup"))
        {
            context.Add(Read(resource));
        }
    }

    private TargetGroup Read(ResolvedResource resource)
    {
        var view = context.View(resource);
        var targets = ImmutableArray.CreateBuilder<Target>();
        var more = ImmutableArray.CreateBuilder<UnknownValue>();
        foreach (var (item, doubt) in view.Items("Targets"))
        {
            if (item is not { } target || doubt is not null)
            {
                more.Add(doubt!);
            }
            else if (ReadTarget(target) is var (read, unknown))
            {
                if (read is not null)
                {
                    targets.Add(read);
                }
                else if (unknown is not null)
                {
                    more.Add(unknown);
                }
            }
        }

        targets.AddRange(registered.GetValueOrDefault(view.Owner, []));
        more.AddRange(doubtful.GetValueOrDefault(view.Owner, []));
        more.AddRange(placeless);
        return new TargetGroup(context.ComponentOf(resource))
        {
            TargetType = view.Text("TargetType") switch
            {
                { IsKnown: true, Value: "ip" } => TargetType.Ip,
                { IsKnown: true, Value: "alb" } => TargetType.LoadBalancer,
                { IsKnown: true, Value: "lambda" } => TargetType.Lambda,
                _ => TargetType.Instance,
            },
            Traffic = TrafficOf(view),
            Targets = targets.ToImmutable(),
            PreserveClientIp = Attributes.Find(view, "TargetGroupAttributes", "preserve_client_ip.enabled"),
            CrossZone = Attributes.Find(view, "TargetGroupAttributes", "load_balancing.cross_zone.enabled"),
            MayHaveMoreTargets = more.ToImmutable(),
        };
    }

    // TCP_UDP sends either: the model has one protocol or all, and the listener has already chosen.
    private static Traffic TrafficOf(View view)
    {
        var port = view.Integer("Port");
        Maybe<PortRange> ports = port is { } written ? TrafficReader.Port(written, view) : PortRange.All;
        return view.Text("Protocol") switch
        {
            null => new Traffic { Ports = ports },
            { IsKnown: false } unknown => new Traffic { Protocol = unknown.Unknown!, Ports = ports },
            { } protocol => ListenerReader.Transports(protocol.Value) is [var one]
                ? new Traffic { Protocol = one, Ports = ports }
                : new Traffic { Protocol = new UnknownValue(view.Owner, "a target group of TCP_UDP is not modelled: it is one of both"), Ports = ports },
        };
    }

    /// <summary>A target: an instance, load balancer or interface by reference, or an address.</summary>
    private (Target? Target, UnknownValue? Unknown) ReadTarget(View view)
    {
        var port = view.Integer("Port");
        switch (Pointer.Of(view["Id"]))
        {
            case Pointer.Declared { Resource.Type: "AWS::Lambda::Function" or "AWS::Lambda::Alias" or "AWS::Lambda::Version" }:
                return (null, null);
            case Pointer.Declared { Resource: var resource } declared when IsOwner(declared):
                return (new Target { Owner = context.IdOf(resource), Port = port }, null);
            case Pointer.Literal { Text: var text } when IPAddress.TryParse(text, out var address):
                return (new Target { Address = address, Port = port }, null);
            case Pointer.Literal { Text: var text }:
                return (null, view.Unknown($"the target '{text}' is not among the given templates"));
            case Pointer.Unknown unknown:
                return (null, view.Unknown(unknown.Value));
            case { } other:
                return (null, view.Unknown($"the target {other} is known only after deployment"));
            default:
                return (null, view.Unknown("a target has no Id"));
        }
    }

    // The address of an instance or interface means the same as itself.
    private static bool IsOwner(Pointer.Declared declared) =>
        declared.IsIdentity
        || (declared.IsWhole && declared.Attribute is "PrivateIp" or "PrimaryPrivateIpAddress" or "LoadBalancerArn");

    private void RegisterGroup(ResolvedResource resource)
    {
        var view = context.View(resource);
        var groups = view.References("TargetGroupARNs", ResourceKind.TargetGroup)
            .Concat(view.Items("TrafficSources").Select(source => source.Item?.Reference("Identifier", ResourceKind.TargetGroup) ?? view.Unknown("a traffic source is not known")));
        foreach (var group in groups)
        {
            Register(resource, group, port: null);
        }
    }

    private void RegisterService(ResolvedResource resource)
    {
        foreach (var (item, doubt) in context.View(resource).Items("LoadBalancers"))
        {
            if (item?.Reference("TargetGroupArn", ResourceKind.TargetGroup) is { } group)
            {
                Register(resource, doubt is null ? group : doubt, item.Value.Integer("ContainerPort"));
            }
        }
    }

    private void Register(ResolvedResource resource, Maybe<ComponentId> group, Maybe<int>? port)
    {
        var id = context.IdOf(resource);
        if (!group.IsKnown)
        {
            placeless.Add(group.Unknown!);
            context.NotModelled(resource, $"where it is registered is not known: {group.Unknown!.Reason}", "give the missing value");
        }
        else if (context.DoubtOf(resource) is { } doubt)
        {
            (doubtful.TryGetValue(group.Value, out var list) ? list : doubtful[group.Value] = []).Add(doubt);
        }
        else
        {
            (registered.TryGetValue(group.Value, out var list) ? list : registered[group.Value] = []).Add(new Target { Owner = id, Port = port });
        }
    }
}
