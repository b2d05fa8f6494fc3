using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The table of a flow log in S3, and a workgroup with queries for Athena.</summary>
/// <remarks>
/// Partitions are computed from the hour that a query asks for, so nothing has to load them.
/// <para>Source: https://docs.aws.amazon.com/athena/latest/ug/partition-projection.html</para>
/// </remarks>
internal static class FlowLogQueryBlueprint
{
    private const string DatabaseId = "FlowLogDatabase";
    private const string TableId = "FlowLogTable";
    private const string WorkGroupId = "FlowLogWorkGroup";
    private const string TableName = "vpc_flow_logs";
    private const int LongestName = 128;

    // What the date of a partition is counted from; queries name the hours that they want.
    private const string FirstYear = "2024";
    private const string LastYear = "2099";

    private static readonly ImmutableArray<(string Name, int First, int Last, int Digits)> Partitions =
    [
        ("year", int.Parse(FirstYear, CultureInfo.InvariantCulture), int.Parse(LastYear, CultureInfo.InvariantCulture), 4),
        ("month", 1, 12, 2),
        ("day", 1, 31, 2),
        ("hour", 0, 23, 2),
    ];

    private const string Yesterday =
        "(year, month, day) IN ((date_format(current_date, '%Y'), date_format(current_date, '%m'), date_format(current_date, '%d')), "
        + "(date_format(current_date - interval '1' day, '%Y'), date_format(current_date - interval '1' day, '%m'), date_format(current_date - interval '1' day, '%d')))";

    private static readonly ImmutableArray<(string Id, string Description, ImmutableArray<string> Needs, string Query)> Queries =
    [
        (
            "RejectedHttps",
            "Rejected HTTPS traffic since yesterday, by source and destination",
            ["srcaddr", "dstaddr", "dstport", "protocol", "action", "packets"],
            $"SELECT srcaddr, dstaddr, sum(packets) AS packets FROM {TableName} WHERE action = 'REJECT' AND protocol = 6 AND dstport = 443 AND {Yesterday} GROUP BY srcaddr, dstaddr ORDER BY packets DESC LIMIT 100"),
        (
            "RejectedByPort",
            "Rejected traffic since yesterday, by interface and port",
            ["interface-id", "dstport", "protocol", "action", "packets"],
            $"SELECT interface_id, protocol, dstport, sum(packets) AS packets FROM {TableName} WHERE action = 'REJECT' AND {Yesterday} GROUP BY interface_id, protocol, dstport ORDER BY packets DESC LIMIT 100"),
        (
            "TopTalkers",
            "Who sent most to whom since yesterday",
            ["srcaddr", "dstaddr", "bytes", "action"],
            $"SELECT srcaddr, dstaddr, sum(bytes) AS bytes FROM {TableName} WHERE action = 'ACCEPT' AND {Yesterday} GROUP BY srcaddr, dstaddr ORDER BY bytes DESC LIMIT 100"),
    ];

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        if (plan.FlowLog is not { IsToS3: true } log)
        {
            return;
        }

        builder
            .Add(
                DatabaseId,
                "AWS::Glue::Database",
                ("CatalogId", Value.AccountId),
                ("DatabaseInput", Value.Map(("Name", NameOf(plan.Path, '_').ToLowerInvariant()), ("Description", $"Flow logs of {plan.Path}"))))
            .Add(
                TableId,
                "AWS::Glue::Table",
                ("CatalogId", Value.AccountId),
                ("DatabaseName", Value.Ref(DatabaseId)),
                ("TableInput", Table(log)))
            .Add(
                WorkGroupId,
                "AWS::Athena::WorkGroup",
                ("Name", NameOf(plan.Path, '-')),
                ("WorkGroupConfiguration", Value.Map(
                    ("EnforceWorkGroupConfiguration", true),
                    ("ResultConfiguration", Value.Map(
                        ("EncryptionConfiguration", Value.Map(("EncryptionOption", "SSE_S3"))),
                        ("OutputLocation", Value.Join("", "s3://", Value.Ref(S3FlowLogBlueprint.BucketId), $"/{S3FlowLogBlueprint.ResultsPrefix}")))))),
                ("Tags", tags.Of("flow-logs")));

        // A query that needs a field which the log does not have would only fail.
        foreach (var (id, description, _, query) in Queries.Where(query => query.Needs.All(need => log.Fields.Any(field => field.Name == need))))
        {
            builder.Add(
                $"FlowLogQuery{id}",
                "AWS::Athena::NamedQuery",
                ("Name", description),
                ("Database", Value.Ref(DatabaseId)),
                ("WorkGroup", Value.Ref(WorkGroupId)),
                ("QueryString", query));
        }
    }

    // Both must have a name that says where they come from: the construct path, of which the end tells most.
    private static string NameOf(string path, char mark)
    {
        var name = $"{string.Concat(path.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : mark))}{mark}flow{mark}logs";
        return name[Math.Max(0, name.Length - LongestName)..];
    }

    private static MapValue Table(FlowLogPlan log) => Value.Map(
        ("Name", TableName),
        ("TableType", "EXTERNAL_TABLE"),
        ("PartitionKeys", Value.List(Partitions.Select(partition => (Value)Value.Map(("Name", partition.Name), ("Type", "string"))))),
        ("Parameters", Value.Map(
        [
            ("classification", "parquet"),
            ("EXTERNAL", "TRUE"),
            ("projection.enabled", "true"),
            .. Partitions.SelectMany(Projection),
            ("storage.location.template", Value.Join("", [.. Folder, string.Concat(Partitions.Select(partition => $"/{partition.Name}=${{{partition.Name}}}"))])),
        ])),
        ("StorageDescriptor", Value.Map(
            ("Columns", Value.List(log.Fields.Select(field => (Value)Value.Map(("Name", field.Column), ("Type", field.ColumnType))))),
            ("Location", Value.Join("", [.. Folder, "/"])),
            ("InputFormat", "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat"),
            ("OutputFormat", "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat"),
            ("SerdeInfo", Value.Map(("SerializationLibrary", "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe"))))));

    private static IEnumerable<(string Key, Value? Value)> Projection((string Name, int First, int Last, int Digits) partition) =>
    [
        ($"projection.{partition.Name}.type", "integer"),
        ($"projection.{partition.Name}.range", string.Create(CultureInfo.InvariantCulture, $"{partition.First},{partition.Last}")),
        ($"projection.{partition.Name}.digits", partition.Digits.ToString(CultureInfo.InvariantCulture)),
    ];

    private static ImmutableArray<Value> Folder =>
    [
        "s3://",
        Value.Ref(S3FlowLogBlueprint.BucketId),
        "/AWSLogs/aws-account-id=",
        Value.AccountId,
        "/aws-service=vpcflowlogs/aws-region=",
        Value.Region,
    ];
}
