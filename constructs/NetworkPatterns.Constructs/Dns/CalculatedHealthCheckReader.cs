using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Reads the props of a <see cref="CalculatedHealthCheck"/>.</summary>
internal static class CalculatedHealthCheckReader
{
    private const int MostChildren = 256;

    public static HealthCheckPlan Read(CalculatedHealthCheckProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        var where = context.At(nameof(props.Children));
        ImmutableArray<string> children = [.. props.Children.SelectMany(child => Flatten(child, props, where, problems)).Distinct(StringComparer.Ordinal)];
        if (children.Length is 0 or > MostChildren)
        {
            problems.Add(DiagnosticCatalogue.HealthCheckChildren.At(where, $"{children.Length} children are not 1 to {MostChildren}", "divide them, or name at least one"));
        }

        var threshold = props.Threshold.Count ?? children.Length;
        if (threshold < 1 || (threshold > children.Length && !children.IsEmpty))
        {
            problems.Add(DiagnosticCatalogue.HealthCheckThreshold.At(
                context.At(nameof(props.Threshold)),
                $"at least {threshold} of {children.Length} children can never be a useful answer: 0 is always healthy, more than there are never",
                $"choose 1 to {children.Length}"));
        }

        problems.ThrowIfAny();
        return new("Calculated", "CALCULATED", [("HealthThreshold", threshold), ("Inverted", props.IsInverted ? (Value)true : null)])
        {
            Children = children,
            Threshold = props.Threshold,
        };
    }

    private static ImmutableArray<string> Flatten(HealthCheck child, CalculatedHealthCheckProps parent, string where, ProblemList problems)
    {
        if (child is not CalculatedHealthCheck { Plan: var inner })
        {
            return [child.HealthCheckId];
        }

        var isSame = inner.Threshold == parent.Threshold && (parent.Threshold.IsAll || parent.Threshold == HealthThreshold.Any);
        var isInverted = inner.Config.Any(setting => setting is { Key: "Inverted", Value: not null });
        if (isSame && !isInverted)
        {
            return inner.Children;
        }

        problems.Add(DiagnosticCatalogue.HealthCheckNested.At(
            where,
            $"'{child.Node.Path}' is a calculated check, which Route 53 does not let another one count; only all of all, and any of any, can be made one check",
            "count the endpoint and alarm checks themselves"));
        return [];
    }
}
