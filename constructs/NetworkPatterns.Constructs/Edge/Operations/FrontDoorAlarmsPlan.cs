using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Operations;

/// <summary>Alarms and their dashboard, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Sources">What is watched, by name.</param>
/// <param name="HasDashboard">Whether a dashboard shows it.</param>
internal sealed record FrontDoorAlarmsPlan(string Path, ImmutableArray<AlarmSource> Sources, bool HasDashboard)
{
    private const string DashboardId = "Dashboard";
    private const int EvaluationPeriods = 3;

    /// <summary>Plans alarms.</summary>
    /// <exception cref="PlanException">Carries every problem.</exception>
    public static FrontDoorAlarmsPlan From(IReadOnlyList<AlarmSource> sources, bool hasDashboard, PatternContext context)
    {
        var problems = new ProblemList();
        var where = context.At(nameof(FrontDoorAlarmsProps.Sources));
        if (sources.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.AlarmSources.At(where, "nothing is watched", "name at least one source"));
        }

        foreach (var twice in sources.GroupBy(source => ResourceName.Key(source.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.AlarmSources.At(where, $"{twice.Count()} sources are named '{twice.First().Name}'", "give each a name of its own"));
        }

        foreach (var source in sources)
        {
            Check(source, where, context, problems);
        }

        problems.ThrowIfAny();
        return new(context.Path, [.. sources.OrderBy(source => source.Name, StringComparer.Ordinal)], hasDashboard);
    }

    /// <summary>The id of an alarm.</summary>
    public static string IdOf(AlarmSource source, AlarmSpec alarm) => $"{ResourceName.Of(source.Name)}{alarm.Name}";

    /// <summary>The blueprint, and what has to be supplied for it.</summary>
    public (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) ToBlueprint(string topicArn, PatternContext context)
    {
        var tags = new ResourceTags(Path);
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var topic = Value.List(inputs.Of("TopicArn", topicArn));
        foreach (var (source, alarm) in Sources.SelectMany(source => source.Alarms.Select(alarm => (source, alarm))))
        {
            builder.Add(
                IdOf(source, alarm),
                "AWS::CloudWatch::Alarm",
                [
                    ("AlarmDescription", $"{source.Name}: {alarm.Description}"),
                    .. MetricOf(source, alarm, inputs),
                    ("EvaluationPeriods", EvaluationPeriods),
                    ("DatapointsToAlarm", EvaluationPeriods),
                    ("Threshold", new NumberValue(alarm.Threshold)),
                    ("ComparisonOperator", alarm.IsTooLow ? "LessThanThreshold" : "GreaterThanThreshold"),
                    ("TreatMissingData", alarm.IsTooLow ? "breaching" : "notBreaching"),
                    ("AlarmActions", topic),
                    ("OKActions", topic),
                    ("Tags", tags.Of($"{source.Name}/{alarm.Name}")),
                ]);
        }

        if (HasDashboard)
        {
            builder.Add(DashboardId, "AWS::CloudWatch::Dashboard", ("DashboardBody", AlarmDashboard.BodyOf(Sources, inputs)));
        }

        return (builder.Build(Path), inputs.Supplied);
    }

    private static IEnumerable<(string Key, Value? Value)> MetricOf(AlarmSource source, AlarmSpec alarm, TokenInputs inputs)
    {
        var dimensions = Value.List(alarm.Dimensions.Select(dimension => Value.Map(("Name", dimension.Name), ("Value", InputOf(source, alarm, dimension, inputs)))));
        if (alarm.IsShare)
        {
            // Thresholds of shares are fractions; as a percentage they are whole numbers, and what people speak of.
            return
            [
                ("Metrics", Value.List(
                    Value.Map(
                        ("Id", "share"),
                        ("ReturnData", false),
                        ("MetricStat", Value.Map(
                            ("Metric", Value.Map(("Namespace", alarm.Namespace), ("MetricName", alarm.Metric), ("Dimensions", dimensions))),
                            ("Period", alarm.PeriodSeconds),
                            ("Stat", alarm.Statistic)))),
                    Value.Map(("Id", "percent"), ("Expression", "share * 100"), ("Label", alarm.Description), ("ReturnData", true)))),
            ];
        }

        return
        [
            ("Namespace", alarm.Namespace),
            ("MetricName", alarm.Metric),
            ("Dimensions", dimensions),
            (alarm.Statistic.StartsWith('p') ? "ExtendedStatistic" : "Statistic", alarm.Statistic),
            ("Period", alarm.PeriodSeconds),
        ];
    }

    /// <summary>The value of a dimension: a literal, or the input for its token.</summary>
    public static Value InputOf(AlarmSource source, AlarmSpec alarm, (string Name, string Value) dimension, TokenInputs inputs) =>
        inputs.Of($"{IdOf(source, alarm)}{dimension.Name}", dimension.Value);

    private static void Check(AlarmSource source, string where, PatternContext context, ProblemList problems)
    {
        if (!ResourceName.IsValid(source.Name))
        {
            problems.Add(DiagnosticCatalogue.AlarmSources.At(where, $"'{source.Name}' cannot be part of logical IDs", "name it with a letter, then letters, digits and hyphens"));
        }

        if (source.Region is { } region && context.Region != region)
        {
            problems.Add(DiagnosticCatalogue.AlarmRegion.At(
                where, $"'{source.Name}' reports to {region}, the alarms are in {context.Region ?? "a Region that is not known"}", $"put the alarms of the edge, and their topic, into the stack of {region}"));
        }

        foreach (var alarm in source.Alarms.Where(alarm => alarm.Threshold < 0 || (alarm.Threshold == 0 && alarm.Metric != "UnHealthyHostCount") || (alarm.IsPercent && alarm.Threshold > 100)))
        {
            problems.Add(DiagnosticCatalogue.AlarmThreshold.At(
                $"{where} '{source.Name}'", $"{alarm.Description}: {alarm.Threshold}", alarm.IsPercent ? "give 1 to 100" : "give 1 or more"));
        }
    }
}
