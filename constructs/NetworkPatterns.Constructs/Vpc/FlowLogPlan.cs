using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A flow log, settled.</summary>
/// <param name="RetentionDays">Days for which records are kept.</param>
/// <param name="IsToS3">Whether it goes to S3 rather than to CloudWatch Logs.</param>
/// <param name="Fields">The fields of a record; none where the service chooses.</param>
/// <param name="KmsKey">The ARN of a key of the user's.</param>
/// <param name="HasOwnKey">Whether the pattern makes a key.</param>
internal sealed record FlowLogPlan(int RetentionDays, bool IsToS3, ImmutableArray<FlowLogField> Fields, Value? KmsKey, bool HasOwnKey)
{
    private const string DefaultId = "FlowLog";
    private const int HashLength = 8;

    /// <summary>The record's format as EC2 takes it.</summary>
    public string Format => string.Join(' ', Fields.Select(one => $"${{{one.Name}}}"));

    /// <summary>The flow log's id. AWS can change nothing of a flow log, so another format is another flow log.</summary>
    public string Id => IsToS3
        ? $"{DefaultId}ToS3{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Format)))[..HashLength]}"
        : DefaultId;

    public static FlowLogPlan? Of(FlowLogs logs, ExternalValues values) => logs.RetentionDays is { } days
        ? new(
            days,
            logs.IsToS3,
            [.. logs.Fields.Select(FlowLogField.Get)],
            logs.KmsKeyArn is { } key ? values.Of("FlowLogKeyArn", key) : null,
            logs.HasOwnKey)
        : null;
}

/// <summary>A field of a flow log record.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-log-records.html</remarks>
/// <param name="Name">Its name.</param>
/// <param name="ColumnType">Its type in Athena.</param>
internal sealed record FlowLogField(string Name, string ColumnType)
{
    private const string Text = "string";
    private const string Integer = "int";
    private const string Long = "bigint";

    private static readonly ImmutableSortedDictionary<string, string> Types = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["version"] = Integer, ["account-id"] = Text, ["interface-id"] = Text, ["srcaddr"] = Text, ["dstaddr"] = Text,
        ["srcport"] = Integer, ["dstport"] = Integer, ["protocol"] = Integer, ["packets"] = Long, ["bytes"] = Long,
        ["start"] = Long, ["end"] = Long, ["action"] = Text, ["log-status"] = Text, ["vpc-id"] = Text, ["subnet-id"] = Text,
        ["instance-id"] = Text, ["tcp-flags"] = Integer, ["type"] = Text, ["pkt-srcaddr"] = Text, ["pkt-dstaddr"] = Text,
        ["region"] = Text, ["az-id"] = Text, ["sublocation-type"] = Text, ["sublocation-id"] = Text,
        ["pkt-src-aws-service"] = Text, ["pkt-dst-aws-service"] = Text, ["flow-direction"] = Text, ["traffic-path"] = Integer,
        ["reject-reason"] = Text,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>All names, sorted.</summary>
    public static IEnumerable<string> Names => Types.Keys;

    /// <summary>Its column: Athena's names have no hyphens.</summary>
    public string Column => Name.Replace('-', '_');

    public static FlowLogField Get(string name) => new(name, Types[name]);
}
