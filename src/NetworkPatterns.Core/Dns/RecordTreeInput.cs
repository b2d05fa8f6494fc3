using System.Collections.Immutable;

namespace NetworkPatterns.Core.Dns;

/// <summary>What a tree of records is made of.</summary>
public sealed record RecordTreeInput
{
    /// <summary>The construct path, for problems.</summary>
    public required string Path { get; init; }

    /// <summary>The type of the props that the user wrote, for problems.</summary>
    public required string PropsType { get; init; }

    /// <summary>The zone's name.</summary>
    public required string ZoneName { get; init; }

    /// <summary>The full name that clients ask for: the zone's name (the apex) or one that ends in it.</summary>
    public required string Name { get; init; }

    /// <summary>The type of the records.</summary>
    public RecordType Type { get; init; } = RecordType.A;

    /// <summary>The policy that the root must have; <see langword="null"/> for any.</summary>
    public RoutingPolicy? Policy { get; init; }

    /// <summary>How long resolvers keep an answer; <see langword="null"/> for the default: 60 seconds, simple records 300.</summary>
    public long? TtlSeconds { get; init; }

    /// <summary>Whether records of type AAAA are made beside those of type A; <see langword="null"/> for "where every target has both".</summary>
    public bool? DualStack { get; init; }

    /// <summary>The members of the root.</summary>
    public required ImmutableArray<RecordMember> Members { get; init; }

    /// <summary>Whether the zone is private: some policies and targets are for public zones only.</summary>
    public bool IsPrivateZone { get; init; }

    /// <summary>Whether a text stands for a value that only deployment knows; such a text is not checked.</summary>
    public Func<string, bool> IsToken { get; init; } = _ => false;

    internal string At(string property) => $"{Path}: {PropsType}.{property}";
}
