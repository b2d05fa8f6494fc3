using System.Collections.Immutable;

namespace NetworkPatterns.Core.Dns;

/// <summary>What a record answers with: values, an AWS resource (alias), or another group of records.</summary>
public abstract record RecordTarget
{
    private protected RecordTarget()
    {
    }

    /// <summary>Values in the form that the record type has; a text of type TXT or SPF as it is, without quotation marks.</summary>
    public static RecordTarget Values(params IEnumerable<string> values) => new ValuesTarget([.. values]);

    /// <summary>Another group of records, as one does in a tree of policies. It gets the name <c>member.parent</c>.</summary>
    public static RecordTarget Group(params IEnumerable<RecordMember> members) => new GroupTarget([.. members]);

    /// <summary>Another group of records, under a full name of its own in the same zone.</summary>
    public static RecordTarget NamedGroup(string name, params IEnumerable<RecordMember> members) => new GroupTarget([.. members]) { Name = name };

    /// <summary>A record of the same zone that exists already, by its full name.</summary>
    /// <param name="name">The record's full name.</param>
    /// <param name="isDualStack">Whether the name has records of type A and AAAA.</param>
    public static RecordTarget Record(string name, bool isDualStack = false) =>
        new AliasTarget(AliasTargetKind.Record, name, HostedZoneId: null, isDualStack);
}

/// <summary>Values of an ordinary record.</summary>
/// <param name="Items">The values, in the form of the record's type.</param>
public sealed record ValuesTarget(ImmutableArray<string> Items) : RecordTarget
{
    /// <inheritdoc/>
    public bool Equals(ValuesTarget? other) => other is not null && Items.SequenceEqual(other.Items);

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Aggregate(0, HashCode.Combine);
}

/// <summary>An AWS resource, or a record of the same zone, whose addresses Route 53 answers with.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="DnsName">Its DNS name.</param>
/// <param name="HostedZoneId">The zone of that name, as AWS documents it for each kind; <see langword="null"/> for a record of the same zone.</param>
/// <param name="IsDualStack">Whether it has IPv6 addresses too; records of type A and AAAA are made then.</param>
public sealed record AliasTarget(AliasTargetKind Kind, string DnsName, string? HostedZoneId, bool IsDualStack) : RecordTarget
{
    /// <summary>Whether AWS documents what Route 53 evaluates as the health of this: load balancers and records.</summary>
    public bool ReportsHealth => Kind is AliasTargetKind.LoadBalancer or AliasTargetKind.Record;
}

/// <summary>Another group of records of the same zone and type.</summary>
/// <param name="Members">Its members.</param>
public sealed record GroupTarget(ImmutableArray<RecordMember> Members) : RecordTarget
{
    /// <summary>Its full name. Default: the member's name as a label before the name of the group above.</summary>
    public string? Name { get; init; }

    /// <inheritdoc/>
    public bool Equals(GroupTarget? other) => other is not null && Name == other.Name && Members.SequenceEqual(other.Members);

    /// <inheritdoc/>
    public override int GetHashCode() => Members.Aggregate(0, HashCode.Combine);
}
