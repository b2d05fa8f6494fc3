using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>What a firewall policy does with packets.</summary>
/// <param name="Pass">Packets that stateless rules pass by themselves, of either direction.</param>
/// <param name="Forward">First packets of flows that stateless rules hand over and stateful rules pass.</param>
/// <param name="ForwardAnswers">Packets that stateless rules hand over; of a known flow they pass.</param>
internal sealed record FirewallRules(ImmutableArray<Permit> Pass, ImmutableArray<Permit> Forward, ImmutableArray<Permit> ForwardAnswers);

/// <summary>Compiles firewall policies.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/firewall-policy-processing.html</remarks>
internal sealed class FirewallCompiler(RuleAddresses addresses)
{
    public FirewallRules Compile(FirewallPolicy policy)
    {
        var pass = new List<Permit>();
        var forward = new List<Permit>();
        List<Permit> rest = [new(Box.Everything, Doubts.None)];
        foreach (var rule in policy.StatelessRules)
        {
            var matches = Matches(rule.Match, rule.Id, bothDirections: false);
            rest = Take(rest, matches, rule.Action switch { StatelessAction.Pass => pass, StatelessAction.Forward => forward, _ => [] });
        }

        foreach (var each in rest)
        {
            switch (policy.StatelessDefault)
            {
                case { IsKnown: false } unknown:
                    pass.Add(each with { Doubts = each.Doubts.And(Doubts.On(unknown.Unknown)) });
                    break;

                case { Value: StatelessAction.Pass }:
                    pass.Add(each);
                    break;

                case { Value: StatelessAction.Forward }:
                    forward.Add(each);
                    break;
            }
        }

        var stateful = Stateful(policy);
        var passed = forward.SelectMany(first => stateful
            .Select(second => (Box: first.Box.Intersect(second.Box), Doubts: first.Doubts.And(second.Doubts)))
            .Where(both => both.Box is not null)
            .Select(both => new Permit(both.Box!, both.Doubts)));
        return new([.. pass], [.. passed], [.. forward]);
    }

    private List<Permit> Stateful(FirewallPolicy policy)
    {
        var order = policy.StrictOrder;
        if (!order.IsKnown)
        {
            return [new(Box.Everything, Doubts.On(order.Unknown))];
        }

        // In the default order pass rules come first, then drop rules; alerts decide nothing.
        var rules = policy.StatefulRules.Where(rule => rule.Action != StatefulAction.Alert);
        var ordered = (order.Value ? rules : rules.OrderBy(rule => rule.Action == StatefulAction.Pass ? 0 : 1)).ToList();
        var passed = new List<Permit>();
        var rest = Apply(ordered.Where(rule => !rule.OnlyEstablished), [new(Box.Everything, Doubts.None)], passed);

        // What no rule takes at first may open its connection, and meets the rules about established ones; else it goes no further.
        var drops = order.Value ? policy.DropsUnmatched : false;
        var mayOpen = !drops.IsKnown || !drops.Value || policy.LetsUnmatchedOpen;
        rest = mayOpen ? Apply(ordered.Where(rule => rule.OnlyEstablished), [.. rest.Select(each => each with { Doubts = each.Doubts.And(Doubts.On(drops.Unknown)) })], passed) : [];
        if (!drops.IsKnown || !drops.Value)
        {
            passed.AddRange(rest);
        }

        return passed;
    }

    private List<Permit> Apply(IEnumerable<StatefulRule> rules, List<Permit> packets, List<Permit> passed)
    {
        foreach (var rule in rules)
        {
            var doubts = Doubts.On(rule.Undecidable);
            var matches = Matches(rule.Match, rule.Id, rule.BothDirections)
                .Select(match => match with { Doubts = match.Doubts.And(doubts) });
            packets = Take(packets, matches, rule.Action == StatefulAction.Pass ? passed : []);
        }

        return packets;
    }

    /// <summary>Moves what matches to where it goes; what matches only perhaps also stays.</summary>
    private static List<Permit> Take(List<Permit> rest, IEnumerable<Permit> matches, List<Permit> taken)
    {
        foreach (var match in matches)
        {
            var left = new List<Permit>();
            foreach (var packets in rest)
            {
                if (packets.Box.Intersect(match.Box) is not { } hit)
                {
                    left.Add(packets);
                    continue;
                }

                var doubts = packets.Doubts.And(match.Doubts);
                taken.Add(new(hit, doubts));
                left.AddRange(packets.Box.Except(match.Box).Select(part => packets with { Box = part }));
                if (match.Doubts.Any)
                {
                    left.Add(new(hit, doubts));
                }
            }

            rest = left;
        }

        return rest;
    }

    private IEnumerable<Permit> Matches(FirewallMatch match, ComponentId owner, bool bothDirections)
    {
        var protocols = match.Protocols.IsEmpty ? ProtocolSet.Full : ProtocolSet.Of(match.Protocols.Select(number => ((byte)number, (byte)number)));
        var withPorts = Ports(match.SourcePorts) is var sourcePorts && Ports(match.DestinationPorts) is var destinationPorts
            && (!sourcePorts.IsFull || !destinationPorts.IsFull);
        foreach (var (source, sourceDoubts) in Ranges(match.Sources, owner))
        {
            foreach (var (destination, destinationDoubts) in Ranges(match.Destinations, owner))
            {
                var doubts = sourceDoubts.And(destinationDoubts).And(Doubts.On(match.Unknown));
                var box = new Box(source, destination, protocols, sourcePorts, destinationPorts);
                if (withPorts)
                {
                    // Ports say something about TCP and UDP only.
                    box = box with { Protocols = protocols.Intersect(ProtocolSet.Of([(Box.Tcp, Box.Tcp), (Box.Udp, Box.Udp)])) };
                }

                if (!box.IsEmpty)
                {
                    yield return new(box, doubts);
                }

                if (bothDirections && !box.IsEmpty)
                {
                    yield return new(box with { Source = destination, Destination = source, SourcePorts = destinationPorts, DestinationPorts = sourcePorts }, doubts);
                }
            }
        }
    }

    private static PortSet Ports(ImmutableArray<PortRange> ranges) =>
        ranges.IsEmpty ? PortSet.Full : ranges.Aggregate(PortSet.Empty, (all, range) => all.Union(TrafficBox.Ports(range)));

    private IEnumerable<(AddressSet Addresses, Doubts Doubts)> Ranges(ImmutableArray<Maybe<Cidr>> ranges, ComponentId owner) =>
        ranges.IsEmpty ? [(AddressSet.Full, Doubts.None)] : ranges.SelectMany(range => addresses.Of(range, owner));
}
