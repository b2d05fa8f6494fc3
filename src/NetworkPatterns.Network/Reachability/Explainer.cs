using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Conversations;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;
using NetworkPatterns.Network.Reachability.Walking;

namespace NetworkPatterns.Network.Reachability;

/// <summary>Finds, of all ways through, the one that needs the fewest changes, with every setting on it that blocks.</summary>
/// <remarks>
/// The conversation is walked again with a growing budget of settings that may be passed although they block: the first
/// budget with a way through is the smallest number of changes.
/// </remarks>
internal sealed class Explainer(NetworkIndex index)
{
    private const int MostChanges = 9;
    private const int MostPairs = 24;

    public ImmutableArray<Explanation> Explain(ReachabilityQuery query, IReadOnlyList<(End From, End To)> pairs)
    {
        if (pairs.Count == 0)
        {
            return [];
        }

        var considered = pairs.Take(MostPairs).ToList();
        for (var budget = 1; budget <= MostChanges; budget++)
        {
            var ways = new List<ImmutableArray<Explanation>>();
            foreach (var (from, to) in considered)
            {
                var conversation = new Conversation(index, query, from, to, budget);
                conversation.Open();
                ways.AddRange(conversation.Proofs.Where(proof => proof.Cost == budget).OrderBy(AvoidsInspections).ThenBy(IsOneSided).ThenBy(proof => proof.Doubts.Items.Length).Select(ToList));
            }

            if (ways.Count > 0)
            {
                return ways[0];
            }
        }

        return WithoutAnyWay(query, considered[0].From, considered[0].To);
    }

    // Of ways that need as many changes, the one that is inspected is the one that was meant.
    private static bool AvoidsInspections(Proof proof) => !Trail.ToPath(proof.Path).Any(hop => hop.Component.Type is "AWS::NetworkFirewall::Firewall");

    // That a firewall does not know a flow says less than the route that leads around it.
    private static bool IsOneSided(Proof proof)
    {
        for (var obstacle = proof.Obstacles; obstacle is not null; obstacle = obstacle.Earlier)
        {
            if (obstacle.Explanation.Code == ExplanationCode.AsymmetricFirewall)
            {
                return true;
            }
        }

        return false;
    }

    private static ImmutableArray<Explanation> ToList(Proof proof)
    {
        var explanations = new List<Explanation>();
        for (var obstacle = proof.Obstacles; obstacle is not null; obstacle = obstacle.Earlier)
        {
            explanations.Add(obstacle.IsOnTheWayBack
                ? obstacle.Explanation with { Detail = $"answers: {obstacle.Explanation.Detail}" }
                : obstacle.Explanation);
        }

        explanations.Reverse();
        return [.. explanations];
    }

    /// <summary>No gateway leads there: the missing connection, and what both ends' groups say besides.</summary>
    private static ImmutableArray<Explanation> WithoutAnyWay(ReachabilityQuery query, End from, End to)
    {
        var missing = PeeringOutOfRange(from, to) ?? (from, to) switch
        {
            (End.Interface { Vpc: { } near }, End.Interface { Vpc: { } far } target) =>
                !near.Equals(far) ? new Explanation(ExplanationCode.DisconnectedVpcs, near.Vpc.Component, $"nothing connects it with {far.Id}")
                : HaveCommonVersion(query, ((End.Interface)from).Node, target.Node) ? new(ExplanationCode.NoPath, near.Vpc.Component, "no way through")
                : new(ExplanationCode.NoCommonIpVersion, target.Node.Model.Component, "no address of the IP version that the other end has"),
            _ when (from.Vpc ?? to.Vpc) is { } vpc => new(ExplanationCode.NoPath, vpc.Vpc.Component, vpc.InternetGateway is null
                ? "no internet gateway is attached, and nothing else leads there"
                : "none of its gateways leads there"),
            _ => null,
        };
        if (missing?.Code == ExplanationCode.NoCommonIpVersion)
        {
            return [missing];
        }

        var groups = new List<Explanation?> { missing };
        if (from is End.Interface { Node: var sender } && Permits(query, sender.Egress, to) is { } outbound)
        {
            groups.Add(new(outbound, sender.Groups.FirstOrDefault()?.Component ?? sender.Model.Component, "no outbound rule for this traffic"));
        }

        if (to is End.Interface { Node: var receiver } && Permits(query, receiver.Ingress, from) is { } inbound)
        {
            groups.Add(new(inbound, receiver.Groups.FirstOrDefault()?.Component ?? receiver.Model.Component, "no inbound rule for this traffic"));
        }

        return [.. groups.OfType<Explanation>()];
    }

    /// <summary>The sender's table leads over a peering connection to addresses that are not the peer's own.</summary>
    private static Explanation? PeeringOutOfRange(End from, End to)
    {
        if (from is not End.Interface { Node.Subnet: { } subnet })
        {
            return null;
        }

        var meant = to switch
        {
            End.Interface { Node: var node } => node.Addresses.Aggregate(AddressSet.Empty, (all, address) => all.Union(address.Private)),
            End.Outside outside => outside.Addresses,
            _ => AddressSet.Empty,
        };
        return subnet.Routes.Lookup(meant).SelectMany(part => part.NextHops).Select(hop => hop.Target).OfType<VpcPeering>().FirstOrDefault() is { } peering
            ? new(ExplanationCode.PeeringAddress, peering.Component, $"{AddressText.Of(meant)} is not an address of the peer VPC")
            : null;
    }

    private static bool HaveCommonVersion(ReachabilityQuery query, InterfaceNode from, InterfaceNode to) =>
        from.Addresses.Any(near => to.Addresses.Any(far => near.IsIPv6 == far.IsIPv6) && Questions.Of(query, near.IsIPv6).Any());

    /// <summary>Why a group lets nothing of the traffic pass; null when it lets some.</summary>
    private static string? Permits(ReachabilityQuery query, GroupFilter filter, End other)
    {
        var isIngress = other is not End.Interface;
        var questions = Questions.Of(query, isIPv6: false).Concat(Questions.Of(query, isIPv6: true)).ToList();
        if (other is End.Outside outside)
        {
            questions = [.. questions.SelectMany(box => new[] { box with { Source = box.Source.Intersect(outside.Addresses) }, box with { Destination = box.Destination.Intersect(outside.Addresses) } }).Where(box => !box.IsEmpty)];
        }

        return filter.ByAddress.Permits.Any(permit => questions.Exists(box => box.Intersect(permit.Box) is not null)) ? null
            : !isIngress && filter.ByMembership.Count > 0 ? null
            : filter.HasRules ? ExplanationCode.SecurityGroupRules
            : ExplanationCode.SecurityGroupHasNoRules;
    }
}
