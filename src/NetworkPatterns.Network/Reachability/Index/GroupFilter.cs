using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>What the groups of an interface let pass in one direction: by address, and by membership of the other side.</summary>
internal sealed class GroupFilter(Filter byAddress, IReadOnlyDictionary<ComponentId, Filter> byMembership, bool hasRules)
{
    public static GroupFilter Everything { get; } = new(Filter.Everything, ImmutableDictionary<ComponentId, Filter>.Empty, hasRules: true);

    public Filter ByAddress { get; } = byAddress;

    /// <summary>Permits for members of a group, whatever their address.</summary>
    public IReadOnlyDictionary<ComponentId, Filter> ByMembership { get; } = byMembership;

    public bool HasRules { get; } = hasRules;
}

/// <summary>Compiles security groups; equal sets of groups share one filter.</summary>
internal sealed class GroupCompiler(RuleAddresses addresses)
{
    private readonly Dictionary<string, GroupFilter> compiled = new(StringComparer.Ordinal);

    public GroupFilter Compile(ImmutableArray<SecurityGroup> groups, ImmutableArray<UnknownValue> unknownGroups, bool egress)
    {
        var key = $"{egress}|{string.Join('|', groups.Select(group => group.Id.ToString()))}|{string.Join('|', unknownGroups)}";
        lock (compiled)
        {
            if (!compiled.TryGetValue(key, out var filter))
            {
                compiled[key] = filter = Make(groups, unknownGroups, egress);
            }

            return filter;
        }
    }

    private GroupFilter Make(ImmutableArray<SecurityGroup> groups, ImmutableArray<UnknownValue> unknownGroups, bool egress)
    {
        var rules = groups.SelectMany(group => egress ? group.Egress : group.Ingress).ToList();
        var open = groups.SelectMany(group => group.MayHaveMoreRules).Concat(unknownGroups).ToList();
        var byAddress = rules.SelectMany(rule => ByAddress(rule, egress))
            .Concat(open.Select(unknown => new Permit(Box.Everything, Doubts.On(unknown))));
        var byMembership = rules
            .Where(rule => rule.Peer is RulePeer.Group)
            .GroupBy(rule => ((RulePeer.Group)rule.Peer).SecurityGroup)
            .ToDictionary(group => group.Key, group => Filter.Of(group.Select(rule => OfTraffic(rule))));
        return new(Filter.Of(byAddress), byMembership, rules.Count > 0 || open.Count > 0);
    }

    private IEnumerable<Permit> ByAddress(SecurityGroupRule rule, bool egress)
    {
        var peers = rule.Peer switch
        {
            RulePeer.Range range => addresses.Of(range.Cidr, rule.Id),
            RulePeer.List list => addresses.OfList(list.PrefixList, rule.Id),
            RulePeer.Open open => [(AddressSet.Full, Doubts.On(open.Unknown))],
            _ => [],
        };
        var traffic = OfTraffic(rule);
        return peers.Select(peer => new Permit(
            egress ? traffic.Box with { Destination = peer.Addresses } : traffic.Box with { Source = peer.Addresses },
            traffic.Doubts.And(peer.Doubts)));
    }

    private static Permit OfTraffic(SecurityGroupRule rule)
    {
        var (box, unknown) = TrafficBox.Of(rule.Traffic);
        return new(box, Doubts.On(unknown).And(Doubts.On(rule.Doubt)));
    }
}
