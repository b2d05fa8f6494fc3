using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Proving;

namespace NetworkPatterns.Network.Survey;

/// <summary>Finds the groups of a model: who belongs where, and who would.</summary>
internal sealed class GroupFinder
{
    private const string AssumedPart = "AssumedInterface";

    private readonly NetworkModel _model;
    private readonly ImmutableArray<Tier> _tiers;
    private readonly ImmutableArray<NetworkInterface> _interfaces;
    private readonly Dictionary<ComponentId, Subnet> _subnets;
    private readonly ImmutableArray<(Tier Tier, NetworkInterface Interface)> _assumedOfTiers;
    private readonly ILookup<ComponentId, NetworkInterface> _assumedOfEmptyVpcs;

    public GroupFinder(NetworkModel model, ImmutableArray<Tier> tiers)
    {
        (_model, _tiers) = (model, tiers);
        _interfaces = [.. model.All<NetworkInterface>()];
        _subnets = model.All<Subnet>().DistinctBy(subnet => subnet.Id).ToDictionary(subnet => subnet.Id);
        _assumedOfTiers = [.. tiers.SelectMany(tier => AssumedInterfaces.Of(tier, model).Select(item => (tier, item))).DistinctBy(pair => pair.item.Id)];
        var inhabited = _interfaces.Concat(_assumedOfTiers.Select(pair => pair.Interface)).Select(VpcOf).OfType<ComponentId>().ToHashSet();
        _assumedOfEmptyVpcs = _subnets.Values.Where(subnet => !inhabited.Contains(subnet.Vpc)).ToLookup(subnet => subnet.Vpc, Assume);
    }

    /// <summary>The model with every interface that is assumed.</summary>
    public NetworkModel Model => _model with
    {
        Objects = [.. _model.Objects, .. _assumedOfTiers.Select(pair => pair.Interface), .. _assumedOfEmptyVpcs.SelectMany(group => group)],
    };

    /// <summary>The groups that have an interface, or could have one, by name.</summary>
    public ImmutableArray<SurveyGroup> Find(SurveyGrouping grouping) =>
    [
        .. (grouping switch
            {
                SurveyGrouping.Tier => [.. ByTier(), .. EmptyVpcs()],
                SurveyGrouping.Vpc => ByPlace(item => VpcOf(item)?.ToString() ?? item.Owner.Id.ToString()),
                SurveyGrouping.Segment => BySegment(),
                _ => [.. ByOwner(_interfaces), .. EmptyVpcs()],
            })
            .Where(group => !group.Members.IsEmpty)
            .OrderBy(group => group.Name, StringComparer.Ordinal),
    ];

    private IEnumerable<SurveyGroup> ByTier()
    {
        var placed = new HashSet<ComponentId>();
        foreach (var tier in _tiers)
        {
            var members = tier.Members.ToHashSet();
            ImmutableArray<ComponentId> present = [.. _interfaces.Where(item => IsOf(item, members)).Select(item => item.Id)];
            placed.UnionWith(present);
            var name = tier.Name.Network.Length == 0 ? tier.Name.Tier : $"{tier.Name.Network}/{tier.Name.Tier}";
            yield return Group(name, present, [.. _assumedOfTiers.Where(pair => pair.Tier == tier).Select(pair => pair.Interface)]);
        }

        foreach (var group in ByOwner(_interfaces.Where(item => !placed.Contains(item.Id))))
        {
            yield return group;
        }
    }

    private IEnumerable<SurveyGroup> BySegment()
    {
        var segments = new Segments(_model, _tiers);
        return ByPlace(item => VpcOf(item) is { } vpc ? segments.Find(vpc) ?? vpc.ToString() : item.Owner.Id.ToString());
    }

    private IEnumerable<SurveyGroup> ByPlace(Func<NetworkInterface, string> name)
    {
        var assumed = _assumedOfTiers.Select(pair => pair.Interface).Concat(_assumedOfEmptyVpcs.SelectMany(group => group)).ToLookup(name, StringComparer.Ordinal);
        var present = _interfaces.ToLookup(name, item => item.Id, StringComparer.Ordinal);
        return present.Select(group => group.Key).Union(assumed.Select(group => group.Key), StringComparer.Ordinal)
            .Select(key => Group(key, [.. present[key]], [.. assumed[key]]));
    }

    private static IEnumerable<SurveyGroup> ByOwner(IEnumerable<NetworkInterface> interfaces) =>
        interfaces.GroupBy(item => item.Owner.Id).Select(group => Group(group.Key.ToString(), [.. group.Select(item => item.Id)], []));

    private IEnumerable<SurveyGroup> EmptyVpcs() => _assumedOfEmptyVpcs.Select(group => Group(group.Key.ToString(), [], [.. group]));

    private static SurveyGroup Group(string name, ImmutableArray<ComponentId> present, ImmutableArray<NetworkInterface> assumed) => new(name, present)
    {
        Assumed = [.. assumed.Select(item => item.Id)],
        AssumedWithoutPublicAddress = [.. assumed.Where(item => !item.Addresses.Any(address => address.HasPublicAddress is { IsKnown: true, Value: true })).Select(item => item.Id)],
    };

    private static bool IsOf(NetworkInterface item, HashSet<ComponentId> members) =>
        (item.Subnet.IsKnown && members.Contains(item.Subnet.Value))
        || item.Groups.Any(group => group.IsKnown && members.Contains(group.Value))
        || members.Contains(item.Owner.Id)
        || members.Contains(item.Id);

    private ComponentId? VpcOf(NetworkInterface item) =>
        item.Subnet.IsKnown && _subnets.TryGetValue(item.Subnet.Value, out var subnet) ? subnet.Vpc : null;

    // Of a VPC that has nothing yet, routes and network ACLs are what there is to know: no group filters.
    private static NetworkInterface Assume(Subnet subnet)
    {
        var component = subnet.Component.Implies(AssumedPart, "an interface that may stand here");
        return new(component, component, subnet.Id)
        {
            Kind = InterfaceKind.Other,
            HasGroups = false,
            Addresses =
            [
                .. subnet.Ipv4Cidr is null ? [] : new[] { InterfaceAddress.AnyIPv4 },
                .. subnet.Ipv6Cidr is null ? [] : new[] { InterfaceAddress.AnyIPv6 },
            ],
        };
    }
}
