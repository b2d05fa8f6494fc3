using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>What AWS Network Firewall does with a packet.</summary>
internal static class Inspection
{
    /// <summary>What the stateless rules do: the first match, else the default.</summary>
    public static StatelessAction Stateless(FirewallPolicy policy, Packet packet) =>
        policy.StatelessRules.FirstOrDefault(r => Match.Firewall(r.Match, packet))?.Action ?? policy.StatelessDefault.Value;

    /// <summary>Whether the stateful rules let a flow through: judged by the packet that opens it, then by one of the connection.</summary>
    public static bool Stateful(FirewallPolicy policy, Packet opening)
    {
        var matching = policy.StatefulRules.Where(r => Matches(r, opening) && r.Action != StatefulAction.Alert).ToArray();
        var drops = policy.StrictOrder.Value && policy.DropsUnmatched.Value;
        return Decide(policy, matching.Where(r => !r.OnlyEstablished))
            ?? ((!drops || policy.LetsUnmatchedOpen) && (Decide(policy, matching.Where(r => r.OnlyEstablished)) ?? !drops));
    }

    private static bool? Decide(FirewallPolicy policy, IEnumerable<StatefulRule> rules)
    {
        var actions = rules.Select(r => r.Action).ToArray();
        return actions.Length == 0 ? null
            : policy.StrictOrder.Value ? actions[0] == StatefulAction.Pass
            : actions.Contains(StatefulAction.Pass);
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
