using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Logging;

/// <summary>A log group that stays when its stack goes: what happened is asked for afterwards, too.</summary>
internal static class RetainedLogGroup
{
    /// <summary>The resource.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="properties">Its properties, in their order.</param>
    public static BlueprintResource Of(string id, params IEnumerable<(string Key, Value? Value)> properties) =>
        new(id, "AWS::Logs::LogGroup", Value.Map(properties))
        {
            DeletionPolicy = ResourcePolicy.Retain,
            UpdateReplacePolicy = ResourcePolicy.Retain,
        };
}
