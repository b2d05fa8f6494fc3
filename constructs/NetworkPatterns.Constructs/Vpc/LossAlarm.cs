using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>An alarm of a gateway that should lose nothing: it sounds at the first loss in five minutes, and no data is good news.</summary>
internal static class LossAlarm
{
    private const int PeriodSeconds = 300;

    /// <summary>Adds the alarm.</summary>
    /// <param name="builder">Where to.</param>
    /// <param name="id">The alarm's id.</param>
    /// <param name="description">What was lost, and what helps.</param>
    /// <param name="metric">What counts losses.</param>
    /// <param name="gateway">The metric's dimension, and the id of the resource that it is about.</param>
    /// <param name="topics">Who is told.</param>
    /// <param name="tags">The alarm's tags.</param>
    public static void Add(
        BlueprintBuilder builder, string id, string description, (string Namespace, string Name) metric, (string Dimension, string Id) gateway, ImmutableArray<Value> topics, Value tags) =>
        builder.Add(
            id,
            "AWS::CloudWatch::Alarm",
            ("AlarmDescription", description),
            ("Namespace", metric.Namespace),
            ("MetricName", metric.Name),
            ("Dimensions", Value.List(Value.Map(("Name", gateway.Dimension), ("Value", Value.Ref(gateway.Id))))),
            ("Statistic", "Sum"),
            ("Period", PeriodSeconds),
            ("EvaluationPeriods", 1),
            ("Threshold", 0),
            ("ComparisonOperator", "GreaterThanThreshold"),
            ("TreatMissingData", "notBreaching"),
            ("AlarmActions", topics.IsEmpty ? null : Value.List(topics)),
            ("Tags", tags));
}
