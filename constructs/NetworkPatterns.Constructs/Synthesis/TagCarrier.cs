using Amazon.CDK;
using Constructs;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Synthesis;

/// <summary>Receives <c>Tags.Of</c> for a resource whose class in this version of the library has no tags.</summary>
/// <remarks>It is a child of that resource, so that tags set on any ancestor, and on the resource itself, reach it.</remarks>
internal sealed class TagCarrier : Construct, ITaggable
{
    private TagCarrier(CfnResource resource, string resourceType, ListValue tags)
        : base(resource, "Tags")
    {
        // KEY_VALUE takes a map and renders the Key and Value pairs that CloudFormation spells.
        Tags = new TagManager(TagType.KEY_VALUE, resourceType, Literals(tags));
        // As text, because jsii does not take the token itself for an argument of any type; alone, it resolves to the list.
        resource.AddPropertyOverride("Tags", Tags.RenderedTags.ToString()!);
    }

    /// <inheritdoc/>
    public TagManager Tags { get; }

    public static void Attach(CfnResource resource, string resourceType, ListValue tags) => _ = new TagCarrier(resource, resourceType, tags);

    private static Dictionary<string, object> Literals(ListValue tags) => tags.Items
        .Select(tag => tag is MapValue map && map["Key"] is TextValue key && map["Value"] is TextValue value
            ? KeyValuePair.Create(key.Text, (object)value.Text)
            : throw new InvalidOperationException("the tags of a type that the library cannot tag are literals"))
        .ToDictionary(StringComparer.Ordinal);
}
