using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability.Conversations;

/// <summary>What comes out of the network: questions at the answering end, answers at the opening end.</summary>
internal sealed partial class Conversation : IArrivals
{
    public bool IsMeant(Flow flow, SubnetNode subnet) =>
        !flow.IsAnswer ? to is End.Interface { Node: var receiver } && receiver.Subnet == subnet
        : flow.Translations is { } translation ? translation.At == subnet
        : from is End.Interface { Node: var sender } && sender.Subnet == subnet;

    public bool IsFor(Flow flow, InterfaceNode node) =>
        !flow.IsAnswer ? to is End.Interface { Node: var receiver } && receiver == node
        : flow.Translations is { } translation ? translation.Device == node.Model.Component
        : from is End.Interface { Node: var sender } && sender == node;

    public void InSubnet(Flow flow, SubnetNode subnet)
    {
        if (flow.IsAnswer)
        {
            AnswerInSubnet(flow, subnet);
        }
        else if (to is End.Interface { Node: var node } && node.Subnet == subnet)
        {
            ReachInterface(flow, node, from is End.Interface { Node: var sender } ? sender : null);
        }
    }

    public void OnInternet(Flow flow, VpcNode vpc, NetworkObject gateway)
    {
        if (flow.IsAnswer)
        {
            // An egress-only gateway, or another VPC's gateway, knows nothing of what came in elsewhere.
            if (flow.Asked!.EnteredBy != gateway)
            {
                return;
            }

            if (from is End.Outside && flow.Translations is null)
            {
                Finish(flow);
            }
            else if (flow.Asked.LeftBy is { } exit)
            {
                network.EnterFromInternet(flow, exit.Vpc, exit.Gateway);
            }
        }
        else if (to is End.Interface { Node: { Subnet: { } subnet } node })
        {
            EnterOverInternet(flow with { LeftBy = (vpc, gateway), References = ReferenceScope.Lost }, node, subnet);
        }
        else if (to is End.Outside outside && flow.Header.Destination.Intersect(outside.Addresses) is { IsEmpty: false } reached)
        {
            network.EnterFromInternet(Answer(flow.To(reached)), vpc, gateway);
        }
    }

    /// <summary>From one interface to the public address of another: out by the one's gateway, in by the other's.</summary>
    private void EnterOverInternet(Flow flow, InterfaceNode node, SubnetNode subnet)
    {
        if (flow.ToAddress is not { } address)
        {
            return;
        }

        var destination = flow.Header.Destination.Intersect(address.IsIPv6 ? address.Private : address.Public);
        if (!destination.IsEmpty)
        {
            OpenFromInternet(flow.To(destination), node, address, subnet);
        }
    }

    public void OnPremises(Flow flow, NetworkObject gateway)
    {
        var isMeant = (flow.IsAnswer ? from : to) is End.Outside { IsInternetOnly: false };
        if (!isMeant)
        {
            return;
        }

        foreach (var (ranges, doubts) in RangesBehind(gateway))
        {
            if (flow.Header.Destination.Intersect(ranges) is not { IsEmpty: false } reached)
            {
                continue;
            }

            var arrived = flow.To(reached).If(doubts);
            if (flow.IsAnswer)
            {
                if (flow.Translations is null && flow.Asked!.EnteredBy is not InternetGateway)
                {
                    Finish(arrived);
                }
            }
            else
            {
                EnterFromOnPremises(Answer(arrived), gateway);
            }
        }
    }

    public void AtService(Flow flow, GatewayEndpoint endpoint, SubnetNode from)
    {
        if (flow.IsAnswer || to is not End.Service { Object: GatewayEndpoint wanted } || wanted.Id != endpoint.Id)
        {
            return;
        }

        foreach (var accepted in Obstacles.Pass(flow, EndpointProtocols, budget, ExplanationCode.GatewayEndpointProtocol, endpoint.Component, "takes TCP and ICMP echo only"))
        {
            // Answers come back into the VPC by its local routes; one for an address elsewhere goes nowhere.
            network.Enter(Answer(accepted).Via(endpoint.Component), from.Vpc, endpoint.Id);
        }
    }

    public void Lost(Flow flow, UnknownValue unknown)
    {
        var lost = flow.If(unknown);
        if (flow.IsAnswer)
        {
            Finish(lost with { Firewalls = [], Translations = null }, flow.Asked!.Header);
        }
        else if (to is End.Interface { Node: var node })
        {
            foreach (var accepted in LetIn(lost with { References = ReferenceScope.Kept }, node, from is End.Interface { Node: var sender } ? sender : null)
                .SelectMany(accepted => Listen(accepted, node)))
            {
                Finish(Answer(accepted) with { Firewalls = [], Translations = null }, accepted.Header);
            }
        }
        else
        {
            Finish(Answer(lost) with { Firewalls = [], Translations = null }, lost.Header);
        }
    }

    public bool IsWorthTrying(Flow flow, NetworkObject gateway, VpcNode vpc) => WorthTrying.Is(index, flow, gateway, vpc, flow.IsAnswer ? from : to);

    /// <summary>At the receiver: its groups, then whether something answers.</summary>
    private void ReachInterface(Flow flow, InterfaceNode node, InterfaceNode? sender)
    {
        if (CheckSenderReference(flow) is not { } allowed)
        {
            return;
        }

        foreach (var accepted in LetIn(allowed, node, sender).SelectMany(accepted => Listen(accepted, node)))
        {
            var answer = Answer(accepted.Via(node.Model.Component)).Via(node.Model.Component) with
            {
                Sender = new(node.Model.Component, node.Addresses[0], node.Subnet!.Vpc, node.Subnet, IsNat: false),
                Zone = node.Subnet.Subnet.Zone,
            };
            network.Send(answer, node.Subnet);
        }
    }

    private List<Flow> Listen(Flow flow, InterfaceNode node)
    {
        var code = node.LoadBalancer is null ? ExplanationCode.NoDestination : ExplanationCode.Listener;
        var component = node.LoadBalancer?.Component ?? node.Model.Component;
        var listening = new List<Flow>();
        foreach (var permit in node.Listens.Permits)
        {
            if (flow.Header.Intersect(permit.Box) is { } header)
            {
                listening.Add((flow with { Header = header }).If(permit.Doubts));
            }
        }

        if (listening.Count == 0 && Obstacles.Pass(flow, budget, code, component, "nothing listens for this traffic") is { } passed)
        {
            listening.Add(passed);
        }

        return [.. listening.SelectMany(each => ReachService(each, node))];
    }

    /// <summary>Turns packets at the answering end into their answers.</summary>
    private static Flow Answer(Flow asked) => new(asked.Header.Answer())
    {
        Asked = asked,
        Doubts = asked.Doubts,
        Translations = asked.Translations,
        Firewalls = asked.Firewalls,
        Obstacles = asked.Obstacles,
        Cost = asked.Cost,
    };

    private void AnswerInSubnet(Flow flow, SubnetNode subnet)
    {
        if (flow.Translations is { } translation)
        {
            if (translation.IsOfSource && translation.At == subnet)
            {
                var header = flow.Header with { Destination = translation.Before.Source, DestinationPorts = Ports(flow.Header, translation.Before) };
                var undone = flow with
                {
                    Header = translation.Before.Destination.Overlaps(AddressSpace.IPv6) && !flow.Header.Source.Overlaps(AddressSpace.IPv6)
                        ? Nat64.ToIPv6(header, translation.Before)
                        : header,
                    Translations = translation.Earlier,
                    Zone = subnet.Subnet.Zone,
                    Visits = null,
                };
                network.Send(undone.Via(translation.Device, "destination becomes the sender's again"), subnet);
            }
        }
        else if (from is End.Interface { Node: var node } && node.Subnet == subnet)
        {
            Finish(flow.Via(node.Model.Component));
        }
    }

    private static PortSet Ports(Box header, Box before) => header.Is(Box.Icmp) || header.Is(Box.IcmpV6) ? header.DestinationPorts : before.SourcePorts;

    private void Finish(Flow answer) => Finish(answer, answer.Header.Question());

    private void Finish(Flow answer, Box question)
    {
        var finished = answer.Firewalls.IsEmpty || index.Firewalls.GetValueOrDefault(answer.Firewalls[0]) is not { } firewall
            ? answer
            : Obstacles.Pass(answer, budget, ExplanationCode.AsymmetricFirewall, firewall.Component, Obstacles.AsymmetricFirewall);
        if (finished is null || finished.Doubts.IsContradiction)
        {
            return;
        }

        var doubts = finished.Doubts
            .And(Narrowed(finished.Asked!.FromAddress, question.Source))
            .And(Narrowed(finished.Asked.ToAddress, question.Destination.Union(Nat64.Extract(question.Destination))));
        Proofs.Add(new(question, doubts, finished.Asked.Trail, finished.Trail, finished.Obstacles, finished.Cost));
    }

    /// <summary>A fixed but unknown address is in doubt as soon as not every address of the subnet would do.</summary>
    private static Doubts Narrowed(AddressNode? address, AddressSet passed) =>
        address?.FixedUnknown is { } unknown && passed.Overlaps(address.Private) && !passed.Contains(address.Private) ? Doubts.On(unknown) : Doubts.None;
}
