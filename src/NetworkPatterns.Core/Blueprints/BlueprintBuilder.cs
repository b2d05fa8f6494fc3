using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Blueprints;

/// <summary>Gathers resources and makes a validated <see cref="Blueprint"/> of them.</summary>
public sealed class BlueprintBuilder
{
    private readonly List<BlueprintResource> _resources = [];
    private readonly List<BlueprintInput> _inputs = [];
    private readonly ImmutableSortedDictionary<string, BlueprintCondition>.Builder _conditions =
        ImmutableSortedDictionary.CreateBuilder<string, BlueprintCondition>(StringComparer.Ordinal);

    private readonly ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>>.Builder _mappings =
        ImmutableSortedDictionary.CreateBuilder<string, ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>>>(StringComparer.Ordinal);

    /// <summary>Adds a resource.</summary>
    public BlueprintBuilder Add(BlueprintResource resource)
    {
        _resources.Add(resource);
        return this;
    }

    /// <summary>Adds a resource of these properties; a property whose value is <see langword="null"/> is left out.</summary>
    public BlueprintBuilder Add(string id, string type, params IEnumerable<(string Key, Value? Value)> properties) =>
        Add(new(id, type, Value.Map(properties)));

    /// <summary>Adds resources.</summary>
    public BlueprintBuilder AddRange(IEnumerable<BlueprintResource> resources)
    {
        _resources.AddRange(resources);
        return this;
    }

    /// <summary>Declares an input and gives the value that stands for it.</summary>
    public Value AddInput(string name, bool isList = false)
    {
        _inputs.Add(new(name, isList));
        return Value.Input(name);
    }

    /// <summary>Adds a condition under a name.</summary>
    public BlueprintBuilder AddCondition(string name, BlueprintCondition condition)
    {
        _conditions[name] = condition;
        return this;
    }

    /// <summary>Adds a mapping: top-level key, second-level key, value.</summary>
    public BlueprintBuilder AddMapping(string name, IEnumerable<(string TopLevelKey, string SecondLevelKey, string Value)> entries)
    {
        _mappings[name] = entries
            .GroupBy(entry => entry.TopLevelKey, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(
                group => group.Key,
                group => group.ToImmutableSortedDictionary(e => e.SecondLevelKey, e => e.Value, StringComparer.Ordinal),
                StringComparer.Ordinal);
        return this;
    }

    /// <summary>The blueprint, sorted by id so that the order of calls does not show.</summary>
    /// <param name="where">The construct path, for problems.</param>
    /// <exception cref="PlanException">Carries every problem of the graph.</exception>
    public Blueprint Build(string where)
    {
        var problems = new ProblemList();
        new BlueprintValidator(where, _resources, _inputs, _conditions.ToImmutable(), _mappings.ToImmutable()).Validate(problems);
        problems.ThrowIfAny();
        return new(
            [.. _resources.OrderBy(resource => resource.Id, StringComparer.Ordinal)],
            [.. _inputs.OrderBy(input => input.Name, StringComparer.Ordinal)],
            _conditions.ToImmutable(),
            _mappings.ToImmutable());
    }
}
