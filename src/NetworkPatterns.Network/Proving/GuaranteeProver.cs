using System.Collections.Concurrent;
using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving.Entrances;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reachability.Walking;
using NetworkPatterns.Network.Selection;
using Traffic = NetworkPatterns.Core.Guarantees.Traffic;

namespace NetworkPatterns.Network.Proving;

/// <summary>Proves or refutes what networks promise.</summary>
public sealed class GuaranteeProver
{
    private readonly Parties _parties;
    private readonly ReachabilityAnalyzer _analyzer;
    private readonly EntranceProver _entrances;

    // Promises of a hub name the same inspection for every pair of its spokes.
    private readonly ConcurrentDictionary<(Party Through, string Network), ReachabilityAnalyzer> _without = [];

    /// <summary>A prover for a model and the tiers that guarantees speak of.</summary>
    /// <param name="model">The network.</param>
    /// <param name="tiers">Its tiers.</param>
    /// <param name="selectors">Finds what guarantees name otherwise; without it they name nothing.</param>
    public GuaranteeProver(NetworkModel model, IEnumerable<Tier> tiers, SelectorResolver? selectors = null)
    {
        _parties = new(model, tiers, selectors);
        _analyzer = new(_parties.Model);
        _entrances = new(_parties.Model, _analyzer, selectors);
    }

    /// <summary>Every guarantee of a set, in its order.</summary>
    public ImmutableArray<GuaranteeResult> Prove(GuaranteeSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return [.. set.Guarantees.Select(guarantee => Prove(guarantee, set.Network))];
    }

    /// <summary>One guarantee of a network; the network's name is empty for a rule that belongs to none.</summary>
    public GuaranteeResult Prove(Guarantee guarantee, string network)
    {
        ArgumentNullException.ThrowIfNull(guarantee);
        ArgumentNullException.ThrowIfNull(network);
        var result = new GuaranteeResult(network, guarantee, GuaranteeOutcome.Holds);
        return guarantee switch
        {
            CanReach can => ProveCanReach(can, result),
            NeverReaches never => Refute(Questions(never, network, [Traffic.Any]), _analyzer, result),
            ReachesAtMost most => Refute(Questions(most, network, TrafficComplement.Of(most.Traffic)), _analyzer, result),
            OnlyThrough only => Refute(
                Questions(only, network, [Traffic.Any]),
                _without.GetOrAdd((only.Through, network), key => new(Detour.Without(_parties.Model, _parties.Members(key.Through, key.Network)))),
                result),
            SingleEntrance entrance => _entrances.Prove(entrance, result),
            _ => result with { Outcome = GuaranteeOutcome.Undecided, Detail = "a guarantee of a kind that is not known" },
        };
    }

    private GuaranteeResult ProveCanReach(CanReach can, GuaranteeResult result)
    {
        var pairs = Pairs(_parties.Meant(can.From, result.Network), _parties.Meant(can.To, result.Network)).ToList();
        if (pairs.Count == 0)
        {
            return result with { Outcome = GuaranteeOutcome.Undecided, Detail = "one of the sides has no subnet or group in the templates" };
        }

        var open = result;
        foreach (var (from, to) in pairs)
        {
            foreach (var traffic in can.Traffic)
            {
                var answer = AnswerForEveryFlow(QueryOf(from, to, traffic), _parties.Model, _analyzer);
                if (answer.Verdict == Verdict.NotReachable || (answer.Verdict == Verdict.Reachable && !PacketCover.Covers(answer, traffic)))
                {
                    return result with
                    {
                        Outcome = GuaranteeOutcome.Fails,
                        Detail = answer.Verdict == Verdict.NotReachable ? $"{traffic} does not get through" : $"not all of {traffic} gets through",
                        Evidence = answer,
                    };
                }

                if (answer.Verdict == Verdict.Unknown)
                {
                    open = result with { Outcome = GuaranteeOutcome.Undecided, Detail = $"whether {traffic} gets through is open", Evidence = answer };
                }
            }
        }

        return open;
    }

    // A Transit Gateway picks a zone for each flow: one that is not open in every zone loses some.
    private static ReachabilityAnswer AnswerForEveryFlow(ReachabilityQuery query, NetworkModel model, ReachabilityAnalyzer analyzer)
    {
        var answer = analyzer.Answer(query);
        if (answer.Verdict != Verdict.Unknown
            || model.All<TransitGatewayAttachment>().FirstOrDefault(attachment => attachment.HandsOverIn is null && answer.Unknowns.Contains(Handover.ZoneOf(attachment))) is not { } picked)
        {
            return answer;
        }

        var inEachZone = picked.Subnets.Where(subnet => subnet.IsKnown).Select(subnet => Handover.In(model, picked, subnet.Value))
            .Select(part => AnswerForEveryFlow(query, part, new ReachabilityAnalyzer(part)))
            .ToList();
        return inEachZone.Find(each => each.Verdict == Verdict.NotReachable) ?? answer;
    }

    // A promise that nothing gets through holds when no question has an answer that could be yes.
    private static GuaranteeResult Refute(IEnumerable<(ReachabilityQuery Query, Traffic Traffic)> questions, ReachabilityAnalyzer analyzer, GuaranteeResult result)
    {
        var open = result;
        foreach (var (query, traffic) in questions)
        {
            var answer = analyzer.Answer(query);
            if (answer.Verdict == Verdict.Reachable)
            {
                return result with { Outcome = GuaranteeOutcome.Fails, Detail = $"{traffic} gets through", Evidence = answer };
            }

            if (answer.Verdict == Verdict.Unknown)
            {
                open = result with { Outcome = GuaranteeOutcome.Undecided, Detail = $"whether {traffic} gets through is open", Evidence = answer };
            }
        }

        return open;
    }

    private IEnumerable<(ReachabilityQuery Query, Traffic Traffic)> Questions(Guarantee guarantee, string network, IEnumerable<Traffic> traffic) =>
        from pair in Pairs(
            _parties.Possible(guarantee.From, network, guarantee.To),
            _parties.Possible(guarantee.To, network, guarantee.From))
        from item in traffic
        select (QueryOf(pair.From, pair.To, item), item);

    private static IEnumerable<(EndpointSelector From, EndpointSelector To)> Pairs(IEnumerable<EndpointSelector> opening, IEnumerable<EndpointSelector> answering) =>
        from one in opening
        from other in answering
        where one is EndpointSelector.Interfaces || other is EndpointSelector.Interfaces
        select (one, other);

    private static ReachabilityQuery QueryOf(EndpointSelector from, EndpointSelector to, Traffic traffic) => traffic.Protocol switch
    {
        TrafficProtocol.Tcp => new(from, to, QueryProtocol.Tcp, new PortRange(traffic.FirstPort, traffic.LastPort)),
        TrafficProtocol.Udp => new(from, to, QueryProtocol.Udp, new PortRange(traffic.FirstPort, traffic.LastPort)),
        TrafficProtocol.Icmp => new(from, to, QueryProtocol.Icmp),
        _ => new(from, to),
    };
}
