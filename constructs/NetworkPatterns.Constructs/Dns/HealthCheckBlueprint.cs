using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>The resource of a health check.</summary>
internal static class HealthCheckBlueprint
{
    private const int LongestTag = 256;

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(HealthCheckPlan plan, PatternContext context)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        var children = plan.Children.Select((child, index) => inputs.Of($"Child{index}", child)).ToList();
        builder.Add(
            plan.Id,
            "AWS::Route53::HealthCheck",
            ("HealthCheckConfig", Value.Map(
            [
                ("Type", plan.Type),
                .. plan.Config,
                .. plan.Texts.Select(text => (text.Key, (Value?)inputs.Of(text.Key, text.Text))),
                ("ChildHealthChecks", children.Count == 0 ? null : Value.List(children)),
                ("AlarmIdentifier", plan.Alarm is not { } alarm ? null : Value.Map(
                    ("Name", inputs.Of("AlarmName", alarm.Name)),
                    ("Region", alarm.Region.Length == 0 ? Value.Region : inputs.Of("AlarmRegion", alarm.Region)))),
            ])),
            ("HealthCheckTags", Value.Tags(("Name", context.Path[Math.Max(0, context.Path.Length - LongestTag)..]))));
        return (builder.Build(context.Path), inputs.Supplied);
    }
}
