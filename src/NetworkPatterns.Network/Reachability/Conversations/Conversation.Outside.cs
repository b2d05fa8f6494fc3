using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability.Conversations;

/// <summary>Conversations opened from outside: the internet, or a network behind a VPN or Direct Connect.</summary>
internal sealed partial class Conversation
{
    private void OpenFromOutside(End.Outside outside)
    {
        if (to is not End.Interface { Node: var node })
        {
            return;
        }

        if (node.Subnet is not { } subnet)
        {
            Proofs.Add(Guess(node.Model.Subnet.Unknown ?? new(node.Id, "its subnet is not among the given templates")));
            return;
        }

        foreach (var address in node.Addresses)
        {
            foreach (var question in Questions.Of(query, address.IsIPv6))
            {
                if (question.Source.Intersect(outside.Addresses) is not { IsEmpty: false } sources)
                {
                    continue;
                }

                var flow = new Flow(question with { Source = sources }) { Doubts = address.Doubts, ToAddress = address, References = ReferenceScope.Lost };
                OpenFromInternet(flow, node, address, subnet);
                if (MayEnterBy(subnet.Vpc, address, outside) is { } unknown)
                {
                    Lost(flow.To(address.Private), unknown);
                }

                if (!outside.IsInternetOnly)
                {
                    OpenFromOnPremises(flow.To(address.Private));
                }
            }
        }
    }

    /// <summary>Why there may be a gateway to come in by besides those of the model.</summary>
    private static UnknownValue? MayEnterBy(VpcNode vpc, AddressNode address, End.Outside outside) =>
        !outside.IsInternetOnly ? vpc.Vpc.MayHaveMoreGateways
        : vpc.InternetGateway is not null || (!address.IsIPv6 && address.HasPublic is { IsKnown: true, Value: false }) ? null
        : vpc.Vpc.MayHaveMoreGateways;

    private void OpenFromInternet(Flow flow, InterfaceNode node, AddressNode address, SubnetNode subnet)
    {
        var sources = flow.Header.Source.Intersect(address.IsIPv6 ? AddressSpace.PublicIPv6 : AddressSpace.PublicIPv4.Union(AddressSpace.Symbols));
        if (sources.IsEmpty)
        {
            return;
        }

        var vpc = subnet.Vpc;
        if (address.IsIPv6)
        {
            OpenFromInternetV6(flow.From(sources), address, subnet);
            return;
        }

        if (vpc.InternetGateway is not { } gateway)
        {
            return;
        }

        var visible = address.HasPublic switch
        {
            { IsKnown: false } unknown => flow.If(unknown.Unknown),
            { Value: true } => flow,
            _ => Obstacles.Pass(flow, budget, ExplanationCode.NoPublicAddressIngress, node.Model.Component, "has no public IPv4 address"),
        };
        if (visible is null
            || network.CheckBlockPublicAccess(visible.From(sources), vpc, subnet, outward: false, onlyOutward: false) is not { } open)
        {
            return;
        }

        var sent = open.To(address.Public.IsEmpty ? AddressSpace.Symbols : address.Public) with { EnteredBy = gateway };
        var entered = sent.Translated(gateway.Component, at: null, destination: address.Private);
        network.EnterFromInternet(entered, vpc, gateway);
    }

    private void OpenFromInternetV6(Flow flow, AddressNode address, SubnetNode subnet)
    {
        var vpc = subnet.Vpc;
        var destination = address.Private.Intersect(AddressSpace.PublicIPv6);
        if (destination.IsEmpty)
        {
            return;
        }

        if (vpc.InternetGateway is { } gateway
            && network.CheckBlockPublicAccess(flow.To(destination), vpc, subnet, outward: false, onlyOutward: false) is { } open)
        {
            network.EnterFromInternet(open with { EnteredBy = gateway }, vpc, gateway);
        }

        foreach (var egressOnly in vpc.EgressOnlyGateways)
        {
            if (Obstacles.Pass(flow.To(destination), budget, ExplanationCode.EgressOnly, egressOnly.Component, "lets nothing in from the internet") is { } passed)
            {
                network.EnterFromInternet(passed with { EnteredBy = egressOnly }, vpc, egressOnly);
            }
        }
    }

    private void OpenFromOnPremises(Flow flow)
    {
        foreach (var gateway in index.Vpcs.Select(vpc => vpc.VpnGateway).OfType<VpnGateway>())
        {
            OpenFrom(gateway);
        }

        foreach (var attachment in index.Attachments.Where(attachment => attachment.Model.Resource is AttachedResource.OfOnPremises))
        {
            OpenFrom(attachment.Model);
        }

        foreach (var client in index.Model.All<ClientVpnEndpoint>())
        {
            var range = client.ClientCidr is { IsKnown: true } cidr ? AddressSpace.Of(cidr.Value) : AddressSpace.IPv4;
            if (range.Overlaps(flow.Header.Source))
            {
                Lost(flow, new(client.Id, "conversations through a Client VPN endpoint are not modelled"));
            }
        }

        void OpenFrom(NetworkObject gateway)
        {
            foreach (var (ranges, doubts) in RangesBehind(gateway))
            {
                if (flow.Header.Source.Intersect(ranges) is { IsEmpty: false } sources)
                {
                    EnterFromOnPremises(flow.From(sources).If(doubts) with { EnteredBy = gateway }, gateway);
                }
            }
        }
    }

    private void EnterFromOnPremises(Flow flow, NetworkObject gateway)
    {
        var entering = flow.Via(gateway.Component);
        switch (gateway)
        {
            case VpnGateway { Vpc: { } id } when index.FindVpc(id) is { } vpc:
                network.Enter(entering, vpc, gateway.Id);
                break;

            case TransitGatewayAttachment { TransitGateway: { IsKnown: true } id } model
                when index.FindAttachment(model.Id) is { } attachment && index.Find<TransitGateway>(id.Value) is { } transit:
                network.RouteInTransit(entering with { References = ReferenceScope.Lost }, transit, attachment);
                break;

            case TransitGatewayAttachment model:
                Lost(entering, model.TransitGateway.Unknown ?? new(model.Id, "its Transit Gateway is not among the given templates"));
                break;
        }
    }

    /// <summary>The addresses behind a gateway, as far as they are known. Private ones if nobody says.</summary>
    private IEnumerable<(AddressSet Addresses, Doubts Doubts)> RangesBehind(NetworkObject gateway)
    {
        var connections = index.Connections[gateway.Id].ToList();
        if (connections.Count == 0)
        {
            yield return (AddressSet.Full, Doubts.On(new UnknownValue(gateway.Id, "which networks are behind the gateway")));
        }

        foreach (var connection in connections)
        {
            yield return connection.Ranges.IsKnown
                ? (AddressSpace.Of(connection.Ranges.Value), Doubts.None)
                : (AddressSet.Full, Doubts.On(connection.Ranges.Unknown));
        }
    }
}
