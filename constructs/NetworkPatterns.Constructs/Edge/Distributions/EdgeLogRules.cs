using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>What has to hold for the access logs and the real-time logs of a distribution.</summary>
internal static partial class EdgeLogRules
{
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateDelivery.html
    private const int MostFields = 128;
    private const int LongestSuffix = 256;

    public static void Check(EdgeDistributionProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.AccessLogs));
        var deliveries = props.AccessLogs.Deliveries;
        if (props.AccessLogs != EdgeAccessLogs.Standard && deliveries.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.DistributionLogs.At(where, "logs are delivered nowhere", "give a delivery, or EdgeAccessLogs.Standard"));
        }

        foreach (var repeated in deliveries.GroupBy(delivery => delivery.Place).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DistributionLogs.At(where, $"logs are delivered to {repeated.Count()} places of the kind {repeated.Key}", "keep one of each kind; a second reader reads from there"));
        }

        foreach (var delivery in deliveries)
        {
            CheckDelivery(delivery, context, $"{where}[{delivery.Place}]", problems);
        }

        CheckRealtime(props, context, problems);
    }

    /// <summary>The configurations of real-time logs that behaviours name, each once, by name.</summary>
    public static IEnumerable<EdgeRealtimeLogs> RealtimeOf(IEnumerable<EdgeBehavior> behaviors) =>
        behaviors.Select(behavior => behavior.RealtimeLogs).OfType<EdgeRealtimeLogs>().DistinctBy(logs => logs.Name, StringComparer.Ordinal).OrderBy(logs => logs.Name, StringComparer.Ordinal);

    private static void CheckDelivery(EdgeLogDelivery delivery, PatternContext context, string where, ProblemList problems)
    {
        LogRetention.Check(delivery.RetentionDays, where, problems);
        CheckFields(delivery.Fields, DeliveredField(), where, "write names as CloudFront does, like c-ip or cs(Host)", DiagnosticCatalogue.DistributionLogs, problems);
        if (delivery is { Place: not EdgeLogPlace.Bucket, Format: EdgeLogFormat.W3c or EdgeLogFormat.Parquet })
        {
            problems.Add(DiagnosticCatalogue.DistributionLogs.At(where, $"{delivery.Format} is written to buckets only", "use EdgeLogFormat.Json or Plain, or EdgeLogDelivery.ToS3"));
        }

        if (delivery.Place != EdgeLogPlace.Bucket && (delivery.SuffixPath is not null || delivery.HasHivePaths))
        {
            problems.Add(DiagnosticCatalogue.DistributionLogs.At(where, "only a bucket has paths", $"leave {nameof(delivery.SuffixPath)} and {nameof(delivery.HasHivePaths)} out, or use EdgeLogDelivery.ToS3"));
        }

        if (delivery.SuffixPath is { } path && (path.Length is 0 or > LongestSuffix || Variable().Replace(path, "").AsSpan().ContainsAny('{', '}')))
        {
            problems.Add(DiagnosticCatalogue.DistributionLogs.At(
                where, $"'{path}' is not a path of text and CloudFront's variables", "write it like {DistributionId}/{yyyy}/{MM}/{dd}/{HH}, of at most 256 characters"));
        }

        if (delivery.StreamArn is { } arn && !context.IsToken(arn) && arn.Split(':') is not [_, _, "firehose", ZonePlan.GlobalRegion, ..])
        {
            problems.Add(DiagnosticCatalogue.DistributionLogs.At(where, $"'{arn}' is not the ARN of a Firehose stream in {ZonePlan.GlobalRegion}", $"name a stream of {ZonePlan.GlobalRegion}, where CloudFront's logs are delivered from"));
        }
    }

    private static void CheckRealtime(EdgeDistributionProps props, PatternContext context, ProblemList problems)
    {
        var behaviors = props.Behaviors.Concat(props.Staging?.Behaviors ?? []).ToList();
        foreach (var logs in RealtimeOf(behaviors))
        {
            var where = context.At($"{nameof(EdgeBehavior.RealtimeLogs)}[{logs.Name}]");
            if (!ResourceName.IsValid(logs.Name))
            {
                problems.Add(DiagnosticCatalogue.DistributionRealtimeLogs.At(where, $"'{logs.Name}' cannot be the name of a configuration", "use a letter, then letters, digits and hyphens"));
            }

            if (logs.SamplingPercent is < 1 or > 100)
            {
                problems.Add(DiagnosticCatalogue.DistributionRealtimeLogs.At(where, $"{logs.SamplingPercent} of a hundred requests cannot be logged", "give 1 to 100, or leave RealtimeLogs out of the behaviour"));
            }

            CheckFields(logs.Fields, RealtimeField(), where, "write names as real-time logs do, like c-ip or cs-host", DiagnosticCatalogue.DistributionRealtimeLogs, problems);
            if (logs.Fields.IsEmpty)
            {
                problems.Add(DiagnosticCatalogue.DistributionRealtimeLogs.At(where, "a line without fields says nothing", $"leave {nameof(logs.Fields)} out, or name fields"));
            }

            CheckStream(logs, context, where, problems);
        }

        foreach (var repeated in behaviors.Select(behavior => behavior.RealtimeLogs).OfType<EdgeRealtimeLogs>().GroupBy(logs => ResourceName.Key(logs.Name), StringComparer.Ordinal)
            .Where(group => group.Select(logs => logs.Name + logs.Content).Distinct(StringComparer.Ordinal).Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DistributionRealtimeLogs.At(context.At(nameof(props.Behaviors)), $"different configurations of real-time logs are called '{repeated.First().Name}'", "give each a name of its own"));
        }
    }

    private static void CheckStream(EdgeRealtimeLogs logs, PatternContext context, string where, ProblemList problems)
    {
        if (logs.StreamArn is { } stream && !context.IsToken(stream) && stream.Split(':') is not [_, _, "kinesis", ZonePlan.GlobalRegion, ..])
        {
            problems.Add(DiagnosticCatalogue.DistributionRealtimeLogs.At(where, $"'{stream}' is not the ARN of a Kinesis data stream in {ZonePlan.GlobalRegion}", $"name a stream of {ZonePlan.GlobalRegion}, or leave {nameof(logs.StreamArn)} out"));
        }

        if (logs is { StreamKeyArn: not null, StreamArn: null })
        {
            problems.Add(DiagnosticCatalogue.DistributionRealtimeLogs.At(where, $"{nameof(logs.StreamKeyArn)} is the key of a stream that {nameof(logs.StreamArn)} does not name", $"give both, or leave {nameof(logs.StreamKeyArn)} out: a stream of its own is encrypted by AWS's key"));
        }
    }

    private static void CheckFields(
        IReadOnlyList<string> fields, Regex shape, string where, string fix, Diagnostic diagnostic, ProblemList problems)
    {
        foreach (var field in fields.Where(field => !shape.IsMatch(field)))
        {
            problems.Add(diagnostic.At(where, $"'{field}' is not a field of a log", fix));
        }

        foreach (var repeated in fields.GroupBy(field => field, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(diagnostic.At(where, $"the field '{repeated.Key}' is named {repeated.Count()} times", "name it once"));
        }

        if (fields.Count > MostFields)
        {
            problems.Add(diagnostic.At(where, $"{fields.Count} fields are more than {MostFields}", "leave some out"));
        }
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9-]*(\([A-Za-z-]+\))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex DeliveredField();

    [GeneratedRegex(@"^[a-z][a-z0-9-]*\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RealtimeField();

    [GeneratedRegex(@"\{(DistributionId|distributionid|accountid|yyyy|MM|dd|HH)\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
