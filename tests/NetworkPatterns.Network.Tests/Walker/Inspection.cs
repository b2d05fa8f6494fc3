using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>What AWS Network Firewall does with a packet.</summary>
internal static class Inspection
{
    /// <summary>What the stateless rules do: the first match, else the default.</summary>
    public static StatelessAction Stateless(FirewallPolicy policy, Packet packet) =>
        policy.StatelessRules.FirstOrDefault(r => Match.Firewall(r.Match, packet))?.Action ?? policy.StatelessDefault.Value;

    /// <summary>Whether the stateful rules let a flow through, judged by the packet that opens it.</summary>
    public static bool Stateful(FirewallPolicy policy, Packet opening)
    {
        var matching = policy.StatefulRules.Where(r => Matches(r, opening) && r.Action != StatefulAction.Alert).ToArray();
        if (policy.StrictOrder.Value)
        {
            return matching.Length == 0 ? !policy.DropsUnmatched.Value : matching[0].Action == StatefulAction.Pass;
        }

        return matching.Length == 0 || matching.Any(r => r.Action == StatefulAction.Pass);
    }

    private static bool Matches(StatefulRule rule, Packet opening)
    {
        if (rule.Undecidable is not null || rule.Match.Unknown is not null)
        {
            throw new NotSupportedException("the walker needs rules that packets decide");
        }

        return Match.Firewall(rule.Match, opening) || (rule.BothDirections && Match.Firewall(rule.Match, Conversation.AnswerTo(opening)));
    }
}
