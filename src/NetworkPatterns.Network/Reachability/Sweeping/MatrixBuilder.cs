using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Conversations;
using NetworkPatterns.Network.Reachability.Index;

namespace NetworkPatterns.Network.Reachability.Sweeping;

/// <summary>
/// Answers all pairs without asking about each: packets of a group to every address there is are sent once, and only
/// where they arrive a conversation is tried. Interfaces of one class are tried once.
/// </summary>
internal sealed class MatrixBuilder
{
    private readonly NetworkIndex index;
    private readonly ImmutableArray<InterfaceGroup> groups;
    private readonly ReachabilityQuery query;
    private readonly List<List<InterfaceNode>> classesOfGroup;
    private readonly TargetMap targets;
    private readonly InternetLegs internet;

    public MatrixBuilder(NetworkIndex index, ImmutableArray<InterfaceGroup> groups, QueryProtocol protocol, PortRange? ports, IpVersion? ipVersion)
    {
        (this.index, this.groups) = (index, groups);
        query = new(EndpointSelector.Of(), EndpointSelector.Of(), protocol, ports, ipVersion);
        classesOfGroup = [.. groups.Select(group => group.Interfaces.Distinct().Select(Find).DistinctBy(node => node.Class).ToList())];
        targets = new(classesOfGroup);
        internet = new(index, query);
    }

    public ReachabilityMatrix Build()
    {
        var rows = new ImmutableArray<(int To, Verdict Verdict)>[groups.Length];
        Parallel.For(0, groups.Length, from => rows[from] = Row(from));
        return new(groups, [.. rows]);
    }

    private ImmutableArray<(int To, Verdict Verdict)> Row(int from)
    {
        var row = new Row(groups.Length);
        foreach (var node in classesOfGroup[from])
        {
            if (node.Subnet is null || node.LoadBalancer is not null)
            {
                // A load balancer sends to its targets only, and an interface without a place may be anywhere.
                TryEach(node, from, row);
            }
            else
            {
                new Sweep(index, query, node, targets, internet, row, target => IsItself(node, target, from)).Run();
            }
        }

        foreach (var node in targets.WithoutPlace)
        {
            TryOne(classesOfGroup[from].Find(each => each != node) ?? node, node, row);
        }

        return [.. row.Verdicts()];
    }

    private void TryEach(InterfaceNode node, int from, Row row)
    {
        foreach (var target in targets.All.Where(target => node.Subnet is null || index.MayBeTarget(node.LoadBalancer!, target)))
        {
            if (!IsItself(node, target, from))
            {
                TryOne(node, target, row);
            }
        }
    }

    private void TryOne(InterfaceNode node, InterfaceNode target, Row row)
    {
        if (!row.IsDone(targets.GroupsOf(target)))
        {
            var conversation = new Conversation(index, query, new End.Interface(node), new End.Interface(target));
            conversation.Open();
            row.Add(targets.GroupsOf(target), conversation.Proofs);
        }
    }

    /// <summary>An interface does not talk to itself, unless it stands for several or is all there is.</summary>
    private bool IsItself(InterfaceNode node, InterfaceNode target, int from) =>
        node == target
        && groups[from].Interfaces.Distinct().Count(id => index.Interfaces[id].Class == node.Class) == 1
        && classesOfGroup[from].Count > 1;

    private InterfaceNode Find(ComponentId id) =>
        index.Interfaces.GetValueOrDefault(id) ?? throw new ArgumentException($"the model has no interface {id}", nameof(id));
}
