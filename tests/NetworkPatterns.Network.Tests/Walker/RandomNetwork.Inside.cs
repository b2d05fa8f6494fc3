using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <content>What stands in a VPC: gateways, interfaces, groups and their rules.</content>
internal sealed partial class RandomNetwork
{
    private void DrawInside(Place place)
    {
        var (vpc, index) = (place.Vpc, place.Index);
        if (dice.Chance(65))
        {
            place.Internet = net.InternetGateway(vpc);
        }

        if (place.HasIPv6 && dice.Chance(50))
        {
            place.EgressOnly = net.Add(new EgressOnlyInternetGateway(Sketch.Named($"EgressOnly{index}"), vpc.Id));
        }

        if (dice.Chance(45))
        {
            place.Nats.Add(DrawNat(place));
        }

        if (dice.Chance(30))
        {
            place.Vpn = net.Add(new VpnGateway(Sketch.Named($"Vpn{index}"), vpc.Id));
            net.OnPremises($"Site{index}", place.Vpn.Id, [.. dice.Some(OnPremisesRanges, 45)]);
        }

        if (dice.Chance(30))
        {
            var tables = dice.Some(place.Subnets.Where(s => s.RouteTable is not null).Select(s => s.RouteTable!.Value.Value).Distinct().ToArray(), 70);
            net.Add(new GatewayEndpoint(Sketch.Named($"GatewayEndpoint{index}"), vpc.Id, Sketch.Id("Storage"))
            {
                RouteTables = [.. tables.Select(t => (Maybe<ComponentId>)t)],
            });
        }

        if (dice.Chance(25))
        {
            place.Firewalls.Add(net.Firewall($"Firewall{index}", dice.Pick(place.Subnets), DrawPolicy($"Policy{index}")));
        }

        foreach (var subnet in place.Subnets)
        {
            var count = dice.Pick(1, 1, 2);
            for (var k = 0; k < count; k++)
            {
                place.Interfaces.Add(DrawInterface($"{subnet.Id.LogicalId}Host{k}", subnet, 4 + k));
            }
        }

        if (dice.Chance(20))
        {
            var appliance = DrawInterface($"Appliance{index}", dice.Pick(place.Subnets), 9);
            place.Appliances.Add(net.Replace(appliance with { SourceDestCheck = dice.Chance(20) }));
        }
    }

    private NatGateway DrawNat(Place place)
    {
        if (dice.Chance(25))
        {
            return net.Add(new NatGateway(Sketch.Named($"Nat{place.Index}"))
            {
                Vpc = place.Vpc.Id,
                Address = InterfaceAddress.AnyIPv4 with { PublicAddress = DrawPublicAddress() },
                Zones = dice.Pick<string[]?>(null, ["a"], ["a", "b"]) is { } zones ? [.. zones] : null,
            });
        }

        var subnet = dice.Pick(place.Subnets);
        var address = dice.Chance(60) ? At(subnet.Ipv4Cidr!.Value.Value, 10).ToString() : null;
        var nat = net.Nat($"Nat{place.Index}", subnet, address, isPrivate: dice.Chance(25));
        return net.Replace(nat with { Address = nat.Address with { PublicAddress = DrawPublicAddress() } });
    }

    private System.Net.IPAddress DrawPublicAddress() => At(Core.Addressing.Cidr.Parse("52.0.0.0/24"), publicAddresses++);

    private NetworkInterface DrawInterface(string name, Subnet subnet, int offset)
    {
        var ipv4 = dice.Chance(60) ? InterfaceAddress.At(At(subnet.Ipv4Cidr!.Value.Value, offset).ToString()) : InterfaceAddress.AnyIPv4;
        if (dice.Chance(45))
        {
            ipv4 = ipv4 with
            {
                HasPublicAddress = true,
                PublicAddress = DrawPublicAddress(),
            };
        }

        List<InterfaceAddress> addresses = [ipv4];
        if (subnet.Ipv6Cidr is { } ipv6 && dice.Chance(80))
        {
            addresses.Add(dice.Chance(60) ? InterfaceAddress.At(At(ipv6.Value, offset).ToString()) : InterfaceAddress.AnyIPv6);
        }

        return net.Add(new NetworkInterface(Sketch.Named(name), Sketch.Named(name), subnet.Id)
        {
            Addresses = [.. addresses],
            Groups = DrawGroups(subnet.Vpc),
            HasGroups = !dice.Chance(4),
            CanInitiate = !dice.Chance(2),
            ListensOn = dice.Below(10) switch { 0 => [], 1 => [Traffic.Tcp(443)], 2 => [Traffic.Udp(443), Traffic.Icmp()], _ => null },
        });
    }

    private void DrawGroupRules()
    {
        foreach (var group in groups.Where(g => !g.IsDefault))
        {
            net.Replace(group with
            {
                Ingress = [.. DrawRules(group, most: 4)],
                Egress = dice.Chance(60) ? group.Egress : [.. DrawRules(group, most: 3)],
            });
        }
    }

    private IEnumerable<SecurityGroupRule> DrawRules(SecurityGroup group, int most)
    {
        var count = dice.Between(0, most);
        for (var k = 0; k < count; k++)
        {
            var peer = dice.Below(10) switch
            {
                0 or 1 or 2 => new RulePeer.Group(dice.Pick(groups).Id),
                3 => new RulePeer.List(dice.Pick(lists).Id),
                4 => new RulePeer.Group(group.Id),
                _ => RulePeer.From(DrawRange()),
            };
            yield return Sketch.Allow(peer, DrawTraffic());
        }

        if (dice.Chance(40))
        {
            yield return Sketch.Any(dice.Pick("0.0.0.0/0", "0.0.0.0/0", "10.0.0.0/8", "::/0"));
        }
    }

    private FirewallPolicy DrawPolicy(string name)
    {
        return new FirewallPolicy(Sketch.Named(name))
        {
            StatelessRules = [.. dice.Some([1, 2], 40).Select(k => new StatelessRule(Sketch.Named($"{name} stateless {k}"), DrawMatch(), dice.Pick(StatelessAction.Pass, StatelessAction.Drop, StatelessAction.Forward)))],
            StatelessDefault = dice.Pick(StatelessAction.Forward, StatelessAction.Forward, StatelessAction.Forward, StatelessAction.Pass, StatelessAction.Drop),
            StrictOrder = dice.Chance(50),
            DropsUnmatched = dice.Chance(40),
            LetsUnmatchedOpen = dice.Chance(50),
            StatefulRules = [.. dice.Some([1, 2, 3], 50).Select(k => new StatefulRule(Sketch.Named($"{name} stateful {k}"), DrawMatch(), dice.Pick(StatefulAction.Pass, StatefulAction.Drop, StatefulAction.Alert)) { BothDirections = dice.Chance(30), OnlyEstablished = dice.Chance(25) })],
        };
    }

    private FirewallMatch DrawMatch() => new()
    {
        Sources = dice.Chance(40) ? [Core.Addressing.Cidr.Parse(DrawRange())] : [],
        Destinations = dice.Chance(40) ? [Core.Addressing.Cidr.Parse(DrawRange())] : [],
        Protocols = dice.Pick<int[]>([], [6], [6], [6, 17], [1]) is var protocols ? [.. protocols] : [],
        DestinationPorts = dice.Chance(40) ? [new PortRange(dice.Pick(22, 443), dice.Pick(443, 8080))] : [],
        SourcePorts = dice.Chance(10) ? [new PortRange(1024, 40000)] : [],
    };
}
