using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>What all readers share: the estate, the names of its resources, and the model as far as it is read.</summary>
internal sealed class ReadingContext(Estate estate)
{
    private readonly Dictionary<ComponentId, (ResourceKind Kind, Component Component)> externals = [];
    private readonly Dictionary<ResourceKind, List<UnknownValue>> orphans = [];
    private readonly List<NetworkObject> objects = [];
    private readonly ProblemList problems = new();

    public Estate Estate => estate;

    public ProblemList Problems => problems;

    public IReadOnlyList<NetworkObject> Objects => objects;

    /// <summary>What resources refer to by an ID that no resource of the estate has.</summary>
    public IEnumerable<(ResourceKind Kind, Component Component)> Externals => externals.Values;

    public ImmutableArray<Core.Addressing.Cidr> StandIns { get; set; } = [];

    public IEnumerable<ResolvedResource> OfType(params string[] types) => types.SelectMany(estate.OfType);

    public void Add(NetworkObject part) => objects.Add(part);

    public View View(ResolvedResource resource) => new(this, resource, IdOf(resource));

    public ComponentId IdOf(ResolvedResource resource) => ResourceNames.IdOf(resource, estate);

    /// <summary>How answers name a resource, its tags included.</summary>
    public Component ComponentOf(ResolvedResource resource) => Named(resource) with { Tags = TagReader.Read(resource) };

    /// <summary>How answers name a resource that nothing selects by tag: a route, a rule.</summary>
    public Component Named(ResolvedResource resource) => new(IdOf(resource), resource.Type)
    {
        ConstructPath = resource.ConstructPath,
        Origin = resource.Stack.TemplateName,
    };

    /// <summary>Why it is not known whether a resource is created; null when it certainly is.</summary>
    public UnknownValue? DoubtOf(ResolvedResource resource) =>
        resource.MaybeAbsent is { } unknown ? new(IdOf(resource), $"whether it is created is not known: {unknown.Reason}") : null;

    /// <summary>The resources of a type by what they are part of: the routes of each table, the rules of each group.</summary>
    /// <remarks>Where that is not known it may be any resource of the kind; see <see cref="OrphansOf"/>.</remarks>
    public ILookup<ComponentId, ResolvedResource> Children(string type, string property, ResourceKind kind)
    {
        var children = new List<(ComponentId Parent, ResolvedResource Child)>();
        foreach (var child in estate.OfType(type))
        {
            var parent = View(child).Reference(property, kind);
            if (parent is { IsKnown: true } known)
            {
                children.Add((known.Value, child));
            }
            else if (parent is { } unknown)
            {
                AddOrphan(kind, child, property, unknown.Unknown!);
            }
        }

        return children.ToLookup(pair => pair.Parent, pair => pair.Child);
    }

    /// <summary>Parts of nobody knows which resource of this kind.</summary>
    public ImmutableArray<UnknownValue> OrphansOf(ResourceKind kind) => orphans.TryGetValue(kind, out var found) ? [.. found] : [];

    /// <summary>A part that may belong to any resource of this kind.</summary>
    public void AddOrphan(ResourceKind kind, ResolvedResource child, string property, UnknownValue unknown)
    {
        // What another stack exports and nobody gave is no resource of this estate.
        var isOutside = child[property] is Templates.Values.UnknownValue { Key: { } key } && key.StartsWith("import:", StringComparison.Ordinal);
        if (!isOutside)
        {
            (orphans.TryGetValue(kind, out var list) ? list : orphans[kind] = []).Add(unknown);
        }

        problems.Add(DiagnosticCatalogue.UnknownOwner.At(
            $"{child}: {property}", $"what this {child.Type} is part of is not known: {unknown.Reason}", "give the missing value, or the template that has it"));
    }

    /// <summary>A name for something outside the estate, given by its ID.</summary>
    public ComponentId External(ResourceKind kind, string id)
    {
        // An ID that reads like a logical ID is still not that resource.
        var name = new ComponentId("", estate.FindByLogicalId(id).Any() ? $"'{id}'" : id);
        externals.TryAdd(name, (kind, new Component(name, kind.Type)));
        return name;
    }

    /// <summary>Says that something is read with less than the template says about it.</summary>
    public void NotModelled(ResolvedResource resource, string what, string consequence) =>
        problems.Add(DiagnosticCatalogue.NotModelled.At(resource.ToString(), what, consequence));
}
