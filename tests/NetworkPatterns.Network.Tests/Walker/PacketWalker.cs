using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>
/// A second, deliberately simple implementation of AWS's data plane: it carries one packet from hop to hop and its
/// answer back. It shares the model's types with the engine and nothing else.
/// </summary>
/// <param name="model">A model without unknown values.</param>
/// <param name="appliances">What appliances do with packets of others; null for "nobody knows".</param>
internal sealed class PacketWalker(NetworkModel model, ApplianceConduct? appliances = null)
{
    private const int MostCombinations = 200_000;

    private readonly Estate estate = new(model);
    private readonly Boundaries boundaries = new(model);

    public StatementCoverage Coverage { get; } = new();

    public Boundaries Boundaries => boundaries;

    /// <summary>What becomes of a packet, and where the last one was lost.</summary>
    public (Fate Fate, string? Lost) Walk(EndpointSelector from, EndpointSelector to, Packet packet)
    {
        var circumstances = new Circumstances();
        var (answered, tried) = (0, 0);
        string? lost = null;
        do
        {
            tried++;
            if (Attempt(circumstances, from, to, packet) is { } where)
            {
                lost = where;
            }
            else
            {
                answered++;
            }
        }
        while (circumstances.MoveNext());

        return (answered == tried ? Fate.Answered : answered == 0 ? Fate.Dropped : Fate.Open, lost);
    }

    // Null when one way that chance may take leads to an answer, else where the last one was dropped.
    private string? Attempt(Circumstances circumstances, EndpointSelector from, EndpointSelector to, Packet packet)
    {
        var choices = new Choices();
        for (var attempt = 0; attempt < MostCombinations; attempt++)
        {
            var lost = new Conversation(estate, boundaries, Coverage, choices, circumstances, appliances, from, to, packet).Run();
            if (lost is null || !choices.MoveNext())
            {
                return lost;
            }
        }

        throw new InvalidOperationException("too many combinations of unfixed values; make the network smaller");
    }
}
