using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3002: an entry that lets packets pass whose answers (or whose requests) the other direction drops.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports</remarks>
internal sealed class OneSidedNetworkAcls : IFindingRule
{
    // An entry of so many ports is one for answers to clients' ports.
    private const int ManyPorts = 1000;

    private static readonly ProtocolSet WithPorts = ProtocolSet.Of([(Box.Tcp, Box.Tcp), (Box.Udp, Box.Udp)]);

    public IEnumerable<Finding> Find(FindingContext context)
    {
        var used = context.Model.All<Subnet>().Where(subnet => subnet.NetworkAcl is { IsKnown: true }).Select(subnet => subnet.NetworkAcl!.Value.Value).ToHashSet();
        return context.Model.All<NetworkAcl>()
            .Where(acl => used.Contains(acl.Id) && AclPackets.IsKnown(acl))
            .SelectMany(acl => Find(acl, isEgress: false).Concat(Find(acl, isEgress: true)));
    }

    private static IEnumerable<Finding> Find(NetworkAcl acl, bool isEgress)
    {
        var others = AclPackets.Of(acl, !isEgress).Where(pair => pair.Entry.IsAllow.Value).SelectMany(pair => pair.Decided).ToList();
        foreach (var (entry, decided) in AclPackets.Of(acl, isEgress).Where(pair => pair.Entry.IsAllow.Value))
        {
            var packets = decided.Select(box => box with { Protocols = box.Protocols.Intersect(WithPorts) }).Where(box => !box.IsEmpty).ToList();
            if (packets.Count > 0 && !packets.Exists(box => HasOtherDirection(box, others)))
            {
                yield return new(
                    DiagnosticCatalogue.OneSidedNetworkAcl,
                    FindingSeverity.Warning,
                    acl.Component,
                    $"{AclPackets.Describe(entry)} lets packets pass whose answers no {(isEgress ? "inbound" : "outbound")} entry lets through",
                    $"add an {(isEgress ? "inbound" : "outbound")} entry that allows TCP 1024-65535 {(isEgress ? "from" : "to")} {entry.Cidr}, or delete this one");
            }
        }
    }

    private static bool HasOtherDirection(Box box, List<Box> others)
    {
        var asRequest = (box with { SourcePorts = Box.EphemeralPorts }).Answer();
        var clientPorts = box.DestinationPorts.Intersect(Box.EphemeralPorts);
        var isForAnswers = clientPorts.Items.ToArray().Sum(range => range.Last - range.First + 1) >= ManyPorts;
        return others.Exists(other => asRequest.Intersect(other) is not null
            || (isForAnswers && (box with { DestinationPorts = clientPorts }).Question().Intersect(other) is not null));
    }
}
