using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;

namespace NetworkPatterns.Network.Proving.Entrances;

/// <summary>Where the names of origins lead.</summary>
internal sealed class EdgeNames(EdgeModel edge)
{
    private const int LongestChain = 8;
    private readonly ILookup<string, DnsAlias> aliases = edge.Aliases.ToLookup(alias => alias.Name, StringComparer.Ordinal);

    /// <summary>Whether an origin's server is what a way to an API answers under; null where that is not known.</summary>
    public bool? Leads(DistributionOrigin origin, ApiWay way, Api api)
    {
        if (!origin.Server.IsKnown)
        {
            return null;
        }

        var names = Follow(origin.Server.Value);
        if (names.Exists(name => name.IsKnown && IsNameOf(name.Value, way, api)))
        {
            return true;
        }

        return names.Exists(name => !name.IsKnown || name.Value.Doubt is not null) ? null : false;
    }

    /// <summary>Whether an origin's server is a resource; null where that is not known.</summary>
    public bool? Leads(DistributionOrigin origin, ComponentId resource)
    {
        if (!origin.Server.IsKnown)
        {
            return null;
        }

        var names = Follow(origin.Server.Value);
        return names.Exists(name => name.IsKnown && name.Value.Resource == resource) ? true : names.Exists(name => !name.IsKnown || name.Value.Doubt is not null) ? null : false;
    }

    /// <summary>The origins of which the templates do not say where they are.</summary>
    public IEnumerable<UnknownValue> Unplaced(Distribution distribution) => distribution.Origins
        .Where(origin => !origin.Server.IsKnown || !Follow(origin.Server.Value).Exists(name => name.IsKnown && name.Value.Resource is not null))
        .Select(origin => origin.Server.Unknown ?? new(distribution.Id, $"where its origin '{origin.Name}' is, {origin.Server}, is not in the templates"));

    private static bool IsNameOf(EdgeText name, ApiWay way, Api api) =>
        way.DomainName is null ? name.Resource == api.Id
        : way.Domain is { } domain ? name.Resource == domain.Id || (domain.Name.IsKnown && string.Equals(name.Text, domain.Name.Value, StringComparison.OrdinalIgnoreCase))
        : string.Equals(name.Text, way.DomainName.Text, StringComparison.OrdinalIgnoreCase);

    private List<Maybe<EdgeText>> Follow(EdgeText name)
    {
        List<Maybe<EdgeText>> found = [name];
        for (var i = 0; i < found.Count && i < LongestChain; i++)
        {
            if (found[i].IsKnown && found[i].Value.Resource is null)
            {
                found.AddRange(aliases[found[i].Value.Text.TrimEnd('.').ToLowerInvariant()].Select(alias => alias.Target));
            }
        }

        return found;
    }
}
