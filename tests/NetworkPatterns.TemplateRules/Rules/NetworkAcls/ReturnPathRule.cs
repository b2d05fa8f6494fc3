using System.Collections.Immutable;

namespace NetworkPatterns.TemplateRules.Rules.NetworkAcls;

/// <summary>N30. Source: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports</summary>
/// <remarks>
/// An entry for exactly 1024 to 65535 that lets answers of another entry through needs no answers itself. A deny on the
/// way back does no harm to a peer that the way there denies as well.
/// </remarks>
public sealed class ReturnPathRule() : NetworkAclRule(
    "N30", "What a network ACL lets through in one direction can be answered from ports 1024 to 65535 in the other.")
{
    private protected override void Examine(ImmutableArray<NetworkAclEntry> entries, RuleFindings findings)
    {
        foreach (var entry in entries.Where(entry => entry.IsAllow))
        {
            int[] protocols = entry.Protocol switch
            {
                NetworkAclEntry.AllProtocols => [NetworkAclEntry.Tcp, NetworkAclEntry.Udp],
                NetworkAclEntry.Tcp or NetworkAclEntry.Udp => [entry.Protocol],
                _ => [],
            };
            if (protocols.Any(protocol => !IsAnswered(entry, protocol, entries)) && !IsAnswerOfAnother(entry, entries))
            {
                findings.Violation(entry.Resource,
                    $"lets {(entry.IsEgress ? "egress" : "ingress")} through, but its answers, ports 1024 to 65535, are not let through the other way");
            }
        }
    }

    private static bool IsAnswerOfAnother(NetworkAclEntry entry, ImmutableArray<NetworkAclEntry> entries) =>
        entry.IsAnswer && entries.Any(other =>
            other.IsAllow && other.IsEgress != entry.IsEgress && !other.IsAnswer
            && other.IsFor(entry.Protocol) && entry.Peer.Contains(other.Peer) == true);

    private static bool IsAnswered(NetworkAclEntry entry, int protocol, ImmutableArray<NetworkAclEntry> entries)
    {
        var next = NetworkAclEntry.FirstEphemeralPort;
        foreach (var answer in entries
            .Where(other => other.IsAllow && other.IsEgress != entry.IsEgress && other.IsFor(protocol)
                && other.Peer.Contains(entry.Peer) == true && !IsShadowed(other, entry, protocol, entries))
            .OrderBy(other => other.FromPort))
        {
            if (answer.FromPort <= next)
            {
                next = Math.Max(next, answer.ToPort + 1);
            }
        }

        return next > NetworkAclEntry.LastPort;
    }

    private static bool IsShadowed(NetworkAclEntry answer, NetworkAclEntry entry, int protocol, ImmutableArray<NetworkAclEntry> entries) =>
        entries.Any(deny =>
            !deny.IsAllow && deny.IsEgress == answer.IsEgress && deny.Number < answer.Number && deny.IsFor(protocol)
            && deny.ToPort >= NetworkAclEntry.FirstEphemeralPort
            && deny.Peer.Overlaps(entry.Peer) != false
            && !entries.Any(twin =>
                !twin.IsAllow && twin.IsEgress == entry.IsEgress && twin.Number < entry.Number && twin.IsFor(protocol)
                && twin.FromPort <= entry.FromPort && entry.ToPort <= twin.ToPort && twin.Peer.Contains(deny.Peer) == true));
}
