using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Checking;

/// <summary>Why a guarantee fails or is open, in lines of text and in parts of the network.</summary>
public static class EvidenceText
{
    /// <summary>The sentence of the result, then the path hop by hop, what blocks, or what is missing.</summary>
    public static ImmutableArray<string> Lines(GuaranteeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return [.. result.Detail.Length == 0 ? [] : new[] { result.Detail }, .. result.Evidence is null ? [] : Lines(result.Evidence)];
    }

    /// <summary>The path of the example hop by hop and the way back; what blocks; what is missing.</summary>
    public static ImmutableArray<string> Lines(ReachabilityAnswer answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return
        [
            .. answer.Path.Select(hop => $"path: {Describe(hop)}"),
            .. answer.ReturnPath.Select(hop => $"way back: {Describe(hop)}"),
            .. answer.Explanations.Select(explanation => $"blocked: {explanation.Code} {Describe(explanation.Component)}: {explanation.Detail}"),
            .. answer.Unknowns.Select(unknown => $"open: {unknown}"),
        ];
    }

    /// <summary>The parts that the evidence names, each once: those that block, or those on the path.</summary>
    public static ImmutableArray<ComponentId> Components(GuaranteeResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Evidence is not { } answer
            ? []
            :
            [
                .. answer.Explanations.Select(explanation => explanation.Component.Id)
                    .Concat(answer.Path.Concat(answer.ReturnPath).Select(hop => hop.Component.Id))
                    .Concat(answer.Unknowns.Select(unknown => unknown.Component))
                    .Distinct(),
            ];
    }

    private static string Describe(Hop hop) => hop.Detail.Length == 0 ? Describe(hop.Component) : $"{Describe(hop.Component)}: {hop.Detail}";

    private static string Describe(Component component) => $"{component} ({component.Type})";
}
