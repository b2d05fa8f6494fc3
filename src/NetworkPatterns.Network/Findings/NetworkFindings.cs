using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Findings;

/// <summary>Finds mistakes in a network.</summary>
public static class NetworkFindings
{
    private static readonly ImmutableArray<IFindingRule> Rules =
    [
        new OpenPorts(),
        new OneSidedNetworkAcls(),
        new OneWayRoutes(),
        new RoutesToNothing(),
        new CoveredGroupRules(),
        new ShadowedAclEntries(),
        new UnusedRoutes(),
        new UnreachableSources(),
        new ZonesWithoutGateway(),
        new OverlappingNetworks(),
        new AvoidedInspections(),
        new EndpointsOutOfReach(),
        new EntrancesAround(),
    ];

    /// <summary>The findings of an estate: by code, then by the name of the part.</summary>
    public static ImmutableArray<Finding> Of(Estate estate)
    {
        ArgumentNullException.ThrowIfNull(estate);
        return Of(NetworkModelReader.Read(estate).Model, Tiers.Of(DeclaredGuarantees.Read(estate), estate));
    }

    /// <summary>The findings of a model from any source.</summary>
    public static ImmutableArray<Finding> Of(NetworkModel model, ImmutableArray<Tier> tiers)
    {
        ArgumentNullException.ThrowIfNull(model);
        var context = new FindingContext(model, tiers);
        return
        [
            .. Rules.AsParallel().AsOrdered().SelectMany(rule => rule.Find(context).ToList())
                .OrderBy(finding => finding.Diagnostic.Code, StringComparer.Ordinal)
                .ThenBy(finding => finding.Component.Id)
                .ThenBy(finding => finding.Detail, StringComparer.Ordinal),
        ];
    }
}
