using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Findings;

/// <summary>The packets that each entry of a network ACL decides about: those that no earlier entry takes.</summary>
internal static class AclPackets
{
    /// <summary>Whether every entry is known.</summary>
    public static bool IsKnown(NetworkAcl acl) => acl.MayHaveMoreEntries.IsEmpty && acl.Entries.All(IsKnown);

    /// <summary>The entries of a direction in their order, each with what is left for it.</summary>
    public static IEnumerable<(NetworkAclEntry Entry, List<Box> Decided)> Of(NetworkAcl acl, bool isEgress)
    {
        List<Box> rest = [Box.Everything];
        foreach (var entry in acl.Entries.Where(entry => entry.IsEgress == isEgress && IsKnown(entry)).OrderBy(entry => entry.RuleNumber.Value))
        {
            var box = BoxOf(entry);
            yield return (entry, [.. rest.Select(left => left.Intersect(box)).OfType<Box>()]);
            rest = [.. rest.SelectMany(left => left.Except(box))];
        }
    }

    public static Box BoxOf(NetworkAclEntry entry)
    {
        var box = TrafficBox.Of(entry.Traffic).Box;
        var addresses = AddressSpace.Of(entry.Cidr.Value);
        return entry.IsEgress ? box with { Destination = addresses } : box with { Source = addresses };
    }

    public static string Describe(NetworkAclEntry entry) =>
        $"{(entry.IsEgress ? "outbound" : "inbound")} entry {entry.RuleNumber} ({(entry.IsAllow.Value ? "allow" : "deny")} {entry.Cidr})";

    private static bool IsKnown(NetworkAclEntry entry) =>
        entry is { Doubt: null, RuleNumber.IsKnown: true, IsAllow.IsKnown: true, Cidr.IsKnown: true } && TrafficBox.Of(entry.Traffic).Unknown is null;
}
