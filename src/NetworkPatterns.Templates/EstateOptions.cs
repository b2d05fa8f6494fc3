using System.Collections.Immutable;

namespace NetworkPatterns.Templates;

/// <summary>What the caller knows and the templates don't.</summary>
public sealed record EstateOptions
{
    /// <summary>The Region of stacks whose template or assembly names none; null to leave it unknown. Default <c>eu-west-1</c>.</summary>
    public string? Region { get; init; } = "eu-west-1";

    /// <summary>The account of stacks whose assembly names none; null (the default) leaves it unknown.</summary>
    public string? Account { get; init; }

    /// <summary>Values for template parameters, by <c>Name</c> (in every root stack) or <c>Stack/Name</c>. List types are split at commas.</summary>
    public ImmutableDictionary<string, string> Parameters { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Values for what the templates leave open, by the key that an unknown reports: <c>import:NAME</c>, <c>ssm:NAME</c>,
    /// <c>Stack/Parameter</c>, <c>Stack/LogicalId.Attribute</c>, <c>zones:REGION</c> (a comma-separated list)...
    /// </summary>
    public ImmutableDictionary<string, string> Assumptions { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Whether names carry the stack even where there is only one, so that they can be compared with those of an estate of
    /// several stacks. Default: they do not.
    /// </summary>
    public bool NamesEveryStack { get; init; }

    /// <summary>The largest template that is read, in bytes. Default 50 MB less one byte: CloudFormation itself stops at 1 MB.</summary>
    public long MaximumTemplateBytes { get; init; } = (50L * 1000 * 1000) - 1;
}
