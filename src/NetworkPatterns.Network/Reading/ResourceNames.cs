using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Reading;

/// <summary>How the resources of an estate are called in its model: names of stacks are noise where there is only one.</summary>
public static class ResourceNames
{
    /// <summary>The name of a resource's part of the model.</summary>
    public static ComponentId IdOf(ResolvedResource resource, Estate estate)
    {
        ArgumentNullException.ThrowIfNull(resource);
        ArgumentNullException.ThrowIfNull(estate);
        return new(estate.Stacks.Length > 1 || estate.Options.NamesEveryStack ? resource.Stack.Name : "", resource.LogicalId);
    }

    /// <summary>The resource that a part of the model was read from; null for one that no template declares.</summary>
    public static ResolvedResource? Find(ComponentId id, Estate estate)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(estate);
        return estate.Stacks.Length > 1 ? estate.Find(id.Stack, id.LogicalId) : estate.Stacks.FirstOrDefault()?.Find(id.LogicalId);
    }
}
