namespace NetworkPatterns.Constructs.Planning;

/// <summary>What a plan has to know of where its pattern stands; made by the construct, so that plans name no CDK type.</summary>
/// <param name="Path">The construct path, such as <c>Dev/Network</c>.</param>
/// <param name="PropsType">The type of the props that the user wrote.</param>
/// <param name="Region">The stack's Region; <see langword="null"/> where only deployment knows it.</param>
/// <param name="IsToken">Whether a text stands for a value that only deployment knows.</param>
internal sealed record PatternContext(string Path, string PropsType, string? Region, Func<string, bool> IsToken)
{
    /// <summary>The partition of the stack's Region; <see langword="null"/> where only deployment knows it.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html</remarks>
    public string? Partition => Region is null ? null : Partitions.Of(Region);

    /// <summary>Where a property of the props is, for problems.</summary>
    public string At(string property) => $"{Path}: {PropsType}.{property}";
}
