using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Connectivity;

/// <summary>N69. Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html</summary>
public sealed class PeeringRule() : ResourceRule(
    "N69",
    "Peered VPCs have no address in common; each has routes to every block of the other, and through the peering to nothing else; across accounts there is a role to accept with.",
    "AWS::EC2::VPCPeeringConnection")
{
    protected override IEnumerable<string> Problems(Resource peering)
    {
        if (peering["PeerOwnerId"].Exists && !peering["PeerRoleArn"].Exists)
        {
            yield return "is with another account, and has no PeerRoleArn";
        }

        var (one, other) = (peering["VpcId"].Target, peering["PeerVpcId"].Target);
        if (one is not null && other is not null)
        {
            foreach (var block in one.Blocks())
            {
                foreach (var peer in other.Blocks().Where(peer => block.Range is { } range && peer.Range is { } peerRange && range.Overlaps(peerRange) == true))
                {
                    yield return $"{block.Source.LogicalId} overlaps {peer.Source.LogicalId}";
                }
            }
        }

        foreach (var problem in RoutesOf(peering, one, other).Concat(RoutesOf(peering, other, one)))
        {
            yield return problem;
        }
    }

    private static IEnumerable<string> RoutesOf(Resource peering, Resource? from, Resource? to)
    {
        if (from is null)
        {
            yield break;
        }

        var routes = peering.Referring("AWS::EC2::Route", "VpcPeeringConnectionId").Where(route => ReferenceEquals(route["RouteTableId"].Target?["VpcId"].Target, from)).ToList();
        if (routes.Count == 0)
        {
            yield return $"no route of {from.LogicalId} leads through it";
        }

        var blocks = to?.Blocks().Select(block => (block.Source.LogicalId, block.Range, block.IsIPv6)).ToList();
        if (blocks is null)
        {
            yield break;
        }

        var destinations = routes.Select(route => (route.LogicalId, Range: Destination(route))).ToList();
        foreach (var (id, range) in destinations.Where(route => route.Range is null || !blocks.Any(block => block.Range?.Contains(route.Range) == true)))
        {
            yield return range is null ? $"the destination of {id} can't be decided" : $"{id} leads beyond {to!.LogicalId}";
        }

        // The families of a peering are those that both VPCs have.
        var families = from.Blocks().Select(block => block.IsIPv6).ToHashSet();
        foreach (var (id, _, _) in blocks.Where(block => families.Contains(block.IsIPv6) && !destinations.Any(route => route.Range is { } there && block.Range?.Overlaps(there) == true)))
        {
            yield return $"no route of {from.LogicalId} leads to {id}";
        }
    }

    private static AddressRange? Destination(Resource route) =>
        AddressRange.Of(route["DestinationCidrBlock"]) ?? AddressRange.Of(route["DestinationIpv6CidrBlock"]);
}
