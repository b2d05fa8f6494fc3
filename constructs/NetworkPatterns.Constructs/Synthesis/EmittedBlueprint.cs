using Amazon.CDK;
using Amazon.CDK.CloudFormation.Include;
using Constructs;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Synthesis;

/// <summary>A blueprint that has become CDK resources. References cost nothing until they are asked for.</summary>
internal sealed class EmittedBlueprint(CfnInclude include, Blueprint blueprint)
{
    private readonly Dictionary<string, CfnResource> _resources = new(StringComparer.Ordinal);

    /// <summary>The resources as data.</summary>
    public Blueprint Blueprint { get; } = blueprint;

    /// <summary>The typed L1 of a resource: for references, and for the caller's escape hatches.</summary>
    /// <exception cref="KeyNotFoundException">The blueprint has no such resource.</exception>
    public CfnResource GetResource(string id)
    {
        if (!_resources.TryGetValue(id, out var resource))
        {
            resource = include.GetResource(Blueprint.GetResource(id).Id);
            _resources.Add(id, resource);
        }

        return resource;
    }

    /// <summary><c>Ref</c> of a resource, as a token; in another stack it becomes an export and an import.</summary>
    public string Ref(string id) => GetResource(id).Ref;

    /// <summary>An attribute of a resource, as a token.</summary>
    public string GetAtt(string id, string attribute) => Token.AsString(GetResource(id).GetAtt(attribute));
}
