using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>A health check, settled: its type and what it watches.</summary>
/// <param name="Id">The blueprint id, with what cannot change in place.</param>
/// <param name="Type">Route 53's type.</param>
/// <param name="Config">The other settings, in CloudFormation's names; texts may be tokens.</param>
internal sealed record HealthCheckPlan(string Id, string Type, ImmutableArray<(string Key, Value? Value)> Config)
{
    /// <summary>Texts that may be tokens, by setting.</summary>
    public ImmutableArray<(string Key, string Text)> Texts { get; init; } = [];

    /// <summary>IDs of the children of a calculated check.</summary>
    public ImmutableArray<string> Children { get; init; } = [];

    /// <summary>How a calculated check counts; <see langword="null"/> for the others.</summary>
    public HealthThreshold? Threshold { get; init; }

    /// <summary>The name and Region of an alarm.</summary>
    public (string Name, string Region)? Alarm { get; init; }

    public static HealthCheckPlan RoutingControl(RoutingControlHealthCheckProps props) =>
        new("RecoveryControl", "RECOVERY_CONTROL", []) { Texts = [("RoutingControlArn", props.RoutingControlArn)] };
}
