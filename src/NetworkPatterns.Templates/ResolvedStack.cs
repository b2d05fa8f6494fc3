using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using NetworkPatterns.Templates.Parsing;
using NetworkPatterns.Templates.Resolution;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates;

/// <summary>One deployment of a template: a stack, or a nested stack of one.</summary>
public sealed class ResolvedStack
{
    private readonly StackIdentity _identity;
    private readonly Dictionary<string, ResolvedResource> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ResolvedStack> _nested = new(StringComparer.Ordinal);
    private readonly List<ResolvedResource> _order = [];
    private readonly Lazy<ImmutableArray<ResolvedResource>> _resources;
    private readonly Lazy<Dictionary<string, Declaration>> _conditions;
    private readonly Lazy<Dictionary<string, Declaration>> _outputs;

    internal ResolvedStack(Estate estate, Template template, StackIdentity identity, ResolvedResource? parent)
    {
        (Estate, Template, _identity, Parent) = (estate, template, identity, parent);
        _resources = new(() => [.. _order.Where(resource => !Conditions.IsAbsent(resource, caller: null))]);
        _conditions = new(() => Declarations(template.Conditions));
        _outputs = new(() => Declarations(template.Outputs));
    }

    /// <summary>The stack's name, unique in the estate; <c>Parent/LogicalId</c> for a nested stack.</summary>
    public string Name => _identity.Name;

    /// <summary>The stack's name as deployed: <c>AWS::StackName</c>.</summary>
    public string StackName => _identity.StackName;

    /// <summary>The Region; null where neither the assembly nor the caller names one.</summary>
    public string? Region => _identity.Region;

    /// <summary>The account; null where neither the assembly nor the caller names one.</summary>
    public string? Account => _identity.Account;

    /// <summary>The template's file name.</summary>
    public string TemplateName => Template.FileName;

    /// <summary>The resource that nests this stack; null for a root stack.</summary>
    public ResolvedResource? Parent { get; }

    /// <summary>The resources in template order, without those whose condition is certainly false.</summary>
    public ImmutableArray<ResolvedResource> Resources => _resources.Value;

    /// <summary>The names of the outputs.</summary>
    public IEnumerable<string> OutputNames => _outputs.Value.Keys;

    /// <summary>The macros that the template names and that only a deployment runs: what they change is not known.</summary>
    public ImmutableArray<string> UnexpandedTransforms =>
        [.. Template.Transforms.Where(name => !string.Equals(name, "AWS::LanguageExtensions", StringComparison.Ordinal))];

    internal Estate Estate { get; }

    internal Template Template { get; }

    internal ConcurrentDictionary<(Section Section, string Name), ResolvedValue> Values { get; } = new();

    internal ImmutableDictionary<string, string> GivenParameters => _identity.Parameters;

    internal IReadOnlyList<ResolvedResource> Declared => _order;

    internal IEnumerable<string> ConditionNames => _conditions.Value.Keys;

    /// <summary>The resource of a logical ID; null where there is none, or its condition is false.</summary>
    public ResolvedResource? Find(string logicalId) =>
        FindDeclared(logicalId) is { } resource && !Conditions.IsAbsent(resource, caller: null) ? resource : null;

    /// <summary>The value of an output; unknown where there is no such output.</summary>
    public ResolvedValue Output(string name) => Output(name, caller: null, new Origin(this, "Outputs", name));

    /// <inheritdoc/>
    public override string ToString() => Name;

    internal ResolvedResource? FindDeclared(string logicalId) => _declared.GetValueOrDefault(logicalId);

    internal ResolvedStack? FindNested(string logicalId) => _nested.GetValueOrDefault(logicalId);

    internal Declaration? FindCondition(string name) => _conditions.Value.GetValueOrDefault(name);

    internal Declaration? FindOutput(string name) => _outputs.Value.GetValueOrDefault(name);

    internal string? FindConstructPath(string logicalId) => _identity.ConstructPaths.GetValueOrDefault(logicalId);

    internal void Nest(string logicalId, ResolvedStack stack) => _nested[logicalId] = stack;

    /// <summary>Declares the resources of the template; says why some loop could not be unrolled.</summary>
    internal string? Load()
    {
        if (Template.Resources.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var expansion = new ForEachExpansion(this);
        foreach (var (name, body, variables) in expansion.Expand(Template.Resources, Evaluation.Root(this)))
        {
            if (body.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var resource = new ResolvedResource(this, name, new ResourceBody(body), variables);
            if (_declared.TryGetValue(name, out var earlier))
            {
                _order.Remove(earlier);
            }

            _declared[name] = resource;
            _order.Add(resource);
        }

        return expansion.Failure;
    }

    /// <summary>Forgets what was resolved while the estate was still being put together.</summary>
    internal void Forget()
    {
        Values.Clear();
        foreach (var resource in _order)
        {
            resource.Forget();
        }
    }

    internal ResolvedValue Output(string name, Evaluation? caller, Origin usedAt)
    {
        if (Values.TryGetValue((Section.Outputs, name), out var known))
        {
            return known;
        }

        if (FindOutput(name) is not { Body.ValueKind: JsonValueKind.Object } output
            || !output.Body.TryGetProperty("Value"u8, out var value))
        {
            return new UnknownValue(usedAt, $"{usedAt} names the output '{name}', which {Name} does not have");
        }

        var at = new Origin(this, "Outputs", name).Property("Value");
        var exists = Conditions.Exists(this, output, at, caller);
        var result = exists is { IsKnown: true, Value: false }
            ? new UnknownValue(usedAt, $"the condition of output {Name}/{name} is false")
            : Evaluation.Enter(caller, (this, "Outputs." + name), this, output.Variables, at, inner => inner.Resolve(value, at));
        Values[(Section.Outputs, name)] = result;
        return result;
    }

    private Dictionary<string, Declaration> Declarations(JsonElement section)
    {
        var declarations = new Dictionary<string, Declaration>(StringComparer.Ordinal);
        if (section.ValueKind == JsonValueKind.Object)
        {
            foreach (var (name, body, variables) in new ForEachExpansion(this).Expand(section, Evaluation.Root(this)))
            {
                declarations[name] = new Declaration(body, variables);
            }
        }

        return declarations;
    }
}

/// <summary>A condition or an output, unresolved.</summary>
internal sealed record Declaration(JsonElement Body, LoopVariables? Variables);

/// <summary>What is known about a stack besides its template.</summary>
internal sealed record StackIdentity(string Name, string StackName, string? Region, string? Account)
{
    public ImmutableDictionary<string, string> Parameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> ConstructPaths { get; init; } = ImmutableDictionary<string, string>.Empty;
}
