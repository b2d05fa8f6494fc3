using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>Transit Gateways: into an attachment by zone, through tables, out of an attachment.</summary>
/// <remarks>ACLs: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-nacls.html</remarks>
internal sealed partial class Forwarding
{
    private void EnterTransitGateway(Flow flow, SubnetNode from, TransitGateway gateway)
    {
        var attachments = from.Vpc.Attachments.Where(attachment => attachment.Model.TransitGateway.Equals(gateway.Id)).ToList();
        if (attachments.Count == 0)
        {
            // An attachment of nobody knows which gateway or VPC may be the one.
            var open = from.Vpc.Attachments.Select(attachment => attachment.Model.TransitGateway.Unknown)
                .Concat(index.Attachments.Select(attachment => (attachment.Model.Resource as AttachedResource.Open)?.Unknown))
                .FirstOrDefault(unknown => unknown is not null);
            if (open is not null)
            {
                arrivals.Lost(flow, open);
            }

            return;
        }

        foreach (var attachment in attachments)
        {
            if (Carried(flow, attachment) is not { } carried)
            {
                continue;
            }

            var entries = EntrySubnets(attachment, from).ToList();
            foreach (var (entry, doubts) in entries)
            {
                // The ACL of the attachment's subnet sees packets to the gateway on the way in, also when it is the sender's own subnet.
                foreach (var entered in Leave(carried.If(doubts), from).SelectMany(left => Pass(left, entry.AclIngress, ExplanationCode.NetworkAcl, entry.Acl, "inbound")))
                {
                    RouteInTransit(Attached(entered, gateway, attachment), gateway, attachment);
                }
            }

            if (entries.Count == 0)
            {
                NoEntry(carried, from, gateway, attachment);
            }
        }
    }

    /// <summary>Attachments of VPCs carry IPv6 only where they are told to.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/create-vpc-attachment.html</remarks>
    private Flow? Carried(Flow flow, AttachmentNode attachment) =>
        !flow.Header.Destination.Overlaps(AddressSpace.IPv6) ? flow : attachment.Model.Ipv6Support switch
        {
            { IsKnown: false } unknown => flow.If(unknown.Unknown),
            { Value: true } => flow,
            _ => Blocked(flow, ExplanationCode.TransitGatewayIpv6, attachment.Model.Component, "has no IPv6 support"),
        };

    private void NoEntry(Flow flow, SubnetNode from, TransitGateway gateway, AttachmentNode attachment)
    {
        if (attachment.SubnetsUnknown is { } unknown)
        {
            RouteInTransit(Attached(flow.If(unknown), gateway, attachment), gateway, attachment);
        }
        else if (Blocked(flow, ExplanationCode.TransitGatewayZone, attachment.Model.Component, $"has no subnet in {from.Subnet.Zone}") is { } passed)
        {
            RouteInTransit(Attached(passed, gateway, attachment), gateway, attachment);
        }
    }

    private static Flow Attached(Flow flow, TransitGateway gateway, AttachmentNode attachment) =>
        flow.Via(attachment.Model.Component) with
        {
            References = Referenced(Referenced(flow.References, gateway.SecurityGroupReferencing), attachment.Model.SecurityGroupReferencing),
        };

    private static ReferenceScope Referenced(ReferenceScope scope, Maybe<bool> support) =>
        scope.Code is not null ? scope
        : support is { IsKnown: true, Value: false } ? ReferenceScope.Unsupported
        : new(null, InboundOnly: true, scope.Doubts.And(Doubts.On(support.Unknown)));

    /// <summary>From an attachment by its associated table.</summary>
    public void RouteInTransit(Flow flow, TransitGateway gateway, AttachmentNode attachment)
    {
        var isPeerSide = attachment.Model.Resource is AttachedResource.OfPeer && !attachment.Model.TransitGateway.Equals(gateway.Id);
        var association = isPeerSide ? ((AttachedResource.OfPeer)attachment.Model.Resource).PeerAssociation : attachment.Model.Association;
        if (association is { IsKnown: false } open)
        {
            arrivals.Lost(flow, open.Unknown!);
            return;
        }

        var associated = flow;
        if (association is null)
        {
            associated = gateway.DefaultAssociation switch
            {
                { IsKnown: false } unknown => flow.If(unknown.Unknown),
                { Value: true } => flow,
                _ => Blocked(flow, ExplanationCode.TransitGatewayAssociation, attachment.Model.Component, "is associated with no route table"),
            };
        }

        if (associated is null)
        {
            return;
        }

        var id = association?.Value ?? gateway.DefaultRouteTable;
        if (index.FindTransitTable(id) is { } table)
        {
            RouteInTransit(associated, table);
        }
        else
        {
            arrivals.Lost(associated, new(id, "the Transit Gateway route table is not among the given templates"));
        }
    }

    private void RouteInTransit(Flow flow, TransitTableNode table)
    {
        if (Visit.Contains(flow.Visits, table) || IsExhausted())
        {
            return;
        }

        var visiting = flow with { Visits = new(table, flow.Visits) };
        foreach (var (destination, nextHops) in table.Routes.Lookup(flow.Header.Destination))
        {
            foreach (var hop in nextHops)
            {
                var next = visiting.To(destination).By(hop).Via(table.Component, hop.Detail);
                if (next.Doubts.IsContradiction)
                {
                    continue;
                }

                switch (hop.Target)
                {
                    case AttachmentNode attachment:
                        LeaveTransitGateway(next, table.Gateway, attachment);
                        break;

                    case RouteEnd.Open open:
                        arrivals.Lost(next, open.Unknown);
                        break;
                }
            }
        }

        if (flow.Cost < budget)
        {
            TryMissingAttachments(visiting, table);
        }
    }

    private void TryMissingAttachments(Flow flow, TransitTableNode table)
    {
        var hops = table.Routes.Lookup(flow.Header.Destination).SelectMany(part => part.NextHops).ToList();
        var candidates = index.AttachmentsOf(table.Gateway.Id)
            .Where(attachment => hops.TrueForAll(hop => hop.Target != attachment) && (IsInspection(attachment) || arrivals.IsWorthTrying(flow, attachment.Model, attachment.Vpc!)))
            .ToList();

        // A way over another gateway is worth it only where there is none over this one.
        var direct = candidates.Exists(attachment => attachment.Model.Resource is not AttachedResource.OfPeer && !IsInspection(attachment))
            ? candidates.FindAll(attachment => attachment.Model.Resource is not AttachedResource.OfPeer)
            : [];
        foreach (var attachment in direct.Count > 0 ? direct : candidates)
        {
            var code = hops.Any(hop => hop.Target is RouteEnd.Blackhole) ? ExplanationCode.TransitGatewayBlackhole : table.Routes.WhyNot(flow.Header.Destination, attachment) switch
            {
                RouteLoss.Priority => ExplanationCode.TransitGatewayHigherPriorityRoute,
                RouteLoss.LongerPrefix => ExplanationCode.TransitGatewayMoreSpecificRoute,
                RouteLoss.OtherDestination => ExplanationCode.TransitGatewayCannotRoute,
                _ => ExplanationCode.TransitGatewayNoRoute,
            };
            var detail = $"no route to {AddressText.Of(flow.Header.Destination)} via {attachment.Id}";
            if (Blocked(flow, code, table.Component, detail) is { } passed)
            {
                LeaveTransitGateway(passed.Via(table.Component, detail), table.Gateway, attachment);
            }
        }
    }

    // What is to be inspected takes the way around: over a VPC with firewall endpoints, or over the firewall that is attached itself.
    private static bool IsInspection(AttachmentNode attachment) => attachment.Model.Resource is AttachedResource.OfFirewall || attachment.Vpc is { Inspections.Count: > 0 };

    private void LeaveTransitGateway(Flow flow, TransitGateway gateway, AttachmentNode attachment)
    {
        var next = flow.Via(attachment.Model.Component);
        switch (attachment.Model.Resource)
        {
            case AttachedResource.OfVpc when attachment.Vpc is { } vpc:
                if (Carried(next, attachment) is { } carried)
                {
                    EnterFromTransitGateway(carried, gateway, attachment, vpc);
                }

                break;

            case AttachedResource.OfVpc of:
                arrivals.Lost(next, new(of.Vpc, "the attached VPC is not among the given templates"));
                break;

            case AttachedResource.OfPeer peer:
                CrossToPeer(next, gateway, attachment, peer);
                break;

            case AttachedResource.OfOnPremises:
                arrivals.OnPremises(next, attachment.Model);
                break;

            case AttachedResource.OfFirewall of:
                PassFirewall(next, index.Find<NetworkFirewall>(of.Firewall), of.Firewall, passed => RouteInTransit(passed, gateway, attachment));
                break;

            case AttachedResource.Open open:
                arrivals.Lost(next, open.Unknown);
                break;
        }
    }

    private void CrossToPeer(Flow flow, TransitGateway gateway, AttachmentNode attachment, AttachedResource.OfPeer peer)
    {
        var other = attachment.Model.TransitGateway.Equals(gateway.Id) ? peer.Peer : attachment.Model.TransitGateway;
        if (!other.IsKnown || index.Find<TransitGateway>(other.Value) is not { } far)
        {
            arrivals.Lost(flow, other.Unknown ?? new(attachment.Id, "the peer Transit Gateway is not among the given templates"));
            return;
        }

        var accepted = peer.IsAccepted switch
        {
            { IsKnown: false } unknown => flow.If(unknown.Unknown),
            { Value: false } => Blocked(flow, ExplanationCode.TransitGatewayBlackhole, attachment.Model.Component, "the peering attachment is not accepted"),
            _ => flow,
        };
        if (accepted is not null)
        {
            RouteInTransit(accepted with { References = ReferenceScope.Lost }, far, attachment);
        }
    }

    /// <summary>Into the VPC by an attachment subnet, whose own route table decides.</summary>
    private void EnterFromTransitGateway(Flow flow, TransitGateway gateway, AttachmentNode attachment, VpcNode vpc)
    {
        var inside = Attached(flow, gateway, attachment) with { Trail = flow.Trail };
        foreach (var (subnet, doubts, isPinned) in ExitSubnets(flow, attachment, vpc))
        {
            var next = inside.If(doubts) with { Zone = subnet.Subnet.Zone };
            if (!next.Doubts.IsContradiction)
            {
                Route(isPinned ? next with { PinnedZones = next.PinnedZones.SetItem(attachment.Id, subnet) } : next, subnet);
            }
        }

        if (attachment.Subnets.IsEmpty)
        {
            arrivals.Lost(inside, attachment.SubnetsUnknown ?? new(attachment.Id, "the attachment's subnets are not known"));
        }
    }
}
