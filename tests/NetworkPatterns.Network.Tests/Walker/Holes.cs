using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>A model with one value made unknown, and models in which that value is something.</summary>
internal sealed record Hole(NetworkModel Open, ImmutableArray<NetworkModel> Filled);

/// <summary>Makes one value of a model unknown.</summary>
internal sealed class Holes(Dice dice, NetworkModel model)
{
    private static readonly UnknownValue Unknown = new(Sketch.Id("Hole"), "made unknown");

    /// <summary>Null when the model has no part of the kind that was drawn.</summary>
    public Hole? Draw() => dice.Below(36) switch
    {
        0 => Of<RouteTable>(t => t.Routes.Length > 0 && !t.Routes.Any(r => r.Destination is RouteDestination.List), t =>
        {
            var at = dice.Below(t.Routes.Length);
            return Versions(
                t with { Routes = t.Routes.SetItem(at, t.Routes[at] with { Target = new RouteTarget.Open(Unknown) }) },
                t,
                t with { Routes = t.Routes.SetItem(at, t.Routes[at] with { Target = new RouteTarget.Blackhole("gone") }) });
        }),
        1 => Of<RouteTable>(t => t.Routes.Length > 0, t =>
        {
            var at = dice.Below(t.Routes.Length);
            return Versions(
                t with { Routes = t.Routes.SetItem(at, t.Routes[at] with { Destination = new RouteDestination.Open(Unknown) }) },
                t,
                t with { Routes = t.Routes.SetItem(at, t.Routes[at] with { Destination = RouteDestination.To("198.51.100.0/32") }) });
        }),
        2 => Of<RouteTable>(t => t.Routes.Length > 0, t =>
        {
            var at = dice.Below(t.Routes.Length);
            return Versions(t with { Routes = t.Routes.SetItem(at, t.Routes[at] with { Doubt = Unknown }) }, t, t with { Routes = t.Routes.RemoveAt(at) });
        }),
        3 => Of<RouteTable>(_ => true, t => Versions(t with { MayHaveMoreRoutes = [Unknown] }, t)),
        4 => OfRule((rule, _) => rule with { Peer = new RulePeer.Open(Unknown) }, rule => [rule, rule with { Peer = RulePeer.From("0.0.0.0/0") }, rule with { Peer = RulePeer.From("255.255.255.255/32") }]),
        5 => OfRule((rule, _) => rule with { Doubt = Unknown }, rule => [rule, null]),
        6 => OfRule((rule, _) => rule with { Traffic = rule.Traffic with { Ports = Unknown } }, rule => [rule, rule with { Traffic = rule.Traffic with { Ports = new PortRange(443, 443) } }]),
        7 => OfRule((rule, _) => rule with { Traffic = rule.Traffic with { Protocol = Unknown } }, rule => [rule, rule with { Traffic = rule.Traffic with { Protocol = 17 } }]),
        8 => Of<SecurityGroup>(_ => true, g => Versions(
            g with { MayHaveMoreRules = [Unknown] }, g, g with { Ingress = g.Ingress.Add(Sketch.Any("0.0.0.0/0")), Egress = g.Egress.Add(Sketch.Any("0.0.0.0/0")) })),
        9 => OfEntry(e => e with { Cidr = Unknown }, e => [e, e with { Cidr = Cidr.AnyIPv4 }, e with { Cidr = Cidr.Parse("255.255.255.255/32") }]),
        10 => OfEntry(e => e with { IsAllow = Unknown }, e => [e with { IsAllow = true }, e with { IsAllow = false }]),
        11 => OfEntry(e => e with { RuleNumber = Unknown }, e => [e, e with { RuleNumber = 1 }, e with { RuleNumber = 32000 }]),
        12 => OfEntry(e => e with { Doubt = Unknown }, e => [e, null]),
        13 => Of<NetworkAcl>(_ => true, a => Versions(
            a with { MayHaveMoreEntries = [Unknown] }, a, a with { Entries = a.Entries.AddRange(Sketch.Entry(false, 1, false, "0.0.0.0/0"), Sketch.Entry(true, 1, true, "0.0.0.0/0")) })),
        14 => Of<NetworkInterface>(i => i.Kind == InterfaceKind.Standalone, i => Versions(
            i with { SourceDestCheck = Unknown }, i with { SourceDestCheck = true }, i with { SourceDestCheck = false })),
        15 => Of<NetworkInterface>(i => !i.Addresses[0].IsIPv6, i => Versions(
            Address(i, a => a with { HasPublicAddress = Unknown }), Address(i, a => a with { HasPublicAddress = false, PublicAddress = null }), Address(i, a => a with { HasPublicAddress = true }))),
        16 => Of<NetworkInterface>(_ => true, i => Versions(Address(i, a => a with { Fixed = null, FixedUnknown = Unknown }), i, Address(i, a => a with { Fixed = null }))),
        17 => Of<NetworkInterface>(i => i.Addresses.Length > 1, i => Versions(Address(i, a => a with { Doubt = Unknown }), i, i with { Addresses = i.Addresses.RemoveAt(0) })),
        18 => Of<Subnet>(_ => true, s => Versions(s with { Zone = Unknown }, s with { Zone = "a" }, s with { Zone = "b" })),
        19 => Of<NatGateway>(n => n.Subnet is not null, n => Versions(n with { IsPrivate = Unknown }, n with { IsPrivate = true }, n with { IsPrivate = false })),
        20 => Of<VpcPeering>(_ => true, p => Versions(p with { IsActive = Unknown }, p with { IsActive = true }, p with { IsActive = false })),
        21 => Of<TransitGateway>(_ => true, g => dice.Below(3) switch
        {
            0 => Versions(g with { DefaultAssociation = Unknown }, g with { DefaultAssociation = true }, g with { DefaultAssociation = false }),
            1 => Versions(g with { DefaultPropagation = Unknown }, g with { DefaultPropagation = true }, g with { DefaultPropagation = false }),
            _ => Versions(g with { SecurityGroupReferencing = Unknown }, g with { SecurityGroupReferencing = true }, g with { SecurityGroupReferencing = false }),
        }),
        22 => Of<OnPremisesConnection>(_ => true, c => Versions(
            c with { Ranges = Unknown }, c, c with { Ranges = ImmutableArray.Create(Cidr.Parse("192.168.0.0/16")) }, c with { Ranges = ImmutableArray<Cidr>.Empty })),
        23 => Of<BlockPublicAccess>(_ => true, b => Versions(
            b with { Mode = Unknown }, b with { Mode = BlockPublicAccessMode.Off }, b with { Mode = BlockPublicAccessMode.Bidirectional })),
        24 => Of<NetworkFirewall>(f => f.Policy.Value.StatefulRules.Length > 0, f =>
        {
            var policy = f.Policy.Value;
            var rule = policy.StatefulRules[0];
            return dice.Chance(30)
                ? Versions(f with { Policy = Unknown }, f, f with { Policy = policy with { StatelessDefault = StatelessAction.Drop } })
                : Versions(With(rule with { Undecidable = Unknown }), f, With(null));

            NetworkFirewall With(StatefulRule? first) => f with
            {
                Policy = policy with { StatefulRules = first is null ? policy.StatefulRules.RemoveAt(0) : policy.StatefulRules.SetItem(0, first) },
            };
        }),
        25 => Of<NetworkInterface>(i => i.Addresses[0].HasPublicAddress.Value, i => Versions(
            Address(i, a => a with { PublicAddress = null }), i, Address(i, a => a with { PublicAddress = System.Net.IPAddress.Parse("52.0.0.240") }))),
        26 => Of<NetworkInterface>(i => i.Groups.Length > 0, i => Versions(
            i with { Groups = i.Groups.SetItem(0, Unknown) },
            [i, .. model.All<SecurityGroup>().Where(g => g.Vpc.Value == VpcOf(i)).Select(g => i with { Groups = i.Groups.SetItem(0, g.Id) })])),
        27 => Of<Subnet>(_ => true, s => Versions(
            s with { RouteTable = Unknown },
            [s, .. model.All<RouteTable>().Where(t => t.Vpc == s.Vpc && t.GatewayAssociations.IsEmpty).Select(t => s with { RouteTable = t.Id })])),
        28 => Of<Subnet>(_ => true, s => Versions(
            s with { NetworkAcl = Unknown }, [s, .. model.All<NetworkAcl>().Where(a => a.Vpc == s.Vpc).Select(a => s with { NetworkAcl = a.Id })])),
        29 => Of<PrefixList>(l => !l.IsGatewayService, l => Versions(
            l with { Entries = Unknown }, l, l with { Entries = ImmutableArray.Create(Cidr.Parse("8.8.8.0/24")) }, l with { Entries = ImmutableArray<Cidr>.Empty })),
        30 => Of<TransitGatewayAttachment>(a => a.Resource is AttachedResource.OfVpc, a => Versions(
            a with { Association = Unknown },
            [a, .. model.All<TransitGatewayRouteTable>().Where(t => t.TransitGateway == a.TransitGateway.Value).Select(t => a with { Association = t.Id })])),
        31 => Of<TransitGatewayAttachment>(a => a.Resource is AttachedResource.OfVpc, a => Versions(
            a with { ApplianceMode = Unknown }, a with { ApplianceMode = true }, a with { ApplianceMode = false })),
        32 => Of<TransitGatewayRouteTable>(t => t.Routes.Length > 0, t =>
        {
            var at = dice.Below(t.Routes.Length);
            return Versions(t with { Routes = t.Routes.SetItem(at, t.Routes[at] with { Doubt = Unknown }) }, t, t with { Routes = t.Routes.RemoveAt(at) });
        }),
        33 => Of<RouteTable>(t => !t.GatewayAssociations.IsEmpty, t => Versions(t with { GatewayAssociations = [Unknown] }, t, t with { GatewayAssociations = [] })),
        34 => Of<RouteTable>(t => !t.GatewayAssociations.IsEmpty && t.Routes.Length > 0, t => Versions(
            t with { Routes = t.Routes.SetItem(0, t.Routes[0] with { Destination = new RouteDestination.Open(Unknown) }) }, t, t with { Routes = t.Routes.RemoveAt(0) })),
        _ => Of<LoadBalancer>(_ => true, b => Versions(b with { CrossZone = Unknown }, b with { CrossZone = true }, b with { CrossZone = false })),
    };

    private static NetworkInterface Address(NetworkInterface part, Func<InterfaceAddress, InterfaceAddress> change) =>
        part with { Addresses = part.Addresses.SetItem(0, change(part.Addresses[0])) };

    private Hole? Of<T>(Func<T, bool> suits, Func<T, T[]> versions)
        where T : NetworkObject
    {
        var parts = model.All<T>().Where(suits).ToArray();
        if (parts.Length == 0)
        {
            return null;
        }

        var part = dice.Pick(parts);
        var at = model.Objects.IndexOf(part);
        var all = versions(part).Select(v => model with { Objects = model.Objects.SetItem(at, v) }).ToArray();
        return new Hole(all[0], [.. all[1..]]);
    }

    private Hole? OfRule(Func<SecurityGroupRule, int, SecurityGroupRule> open, Func<SecurityGroupRule, SecurityGroupRule?[]> filled) =>
        Of<SecurityGroup>(g => g.Ingress.Length > 0, g =>
        {
            var at = dice.Below(g.Ingress.Length);
            return [With(open(g.Ingress[at], at)), .. filled(g.Ingress[at]).Select(With)];

            SecurityGroup With(SecurityGroupRule? rule) => g with { Ingress = rule is null ? g.Ingress.RemoveAt(at) : g.Ingress.SetItem(at, rule) };
        });

    private Hole? OfEntry(Func<NetworkAclEntry, NetworkAclEntry> open, Func<NetworkAclEntry, NetworkAclEntry?[]> filled) =>
        Of<NetworkAcl>(a => !a.IsDefault && a.Entries.Length > 0, a =>
        {
            var at = dice.Below(a.Entries.Length);
            return [With(open(a.Entries[at])), .. filled(a.Entries[at]).Select(With)];

            NetworkAcl With(NetworkAclEntry? entry) => a with { Entries = entry is null ? a.Entries.RemoveAt(at) : a.Entries.SetItem(at, entry) };
        });

    private ComponentId VpcOf(NetworkInterface part) => model.All<Subnet>().Single(s => s.Id == part.Subnet.Value).Vpc;

    private static T[] Versions<T>(params T[] versions) => versions;

    private static T[] Versions<T>(T open, IEnumerable<T> filled) => [open, .. filled];
}
