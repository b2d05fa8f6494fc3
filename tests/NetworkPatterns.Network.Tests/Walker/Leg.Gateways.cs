using System.Net;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <content>Gateways, peerings and gateway endpoints of one VPC.</content>
internal sealed partial class Leg
{
    private RouteTarget? EdgeTarget(ComponentId vpc, ComponentId gateway, IPAddress destination)
    {
        var table = estate.All<RouteTable>().FirstOrDefault(t => t.Vpc == vpc && t.GatewayAssociations.Contains(gateway));
        return table is null ? new RouteTarget.Local() : Routing.Find(estate, table, destination, coverage);
    }

    private Place EnterBy(ComponentId vpcId, ComponentId gateway, bool internet)
    {
        var vpc = estate.Get<Vpc>(vpcId);
        Way.EnteredFromOutside = true;
        switch (EdgeTarget(vpcId, gateway, Packet.Destination))
        {
            case RouteTarget.Local:
                return vpc.Cidrs.Any(c => c.Value.Contains(Packet.Destination))
                    ? new Place.Inside(vpc, null)
                    : new Place.Dropped($"{Packet.Destination} is not in {vpcId}");
            case RouteTarget.Component(var id):
                coverage.Saw(38);
                if (estate.FindFirewallEndpoint(id) is var (firewall, endpoint))
                {
                    return new Place.Firewall(firewall, endpoint, null);
                }

                var part = estate.FindInterface(id) ?? throw new NotSupportedException($"edge route to {id}");
                var isReachable = !internet || Estate.IsIPv6(Packet.Destination) || part.Addresses.Any(a => a.HasPublicAddress.Value);
                return isReachable ? new Place.Appliance(part, null) : new Place.Dropped($"{part.Id} has no public address");
            default:
                return new Place.Dropped($"no route at {gateway}");
        }
    }

    private Place ToVpnGateway(VpnGateway gateway, Subnet subnet)
    {
        if (!Crosses(subnet, null))
        {
            return new Place.Dropped($"network ACL of {subnet.Id}");
        }

        // Only what lives in the gateway's own VPC may use it.
        coverage.Saw(64);
        if (gateway.Vpc is null || gateway.Vpc != subnet.Vpc || Owner(gateway.Vpc) is null)
        {
            return new Place.Dropped($"{gateway.Id} serves interfaces of its own VPC");
        }

        coverage.Saw(63);
        return ToConnection(gateway.Id);
    }

    private Place ToConnection(ComponentId gateway)
    {
        var connections = estate.All<OnPremisesConnection>()
            .Where(c => c.Gateway == gateway && c.Ranges.Value.Any(r => r.Contains(Packet.Destination))).ToArray();
        return connections.Length == 0
            ? new Place.Dropped($"nothing behind {gateway} has {Packet.Destination}")
            : new Place.OnPremises(talk.Choices.One(connections));
    }

    private Place FromOnPremises(OnPremisesConnection connection)
    {
        if (estate.Find<TransitGatewayAttachment>(connection.Gateway) is { } attachment)
        {
            return new Place.Hub(estate.Get<TransitGateway>(attachment.TransitGateway.Value), attachment, null);
        }

        coverage.Saw(64);
        return estate.Get<VpnGateway>(connection.Gateway).Vpc is { } vpc
            ? EnterBy(vpc, connection.Gateway, internet: false)
            : new Place.Dropped($"{connection.Gateway} is attached to no VPC");
    }

    private Place ToPeer(VpcPeering peering, Subnet subnet)
    {
        if (!Crosses(subnet, null))
        {
            return new Place.Dropped($"network ACL of {subnet.Id}");
        }

        coverage.Saw(52);
        var here = estate.VpcOf(subnet);
        var peer = peering.Requester.Value == here.Id ? peering.Accepter.Value
            : peering.Accepter.Value == here.Id ? peering.Requester.Value
            : null;
        if (peer is null || !peering.IsActive.Value
            || !here.Cidrs.Any(c => c.Value.Contains(Packet.Source))
            || !estate.Get<Vpc>(peer).Cidrs.Any(c => c.Value.Contains(Packet.Destination)))
        {
            coverage.Saw(53);
            return new Place.Dropped($"{peering.Id} carries only what is between its two VPCs");
        }

        Way.Peerings.Add(peering);
        return new Place.Inside(estate.Get<Vpc>(peer), null);
    }

    private Place ToService(GatewayEndpoint service, Subnet subnet)
    {
        if (!Crosses(subnet, null))
        {
            return new Place.Dropped($"network ACL of {subnet.Id}");
        }

        coverage.Saw(49);
        var isSpoken = Packet.Protocol == 6 || (Packet.Protocol == 1 && Packet.IcmpType is 8 or 0);
        return !isAnswer && isSpoken && Owner(service.Vpc) is not null && Destination is EndpointSelector.Service(var wanted) && wanted == service.Id
            ? new Place.Service(service)
            : new Place.Dropped($"{service.Id} serves TCP and echo of its own VPC");
    }

    private Place.Inside FromService()
    {
        var service = ((EndpointSelector.Service)talk.To).Id;
        return new Place.Inside(estate.Get<Vpc>(estate.Get<GatewayEndpoint>(service).Vpc), null);
    }
}
