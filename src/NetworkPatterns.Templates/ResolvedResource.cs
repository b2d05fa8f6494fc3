using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.Templates.Resolution;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates;

/// <summary>A resource of a stack. Its properties are resolved when they are asked for, once.</summary>
public sealed class ResolvedResource : IPropertyReader
{
    private readonly JsonElement _body;
    private readonly JsonElement _properties;
    private KeyValuePair<string, ResolvedValue>[] _resolved = [];

    internal ResolvedResource(ResolvedStack stack, string logicalId, string type, JsonElement body, LoopVariables? variables)
    {
        // The body is an object: whoever reads the Resources section has seen to that.
        (Stack, LogicalId, Type, _body, Variables) = (stack, logicalId, type, body, variables);
        _properties = body.TryGetProperty("Properties"u8, out var properties) ? properties : default;
        Origin = new Origin(stack, "Resources", logicalId);
        ConstructPath = FindPathMetadata() ?? stack.FindConstructPath(logicalId);
    }

    /// <summary>The stack.</summary>
    public ResolvedStack Stack { get; }

    /// <summary>The logical ID.</summary>
    public string LogicalId { get; }

    /// <summary>The resource type, such as <c>AWS::EC2::Subnet</c>; empty where the template gives none.</summary>
    public string Type { get; }

    /// <summary>The CDK construct path, such as <c>Dev/Network/Vpc/Resource</c>; null where the template doesn't say.</summary>
    public string? ConstructPath { get; }

    /// <summary>The place of the resource.</summary>
    public Origin Origin { get; }

    /// <summary>Null where the resource is certainly created; else why its <c>Condition</c> can't be decided.</summary>
    /// <remarks>A resource whose condition is false is not in the estate at all.</remarks>
    public UnknownValue? MaybeAbsent => Conditions.Of(Stack, _body, Variables, Origin, caller: null).Unknown;

    /// <summary>The logical IDs of <c>DependsOn</c>.</summary>
    public ImmutableArray<string> DependsOn => ReadDependsOn();

    /// <summary>All properties, resolved.</summary>
    public MapValue Properties => ResourceProperties.ResolveAll(this, _properties);

    internal LoopVariables? Variables { get; }

    internal JsonElement Body => _body;

    /// <summary>A property, resolved; <see cref="NoValue"/> where the template leaves it out.</summary>
    public ResolvedValue this[string name] => Read(name, caller: null);

    /// <summary>An entry of the resource's <c>Metadata</c>, as written (CloudFormation resolves nothing there).</summary>
    public JsonElement? FindMetadata(string key) =>
        _body.TryGetProperty("Metadata"u8, out var metadata)
        && metadata.ValueKind == JsonValueKind.Object
        && metadata.TryGetProperty(key, out var entry)
            ? entry
            : null;

    /// <summary><c>Stack/LogicalId</c>.</summary>
    public override string ToString() => $"{Stack.Name}/{LogicalId}";

    internal void Forget() => _resolved = [];

    internal ResolvedValue Read(string name, Evaluation? caller)
    {
        foreach (var known in _resolved)
        {
            if (string.Equals(known.Key, name, StringComparison.Ordinal))
            {
                return known.Value;
            }
        }

        return Remember(name, ResourceProperties.Resolve(this, _properties, name, caller));
    }

    // Readers on several threads may compute the same value twice; the array is replaced whole, so each sees a valid one.
    private ResolvedValue Remember(string name, ResolvedValue value)
    {
        _resolved = [.. _resolved, KeyValuePair.Create(name, value)];
        return value;
    }

    private string? FindPathMetadata() =>
        FindMetadata("aws:cdk:path") is { ValueKind: JsonValueKind.String } path ? path.GetString() : null;

    private ImmutableArray<string> ReadDependsOn() =>
        !_body.TryGetProperty("DependsOn"u8, out var dependsOn) ? []
        : dependsOn.ValueKind switch
        {
            JsonValueKind.String => [Variables.Substitute(dependsOn.GetString()!)],
            JsonValueKind.Array =>
            [
                .. dependsOn.EnumerateArray()
                    .Where(item => item.ValueKind == JsonValueKind.String)
                    .Select(item => Variables.Substitute(item.GetString()!)),
            ],
            _ => [],
        };
}
