using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Proving;

/// <summary>Who the sides of a guarantee are in the model.</summary>
internal sealed class Parties
{
    private readonly ImmutableArray<NetworkInterface> _interfaces;
    private readonly Dictionary<TierMember, Tier> _tiers;
    private readonly HashSet<ComponentId> _assumed;

    public Parties(NetworkModel model, IEnumerable<Tier> tiers)
    {
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
        TierParty tier when Find(tier, network) is { } found => _interfaces
            .Where(item => item.Id.Implied == AssumedInterfaces.Name(found, AssumedInterfaces.Plain) && IsMember(found, item.Subnet))
            .Select(item => EndpointSelector.Of(item.Id)),
        InternetParty => [EndpointSelector.TheInternet],
        RangeParty range => [new EndpointSelector.Outside(range.Addresses)],
        _ => [],
    };

    /// <summary>The ends for a promise that something cannot happen: everything that is, or could be, of the party.</summary>
    public IEnumerable<EndpointSelector> Possible(Party party, string network, Party other) => party switch
    {
        TierParty tier when Find(tier, network) is { } found => Selector(_interfaces.Where(item => Belongs(found, item))),
        InternetParty => [EndpointSelector.TheInternet],
        RangeParty range => [new EndpointSelector.Outside(range.Addresses)],
        AnyParty => [EndpointSelector.TheInternet, .. Selector(_interfaces.Where(item => !_assumed.Contains(item.Id) && !BelongsTo(other, network, item)))],
        _ => [],
    };

    /// <summary>The parts of a tier, by name.</summary>
    public ImmutableArray<ComponentId> Members(Party party, string network) =>
        party is TierParty tier && Find(tier, network) is { } found ? found.Members : [];

    private static IEnumerable<EndpointSelector> Selector(IEnumerable<NetworkInterface> interfaces)
    {
        ImmutableArray<ComponentId> ids = [.. interfaces.Select(item => item.Id)];
        return ids.IsEmpty ? [] : [new EndpointSelector.Interfaces(ids)];
    }

    private Tier? Find(TierParty tier, string network) => _tiers.GetValueOrDefault(new TierMember(tier.Network ?? network, tier.Name));

    private bool BelongsTo(Party party, string network, NetworkInterface item) =>
        party is TierParty tier && Find(tier, network) is { } found && Belongs(found, item);

    private bool Belongs(Tier tier, NetworkInterface item) => _assumed.Contains(item.Id)
        ? AssumedInterfaces.IsOf(item, tier)
        : IsMember(tier, item.Subnet) || item.Groups.Any(group => IsMember(tier, group)) || tier.Members.Contains(item.Owner.Id);

    private static bool IsMember(Tier tier, Maybe<ComponentId> id) => id.IsKnown && tier.Members.Contains(id.Value);
}
