using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>Internet gateways, egress-only ones, NAT gateways, virtual private gateways.</summary>
internal sealed partial class Forwarding
{
    private static readonly Filter NatProtocols = Filter.Of(
        new[] { Box.Tcp, Box.Udp, Box.Icmp, Box.IcmpV6 }.Select(protocol => new Permit(Box.Everything with { Protocols = ProtocolSet.Of(protocol) }, Doubts.None)));

    /// <summary>Packets from the internet to a public address of the VPC: translated to the private one, then into the subnet.</summary>
    public void EnterFromInternet(Flow flow, VpcNode vpc, NetworkObject gateway)
    {
        var entering = flow.Via(gateway.Component);
        if (flow.IsAnswer && flow.Translations is { IsOfSource: true, At: null } translation && translation.Device == gateway.Component)
        {
            entering = entering with
            {
                Header = entering.Header with { Destination = translation.Before.Source },
                Translations = translation.Earlier,
            };
        }

        Enter(entering, vpc, gateway.Id);
    }

    /// <summary>What VPC Block Public Access says to a conversation over the internet.</summary>
    /// <param name="outward">Whether it is opened from inside.</param>
    /// <param name="onlyOutward">Whether the gateways on the way let nothing else through (NAT, egress-only).</param>
    public Flow? CheckBlockPublicAccess(Flow flow, VpcNode vpc, SubnetNode? subnet, bool outward, bool onlyOutward)
    {
        if (vpc.BlockPublicAccess is not { } setting || flow.IsAnswer)
        {
            return flow;
        }

        var exclusion = setting.Exclusions.FirstOrDefault(each => subnet is not null && each.VpcOrSubnet == subnet.Id)
            ?? setting.Exclusions.FirstOrDefault(each => each.VpcOrSubnet == vpc.Id);
        if (exclusion is { EgressOnly: { IsKnown: true, Value: false } })
        {
            return flow;
        }

        if (exclusion is not null)
        {
            // Leaving out traffic that goes out means something only where both directions are blocked.
            var isOpen = outward && setting.Mode is { IsKnown: true, Value: BlockPublicAccessMode.Bidirectional };
            if (!exclusion.EgressOnly.IsKnown && !isOpen)
            {
                return flow.If(exclusion.EgressOnly.Unknown);
            }

            if (isOpen)
            {
                return flow;
            }
        }

        return setting.Mode switch
        {
            { IsKnown: false } unknown => flow.If(unknown.Unknown),
            { Value: BlockPublicAccessMode.Off } => flow,
            { Value: BlockPublicAccessMode.Ingress } when outward && onlyOutward => flow,
            _ => Blocked(flow, ExplanationCode.BlockPublicAccess, setting.Component, $"blocks the internet for {vpc.Id}"),
        };
    }

    private void LeaveByInternetGateway(Flow flow, SubnetNode from, InternetGateway gateway)
    {
        var attached = from.Vpc.InternetGateway?.Id == gateway.Id
            ? flow
            : Blocked(flow, ExplanationCode.BadStateRoute, from.RouteTable, $"{gateway.Id} is not attached to {from.Vpc.Id}");
        if (attached is null)
        {
            return;
        }

        foreach (var left in Leave(attached, from).SelectMany(left => NotRedirected(left, from, gateway)))
        {
            OutToInternet(left, from, gateway);
        }
    }

    /// <summary>A subnet whose incoming traffic the edge table sends to a middlebox cannot go out past it.</summary>
    private List<Flow> NotRedirected(Flow flow, SubnetNode from, InternetGateway gateway) =>
        [.. from.Vpc.EdgeTablesOf(gateway.Id).SelectMany(edge => NotRedirected(flow.If(edge.Doubts), from, edge))];

    private List<Flow> NotRedirected(Flow flow, SubnetNode from, EdgeTable edge)
    {
        var own = flow.Header.Source.Intersect(from.Addresses);
        if (own.IsEmpty || edge.Table is not { } table)
        {
            return [flow];
        }

        var result = new List<Flow>();
        var others = flow.Header.Source.Except(own);
        if (!others.IsEmpty)
        {
            result.Add(flow.From(others));
        }

        foreach (var (source, nextHops) in edge.Routes.Lookup(own))
        {
            foreach (var hop in nextHops)
            {
                // Where the subnet's range is not known, they may as well be another subnet's, already sent through the middlebox.
                var direct = flow.From(source).If(hop.VariesByAddress ? hop.Doubts.For("the way back") : hop.Doubts);
                var passed = hop.Target is RouteEnd.Local ? direct
                    : from.AddressDoubts.Any ? direct.If(from.AddressDoubts)
                    : Blocked(direct, ExplanationCode.TrafficRedirection, table, $"sends what comes in for {from.Id} to a middlebox, so nothing leaves directly");
                if (passed is not null)
                {
                    result.Add(passed);
                }
            }
        }

        return result;
    }

    private void OutToInternet(Flow flow, SubnetNode from, InternetGateway gateway)
    {
        var ipv6 = flow.Header.Destination.Intersect(AddressSpace.PublicIPv6);
        var source = flow.Header.Source.Intersect(AddressSpace.PublicIPv6);
        if (!ipv6.IsEmpty && !source.IsEmpty
            && CheckBlockPublicAccess(flow, from.Vpc, flow.Sender?.Subnet, outward: true, onlyOutward: false) is { } open)
        {
            arrivals.OnInternet(open.To(ipv6).From(source).Via(gateway.Component), from.Vpc, gateway);
        }

        // Private and shared addresses are rejected.
        var ipv4 = flow.Header.Destination.Intersect(AddressSpace.PublicIPv4.Union(AddressSpace.Symbols));
        if (!ipv4.IsEmpty)
        {
            OutToIPv4(flow.To(ipv4), from, gateway);
        }
    }

    private void OutToIPv4(Flow flow, SubnetNode from, InternetGateway gateway)
    {
        if (flow.IsAnswer)
        {
            // Only the answer to what came in here, from the address that it was sent to.
            if (flow.Translations is { IsOfSource: false } translation && translation.Device == gateway.Component)
            {
                var undone = flow with
                {
                    Header = flow.Header with { Source = translation.Before.Destination },
                    Translations = translation.Earlier,
                };
                arrivals.OnInternet(undone.Via(gateway.Component), from.Vpc, gateway);
            }

            return;
        }

        var sender = flow.Sender is { } known && known.Vpc == from.Vpc ? known : null;
        var next = sender is null || sender.Address.HasPublic is { IsKnown: true, Value: false }
            ? Blocked(flow, ExplanationCode.NoPublicAddressEgress, sender?.Component ?? gateway.Component, "has no public IPv4 address")
            : flow.If(sender.Address.HasPublic.Unknown);
        if (next is not null
            && CheckBlockPublicAccess(next, from.Vpc, sender?.Subnet, outward: true, onlyOutward: sender?.IsNat == true) is { } open)
        {
            var visible = sender is { Address.Public.IsEmpty: false } ? sender.Address.Public : AddressSpace.Symbols;
            var detail = sender?.Address.ElasticIp is { } elastic ? $"source becomes {elastic.Id}" : "source becomes a public address";
            arrivals.OnInternet(open.Translated(gateway.Component, at: null, source: visible).Via(gateway.Component, detail), from.Vpc, gateway);
        }
    }

    private void LeaveByEgressOnlyGateway(Flow flow, SubnetNode from, EgressOnlyInternetGateway gateway)
    {
        var ipv6 = flow.Header.Destination.Intersect(AddressSpace.PublicIPv6);
        var source = flow.Header.Source.Intersect(AddressSpace.PublicIPv6);
        if (ipv6.IsEmpty || source.IsEmpty || gateway.Vpc != from.Vpc.Id)
        {
            return;
        }

        // It lets out answers only to what it let in, which is nothing; the explainer has said so on the way in.
        foreach (var left in Leave(flow.To(ipv6).From(source), from))
        {
            if (CheckBlockPublicAccess(left, from.Vpc, left.Sender?.Subnet, outward: true, onlyOutward: true) is { } open)
            {
                arrivals.OnInternet(open.Via(gateway.Component), from.Vpc, gateway);
            }
        }
    }

    /// <summary>A NAT gateway replaces the source, and sends the packet on by its own subnet's table.</summary>
    private void Translate(Flow flow, SubnetNode from, NatNode nat)
    {
        var meant = flow.Header.Destination.Intersect(flow.Header.Source.Overlaps(AddressSpace.IPv6) ? Nat64.Addresses : AddressSpace.IPv4);
        if (flow.IsAnswer || meant.IsEmpty || Translation.IsBy(flow.Translations, nat.Gateway.Component))
        {
            return;
        }

        // It serves its VPC, and what comes to it over a Transit Gateway; not what came in from the internet or a VPN.
        var served = flow.EnteredBy is InternetGateway or VpnGateway
            ? Blocked(flow, ExplanationCode.NatSourceNotInVpc, nat.Gateway.Component, $"does not serve what comes in by {flow.EnteredBy.Id}")
            : flow;
        if (served is null)
        {
            return;
        }

        foreach (var fitting in Pass(served.To(meant), NatProtocols, ExplanationCode.Protocol, nat.Gateway.Component, "takes TCP, UDP and ICMP only"))
        {
            if (nat.Subnet is null)
            {
                TranslateRegionally(fitting, from, nat);
                continue;
            }

            foreach (var arrived in Cross(fitting with { Trail = flow.Trail }, from, nat.Subnet))
            {
                var sent = arrived.Translated(nat.Gateway.Component, nat.Subnet, ToIPv4(arrived.Header, nat.Address.Private));
                Send(
                    sent.If(nat.Address.Doubts).Via(nat.Gateway.Component, "source becomes the NAT gateway's") with
                    {
                        Sender = new(nat.Gateway.Component, nat.Address, nat.Vpc, nat.Subnet, IsNat: true),
                        References = ReferenceScope.Lost,
                    },
                    nat.Subnet);
            }
        }
    }

    private void TranslateRegionally(Flow flow, SubnetNode from, NatNode nat)
    {
        if (flow.Header.Destination.Overlaps(AddressSpace.IPv6))
        {
            arrivals.Lost(flow, new(nat.Gateway.Id, "whether a regional NAT gateway translates from IPv6 to IPv4"));
            return;
        }

        var covered = flow;
        if (nat.Gateway.Zones is { } zones && !(from.Subnet.Zone.IsKnown && zones.Contains(from.Subnet.Zone.Value, StringComparer.Ordinal)))
        {
            covered = from.Subnet.Zone.IsKnown
                ? Blocked(flow, ExplanationCode.RegionalNatZone, nat.Gateway.Component, $"has no address in {from.Subnet.Zone.Value}")
                : flow.If(from.Subnet.Zone.Unknown);
        }

        if (covered is null || nat.Vpc != from.Vpc)
        {
            return;
        }

        foreach (var left in Leave(covered, from))
        {
            var open = left.Header.Destination.Intersect(AddressSpace.PublicIPv4.Union(AddressSpace.Symbols));
            var inside = left.Header.Destination.Except(open);
            if (!inside.IsEmpty)
            {
                arrivals.Lost(left.To(inside), new(nat.Gateway.Id, "the route table of a regional NAT gateway is not modelled beyond the internet"));
            }

            if (!open.IsEmpty && nat.Vpc.InternetGateway is { } gateway
                && CheckBlockPublicAccess(left.To(open), nat.Vpc, subnet: null, outward: true, onlyOutward: true) is { } passed)
            {
                var sent = passed.Translated(nat.Gateway.Component, at: null, nat.Address.Public, sourcePorts: NatPorts(passed.Header));
                arrivals.OnInternet(sent.Via(nat.Gateway.Component, "source becomes a public address"), nat.Vpc, nat.Gateway);
            }
        }
    }

    private static Box ToIPv4(Box header, AddressSet source) => header.Destination.Overlaps(AddressSpace.IPv6)
        ? Nat64.ToIPv4(header, source, NatPorts(header))
        : header with { Source = source, SourcePorts = NatPorts(header) };

    private static PortSet NatPorts(Box header) => header.Is(Box.Icmp) || header.Is(Box.IcmpV6) ? header.SourcePorts : Box.EphemeralPorts;

    private void LeaveByVpnGateway(Flow flow, SubnetNode from, VpnGateway gateway)
    {
        if (from.Vpc.VpnGateway?.Id != gateway.Id)
        {
            return;
        }

        var own = flow.Header.Source.Intersect(from.Vpc.Addresses);
        var accepted = own.IsEmpty
            ? Blocked(flow, ExplanationCode.VpnGatewayEgress, gateway.Component, "takes packets of the VPC's own interfaces only")
            : flow.From(own);
        if (accepted is null)
        {
            return;
        }

        foreach (var left in Leave(accepted, from))
        {
            arrivals.OnPremises(left.Via(gateway.Component), gateway);
        }
    }
}
