using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3006: entries of a network ACL for which earlier entries leave nothing.</summary>
/// <remarks>
/// A warning where earlier entries do the opposite; repetition is information, in one finding for the whole ACL.
/// Source: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html
/// </remarks>
internal sealed class ShadowedAclEntries : IFindingRule
{
    public IEnumerable<Finding> Find(FindingContext context) => context.Model.All<NetworkAcl>().SelectMany(Find);

    private static IEnumerable<Finding> Find(NetworkAcl acl)
    {
        var shadowed = AclPackets.Of(acl, isEgress: false).Concat(AclPackets.Of(acl, isEgress: true))
            .Where(pair => pair.Decided.Count == 0)
            .Select(pair => (pair.Entry, Opposite: Opposite(acl, pair.Entry)))
            .ToList();
        foreach (var (entry, opposite) in shadowed.Where(pair => pair.Opposite.Count > 0))
        {
            yield return new(
                DiagnosticCatalogue.ShadowedAclEntry,
                FindingSeverity.Warning,
                acl.Component,
                $"{AclPackets.Describe(entry)} never decides: {string.Join(", ", opposite.Select(AclPackets.Describe))} does the opposite with all of its packets first",
                "give it a lower number than the entry that contradicts it, or delete it");
        }

        if (shadowed.FindAll(pair => pair.Opposite.Count == 0) is { Count: > 0 } repeated)
        {
            yield return new(
                DiagnosticCatalogue.ShadowedAclEntry,
                FindingSeverity.Information,
                acl.Component,
                $"entries that only repeat what earlier ones decide: {string.Join(", ", repeated.Select(pair => AclPackets.Describe(pair.Entry)))}",
                "leave them if they are generated; an ACL holds 20 entries for each direction unless the quota is raised");
        }
    }

    /// <summary>Earlier entries of the other action that take all packets of an entry; none where they leave some to others.</summary>
    private static List<NetworkAclEntry> Opposite(NetworkAcl acl, NetworkAclEntry entry)
    {
        var box = AclPackets.BoxOf(entry);
        List<Box> rest = [box];
        var opposite = new List<NetworkAclEntry>();
        foreach (var (earlier, _) in AclPackets.Of(acl, entry.IsEgress).TakeWhile(pair => !ReferenceEquals(pair.Entry, entry)))
        {
            var other = AclPackets.BoxOf(earlier);
            if (earlier.IsAllow.Value != entry.IsAllow.Value && box.Intersect(other) is not null)
            {
                opposite.Add(earlier);
                rest = [.. rest.SelectMany(left => left.Except(other))];
            }
        }

        return rest.Count == 0 ? opposite : [];
    }
}
