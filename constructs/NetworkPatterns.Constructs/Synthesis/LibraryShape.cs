using System.Reflection;
using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Synthesis;

/// <summary>What the consumer's version of Amazon.CDK.Lib knows of a resource type, read from its own classes.</summary>
/// <remarks>
/// A type that is newer than the library has no class there; CDK then makes a plain <see cref="CfnResource"/>. A type
/// whose schema changed since has required properties that AWS no longer asks for (a regional NAT gateway has no
/// <c>SubnetId</c>), or no tags although AWS has them by now (interface endpoints).
/// </remarks>
internal sealed class LibraryShape
{
    private static readonly Assembly Library = typeof(CfnResource).Assembly;

    private LibraryShape(bool hasTags, IReadOnlyList<RequiredProperty> requiredProperties)
    {
        HasTags = hasTags;
        RequiredProperties = requiredProperties;
    }

    /// <summary>Whether CDK's tags reach the library's class for this type.</summary>
    public bool HasTags { get; }

    /// <summary>The properties without which the library's class refuses to be made.</summary>
    public IReadOnlyList<RequiredProperty> RequiredProperties { get; }

    public static LibraryShape Of(string resourceType)
    {
        var parts = resourceType.Split("::");
        var name = $"Amazon.CDK.AWS.{ModuleOf(parts[1])}.Cfn{parts[2]}";
        if (Library.GetType(name) is not { } type)
        {
            return new(hasTags: false, []);
        }

        var required = Library.GetType($"Amazon.CDK.AWS.{ModuleOf(parts[1])}.ICfn{parts[2]}Props")?
            .GetProperties()
            .Where(property => !property.IsDefined(typeof(JsiiOptionalAttribute)))
            .Select(property => new RequiredProperty(property));
        return new(typeof(ITaggable).IsAssignableFrom(type) || typeof(ITaggableV2).IsAssignableFrom(type), [.. required ?? []]);
    }

    /// <summary>The required properties of the library's class that a resource does not have.</summary>
    public IEnumerable<RequiredProperty> MissingFrom(BlueprintResource resource) =>
        RequiredProperties.Where(property => resource.Properties[property.Name] is null);

    // The library's .NET namespaces are those of CloudFormation but for a few spellings.
    private static string ModuleOf(string service) => service switch
    {
        "ApiGateway" => "APIGateway",
        "ApiGatewayV2" => "Apigatewayv2",
        _ => service,
    };
}

/// <summary>A property without which the library's class refuses to be made.</summary>
internal sealed class RequiredProperty(PropertyInfo property)
{
    public string Name => property.Name;

    // jsii's description of the property's type, an argument of its attribute, says what C#'s object does not. Reading it
    // takes long, and few are asked.
    public bool IsList => property.GetCustomAttributesData()
        .Where(attribute => attribute.AttributeType == typeof(JsiiPropertyAttribute))
        .SelectMany(attribute => attribute.ConstructorArguments)
        .Any(argument => argument.Value is string description && description.Contains("\"kind\":\"array\"", StringComparison.Ordinal));
}
