using System.Collections.Immutable;
using NetworkPatterns.Network.Reachability.Conversations;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Sweeping;

/// <summary>What one group reaches, as it is found out.</summary>
internal sealed class Row(int groups)
{
    private readonly bool[] isReached = new bool[groups];
    private readonly Dictionary<int, List<ImmutableArray<Doubt>>> perhaps = [];

    public bool IsDone(List<int> of)
    {
        foreach (var group in of)
        {
            if (!isReached[group])
            {
                return false;
            }
        }

        return true;
    }

    public void AddReached(List<int> to)
    {
        foreach (var group in to)
        {
            isReached[group] = true;
        }
    }

    public void Add(List<int> to, List<Proof> proofs)
    {
        if (proofs.Count == 0)
        {
            return;
        }

        var isCertain = proofs.Exists(proof => !proof.Doubts.Any);
        foreach (var group in to.Where(group => !isReached[group]))
        {
            if (isCertain)
            {
                isReached[group] = true;
            }
            else
            {
                if (!perhaps.TryGetValue(group, out var ways))
                {
                    perhaps[group] = ways = [];
                }

                ways.AddRange(proofs.Select(proof => proof.Doubts.Items));
            }
        }
    }

    public IEnumerable<(int To, Verdict Verdict)> Verdicts()
    {
        for (var group = 0; group < groups; group++)
        {
            if (isReached[group])
            {
                yield return (group, Verdict.Reachable);
            }
            else if (perhaps.TryGetValue(group, out var ways))
            {
                yield return (group, Doubts.CoverEverything(ways) ? Verdict.Reachable : Verdict.Unknown);
            }
        }
    }
}
