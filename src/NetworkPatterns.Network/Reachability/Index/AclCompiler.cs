using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>First match decides: each entry takes its packets away from the entries behind it.</summary>
internal sealed class AclCompiler(RuleAddresses addresses)
{
    public Filter Compile(NetworkAcl acl, bool egress)
    {
        var permits = new List<Permit>();
        List<Permit> rest = [new(Box.Everything, Doubts.On(acl.MayHaveMoreEntries))];
        if (acl.MayHaveMoreEntries.Length > 0)
        {
            // An entry that nobody knows may let anything pass that the known ones don't.
            permits.Add(rest[0]);
        }

        var entries = acl.Entries.Where(entry => entry.IsEgress == egress).OrderBy(entry => entry.RuleNumber.Or(0));
        foreach (var entry in entries)
        {
            rest = Apply(entry, rest, permits);
        }

        return Filter.Of(permits);
    }

    private List<Permit> Apply(NetworkAclEntry entry, List<Permit> rest, List<Permit> permits)
    {
        var left = rest;
        foreach (var (box, doubts) in Matches(entry))
        {
            var missed = new List<Permit>();
            foreach (var packets in left)
            {
                if (packets.Box.Intersect(box) is not { } hit)
                {
                    missed.Add(packets);
                    continue;
                }

                var hitDoubts = packets.Doubts.And(doubts);
                if (entry.IsAllow.Or(true))
                {
                    permits.Add(new(hit, hitDoubts.And(Doubts.On(entry.IsAllow.Unknown))));
                }

                missed.AddRange(packets.Box.Except(box).Select(part => packets with { Box = part }));
                if (doubts.Any)
                {
                    missed.Add(new(hit, hitDoubts));
                }
            }

            left = missed;
        }

        return left;
    }

    private IEnumerable<Permit> Matches(NetworkAclEntry entry)
    {
        var (traffic, unknown) = TrafficBox.Of(entry.Traffic);
        var doubts = Doubts.On(unknown).And(Doubts.On(entry.Doubt)).And(Doubts.On(entry.RuleNumber.Unknown));
        foreach (var (set, addressDoubts) in addresses.Of(entry.Cidr, entry.Id))
        {
            var box = entry.IsEgress ? traffic with { Destination = set } : traffic with { Source = set };
            yield return new(box, doubts.And(addressDoubts));
        }
    }
}
