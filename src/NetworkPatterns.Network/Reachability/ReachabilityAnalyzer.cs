using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Conversations;
using NetworkPatterns.Network.Reachability.Index;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability;

/// <summary>Answers what can reach what in a network model, exactly and for every packet at once.</summary>
/// <remarks>
/// Make one for a model and ask it as often as needed, from any thread: names, tables and rules are compiled once. What *reachable* means,
/// what is modelled and what is not: <c>docs/engine-model.md</c>.
/// </remarks>
public sealed class ReachabilityAnalyzer
{
    private readonly NetworkIndex index;
    private readonly Lazy<OpenClasses> openClasses;

    /// <summary>Compiles a model.</summary>
    public ReachabilityAnalyzer(NetworkModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        index = new(model);
        openClasses = new(() => new OpenClasses(index));
    }

    internal NetworkIndex Index => index;

    /// <summary>Answers one question.</summary>
    /// <exception cref="ArgumentException">A selector names an interface or service that the model does not have.</exception>
    public ReachabilityAnswer Answer(ReachabilityQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        var pairs = Pairs(query);
        var answer = new AnswerBuilder(index).Build(Prove(query, pairs));
        return answer.Verdict == Verdict.NotReachable
            ? answer with { Explanations = new Explainer(index).Explain(query, pairs) }
            : answer;
    }

    /// <summary>Only the verdict, for many questions at once: without packets, ways and explanations.</summary>
    /// <exception cref="ArgumentException">A selector names an interface or service that the model does not have.</exception>
    public Verdict Decide(ReachabilityQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return AnswerBuilder.VerdictOf(Prove(query, Pairs(query)));
    }

    /// <summary>Every way through, certain or not, for callers that compare packets.</summary>
    internal List<Proof> Prove(ReachabilityQuery query) => Prove(query, Pairs(query));

    /// <summary>The same, for callers that ask about all parties: what is closed for all of its class is found at once and not tried again.</summary>
    internal List<Proof> ProveOpen(ReachabilityQuery query) => Prove(
        query, Pairs(query).Where(pair => pair is not { From: End.Interface { Node: var from }, To: End.Interface { Node: var to } } || openClasses.Value.Contains(from, to)));

    private List<Proof> Prove(ReachabilityQuery query, IEnumerable<(End From, End To)> pairs)
    {
        var proofs = new List<Proof>();
        foreach (var (from, to) in pairs)
        {
            var conversation = new Conversation(index, query, from, to);
            conversation.Open();
            proofs.AddRange(conversation.Proofs);
        }

        return proofs;
    }

    /// <summary>Answers every pair of some groups of interfaces: tiers, segments, functions.</summary>
    /// <exception cref="ArgumentException">A group names an interface that the model does not have.</exception>
    public ReachabilityMatrix AnswerAllPairs(
        ImmutableArray<InterfaceGroup> groups, QueryProtocol protocol = QueryProtocol.Any, PortRange? ports = null, IpVersion? ipVersion = null) =>
        new Sweeping.MatrixBuilder(index, groups, protocol, ports, ipVersion).Build();

    /// <summary>The pairs of ends to try: one interface of each class stands for all of them.</summary>
    private List<(End From, End To)> Pairs(ReachabilityQuery query)
    {
        var from = Ends(query.From);
        var to = Ends(query.To);
        var pairs = from.SelectMany(_ => to, (one, other) => (one.End, other.End, IsSame: IsOneInterface(one, other))).ToList();
        var others = pairs.Where(pair => !pair.IsSame).ToList();
        return [.. (others.Count > 0 ? others : pairs).Select(pair => (pair.Item1, pair.Item2))];
    }

    private static bool IsOneInterface((End End, int Count) one, (End End, int Count) other) =>
        one is { End: End.Interface { Node: var from }, Count: 1 } && other is { End: End.Interface { Node: var to }, Count: 1 } && from == to;

    private List<(End End, int Count)> Ends(EndpointSelector selector) => selector switch
    {
        EndpointSelector.Interfaces interfaces =>
        [
            .. interfaces.Ids.Distinct()
                .Select(id => index.Interfaces.GetValueOrDefault(id) ?? throw new ArgumentException($"the model has no interface {id}", nameof(selector)))
                .GroupBy(node => node.Class)
                .Select(group => ((End)new End.Interface(group.First()), group.Count())),
        ],
        EndpointSelector.Internet => [(new End.Outside(index.Internet, IsInternetOnly: true), 1)],
        EndpointSelector.Outside outside => [(new End.Outside(AddressSpace.Of(outside.Cidr), IsInternetOnly: false), 1)],
        EndpointSelector.Service service =>
        [
            (new End.Service(index.Find<NetworkObject>(service.Id) ?? throw new ArgumentException($"the model has no {service.Id}", nameof(selector))), 1),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(selector)),
    };
}
