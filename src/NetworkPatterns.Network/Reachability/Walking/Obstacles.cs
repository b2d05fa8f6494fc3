using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>Passing filters, and passing what blocks as long as there is budget for it.</summary>
internal static class Obstacles
{
    public const string AsymmetricFirewall = "the endpoint that sees the answer is not the one that saw the question";

    /// <summary>The flow with one more setting to change; null when the budget is spent.</summary>
    public static Flow? Pass(Flow flow, int budget, string code, Component component, string detail, int cost = 1)
    {
        if (budget == 0)
        {
            return null;
        }

        // A setting already on the list is not changed twice.
        var explanation = new Explanation(code, component, detail);
        for (var known = flow.Obstacles; known is not null; known = known.Earlier)
        {
            if (known.IsOnTheWayBack == flow.IsAnswer && known.Explanation == explanation)
            {
                return flow;
            }
        }

        return flow.Cost + cost > budget
            ? null
            : flow with { Obstacles = new(explanation, flow.IsAnswer, flow.Obstacles), Cost = flow.Cost + cost };
    }

    /// <summary>What a filter lets pass; where it lets nothing pass, everything at the price of one change.</summary>
    public static List<Flow> Pass(Flow flow, Filter filter, int budget, string code, Component component, string detail)
    {
        var result = new List<Flow>();
        foreach (var permit in filter.Permits)
        {
            if (flow.Header.Intersect(permit.Box) is { } header)
            {
                result.Add((ReferenceEquals(header, flow.Header) ? flow : flow with { Header = header }).If(permit.Doubts).Via(component, detail));
            }
        }

        if (result.Count == 0 && Pass(flow, budget, code, component, detail) is { } passed)
        {
            result.Add(passed.Via(component, detail));
        }

        return result;
    }
}
