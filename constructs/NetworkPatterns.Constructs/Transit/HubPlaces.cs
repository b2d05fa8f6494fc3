using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Where a hub can be used from.</summary>
internal static class HubPlaces
{
    /// <summary>Whether two accounts or Regions are known to differ.</summary>
    public static bool Differ(string one, string other) => !PatternContexts.IsToken(one) && !PatternContexts.IsToken(other) && one != other;

    public static Problem Elsewhere(string hub, string where) => DiagnosticCatalogue.HubElsewhere.At(
        where, $"{hub} is of another account or Region", "in another account use TransitGatewayHub.FromIds; another Region has a hub of its own, peered with this one");

    public static Problem NotExported(string hub, string where) => DiagnosticCatalogue.HubNotExported.At(
        where, $"{hub} is needed in another stack and has no ExportName", "give TransitGatewayHubProps.ExportName");
}
