using Amazon.CDK.AWS.SNS;

namespace NetworkPatterns.Constructs.Edge.Operations;

/// <summary>What <see cref="FrontDoorAlarms"/> watch, and who hears of it.</summary>
public sealed class FrontDoorAlarmsProps
{
    /// <summary>Who hears of alarms, and of their end: a topic of the same Region.</summary>
    public required ITopic Topic { get; init; }

    /// <summary>What is watched, at least one.</summary>
    public required IReadOnlyList<AlarmSource> Sources { get; init; }

    /// <summary>Whether a dashboard shows the same metrics. Default: yes.</summary>
    public bool Dashboard { get; init; } = true;
}
