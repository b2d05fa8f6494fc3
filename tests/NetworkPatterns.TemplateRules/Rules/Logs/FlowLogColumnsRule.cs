using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Logs;

/// <summary>N73. Source: https://docs.aws.amazon.com/athena/latest/ug/vpc-flow-logs-create-table-statement.html</summary>
/// <remarks>A table belongs to the flow log that writes to the bucket at which its location points.</remarks>
public sealed class FlowLogColumnsRule() : ResourceRule(
    "N73", "The columns of a flow log's Glue table are the fields of the log's format, in order.", "AWS::Glue::Table")
{
    protected override bool Applies(Resource table) => LogsOf(table).Any();

    protected override IEnumerable<string> Problems(Resource table)
    {
        var columns = table["TableInput"]["StorageDescriptor"]["Columns"].Items.Select(column => column["Name"].Text).ToArray();
        foreach (var log in LogsOf(table))
        {
            if (log["LogFormat"].Text is not { } format)
            {
                yield return Unknown($"LogFormat of {log.LogicalId}", log["LogFormat"]);
                continue;
            }

            // Athena's names have no hyphens; Parquet logs are written with underscores too.
            var fields = format.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(field => field.Trim('$', '{', '}').Replace('-', '_'));
            if (!fields.SequenceEqual(columns, StringComparer.Ordinal))
            {
                yield return $"its columns are not the fields of {log.LogicalId}: {string.Join(' ', columns)}";
            }
        }
    }

    private static IEnumerable<Resource> LogsOf(Resource table)
    {
        var location = table["TableInput"]["StorageDescriptor"]["Location"];
        var buckets = location.Json is { } json ? References.In(json).Select(reference => reference.LogicalId).ToHashSet(StringComparer.Ordinal) : [];
        return table.Template.Resources.Where(log =>
            log.Type == "AWS::EC2::FlowLog" && FlowLogView.BucketOf(log) is { } bucket && buckets.Contains(bucket.LogicalId));
    }
}
