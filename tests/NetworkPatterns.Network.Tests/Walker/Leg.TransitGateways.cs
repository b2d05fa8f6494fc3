using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <content>Transit Gateways.</content>
internal sealed partial class Leg
{
    private Place ToHub(TransitGateway gateway, Subnet subnet)
    {
        var attachment = estate.All<TransitGatewayAttachment>().FirstOrDefault(a =>
            a.TransitGateway.Value == gateway.Id && a.Resource is AttachedResource.OfVpc(var vpc) && vpc == subnet.Vpc);
        if (attachment is null)
        {
            return new Place.Dropped($"{subnet.Vpc} is not attached to {gateway.Id}");
        }

        if (Estate.IsIPv6(Packet.Destination) && !attachment.Ipv6Support.Value)
        {
            return new Place.Dropped($"no IPv6 over {attachment.Id}");
        }

        var zone = subnet.Zone.Value;
        var door = attachment.Subnets.Select(s => estate.Get<Subnet>(s.Value)).FirstOrDefault(s => s.Zone.Value == zone);
        if (door is null)
        {
            coverage.Saw(58);
            return new Place.Dropped($"{attachment.Id} is not in {zone}");
        }

        // Also when instance and attachment share a subnet, both lists are asked about what goes to the gateway.
        coverage.Saw(29);
        if (!Match.AclAllows(estate.AclOf(subnet), egress: true, Packet, coverage)
            || !Match.AclAllows(estate.AclOf(door), egress: false, Packet, coverage))
        {
            return new Place.Dropped($"network ACL on the way to {attachment.Id}");
        }

        Way.Attachments.Add(attachment);
        return new Place.Hub(gateway, attachment, zone);
    }

    private Place PassHub(TransitGateway gateway, TransitGatewayAttachment by, string? zone)
    {
        coverage.Saw(55);
        if (AssociationOf(gateway, by) is not { } table)
        {
            coverage.Saw(56);
            return new Place.Dropped($"{by.Id} has no route table");
        }

        if (!Routing.TryFind(estate, gateway, table, Packet.Destination, coverage, out var next))
        {
            return new Place.Dropped($"no route in {table}");
        }

        if (next is null)
        {
            coverage.Saw(61);
            return new Place.Dropped($"blackhole in {table}");
        }

        var attachment = estate.Get<TransitGatewayAttachment>(next);
        switch (attachment.Resource)
        {
            case AttachedResource.OfVpc(var vpc):
                Way.Attachments.Add(attachment);
                return EnterVpc(attachment, zone);
            case AttachedResource.OfOnPremises:
                return ToConnection(attachment.Id);
            case AttachedResource.OfFirewall(var firewall):
                return Inspects(estate.Get<NetworkFirewall>(firewall), attachment.Id)
                    ? new Place.Hub(gateway, attachment, zone)
                    : new Place.Dropped($"rules of {firewall}");
            case AttachedResource.OfPeer(var peer, var accepted, _):
                coverage.Saw(61);
                if (Way.Attachments.Contains(attachment))
                {
                    return new Place.Dropped($"back over {attachment.Id}: tables that send packets round are no network to compare");
                }

                Way.Attachments.Add(attachment);
                var other = attachment.TransitGateway.Value == gateway.Id ? peer.Value : attachment.TransitGateway.Value;
                return accepted.Value
                    ? new Place.Hub(estate.Get<TransitGateway>(other), attachment, null)
                    : new Place.Dropped($"{attachment.Id} is not accepted");
            default:
                throw new NotSupportedException($"attached to {attachment.Resource}");
        }
    }

    private static ComponentId? AssociationOf(TransitGateway gateway, TransitGatewayAttachment by)
    {
        var own = by.Resource is AttachedResource.OfPeer peer && by.TransitGateway.Value != gateway.Id ? peer.PeerAssociation : by.Association;
        return own is { } table ? table.Value : gateway.DefaultAssociation.Value ? gateway.DefaultRouteTable : null;
    }

    // Into a VPC by an attachment subnet, whose route table then decides.
    private Place EnterVpc(TransitGatewayAttachment attachment, string? zone)
    {
        if (Estate.IsIPv6(Packet.Destination) && !attachment.Ipv6Support.Value)
        {
            return new Place.Dropped($"no IPv6 over {attachment.Id}");
        }

        var doors = attachment.Subnets.Select(s => estate.Get<Subnet>(s.Value)).ToArray();
        if (doors.Length == 0)
        {
            return new Place.Dropped($"{attachment.Id} has no subnet");
        }

        coverage.Saw(59);
        if (attachment.ApplianceMode.Value)
        {
            coverage.Saw(60);
            return new Place.Leaving(talk.Circumstances.One(attachment.Id, doors));
        }

        return new Place.Leaving(doors.FirstOrDefault(d => d.Zone.Value == zone) ?? talk.Circumstances.One((attachment.Id, isAnswer), doors));
    }
}
