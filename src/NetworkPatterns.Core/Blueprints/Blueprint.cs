using System.Collections.Immutable;

namespace NetworkPatterns.Core.Blueprints;

/// <summary>A pattern's resources as data: what CloudFormation is to make, how it hangs together, and what is still open.</summary>
/// <remarks>
/// Immutable and validated: every reference has its target, nothing depends on itself, every list has its place.
/// <see cref="BlueprintRenderer"/> writes it as a template; the construct library hands it to CDK.
/// </remarks>
public sealed class Blueprint
{
    private readonly ImmutableDictionary<string, BlueprintResource> _byId;

    internal Blueprint(
        ImmutableArray<BlueprintResource> resources,
        ImmutableArray<BlueprintInput> inputs,
        ImmutableSortedDictionary<string, BlueprintCondition> conditions,
        ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> mappings)
    {
        Resources = resources;
        Inputs = inputs;
        Conditions = conditions;
        Mappings = mappings;
        _byId = resources.ToImmutableDictionary(resource => resource.Id, StringComparer.Ordinal);
    }

    /// <summary>The resources, by id (ordinal).</summary>
    public ImmutableArray<BlueprintResource> Resources { get; }

    /// <summary>What has to be supplied, by name.</summary>
    public ImmutableArray<BlueprintInput> Inputs { get; }

    /// <summary>Conditions by name.</summary>
    public ImmutableSortedDictionary<string, BlueprintCondition> Conditions { get; }

    /// <summary>Mappings by name, top-level key and second-level key.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>> Mappings { get; }

    /// <summary>A resource by its id.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this id.</exception>
    public BlueprintResource GetResource(string id) =>
        FindResource(id) ?? throw new KeyNotFoundException($"the blueprint has no resource '{id}'");

    /// <summary>A resource by its id, or <see langword="null"/>.</summary>
    public BlueprintResource? FindResource(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The same graph with each resource rewritten; ids and references must stay as they are.</summary>
    public Blueprint MapResources(Func<BlueprintResource, BlueprintResource> rewrite) =>
        new([.. Resources.Select(rewrite)], Inputs, Conditions, Mappings);
}
