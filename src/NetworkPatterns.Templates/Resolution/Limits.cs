namespace NetworkPatterns.Templates.Resolution;

/// <summary>How much a template may grow while it is resolved; far beyond what CloudFormation takes.</summary>
internal static class Limits
{
    /// <summary>Characters of one text. A whole template has at most 1 MB.</summary>
    public const int LongestText = 1_000_000;

    /// <summary>Pieces of template that one property may take to resolve: nested substitutions and loops can double each other.</summary>
    public const int MostSteps = 200_000;

    /// <summary>Parts of one text.</summary>
    public const int MostParts = 10_000;

    /// <summary>Resources of one template after <c>Fn::ForEach</c>; CloudFormation takes 500.</summary>
    public const int MostEntries = 10_000;

    /// <summary>Stacks of one estate, nested ones included.</summary>
    public const int MostStacks = 20_000;

    /// <summary>How deep nested stacks nest.</summary>
    public const int DeepestStack = 50;

    /// <summary>How deep JSON or YAML nests.</summary>
    public const int DeepestElement = 200;
}
