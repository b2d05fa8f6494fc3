namespace NetworkPatterns.Core.Blueprints;

/// <summary>What happens to a resource that its stack no longer holds.</summary>
public enum ResourcePolicy
{
    /// <summary>It is deleted.</summary>
    Delete,

    /// <summary>It stays.</summary>
    Retain,

    /// <summary>It stays, unless the operation that made it failed.</summary>
    RetainExceptOnCreate,

    /// <summary>A snapshot of it stays.</summary>
    Snapshot,
}
