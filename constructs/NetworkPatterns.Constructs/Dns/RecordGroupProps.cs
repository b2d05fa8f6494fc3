using Amazon.CDK.AWS.Route53;
using NetworkPatterns.Core.Dns;
using RecordTarget = NetworkPatterns.Core.Dns.RecordTarget;
using RecordType = NetworkPatterns.Core.Dns.RecordType;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>What a group of records is to be: one name and type, one routing policy, and whom each member is meant for.</summary>
public sealed class RecordGroupProps
{
    /// <summary>The zone that the records belong to. Its name must be known when the app runs: <see cref="Zones.FromId"/> for an existing one.</summary>
    public required IHostedZone Zone { get; init; }

    /// <summary>The full name that clients ask for, such as <c>app.example.com</c>; the zone's own name for the apex.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The members, each with a name that stays: it is the record's set identifier and part of its logical ID. The target of
    /// a member may be another group: policies nest.
    /// </summary>
    public required IReadOnlyList<RecordMember> Members { get; init; }

    /// <summary>The type of the records. Default: A.</summary>
    public RecordType Type { get; init; } = RecordType.A;

    /// <summary>
    /// Whole seconds for which resolvers keep an answer. Default: 60 seconds, so that clients follow a failover soon. Not
    /// for aliases, which have the TTL of their target.
    /// </summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>
    /// Whether each record of type A gets one of type AAAA beside it. Default: where every target at the end of the tree is
    /// an alias of a dual-stack resource.
    /// </summary>
    public bool? DualStack { get; init; }
}

/// <summary>What a single record is to be.</summary>
public sealed class SimpleRecordProps
{
    /// <summary>The zone that the record belongs to.</summary>
    public required IHostedZone Zone { get; init; }

    /// <summary>The full name, such as <c>www.example.com</c>; the zone's own name for the apex.</summary>
    public required string Name { get; init; }

    /// <summary>What it answers with: values, an AWS resource (<see cref="Alias"/>), or another record.</summary>
    public required RecordTarget Target { get; init; }

    /// <summary>The type of the record. Default: A.</summary>
    public RecordType Type { get; init; } = RecordType.A;

    /// <summary>Whole seconds for which resolvers keep the answer. Default: 300. Not for aliases.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Whether a record of type AAAA is made beside one of type A. Default: for an alias of a dual-stack resource.</summary>
    public bool? DualStack { get; init; }
}
