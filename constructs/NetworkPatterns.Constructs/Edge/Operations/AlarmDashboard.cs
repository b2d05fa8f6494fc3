using System.Collections.Immutable;
using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Operations;

/// <summary>The dashboard of a list of sources: a row for each, a graph for each alarm with its threshold.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html</remarks>
internal static class AlarmDashboard
{
    private const int Columns = 24;
    private const int Height = 6;

    public static Value BodyOf(ImmutableArray<AlarmSource> sources, TokenInputs inputs)
    {
        var variables = new SortedDictionary<string, Value>(StringComparer.Ordinal);
        var widgets = new JsonArray();
        foreach (var (row, source) in sources.Index())
        {
            var width = Columns / source.Alarms.Length;
            foreach (var (column, alarm) in source.Alarms.Index())
            {
                widgets.Add(new JsonObject
                {
                    ["type"] = "metric",
                    ["x"] = column * width,
                    ["y"] = row * Height,
                    ["width"] = width,
                    ["height"] = Height,
                    ["properties"] = Graph(source, alarm, inputs, variables),
                });
            }
        }

        // JSON as such would write the braces of placeholders down as they are, and nothing else of it has a dollar.
        return Value.Sub(
            new JsonObject { ["widgets"] = widgets }.ToJsonString(),
            variables.Select(variable => (variable.Key, (Value?)variable.Value)));
    }

    private static JsonObject Graph(AlarmSource source, AlarmSpec alarm, TokenInputs inputs, SortedDictionary<string, Value> variables)
    {
        var metric = new JsonArray(alarm.Namespace, alarm.Metric);
        foreach (var dimension in alarm.Dimensions)
        {
            metric.Add(dimension.Name);
            metric.Add(Text(source, alarm, dimension, inputs, variables));
        }

        return new()
        {
            ["title"] = $"{source.Name}: {alarm.Description}",
            ["region"] = "${AWS::Region}",
            ["view"] = "timeSeries",
            ["stat"] = alarm.Statistic,
            ["period"] = alarm.PeriodSeconds,
            ["metrics"] = new JsonArray(metric),
            ["annotations"] = new JsonObject
            {
                ["horizontal"] = new JsonArray(new JsonObject { ["value"] = alarm.IsShare ? alarm.Threshold / 100m : alarm.Threshold, ["label"] = "Alarm" }),
            },
        };
    }

    private static string Text(AlarmSource source, AlarmSpec alarm, (string Name, string Value) dimension, TokenInputs inputs, SortedDictionary<string, Value> variables)
    {
        var value = FrontDoorAlarmsPlan.InputOf(source, alarm, dimension, inputs);
        if (value is TextValue literal)
        {
            return literal.Text;
        }

        var name = ((InputValue)value).Name;
        variables[name] = value;
        return $"${{{name}}}";
    }
}
