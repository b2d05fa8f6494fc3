using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.Network.Survey;

namespace NetworkPatterns.Network.Findings;

/// <summary>A model with what rules look up in it.</summary>
internal sealed class FindingContext
{
    private readonly Dictionary<ComponentId, NetworkObject> _objects;
    private readonly Dictionary<ComponentId, RouteTable> _mainTables;

    public FindingContext(NetworkModel model, ImmutableArray<Tier> tiers)
    {
        Model = model;
        Survey = NetworkSurvey.Of(model, tiers, SurveyGrouping.Vpc);
        _objects = model.Objects.DistinctBy(part => part.Id).ToDictionary(part => part.Id);
        _mainTables = model.All<RouteTable>().Where(table => table.IsMain).DistinctBy(table => table.Vpc).ToDictionary(table => table.Vpc);
        Inhabited =
        [
            .. model.All<NetworkInterface>()
                .Concat(SurveyTiers.Of(tiers).SelectMany(tier => AssumedInterfaces.Of(tier, model)))
                .Where(item => item.Subnet.IsKnown)
                .Select(item => item.Subnet.Value),
        ];
        SubnetsByTable = model.All<Subnet>().Where(subnet => TableOf(subnet) is not null).ToLookup(subnet => TableOf(subnet)!.Id);
        SubnetsByVpc = model.All<Subnet>().ToLookup(subnet => subnet.Vpc);
    }

    public NetworkModel Model { get; }

    /// <summary>Subnets that have interfaces, or are meant to have them because a tier says so.</summary>
    public ImmutableHashSet<ComponentId> Inhabited { get; }

    /// <summary>The network by VPCs, with the interfaces that empty tiers are meant for.</summary>
    public NetworkSurvey Survey { get; }

    public ILookup<ComponentId, Subnet> SubnetsByTable { get; }

    public ILookup<ComponentId, Subnet> SubnetsByVpc { get; }

    public NetworkObject? Find(ComponentId id) => _objects.GetValueOrDefault(id);

    public Subnet? Find(Maybe<ComponentId>? subnet) => subnet is { IsKnown: true } known ? Find(known.Value) as Subnet : null;

    /// <summary>The table that routes what a subnet sends; null where it is not known.</summary>
    public RouteTable? TableOf(Subnet subnet) => subnet.RouteTable switch
    {
        null => _mainTables.GetValueOrDefault(subnet.Vpc),
        { IsKnown: true } table => Find(table.Value) as RouteTable,
        _ => null,
    };

    /// <summary>The known ranges of a VPC.</summary>
    public IEnumerable<Cidr> RangesOf(ComponentId vpc) =>
        (Find(vpc) as Vpc)?.Cidrs.Where(range => range.IsKnown).Select(range => range.Value) ?? [];

    /// <summary>The ranges of a route's destination; none where they are not known.</summary>
    public IEnumerable<Cidr> RangesOf(RouteDestination destination) => destination switch
    {
        RouteDestination.Range range => [range.Cidr],
        RouteDestination.List list when Find(list.PrefixList) is PrefixList { Entries.IsKnown: true } entries => entries.Entries.Value,
        _ => [],
    };

    /// <summary>What a route points to; null where it is not a part of the model.</summary>
    public NetworkObject? TargetOf(Route route) => route.Target is RouteTarget.Component target ? Find(target.Id) : null;

    /// <summary>Names for a sentence: the first few, and how many more.</summary>
    public static string List(IEnumerable<NetworkObject> parts)
    {
        const int Most = 4;
        var names = parts.Select(part => part.Id.ToString()).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return names.Count <= Most ? string.Join(", ", names) : $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more";
    }

    public static bool IsDefault(Cidr range) => range.PrefixLength == 0;
}
