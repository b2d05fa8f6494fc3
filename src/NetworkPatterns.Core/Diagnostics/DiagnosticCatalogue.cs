using System.Collections.Immutable;
using System.Reflection;

namespace NetworkPatterns.Core.Diagnostics;

/// <summary>Every diagnostic of NetworkPatterns. Codes are unique and never reused; each has a page under <c>docs/diagnostics</c>.</summary>
/// <remarks>
/// NP10xx addresses and zones, NP11xx blueprints, NP12xx and NP13xx the three-tier VPC, NP14xx Transit Gateway and
/// connectivity, NP15xx DNS, NP16xx and NP17xx the front door, NP20xx reading templates, NP21xx questions to the
/// analyzer, NP22xx guarantees, NP30xx findings.
/// </remarks>
public static partial class DiagnosticCatalogue
{
    /// <summary>All diagnostics, by code.</summary>
    public static ImmutableArray<Diagnostic> All { get; } =
    [
        .. typeof(DiagnosticCatalogue)
            .GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == typeof(Diagnostic))
            .Select(property => (Diagnostic)property.GetValue(null)!)
            .OrderBy(diagnostic => diagnostic.Code, StringComparer.Ordinal),
    ];
}
