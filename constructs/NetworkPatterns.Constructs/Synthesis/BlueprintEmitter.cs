using Amazon.CDK;
using Amazon.CDK.CloudFormation.Include;
using Constructs;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Synthesis;

/// <summary>Hands a blueprint to CDK in one crossing, as a template fragment of which CDK makes typed L1s.</summary>
/// <remarks>
/// Each crossing from C# to CDK costs more than what happens behind it, so the graph crosses whole. Because the L1s are
/// real, tags, aspects, logical IDs by path, overrides and references over stacks work as elsewhere. What CDK's include
/// or this version of the library lacks is put back here: see <see cref="LibraryShape"/>.
/// </remarks>
internal static class BlueprintEmitter
{
    // CDK leaves "Default" out of logical IDs, so they are those of resources directly under the pattern.
    private const string IncludeId = "Default";
    private const string PathMetadata = "aws:cdk:path";
    private const string PathMetadataContext = "aws:cdk:enable-path-metadata";
    private const string Placeholder = "Placeholder";

    /// <summary>Makes the blueprint's resources under a construct.</summary>
    /// <param name="scope">The pattern.</param>
    /// <param name="blueprint">The resources.</param>
    /// <param name="inputs">A token (text, or an array of text for a list) for each input of the blueprint.</param>
    /// <exception cref="PlanException">The inputs are not those that the blueprint declares.</exception>
    public static EmittedBlueprint Emit(this Construct scope, Blueprint blueprint, IReadOnlyDictionary<string, object>? inputs = null)
    {
        inputs ??= new Dictionary<string, object>(StringComparer.Ordinal);
        var node = scope.Node;
        var path = node.Path;
        CheckInputs(path, blueprint, inputs);
        var pathPrefix = node.TryGetContext(PathMetadataContext) is null ? null : $"{path}/{IncludeId}/";
        var shapes = blueprint.Resources
            .Select(resource => resource.Type)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(type => type, LibraryShape.Of, StringComparer.Ordinal);

        var fragment = blueprint.MapResources(resource => ForLibrary(resource, shapes[resource.Type], pathPrefix));
        var emitted = new EmittedBlueprint(Include(scope, fragment, inputs), blueprint);
        foreach (var resource in blueprint.Resources)
        {
            PutBack(emitted, resource, shapes[resource.Type]);
        }

        return emitted;
    }

    private static CfnInclude Include(Construct scope, Blueprint fragment, IReadOnlyDictionary<string, object> inputs)
    {
        var file = Path.Combine(Path.GetTempPath(), $"networkpatterns-{Path.GetRandomFileName()}.json");
        try
        {
            File.WriteAllBytes(file, BlueprintRenderer.Render(fragment).Span);
            return new CfnInclude(scope, IncludeId, new CfnIncludeProps
            {
                TemplateFile = file,
                PreserveLogicalIds = false,
                Parameters = inputs.ToDictionary(input => input.Key, input => input.Value, StringComparer.Ordinal),
            });
        }
        finally
        {
            File.Delete(file);
        }
    }

    // What the library's class would refuse or drop is taken out before the crossing, and comes back after it.
    private static BlueprintResource ForLibrary(BlueprintResource resource, LibraryShape shape, string? pathPrefix)
    {
        var properties = resource.Properties;
        if (!shape.HasTags && properties["Tags"] is not null)
        {
            properties = new([.. properties.Entries.Where(entry => entry.Key != "Tags")]);
        }

        foreach (var missing in shape.MissingFrom(resource))
        {
            properties = properties.With(missing.Name, missing.IsList ? Value.List() : Placeholder);
        }

        return resource with
        {
            Properties = properties,
            Metadata = pathPrefix is null ? resource.Metadata : resource.Metadata.With(PathMetadata, pathPrefix + resource.Id),
        };
    }

    private static void PutBack(EmittedBlueprint emitted, BlueprintResource resource, LibraryShape shape)
    {
        foreach (var missing in shape.MissingFrom(resource))
        {
            emitted.GetResource(resource.Id).AddPropertyDeletionOverride(missing.Name);
        }

        if (!shape.HasTags && resource.Properties["Tags"] is ListValue tags)
        {
            TagCarrier.Attach(emitted.GetResource(resource.Id), resource.Type, tags);
        }

        if (resource.LogicalId is { } logicalId)
        {
            emitted.GetResource(resource.Id).OverrideLogicalId(logicalId);
        }
    }

    private static void CheckInputs(string path, Blueprint blueprint, IReadOnlyDictionary<string, object> inputs)
    {
        var problems = new ProblemList();
        var declared = blueprint.Inputs.Select(input => input.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in declared.Where(name => !inputs.ContainsKey(name)))
        {
            problems.Add(DiagnosticCatalogue.BlueprintInputs.At($"{path}: {name}", $"the input '{name}' is not supplied", "supply a token or a literal for it"));
        }

        foreach (var name in inputs.Keys.Where(name => !declared.Contains(name)))
        {
            problems.Add(DiagnosticCatalogue.BlueprintInputs.At($"{path}: {name}", $"'{name}' is not an input of the blueprint", "leave it out, or declare it"));
        }

        foreach (var input in blueprint.Inputs.Where(input => inputs.TryGetValue(input.Name, out var value) && value is Array != input.IsList))
        {
            problems.Add(DiagnosticCatalogue.BlueprintInputs.At(
                $"{path}: {input.Name}", $"the input '{input.Name}' is {(input.IsList ? "a list" : "text")} and was supplied as the other", "supply the declared kind"));
        }

        problems.ThrowIfAny();
    }
}
