using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.Templates.Resolution;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates;

/// <summary>A resource of a stack. Its properties are resolved when they are asked for, once.</summary>
public sealed class ResolvedResource : IPropertyReader
{
    private readonly ResourceBody _body;
    private ResourceProperties? _properties;

    internal ResolvedResource(ResolvedStack stack, string logicalId, ResourceBody body, LoopVariables? variables)
    {
        (Stack, LogicalId, _body, Variables) = (stack, logicalId, body, variables);
        Type = body.Type.ValueKind == JsonValueKind.String ? stack.Estate.Names.Get(body.Type) : "";
        Origin = new Origin(stack, "Resources", logicalId);
    }

    /// <summary>The stack.</summary>
    public ResolvedStack Stack { get; }

    /// <summary>The logical ID.</summary>
    public string LogicalId { get; }

    /// <summary>The resource type, such as <c>AWS::EC2::Subnet</c>; empty where the template gives none.</summary>
    public string Type { get; }

    /// <summary>The CDK construct path, such as <c>Dev/Network/Vpc/Resource</c>; null where the template doesn't say.</summary>
    public string? ConstructPath =>
        FindMetadata("aws:cdk:path") is { ValueKind: JsonValueKind.String } path ? path.GetString() : Stack.FindConstructPath(LogicalId);

    /// <summary>The place of the resource.</summary>
    public Origin Origin { get; }

    /// <summary>Null where the resource is certainly created; else why its <c>Condition</c> can't be decided.</summary>
    /// <remarks>A resource whose condition is false is not in the estate at all.</remarks>
    public UnknownValue? MaybeAbsent => Conditions.Exists(this, caller: null).Unknown;

    /// <summary>The logical IDs of <c>DependsOn</c>.</summary>
    public ImmutableArray<string> DependsOn => _body.DependsOn.ValueKind switch
    {
        JsonValueKind.String => [Variables.Substitute(_body.DependsOn.GetString()!)],
        JsonValueKind.Array =>
        [
            .. _body.DependsOn.EnumerateArray()
                .Where(item => item.ValueKind == JsonValueKind.String)
                .Select(item => Variables.Substitute(item.GetString()!)),
        ],
        _ => [],
    };

    /// <summary>All properties, resolved.</summary>
    public MapValue Properties => Slots.All();

    internal LoopVariables? Variables { get; }

    internal ResourceBody Body => _body;

    private ResourceProperties Slots => _properties ??= ResourceProperties.Of(this, _body.Properties);

    /// <summary>A property, resolved; <see cref="NoValue"/> where the template leaves it out.</summary>
    public ResolvedValue this[string name] => Slots.Get(name, caller: null);

    /// <summary>An entry of the resource's <c>Metadata</c>, as written (CloudFormation resolves nothing there).</summary>
    public JsonElement? FindMetadata(string key) =>
        _body.Metadata.ValueKind == JsonValueKind.Object && _body.Metadata.TryGetProperty(key, out var entry) ? entry : null;

    /// <summary><c>Stack/LogicalId</c>.</summary>
    public override string ToString() => $"{Stack.Name}/{LogicalId}";

    internal ResolvedValue Read(string name, Evaluation? caller) => Slots.Get(name, caller);

    internal void Forget() => _properties = null;
}
