using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>VPC peering: between the two VPCs' own addresses, and no further.</summary>
internal sealed partial class Forwarding
{
    private void CrossPeering(Flow flow, SubnetNode from, VpcPeering peering)
    {
        var (near, far) = peering.Requester.Equals(from.Vpc.Id) ? (peering.Requester, peering.Accepter) : (peering.Accepter, peering.Requester);
        if (!near.IsKnown || !far.IsKnown || index.FindVpc(far.Value) is not { } other)
        {
            arrivals.Lost(flow, near.Unknown ?? far.Unknown ?? new(peering.Id, "the peer VPC is not among the given templates"));
            return;
        }

        if (near.Value != from.Vpc.Id)
        {
            return;
        }

        var active = peering.IsActive switch
        {
            { IsKnown: false } unknown => flow.If(unknown.Unknown),
            { Value: false } => Blocked(flow, ExplanationCode.BadStateRoute, peering.Component, "the peering connection is not accepted"),
            _ => flow,
        };
        if (active is not null && Between(active, from.Vpc, other) is { } inside)
        {
            foreach (var left in Leave(inside, from))
            {
                EnterSubnets(left.Via(peering.Component), other);
            }
        }
    }

    private static Flow? Between(Flow flow, VpcNode near, VpcNode far)
    {
        var source = near.AddressesUnknown is null ? flow.Header.Source.Intersect(near.Addresses) : flow.Header.Source;
        var destination = far.AddressesUnknown is null ? flow.Header.Destination.Intersect(far.Addresses) : flow.Header.Destination;
        if (source.IsEmpty || destination.IsEmpty)
        {
            return null;
        }

        return flow.From(source).To(destination) with
        {
            // Across Regions a peering connection does not tell who sent a packet.
            References = near.Vpc.Region == far.Vpc.Region ? flow.References : ReferenceScope.Lost,
        };
    }
}
