using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>
/// A second, deliberately simple implementation of AWS's data plane: it carries one packet from hop to hop and its
/// answer back. It shares the model's types with the engine and nothing else.
/// </summary>
internal sealed class PacketWalker(NetworkModel model, ApplianceConduct appliances = ApplianceConduct.Forwards)
{
    private const int MostCombinations = 200_000;

    private readonly Estate estate = new(model);
    private readonly Boundaries boundaries = new(model);

    public StatementCoverage Coverage { get; } = new();

    public Boundaries Boundaries => boundaries;

    /// <summary>Null when the packet gets there and its answer back, else where the last attempt was dropped.</summary>
    public string? Walk(EndpointSelector from, EndpointSelector to, Packet packet)
    {
        var choices = new Choices();
        for (var attempt = 0; attempt < MostCombinations; attempt++)
        {
            var dropped = new Conversation(estate, boundaries, Coverage, choices, appliances, from, to, packet).Run();
            if (dropped is null || !choices.MoveNext())
            {
                return dropped;
            }
        }

        throw new InvalidOperationException("too many combinations of unfixed values; make the network smaller");
    }

    public bool Delivers(EndpointSelector from, EndpointSelector to, Packet packet) => Walk(from, to, packet) is null;
}
