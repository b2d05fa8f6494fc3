using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Application, Network and Gateway Load Balancers with their interfaces.</summary>
internal sealed class LoadBalancerReader(ReadingContext context, InterfaceFactory interfaces)
{
    public void Read()
    {
        var listeners = new ListenerReader(context);
        foreach (var resource in context.OfType("AWS::ElasticLoadBalancingV2::LoadBalancer"))
        {
            Read(resource, listeners);
        }
    }

    private void Read(ResolvedResource resource, ListenerReader listeners)
    {
        var view = context.View(resource);
        var type = view.Text("Type") ?? "application";
        if (!type.IsKnown)
        {
            context.NotModelled(resource, $"its type is not known: {type.Unknown!.Reason}", "give the missing value");
        }

        var kind = type.Or("application") switch
        {
            "network" => LoadBalancerType.Network,
            "gateway" => LoadBalancerType.Gateway,
            _ => LoadBalancerType.Application,
        };
        context.Add(new LoadBalancer(context.ComponentOf(resource), kind)
        {
            CrossZone = kind == LoadBalancerType.Application ? true
                : Attributes.Find(view, "LoadBalancerAttributes", "load_balancing.cross_zone.enabled") ?? false,
            FiltersPrivateLink = view.Is("EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic", "on", otherwise: true),
            Listeners = listeners.Of(context.ComponentOf(resource)),
        });
        AddInterfaces(resource, view, kind);
    }

    private void AddInterfaces(ResolvedResource resource, View view, LoadBalancerType kind)
    {
        var mappings = view.Items("SubnetMappings").ToList();
        var subnets = mappings.Count > 0
            ? [.. mappings.Select(each => each.Doubt ?? each.Item?.Reference("SubnetId", ResourceKind.Subnet) ?? view.Unknown("a subnet mapping has no SubnetId"))]
            : view.References("Subnets", ResourceKind.Subnet);
        var groups = view.References("SecurityGroups", ResourceKind.SecurityGroup);
        if (groups.IsEmpty && view.Text("Type") is { IsKnown: false } type)
        {
            // Without groups one type has the default group, another none.
            groups = [type.Unknown!];
        }

        var owner = context.ComponentOf(resource);
        var addressType = view.Text("IpAddressType") ?? "ipv4";
        for (var i = 0; i < Math.Max(subnets.Length, 1); i++)
        {
            var subnet = i < subnets.Length ? subnets[i] : view.Unknown("no subnet is given");
            var mapping = i < mappings.Count ? mappings[i].Item : null;
            var template = new InterfaceTemplate(InterfaceKind.LoadBalancer, [subnet])
            {
                Groups = groups,

                // A Network Load Balancer that was created without groups has none, ever.
                HasGroups = kind == LoadBalancerType.Application || (kind == LoadBalancerType.Network && !groups.IsEmpty),
                Addresses = _ => Addresses(view, mapping, addressType),
            };
            context.Add(interfaces.Make(owner.Implies($"Interface{i + 1}", "AWS::EC2::NetworkInterface"), owner, subnet, template, context.DoubtOf(resource)));
        }
    }

    // Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html#load-balancer-scheme
    private static ImmutableArray<InterfaceAddress> Addresses(View view, View? mapping, Maybe<string> addressType)
    {
        var isInternal = view.Is("Scheme", "internal", otherwise: false);
        var isGateway = view.Text("Type") is { IsKnown: true, Value: "gateway" };
        var hasPublic = isGateway || addressType is { IsKnown: true, Value: "dualstack-without-public-ipv4" } ? false
            : isInternal.IsKnown ? !isInternal.Value
            : (Maybe<bool>)isInternal.Unknown!;
        var ipv4 = (mapping?.Text("PrivateIPv4Address") is { } given ? AddressReader.Fixed(given, view) : InterfaceAddress.AnyIPv4) with
        {
            HasPublicAddress = hasPublic,
            ElasticIp = mapping?.Reference("AllocationId", ResourceKind.ElasticIp) is { IsKnown: true } elastic ? new Component(elastic.Value, "AWS::EC2::EIP") : null,
        };
        if (addressType is { IsKnown: true, Value: "ipv4" })
        {
            return [ipv4];
        }

        // An internal load balancer refuses what comes from an internet gateway unless an attribute says otherwise; the
        // model has no such filter.
        var doubt = addressType.Unknown
            ?? (isInternal is { IsKnown: true, Value: false } ? null : view.Unknown("whether ipv6.deny_all_igw_traffic keeps the internet out is not modelled"));
        var ipv6 = mapping?.Text("IPv6Address") is { } fixedAddress ? AddressReader.Fixed(fixedAddress, view) with { IsIPv6 = true } : InterfaceAddress.AnyIPv6;
        return [ipv4, ipv6 with { Doubt = doubt }];
    }
}

/// <summary>Attributes of load balancers and target groups: a list of keys and values.</summary>
internal static class Attributes
{
    public static Maybe<bool>? Find(View view, string property, string key)
    {
        Maybe<bool>? found = null;
        foreach (var (item, doubt) in view.Items(property))
        {
            if (item is not { } attribute)
            {
                found = doubt!;
            }
            else if (attribute.Text("Key") is { IsKnown: true } name && name.Value == key)
            {
                var value = attribute.Text("Value") ?? attribute.Unknown("an attribute has no value");
                if (value is { IsKnown: true, Value: "use_load_balancer_configuration" })
                {
                    return null;
                }

                return doubt is not null ? doubt : !value.IsKnown ? value.Unknown! : string.Equals(value.Value, "true", StringComparison.OrdinalIgnoreCase);
            }
        }

        return found;
    }
}
