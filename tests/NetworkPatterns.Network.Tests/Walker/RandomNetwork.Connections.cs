using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <content>Transit Gateways, routes, load balancers and endpoints.</content>
internal sealed partial class RandomNetwork
{
    private void DrawHubs()
    {
        if (!dice.Chance(60))
        {
            return;
        }

        var count = dice.Chance(25) ? 2 : 1;
        for (var index = 0; index < count; index++)
        {
            hubs.Add(net.Add(new TransitGateway(Sketch.Named($"Hub{index}"))
            {
                Region = "r1",
                DefaultAssociation = dice.Chance(75),
                DefaultPropagation = dice.Chance(75),
                SecurityGroupReferencing = dice.Chance(40),
            }));
        }

        foreach (var hub in hubs)
        {
            var tables = dice.Some([$"{hub.Id}Table0", $"{hub.Id}Table1"], 50).Select(name => net.HubTable(name, hub)).ToList();
            var own = new List<TransitGatewayAttachment>();
            foreach (var place in places.Where(_ => dice.Chance(hubs.Count == 1 ? 85 : 55)))
            {
                // Of two attached VPCs with one range, which is propagated depends on time.
                if (own.Any(a => places.Any(p => a.Resource == new AttachedResource.OfVpc(p.Vpc.Id) && p.Vpc.Cidrs[0] == place.Vpc.Cidrs[0])))
                {
                    continue;
                }

                var doors = Zones.SelectMany(z => place.Subnets.Where(s => s.Zone.Value == z).Take(1)).ToArray();
                own.Add(Attach(net.Attach(hub, place.Vpc, doors.Length > 1 && dice.Chance(25) ? doors[..1] : doors) with
                {
                    ApplianceMode = dice.Chance(15),
                    Ipv6Support = dice.Chance(75),
                    SecurityGroupReferencing = dice.Chance(80),
                }));
                place.Hubs.Add(hub);
            }

            if (dice.Chance(35))
            {
                own.Add(Attach(net.Add(new TransitGatewayAttachment(Sketch.Named($"{hub.Id}-Vpn"), hub.Id, new AttachedResource.OfOnPremises()))));
                net.OnPremises($"{hub.Id}Site", own[^1].Id, [.. dice.Some(OnPremisesRanges, 45)]);
            }

            if (dice.Chance(15))
            {
                var firewall = net.Add(new NetworkFirewall(Sketch.Named($"{hub.Id}Firewall"), DrawPolicy($"{hub.Id}Policy")));
                own.Add(Attach(net.Add(new TransitGatewayAttachment(Sketch.Named($"{hub.Id}-Firewall"), hub.Id, new AttachedResource.OfFirewall(firewall.Id)))));
            }

            if (hub == hubs[^1] && hubs.Count == 2)
            {
                own.Add(Attach(net.Add(new TransitGatewayAttachment(Sketch.Named("HubPeering"), hub.Id, new AttachedResource.OfPeer(hubs[0].Id, dice.Chance(85))))));
            }

            attachments.AddRange(own);

            TransitGatewayAttachment Attach(TransitGatewayAttachment attachment) => net.Replace(attachment with
            {
                Association = tables.Count > 0 && dice.Chance(60) ? (Maybe<ComponentId>?)dice.Pick(tables).Id : null,
            });
        }

        foreach (var hub in hubs)
        {
            DrawHubTables(hub);
        }
    }

    private void DrawHubTables(TransitGateway hub)
    {
        var own = attachments.Where(a => a.TransitGateway.Value == hub.Id || a.Id == Sketch.Id("HubPeering")).Select(a => a.Id).ToArray();
        var tables = net.Model.All<TransitGatewayRouteTable>().Where(t => t.TransitGateway == hub.Id).ToList();
        if (dice.Chance(60))
        {
            tables.Add(net.Add(new TransitGatewayRouteTable(new Component(hub.DefaultRouteTable, ""), hub.Id)));
        }

        foreach (var table in tables.Where(_ => own.Length > 0))
        {
            var destinations = dice.Some(["0.0.0.0/0", "::/0", "10.0.0.0/24", "10.1.0.0/24", "10.1.0.0/28", "10.2.0.0/24", "192.168.0.0/16", "2600:1f00:0:100::/56"], 30);
            net.Replace(table with
            {
                Propagations = [.. dice.Some(own.Where(id => id != Sketch.Id("HubPeering")).ToArray(), 65)],
                Routes =
                [
                    .. destinations.Select(to => new TransitGatewayRoute(Sketch.Named($"{table.Id} {to}"), RouteDestination.To(to))
                    {
                        Attachment = dice.Chance(15) ? null : (Maybe<ComponentId>?)dice.Pick(own),
                    }),
                ],
            });
        }
    }

    private void DrawRoutes(Place place)
    {
        var tables = place.Subnets.Where(s => s.RouteTable is not null).DistinctBy(s => s.RouteTable!.Value.Value);
        foreach (var subnet in tables)
        {
            var inside = place.Subnets.Where(s => s.RouteTable == subnet.RouteTable).ToArray();
            foreach (var (to, target) in DrawRoutes(place, inside))
            {
                net.Route(subnet, to, target);
            }

            var table = net.Model.All<RouteTable>().Single(t => t.Id == subnet.RouteTable!.Value.Value);
            if (place.Vpn is { } vpn && dice.Chance(60))
            {
                table = net.Replace(table with { PropagatingGateways = [vpn.Id] });
            }

            if (lists[0].IsGatewayService || !dice.Chance(15)
                || lists[0].Entries.Value.Any(e => place.Vpc.Cidrs.Any(c => c.Value.Overlaps(e))) || Ways(place) is not { Count: > 0 } ways)
            {
                continue;
            }

            net.Replace(table with
            {
                Routes = table.Routes.Add(new Route(Sketch.Named($"{table.Id} list"), new RouteDestination.List(lists[0].Id), RouteTarget.To(dice.Pick(ways)))),
            });
        }

        if (place.Internet is { } internet && (place.Firewalls.Count > 0 || place.Appliances.Count > 0) && dice.Chance(50))
        {
            DrawEdgeTable(place, $"Edge{place.Index}", internet.Id);
        }

        if (place.Vpn is { } gateway && (place.Firewalls.Count > 0 || place.Appliances.Count > 0) && dice.Chance(30))
        {
            DrawEdgeTable(place, $"VpnEdge{place.Index}", gateway.Id);
        }
    }

    private void DrawEdgeTable(Place place, string name, ComponentId gateway)
    {
        ComponentId[] middle = [.. place.Firewalls.Select(f => f.Id), .. place.Appliances.Select(a => a.Id)];
        var table = net.Table(name, place.Vpc, [.. dice.Some(place.Subnets, 60).Select(s => (s.Ipv4Cidr!.Value.Value.ToString(), dice.Pick(middle)))]);
        net.Replace(table with { GatewayAssociations = [gateway] });
    }

    /// <summary>Ways out of a VPC to other private networks.</summary>
    private List<ComponentId> Ways(Place place) =>
    [
        .. peerings.Where(p => p.Requester.Value == place.Vpc.Id || p.Accepter.Value == place.Vpc.Id).Select(p => p.Id),
        .. place.Hubs.Select(h => h.Id),
        .. place.Firewalls.Select(f => f.Id),
        .. place.Appliances.Select(a => a.Id),
    ];

    private IEnumerable<(string To, RouteTarget Target)> DrawRoutes(Place place, Subnet[] inside)
    {
        // A table that sends to what stands in its own subnets makes loops; a few are enough.
        var loops = dice.Chance(15);
        var here = inside.Select(s => s.Id).ToHashSet();
        var nats = place.Nats.Where(n => loops || n.Subnet is not { } s || !here.Contains(s.Value)).Select(n => n.Id).ToArray();
        var firewalls = place.Firewalls.Where(f => loops || !here.Contains(f.Subnet.Value)).Select(f => f.Id).ToArray();
        var appliances = place.Appliances.Where(a => loops || !here.Contains(a.Subnet.Value)).Select(a => a.Id).ToArray();
        List<ComponentId> ways = [.. Ways(place).Except(place.Firewalls.Select(f => f.Id)).Except(place.Appliances.Select(a => a.Id)), .. firewalls, .. appliances];
        List<ComponentId> outs = [.. place.Hubs.Select(h => h.Id), .. nats, .. firewalls];
        if (place.Internet is { } internet)
        {
            outs.AddRange([internet.Id, internet.Id, internet.Id]);
        }

        if (outs.Count > 0 && dice.Chance(80))
        {
            yield return ("0.0.0.0/0", Draw(outs));
        }

        List<ComponentId> outs6 = [.. place.Internet is { } one ? new[] { one.Id } : [], .. place.EgressOnly is { } two ? new[] { two.Id, two.Id } : [], .. place.Hubs.Select(h => h.Id)];
        if (place.HasIPv6 && outs6.Count > 0 && dice.Chance(80))
        {
            yield return ("::/0", Draw(outs6));
        }

        foreach (var other in places.Where(p => p != place).SelectMany(p => p.Vpc.Cidrs).Select(c => c.Value).Distinct())
        {
            if (ways.Count > 0 && dice.Chance(70) && !place.Vpc.Cidrs.Any(c => c.Value.Overlaps(other)))
            {
                yield return (other.ToString(), Draw(ways));
                if (!other.IsIPv6 && dice.Chance(15))
                {
                    yield return (other.Subnet(28, (UInt128)dice.Below(2)).ToString(), Draw(ways));
                }
            }
        }

        List<ComponentId> sites = [.. place.Vpn is { } vpn ? new[] { vpn.Id, vpn.Id } : [], .. ways];
        foreach (var to in dice.Some(["192.168.0.0/16", "192.168.0.0/24"], sites.Count > 0 ? 40 : 0))
        {
            yield return (to, Draw(sites));
        }

        // More specific than local: a whole other subnet, to an appliance, firewall or NAT gateway.
        ComponentId[] middle = [.. firewalls, .. appliances, .. nats.Where(n => place.Nats.Single(p => p.Id == n).Subnet is not null)];
        // (Whether such a route also takes what a Transit Gateway hands over inside the very subnet is not documented.)
        var routesItself = inside.Length > 1 && place.Hubs.Count == 0;
        foreach (var subnet in place.Subnets.Where(s => middle.Length > 0 && (!inside.Contains(s) || routesItself) && dice.Chance(45)))
        {
            // Not to an appliance in that same subnet: whether references to its groups then hold is not documented.
            ComponentId[] others = [.. middle.Except(place.Appliances.Where(a => a.Subnet.Value == subnet.Id).Select(a => a.Id))];
            if (others.Length > 0)
            {
                yield return (subnet.Ipv4Cidr!.Value.Value.ToString(), RouteTarget.To(dice.Pick(others)));
            }
        }

        RouteTarget Draw(List<ComponentId> targets) =>
            dice.Chance(6) ? new RouteTarget.Blackhole("its target is gone") : RouteTarget.To(dice.Pick(targets));
    }

    private void DrawBalancers()
    {
        var place = dice.Pick(places);
        if (dice.Chance(35))
        {
            DrawBalancer(place, "Balancer");
        }

        if (dice.Chance(15))
        {
            var service = net.Add(new EndpointService(Sketch.Named("Service"))
            {
                LoadBalancers = [.. net.Model.All<LoadBalancer>().Where(b => b.Type == LoadBalancerType.Network).Select(b => (Maybe<ComponentId>)b.Id)],
            });
            var consumer = dice.Pick(places);
            var endpoint = net.Add(new InterfaceEndpoint(Sketch.Named("Endpoint"), consumer.Vpc.Id, dice.Chance(80) ? service.Id : null));
            var at = dice.Pick(consumer.Subnets);
            net.Add(DrawFixed("EndpointInterface", at, 12) with { Owner = endpoint.Component, Kind = InterfaceKind.InterfaceEndpoint, CanInitiate = false, ListensOn = null });
        }

        NetworkInterface DrawFixed(string name, Subnet subnet, int offset) => new(Sketch.Named(name), Sketch.Named(name), subnet.Id)
        {
            Addresses = [InterfaceAddress.At(At(subnet.Ipv4Cidr!.Value.Value, offset).ToString())],
            Groups = DrawGroups(subnet.Vpc),
        };

        void DrawBalancer(Place home, string name)
        {
            var type = dice.Pick(LoadBalancerType.Application, LoadBalancerType.Network, LoadBalancerType.Network, LoadBalancerType.Network, LoadBalancerType.Gateway, LoadBalancerType.Classic);
            var hasGroups = type is LoadBalancerType.Application or LoadBalancerType.Classic || (type == LoadBalancerType.Network && dice.Chance(60));
            // Its groups refer to groups of its own VPC only: which clients elsewhere then count is not compared.
            var front = net.Group($"{name}Group", home.Vpc.Id);
            front = net.Replace(front with
            {
                Ingress = [.. DrawRules(front, most: 4).Where(r => r.Peer is not RulePeer.Group(var peer) || groups.Exists(g => g.Id == peer && g.Vpc.Value == home.Vpc.Id))],
                Egress = dice.Chance(70) ? front.Egress : [.. DrawRules(front, most: 3)],
            });
            foreach (var subnet in home.Subnets.DistinctBy(s => s.Zone.Value, StringComparer.Ordinal))
            {
                var node = DrawFixed($"{name}Node{subnet.Id.LogicalId}", subnet, 13);
                net.Add(node with
                {
                    Owner = Sketch.Named(name),
                    Kind = InterfaceKind.LoadBalancer,
                    HasGroups = hasGroups,
                    Groups = hasGroups ? [front.Id] : [],
                });
            }

            var targets = dice.Some(home.Interfaces, 75);
            var byAddress = type != LoadBalancerType.Classic && dice.Chance(40);
            var traffic = type == LoadBalancerType.Gateway ? Traffic.Udp(6081)
                : type == LoadBalancerType.Network && dice.Chance(30) ? Traffic.Udp(dice.Pick(Ports))
                : Traffic.Tcp(dice.Pick(Ports));
            var group = net.Add(new TargetGroup(Sketch.Named($"{name}Targets"))
            {
                TargetType = byAddress ? TargetType.Ip : TargetType.Instance,
                Traffic = traffic,
                PreserveClientIp = dice.Chance(30) ? (Maybe<bool>?)dice.Chance(50) : null,
                CrossZone = dice.Chance(25) ? (Maybe<bool>?)dice.Chance(50) : null,
                Targets =
                [
                    .. targets.Select(t => byAddress
                        ? new Target { Address = t.Addresses[0].Fixed ?? At(home.Subnets[0].Ipv4Cidr!.Value.Value, 6), Port = dice.Chance(20) ? (Maybe<int>?)22 : null }
                        : new Target { Owner = t.Owner.Id, Port = dice.Chance(20) ? (Maybe<int>?)22 : null }),
                ],
            });
            net.Add(new LoadBalancer(Sketch.Named(name), type)
            {
                CrossZone = dice.Chance(40),
                FiltersPrivateLink = dice.Chance(60),
                Listeners = [new Listener(Sketch.Named($"{name}Listener"), traffic with { Ports = new PortRange(443, 443) }, [group.Id])],
            });
        }
    }
}
