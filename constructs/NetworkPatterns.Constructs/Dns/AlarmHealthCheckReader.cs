using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>Reads the props of an <see cref="AlarmHealthCheck"/>.</summary>
internal static class AlarmHealthCheckReader
{
    public static HealthCheckPlan Read(AlarmHealthCheckProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        if (string.IsNullOrWhiteSpace(props.AlarmName))
        {
            problems.Add(DiagnosticCatalogue.HealthCheckEndpoint.At(context.At(nameof(props.AlarmName)), "the alarm has no name", "give the name of a CloudWatch alarm"));
        }

        if (props.AlarmRegion is { } region && !context.IsToken(region) && !RegionCode.IsValid(region))
        {
            problems.Add(DiagnosticCatalogue.NotARegion.At(context.At(nameof(props.AlarmRegion)), $"'{region}' is not the code of a Region", "write it like eu-west-1"));
        }

        problems.ThrowIfAny();
        return new("CloudWatchMetric", "CLOUDWATCH_METRIC",
        [
            ("InsufficientDataHealthStatus", props.InsufficientData.ToString()),
            ("Inverted", props.IsInverted ? (Value)true : null),
        ])
        {
            Alarm = (props.AlarmName, props.AlarmRegion ?? ""),
        };
    }
}
