using System.Collections.Immutable;

namespace NetworkPatterns.TemplateRules.Rules.NetworkAcls;

/// <summary>N31. Source: https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html</summary>
public sealed class BlockListRule() : NetworkAclRule(
    "N31", "A deny is numbered before every wider allow that it must beat, and denies its peer in both directions.")
{
    private protected override void Examine(ImmutableArray<NetworkAclEntry> entries, RuleFindings findings)
    {
        // A deny for everyone is the last word after the allows, and beats nothing.
        foreach (var deny in entries.Where(entry => !entry.IsAllow && !entry.Peer.IsEverything))
        {
            foreach (var allow in entries.Where(entry =>
                entry.IsAllow && entry.IsEgress == deny.IsEgress && entry.Number < deny.Number && entry.Meets(deny)))
            {
                findings.Violation(deny.Resource, $"{allow.Resource.LogicalId}, with a lower number, lets through what it denies");
            }

            if (!entries.Any(entry => !entry.IsAllow && entry.IsEgress != deny.IsEgress && entry.Peer.Contains(deny.Peer) == true))
            {
                findings.Violation(deny.Resource, "denies its peer in one direction only");
            }
        }
    }
}
