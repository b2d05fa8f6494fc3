using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Dns;

/// <summary>Records of one name, and the groups of records that they lead to: everything that a query for the name can meet.</summary>
/// <param name="Root">The group that clients ask for.</param>
/// <param name="Types">The record types that the whole tree exists for: one, or A and AAAA.</param>
/// <param name="TtlSeconds">How long resolvers keep the answer of a record that is not an alias.</param>
/// <param name="Warnings">What is allowed and not advised, sorted.</param>
public sealed record RecordTree(RecordGroup Root, ImmutableArray<RecordType> Types, int TtlSeconds, ImmutableArray<Problem> Warnings)
{
    /// <summary>The groups, each before those that it leads to.</summary>
    public IEnumerable<RecordGroup> Groups => Root.SelfAndDescendants();

    /// <summary>Every record, by group.</summary>
    public IEnumerable<RecordSet> Records => Groups.SelectMany(group => group.Records);

    /// <summary>The records that end a path: values, or an alias of something that is not of this tree.</summary>
    public IEnumerable<RecordSet> Leaves => Records.Where(record => record.Group is null);

    /// <summary>Reads members into a tree.</summary>
    /// <exception cref="PlanException">Carries every problem of the input.</exception>
    public static RecordTree From(RecordTreeInput input)
    {
        var problems = new ProblemList();
        var tree = RecordTreePlanner.Plan(input, problems);
        problems.ThrowIfAny();
        return tree;
    }

    /// <summary>Reads members into a tree and adds what is wrong; while anything is, the tree must not be used.</summary>
    public static RecordTree From(RecordTreeInput input, ProblemList problems) => RecordTreePlanner.Plan(input, problems);
}

/// <summary>The records of one name and type, among which Route 53 chooses.</summary>
/// <param name="Name">The full name, in lower case, without the final dot.</param>
/// <param name="Policy">How it chooses.</param>
/// <param name="Records">The records.</param>
public sealed record RecordGroup(string Name, RoutingPolicy Policy, ImmutableArray<RecordSet> Records)
{
    internal IEnumerable<RecordGroup> SelfAndDescendants() =>
        Records.Where(record => record.Group is not null).SelectMany(record => record.Group!.SelfAndDescendants()).Prepend(this);
}

/// <summary>One record set of a group.</summary>
/// <param name="Path">The names of members from the root to this, with slashes between: <c>eu-west-1/blue</c>.</param>
/// <param name="SetIdentifier">What tells it from the others of its name and type; <see langword="null"/> when it is alone (simple routing).</param>
/// <param name="Selector">For whom it is.</param>
/// <param name="Target">What it answers with.</param>
/// <param name="Group">The group that it is an alias of; <see langword="null"/> for a leaf.</param>
/// <param name="EvaluateTargetHealth">Whether an alias takes over its target's health; <see langword="null"/> for a record with values.</param>
/// <param name="HealthCheckId">The health check that must pass, if any.</param>
public sealed record RecordSet(
    string Path,
    string? SetIdentifier,
    RoutingSelector Selector,
    RecordTarget Target,
    RecordGroup? Group,
    bool? EvaluateTargetHealth,
    string? HealthCheckId)
{
    /// <summary>
    /// Whether it can become unhealthy: by a health check, or as an alias that evaluates its target. An alias of a group can
    /// only if every record of the group can.
    /// </summary>
    public bool IsMonitored =>
        HealthCheckId is not null || (EvaluateTargetHealth == true && (Group is null || Group.Records.All(record => record.IsMonitored)));
}
