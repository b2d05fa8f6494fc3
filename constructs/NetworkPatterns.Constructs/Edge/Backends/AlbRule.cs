namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>Requests of a listener that go to targets of their own, by path or by host: several services behind one load balancer.</summary>
/// <remarks>
/// A rule has at most five patterns, three on a <see cref="LockedAlb"/>, where the two secrets count as well. In a pattern, <c>*</c> is any
/// number of characters and <c>?</c> is one.
/// <para>Source: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html</para>
/// </remarks>
public sealed record AlbRule
{
    /// <summary>
    /// The rule's name, and that of its target group: a letter, then letters, digits and hyphens. No listener and no other rule of the load
    /// balancer has it. It is part of logical IDs.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>The place among the listener's rules, 1 to 49,999, each once: the first that fits takes a request. Leave room between rules.</summary>
    public required int Priority { get; init; }

    /// <summary>Patterns of paths, of which one has to fit, such as <c>/orders/*</c>. Case counts. Default: any path.</summary>
    public IReadOnlyList<string> Paths { get; init; } = [];

    /// <summary>Patterns of host names, of which one has to fit, such as <c>orders.example.com</c>. Default: any host.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Where the requests go.</summary>
    public required AlbTargets Targets { get; init; }
}
