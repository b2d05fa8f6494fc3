using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Templates.Resolution;
using NetworkPatterns.Templates.Sources;

namespace NetworkPatterns.Templates;

/// <summary>All stacks that were given, as one: references, exports and nested stacks are followed across them.</summary>
/// <remarks>Values are resolved when they are asked for. An estate may be read from several threads.</remarks>
public sealed class Estate
{
    private readonly Lazy<ImmutableArray<ResolvedResource>> _resources;
    private readonly Lazy<ILookup<string, ResolvedResource>> _byType;
    private readonly Lazy<ILookup<string, ResolvedResource>> _byLogicalId;
    private readonly Lazy<ILookup<string, ResolvedResource>> _byConstructPath;

    internal Estate(EstateOptions options)
    {
        Options = options;
        _resources = new(() => [.. Stacks.SelectMany(stack => stack.Resources)]);
        _byType = new(() => Resources.ToLookup(resource => resource.Type, StringComparer.Ordinal));
        _byLogicalId = new(() => Resources.ToLookup(resource => resource.LogicalId, StringComparer.Ordinal));
        _byConstructPath = new(() => Resources
            .Where(resource => resource.ConstructPath is not null)
            .ToLookup(resource => resource.ConstructPath!, StringComparer.Ordinal));
    }

    /// <summary>What the caller gave.</summary>
    public EstateOptions Options { get; }

    /// <summary>The stacks, nested ones after the stack that nests them.</summary>
    public ImmutableArray<ResolvedStack> Stacks { get; internal set; } = [];

    /// <summary>The resources of all stacks that are, or may be, created.</summary>
    public ImmutableArray<ResolvedResource> Resources => _resources.Value;

    /// <summary>What is wrong with the input; where there is any, answers can't be trusted.</summary>
    public ImmutableArray<Problem> Problems { get; internal set; } = [];

    /// <summary>What the input leaves open, such as an import that no template exports; values behind it are unknown.</summary>
    public ImmutableArray<Problem> Warnings { get; internal set; } = [];

    internal Exports Exports { get; set; } = Exports.None;

    internal SsmParameters SsmParameters { get; set; } = SsmParameters.None;

    internal NamePool Names { get; } = new();

    /// <summary>Reads templates and cloud assemblies as one estate. Never throws for what they contain: see <see cref="Problems"/>.</summary>
    public static Estate Read(IEnumerable<EstateSource> sources, EstateOptions? options = null) =>
        new EstateReader(options ?? new EstateOptions()).Read(sources);

    /// <summary>Reads one template or folder as an estate.</summary>
    public static Estate Read(EstateSource source, EstateOptions? options = null) => Read([source], options);

    /// <summary>The resources of a type, such as <c>AWS::EC2::Subnet</c>.</summary>
    public IEnumerable<ResolvedResource> OfType(string type) => _byType.Value[type];

    /// <summary>The resource of a stack and logical ID; the stack by its name in the estate or its deployed name.</summary>
    public ResolvedResource? Find(string stack, string logicalId) => FindStack(stack)?.Find(logicalId);

    /// <summary>The stack of a name; null where there is none.</summary>
    public ResolvedStack? FindStack(string name) =>
        Stacks.FirstOrDefault(stack => string.Equals(stack.Name, name, StringComparison.Ordinal))
        ?? Stacks.FirstOrDefault(stack => string.Equals(stack.StackName, name, StringComparison.Ordinal));

    /// <summary>The resources of a logical ID, in any stack.</summary>
    public IEnumerable<ResolvedResource> FindByLogicalId(string logicalId) => _byLogicalId.Value[logicalId];

    /// <summary>The resources at a construct path; the path of a construct finds its main resource (<c>.../Resource</c>) too.</summary>
    public IEnumerable<ResolvedResource> FindByConstructPath(string path) =>
        _byConstructPath.Value[path]
            .Concat(_byConstructPath.Value[path + "/Resource"])
            .Concat(_byConstructPath.Value[path + "/Default"]);
}
