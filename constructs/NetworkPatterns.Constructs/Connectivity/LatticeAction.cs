using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>What happens to a request: it goes to target groups by share, or gets an answer at once.</summary>
public sealed record LatticeAction
{
    private LatticeAction()
    {
    }

    /// <summary>The answer "not found".</summary>
    public static LatticeAction NotFound { get; } = new();

    internal ImmutableArray<(string TargetGroup, int Weight)> TargetGroups { get; private init; } = [];

    /// <summary>All requests go to one target group.</summary>
    public static LatticeAction Forward(string targetGroup) => Forward((targetGroup, 100));

    /// <summary>Requests go to several target groups by share.</summary>
    /// <param name="targetGroups">Names of target groups of the same service network, each with a weight of 0 to 999.</param>
    public static LatticeAction Forward(params IEnumerable<(string TargetGroup, int Weight)> targetGroups) => new() { TargetGroups = [.. targetGroups] };

    /// <inheritdoc/>
    public bool Equals(LatticeAction? other) => other is not null && TargetGroups.SequenceEqual(other.TargetGroups);

    /// <inheritdoc/>
    public override int GetHashCode() => TargetGroups.Length;

    internal Value ToValue(Func<string, Value> targetGroup) => TargetGroups.IsEmpty
        ? Value.Map(("FixedResponse", Value.Map(("StatusCode", 404))))
        : Value.Map(("Forward", Value.Map(("TargetGroups", Value.List(TargetGroups.Select(target => (Value)Value.Map(
            ("TargetGroupIdentifier", targetGroup(target.TargetGroup)),
            ("Weight", target.Weight))))))));
}

/// <summary>Requests that are treated in a way of their own.</summary>
/// <param name="Name">The rule's name: a letter, then letters, digits and hyphens.</param>
/// <param name="Priority">Its place among the listener's rules, 1 to 2000; the lowest that matches wins.</param>
/// <param name="Action">What happens.</param>
public sealed record LatticeRule(string Name, int Priority, LatticeAction Action)
{
    /// <summary>The start of the path, such as <c>/v2</c>. Default: any.</summary>
    public string? PathPrefix { get; init; }

    /// <summary>The whole path. Default: any.</summary>
    public string? Path { get; init; }

    /// <summary>The HTTP method. Default: any.</summary>
    public string? Method { get; init; }

    /// <summary>Headers and the values that they have exactly. Default: any.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;
}
