using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Selection;

namespace NetworkPatterns.Network.Proving;

/// <summary>Who the sides of a guarantee are in the model.</summary>
internal sealed class Parties
{
    private readonly ImmutableArray<NetworkInterface> _interfaces;
    private readonly Dictionary<TierMember, Tier> _tiers;
    private readonly HashSet<ComponentId> _assumed;
    private readonly SelectorResolver? _selectors;

    public Parties(NetworkModel model, IEnumerable<Tier> tiers, SelectorResolver? selectors)
    {
        _selectors = selectors;
        _tiers = tiers.ToDictionary(tier => tier.Name);
        ImmutableArray<NetworkInterface> assumed = [.. _tiers.Values.SelectMany(tier => AssumedInterfaces.Of(tier, model)).DistinctBy(item => item.Id)];
        _assumed = [.. assumed.Select(item => item.Id)];
        Model = model with { Objects = model.Objects.AddRange(assumed) };
        _interfaces = [.. Model.All<NetworkInterface>()];
    }

    /// <summary>The model with the interfaces that tiers are meant for.</summary>
    public NetworkModel Model { get; }

    /// <summary>The ends for a promise that something works: placed as the pattern means it, each by itself.</summary>
    public IEnumerable<EndpointSelector> Meant(Party party, string network) => party switch
    {
        TierParty tier => Find(tier, network).SelectMany(found => _interfaces
            .Where(item => item.Id.Implied == AssumedInterfaces.Name(found, AssumedInterfaces.Plain) && IsMember(found, item.Subnet))
            .Select(item => EndpointSelector.Of(item.Id))
            .Concat(Services(found))),
        SelectorParty selector => Resolve(selector) is EndpointSelector.Interfaces some
            ? some.Ids.Select(id => EndpointSelector.Of(id))
            : Resolve(selector) is { } one ? [one] : [],
        InternetParty => [EndpointSelector.TheInternet],
        RangeParty range => [new EndpointSelector.Outside(range.Addresses)],
        _ => [],
    };

    /// <summary>The ends for a promise that something cannot happen: everything that is, or could be, of the party.</summary>
    public IEnumerable<EndpointSelector> Possible(Party party, string network, Party other) => party switch
    {
        TierParty tier =>
        [
            .. Selector(_interfaces.Where(item => Find(tier, network).Any(found => Belongs(found, item)))),
            .. Find(tier, network).SelectMany(Services),
        ],
        SelectorParty selector => Resolve(selector) is { } found ? [found] : [],
        InternetParty => [EndpointSelector.TheInternet],
        RangeParty range => [new EndpointSelector.Outside(range.Addresses)],
        AnyParty => [EndpointSelector.TheInternet, .. Selector(Others(other, network))],
        _ => [],
    };

    /// <summary>The parts of a tier or a selector, by name.</summary>
    public ImmutableArray<ComponentId> Members(Party party, string network) => party switch
    {
        TierParty tier => [.. Find(tier, network).SelectMany(found => found.Members)],
        SelectorParty selector => _selectors?.FindParts(selector.ToString()) ?? [],
        _ => [],
    };

    // A service of VPC Lattice has no interfaces; clients reach it all the same.
    private IEnumerable<EndpointSelector> Services(Tier tier) =>
        Model.All<LatticeService>().Where(service => tier.Members.Contains(service.Id)).Select(service => new EndpointSelector.Service(service.Id));

    private static IEnumerable<EndpointSelector> Selector(IEnumerable<NetworkInterface> interfaces)
    {
        ImmutableArray<ComponentId> ids = [.. interfaces.Select(item => item.Id)];
        return ids.IsEmpty ? [] : [new EndpointSelector.Interfaces(ids)];
    }

    // A rule of no network speaks of every tier of the name, as selectors do.
    private IEnumerable<Tier> Find(TierParty tier, string network) => tier.Network is null && network.Length == 0
        ? _tiers.Values.Where(found => found.Name.Tier == tier.Name)
        : _tiers.TryGetValue(new TierMember(tier.Network ?? network, tier.Name), out var one) ? [one] : [];

    private EndpointSelector? Resolve(SelectorParty selector) => _selectors?.Resolve(selector.ToString(), new ProblemList());

    private IEnumerable<NetworkInterface> Others(Party party, string network)
    {
        HashSet<ComponentId> excluded = party switch
        {
            TierParty tier => [.. _interfaces.Where(item => Find(tier, network).Any(found => Belongs(found, item))).Select(item => item.Id)],
            SelectorParty selector when Resolve(selector) is EndpointSelector.Interfaces some => [.. some.Ids],
            _ => [],
        };
        return _interfaces.Where(item => !_assumed.Contains(item.Id) && !excluded.Contains(item.Id));
    }

    private bool Belongs(Tier tier, NetworkInterface item) => _assumed.Contains(item.Id)
        ? AssumedInterfaces.IsOf(item, tier)
        : IsMember(tier, item.Subnet) || item.Groups.Any(group => IsMember(tier, group)) || tier.Members.Contains(item.Owner.Id);

    private static bool IsMember(Tier tier, Maybe<ComponentId> id) => id.IsKnown && tier.Members.Contains(id.Value);
}
