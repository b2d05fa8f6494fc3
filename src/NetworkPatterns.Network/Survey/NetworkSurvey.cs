using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Survey;

/// <summary>A network seen as a few parties: groups of interfaces, the internet, networks on premises.</summary>
public sealed class NetworkSurvey
{
    /// <summary>The name of the internet as a party.</summary>
    public const string Internet = "internet";

    private readonly Lazy<ReachabilityAnalyzer> _analyzer;

    private NetworkSurvey(NetworkModel model, ImmutableArray<SurveyGroup> groups, ImmutableArray<Problem> problems)
    {
        (Model, Groups, Problems) = (model, groups, problems);
        _analyzer = new(() => new ReachabilityAnalyzer(model));
        Outside =
        [
            new(Internet, EndpointSelector.TheInternet),
            .. model.All<OnPremisesConnection>()
                .SelectMany(connection => connection.Ranges.Or([]))
                .Distinct()
                .OrderBy(range => range.ToString(), StringComparer.Ordinal)
                .Select(range => new OutsideParty($"cidr:{range}", new EndpointSelector.Outside(range))),
        ];
        Services =
        [
            .. model.Objects
                .Where(part => part is GatewayEndpoint or LatticeService)
                .Select(part => new OutsideParty(part.Id.ToString(), new EndpointSelector.Service(part.Id)))
                .OrderBy(party => party.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>The model, with the interfaces that are assumed where none is declared.</summary>
    public NetworkModel Model { get; }

    /// <summary>The groups, by name.</summary>
    public ImmutableArray<SurveyGroup> Groups { get; }

    /// <summary>Parties outside: the internet first, then each network on premises whose range is known.</summary>
    public ImmutableArray<OutsideParty> Outside { get; }

    /// <summary>Services without interfaces, which answer and never ask: gateway endpoints and VPC Lattice services.</summary>
    public ImmutableArray<OutsideParty> Services { get; }

    /// <summary>What was not modelled or assumed on the way.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>The engine over <see cref="Model"/>.</summary>
    public ReachabilityAnalyzer Analyzer => _analyzer.Value;

    /// <summary>Reads the network of an estate.</summary>
    public static NetworkSurvey Of(Estate estate, SurveyGrouping grouping)
    {
        ArgumentNullException.ThrowIfNull(estate);
        var reading = NetworkModelReader.Read(estate);
        return Of(reading.Model, Tiers.Of(DeclaredGuarantees.Read(estate), estate), grouping, reading.Problems);
    }

    /// <summary>A survey of a model from any source.</summary>
    public static NetworkSurvey Of(NetworkModel model, ImmutableArray<Tier> tiers, SurveyGrouping grouping, ImmutableArray<Problem>? problems = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var finder = new GroupFinder(model, SurveyTiers.Of(tiers));
        return new(finder.Model, finder.Find(grouping), problems ?? []);
    }
}

/// <summary>A party without interfaces of the templates.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Selector">What to ask about.</param>
public sealed record OutsideParty(string Name, EndpointSelector Selector);
