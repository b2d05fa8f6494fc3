using NetworkPatterns.Network.Checking;
using NetworkPatterns.Network.Proving;

namespace NetworkPatterns.Network.Tests.Proving.Entrances;

/// <summary>What comes of the promise of a template.</summary>
internal static class EntranceProof
{
    /// <summary>It holds.</summary>
    public static void Holds(string template)
    {
        var result = Doors.Prove(template);
        result.Outcome.ShouldBe(GuaranteeOutcome.Holds, string.Join('\n', EvidenceText.Lines(result)));
    }

    /// <summary>It fails, and the evidence names a resource.</summary>
    public static void Fails(string template, string names)
    {
        var result = Doors.Prove(template);
        result.Outcome.ShouldBe(GuaranteeOutcome.Fails, string.Join('\n', EvidenceText.Lines(result)));
        EvidenceText.Components(result).Select(id => id.LogicalId).ShouldContain(names, string.Join('\n', EvidenceText.Lines(result)));
    }

    /// <summary>It is undecided for a reason.</summary>
    public static void Undecided(string template, string reason)
    {
        var result = Doors.Prove(template);
        result.Outcome.ShouldBe(GuaranteeOutcome.Undecided, string.Join('\n', EvidenceText.Lines(result)));
        string.Join('\n', EvidenceText.Lines(result)).ShouldContain(reason);
    }
}
