using System.Collections.Immutable;

namespace NetworkPatterns.Core.Dns;

/// <summary>What kind of answer a query gets.</summary>
public enum DnsAnswerKind
{
    /// <summary>Records.</summary>
    Records,

    /// <summary>No record for this client although the name exists: NOERROR without an answer.</summary>
    NoData,

    /// <summary>It depends on something that the client's description does not say.</summary>
    Unknown,
}

/// <summary>The answer to one query.</summary>
/// <param name="Kind">What kind of answer it is.</param>
/// <param name="Records">The leaves that are answered with: several for a multivalue answer.</param>
/// <param name="HasFailedOpen">Whether a group on the way had no healthy record, so that Route 53 took all of them for healthy.</param>
/// <param name="Reason">Why there are no records, or why it is not known.</param>
public sealed record DnsAnswer(DnsAnswerKind Kind, ImmutableArray<RecordSet> Records, bool HasFailedOpen, string? Reason)
{
    /// <summary>The paths of the records, in the order of the answer.</summary>
    public ImmutableArray<string> Paths => [.. Records.Select(record => record.Path)];

    internal static DnsAnswer Of(IEnumerable<RecordSet> records, bool hasFailedOpen) => new(DnsAnswerKind.Records, [.. records], hasFailedOpen, Reason: null);

    internal static DnsAnswer NoData(string reason) => new(DnsAnswerKind.NoData, [], HasFailedOpen: false, reason);

    internal static DnsAnswer Unknown(string reason) => new(DnsAnswerKind.Unknown, [], HasFailedOpen: false, reason);
}
