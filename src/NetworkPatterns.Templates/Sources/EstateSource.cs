using System.Text;

namespace NetworkPatterns.Templates.Sources;

/// <summary>Something that templates come from: one template, or a folder of them.</summary>
public abstract record EstateSource
{
    private protected EstateSource()
    {
    }

    /// <summary>A name for messages: a file name or a folder.</summary>
    public abstract string Name { get; }
}

/// <summary>One template, in JSON or YAML.</summary>
/// <param name="FileName">Its file name; without folders and <c>.template.json</c> (or the like) it is the stack's name.</param>
/// <param name="Content">Its bytes, UTF-8 (or UTF-16 with a byte order mark).</param>
public sealed record TemplateSource(string FileName, ReadOnlyMemory<byte> Content) : EstateSource
{
    /// <inheritdoc/>
    public override string Name => FileName;

    /// <summary>The stack's name as deployed; null takes the file's.</summary>
    public string? StackName { get; init; }

    /// <summary>The Region that the stack is deployed to; null where nothing says.</summary>
    public string? Region { get; init; }

    /// <summary>The account that the stack is deployed to; null where nothing says.</summary>
    public string? Account { get; init; }

    /// <summary>A template from text.</summary>
    public static TemplateSource FromText(string fileName, string text) => new(fileName, Encoding.UTF8.GetBytes(text));
}

/// <summary>A folder: a CDK cloud assembly where it has a <c>manifest.json</c>, any templates otherwise.</summary>
/// <param name="Files">The folder's files.</param>
public sealed record FolderSource(ITemplateFiles Files) : EstateSource
{
    /// <inheritdoc/>
    public override string Name => Files.Name;
}
