using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks what a stack expects of an exported VPC.</summary>
internal static class ExportRules
{
    /// <summary>The zones.</summary>
    /// <exception cref="PlanException">The props are unclear.</exception>
    public static ImmutableArray<Zone> Read(ExportedVpcProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var zones = ImmutableArray.CreateBuilder<Zone>();
        foreach (var text in props.Zones)
        {
            if (Zone.TryParse(text, out var zone))
            {
                zones.Add(zone);
            }
            else
            {
                problems.Add(DiagnosticCatalogue.NotAZone.At(context.At(nameof(props.Zones)), $"'{text}' is neither a zone name nor an AZ ID", "write it as in the VPC that exports"));
            }
        }

        if (props.Tiers.Count == 0 || props.Zones.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ImportUnclear.At(
                context.At(props.Tiers.Count == 0 ? nameof(props.Tiers) : nameof(props.Zones)), "nothing is expected of the VPC", "name the tiers and zones that are needed"));
        }

        foreach (var repeated in props.Tiers.GroupBy(tier => tier.Name, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ImportUnclear.At(context.At(nameof(props.Tiers)), $"tier '{repeated.Key}' is named {repeated.Count()} times", "name each tier once"));
        }

        foreach (var repeated in props.Zones.GroupBy(zone => zone, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ImportUnclear.At(context.At(nameof(props.Zones)), $"zone '{repeated.Key}' is named {repeated.Count()} times", "name each zone once"));
        }

        problems.ThrowIfAny();
        return zones.DrainToImmutable();
    }
}
