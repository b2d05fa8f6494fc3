using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability.Conversations;

/// <summary>
/// One end opens, the other answers, the answer comes back: every set of packets for which all of it works is a proof.
/// </summary>
internal sealed partial class Conversation
{
    private static readonly AddressSet LinkLocal = AddressSpace.Of([Cidr.Parse("169.254.0.0/16"), Cidr.Parse("fd00:ec2::/32")]);

    private readonly NetworkIndex index;
    private readonly ReachabilityQuery query;
    private readonly End from;
    private readonly End to;
    private readonly int budget;
    private readonly Forwarding network;

    public Conversation(NetworkIndex index, ReachabilityQuery query, End from, End to, int budget = 0)
    {
        (this.index, this.query, this.from, this.to, this.budget) = (index, query, from, to, budget);
        network = new(index, this, budget);
    }

    public List<Proof> Proofs { get; } = [];

    /// <summary>Opens the conversation in every way the opening end has.</summary>
    public void Open()
    {
        switch (from)
        {
            case End.Interface { Node: { Subnet: null } node }:
                Proofs.Add(Guess(node.Model.Subnet.Unknown ?? new(node.Id, "its subnet is not among the given templates")));
                break;

            case End.Interface { Node.LoadBalancer: { } open } when to is End.Interface { Node: { Subnet: null } placeless } && index.MayBeTarget(open, placeless):
                Proofs.Add(Guess(placeless.Model.Subnet.Unknown ?? new(placeless.Id, "its subnet is not among the given templates")));
                break;

            case End.Interface { Node: { LoadBalancer: { } balancer } node }:
                OpenFromLoadBalancer(node, balancer);
                break;

            case End.Interface { Node: var node }:
                OpenFromInterface(node);
                break;

            case End.Outside outside:
                OpenFromOutside(outside);
                break;

            case End.Service { Object: VpcLink link }:
                OpenFromVpcLink(link);
                break;

            case End.Service { Object: var service }:
                Proofs.Add(Guess(new(service.Id, "conversations that it opens are not modelled")));
                break;
        }
    }

    private void OpenFromInterface(InterfaceNode node)
    {
        if (to is End.Interface { Node.Subnet: null } nowhere)
        {
            Proofs.Add(Guess(nowhere.Node.Model.Subnet.Unknown ?? new(nowhere.Node.Id, "its subnet is not among the given templates")));
            return;
        }

        if (to is End.Outside { IsInternetOnly: false } outside && LinkLocal.Contains(outside.Addresses))
        {
            // Neither groups nor network ACLs see DNS, instance metadata and time.
            Proofs.Add(Guess(new(node.Id, "what answers at link-local addresses (DNS, instance metadata, time)")));
            return;
        }

        if (to is End.Outside { IsInternetOnly: false } one && node.Subnet!.Vpc.MayBeResolver(one.Addresses))
        {
            // Nor what goes to the VPC's resolver.
            Proofs.Add(Guess(new(node.Id, $"what the resolver of {node.Subnet.Vpc.Id} answers")));
            return;
        }

        foreach (var address in node.Addresses)
        {
            foreach (var (destination, toAddress) in Destinations(address.IsIPv6, address.IsIPv6 && node.Subnet is { } subnet && subnet.Routes.Lookup(Nat64.Addresses).Any()))
            {
                foreach (var question in Questions.Of(query, address.IsIPv6))
                {
                    if (question.Destination.Intersect(destination) is { IsEmpty: false } target)
                    {
                        OpenFromInterface(node, address, toAddress, question with { Source = address.Private, Destination = target });
                    }
                }
            }
        }
    }

    private void OpenFromInterface(InterfaceNode node, AddressNode address, AddressNode? toAddress, Box header)
    {
        var flow = new Flow(header)
        {
            Doubts = address.Doubts.And(toAddress?.Doubts ?? Doubts.None),
            Sender = new(node.Model.Component, address, node.Subnet!.Vpc, node.Subnet, IsNat: false),
            Zone = node.Subnet.Subnet.Zone,
            FromAddress = address,
            ToAddress = toAddress,
        };
        var opening = node.Model.CanInitiate
            ? flow
            : Obstacles.Pass(flow, budget, ExplanationCode.EndpointInitiates, node.Model.Component, "opens no conversations of its own");
        if (opening is null)
        {
            return;
        }

        foreach (var sent in LetOut(opening.Via(node.Model.Component), node))
        {
            if (to is End.Service { Object: LatticeService service })
            {
                ReachLattice(sent, node, service);
            }
            else
            {
                network.Send(sent, node.Subnet);
            }
        }
    }

    /// <summary>Where packets of one IP version may be meant to go; those of IPv6 to IPv4 addresses too, where something routes such.</summary>
    private IEnumerable<(AddressSet Addresses, AddressNode? Address)> Destinations(bool isIPv6, bool hasNat64)
    {
        if (hasNat64 && to is not End.Service)
        {
            foreach (var (ipv4, address) in Destinations(isIPv6: false, hasNat64: false))
            {
                yield return (Nat64.Embed(ipv4), address);
            }
        }

        var family = isIPv6 ? AddressSpace.IPv6 : AddressSpace.IPv4;
        switch (to)
        {
            case End.Interface { Node: var node }:
                foreach (var address in node.Addresses.Where(address => address.IsIPv6 == isIPv6))
                {
                    yield return (address.Private, address);

                    // Over the internet two interfaces talk by public addresses; what blocks is explained for the way inside.
                    if (budget == 0 && !isIPv6 && !address.Public.IsEmpty)
                    {
                        yield return (address.Public, address);
                    }
                }

                break;

            case End.Outside outside:
                yield return (outside.Addresses.Intersect(family), null);
                break;

            case End.Service { Object: GatewayEndpoint endpoint }:
                yield return (index.ServiceAddresses(endpoint).Intersect(family), null);
                break;

            case End.Service { Object: LatticeService } when !isIPv6:
                yield return (LatticeAddresses, null);
                break;
        }
    }

    /// <summary>Something that may work or not, and nobody can say.</summary>
    private static Proof Guess(UnknownValue unknown) =>
        new(Box.Everything, Doubts.On(unknown), Path: null, ReturnPath: null, Obstacles: null, Cost: 0);
}
