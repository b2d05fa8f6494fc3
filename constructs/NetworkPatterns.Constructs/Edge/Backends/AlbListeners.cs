using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>The listeners of an Application Load Balancer, by name.</summary>
/// <param name="Path">The load balancer's construct path.</param>
/// <param name="All">The listeners.</param>
internal sealed record AlbListeners(string Path, ImmutableArray<AlbListener> All)
{
    /// <summary>Orders listeners by their names.</summary>
    public static AlbListeners Of(string path, IEnumerable<AlbListener> listeners) =>
        new(path, [.. listeners.OrderBy(listener => listener.Name, StringComparer.Ordinal)]);

    /// <summary>The target groups: each listener's own, and one for each of its rules.</summary>
    public IEnumerable<AlbTargetGroup> TargetGroups => All.SelectMany(GroupsOf);

    /// <summary>The target groups, for what joins them.</summary>
    public ListenerSet Set =>
        new(Path, [.. TargetGroups.Select(group => new TargetListener(group.Name, group.Targets.Tier, group.Targets.Port, group.Targets.Type))]);

    /// <summary>A listener by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public AlbListener Get(string listener) => All.FirstOrDefault(candidate => candidate.Name == listener)
        ?? throw new KeyNotFoundException($"{Path} has no listener '{listener}'");

    /// <summary>The target group of a listener or of a rule, by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none of this name.</exception>
    public AlbTargetGroup GetTargets(string name) => TargetGroups.FirstOrDefault(candidate => candidate.Name == name)
        ?? throw new KeyNotFoundException($"{Path} has no listener and no rule '{name}'");

    /// <summary>The target groups of one listener: its own, then those of its rules in their order.</summary>
    public static IEnumerable<AlbTargetGroup> GroupsOf(AlbListener listener) =>
        listener.Rules.OrderBy(rule => rule.Priority).Select(rule => new AlbTargetGroup(listener, rule)).Prepend(new(listener, null));
}

/// <summary>A target group with what leads to it.</summary>
/// <param name="Listener">The listener.</param>
/// <param name="Rule">The rule; <see langword="null"/> for what no rule takes.</param>
internal sealed record AlbTargetGroup(AlbListener Listener, AlbRule? Rule)
{
    public string Name => Rule?.Name ?? Listener.Name;

    public AlbTargets Targets => Rule?.Targets ?? Listener.Targets;
}
