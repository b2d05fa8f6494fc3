using System.Collections.Immutable;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Operations;

/// <summary>Alarms on the parts of a front door in one Region, and a dashboard of the same metrics.</summary>
/// <remarks>
/// Emits <c>AWS::CloudWatch::Alarm</c>s and <c>AWS::CloudWatch::Dashboard</c>. CloudFront and its web ACL report to us-east-1 only:
/// theirs go into the stack there, with a topic of its own.
/// <para>Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Best_Practice_Recommended_Alarms_AWS_Services.html</para>
/// </remarks>
public sealed class FrontDoorAlarms : Construct
{
    private readonly EmittedBlueprint _resources;
    private readonly FrontDoorAlarmsPlan _plan;

    /// <summary>Plans the alarms and makes them.</summary>
    /// <param name="scope">Where they belong.</param>
    /// <param name="id">Their name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">What is watched.</param>
    /// <exception cref="PlanException">The props cannot be planned; it carries every problem, and nothing has been made.</exception>
    public FrontDoorAlarms(Construct scope, string id, FrontDoorAlarmsProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(FrontDoorAlarmsProps));
        _plan = FrontDoorAlarmsPlan.From(props.Sources, props.Dashboard, context);
        var (blueprint, inputs) = _plan.ToBlueprint(props.Topic.TopicArn, context);
        _resources = this.Emit(blueprint, inputs);
    }

    /// <summary>The names of the alarms of a source, tokens: for health checks and composite alarms.</summary>
    /// <param name="source">The source's name.</param>
    public ImmutableArray<string> AlarmNames(string source) =>
        [.. _plan.Sources.Where(candidate => candidate.Name == source).SelectMany(found => found.Alarms.Select(alarm => _resources.Ref(FrontDoorAlarmsPlan.IdOf(found, alarm))))];
}
