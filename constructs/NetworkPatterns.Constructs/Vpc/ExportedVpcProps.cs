namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What a stack expects of a VPC that another stack exports. What is not there fails the deployment.</summary>
public sealed class ExportedVpcProps
{
    /// <summary>The name of the SSM parameter: the other VPC's <see cref="ThreeTierVpcProps.ExportName"/>.</summary>
    public required string ExportName { get; init; }

    /// <summary>The tiers that are needed, with the slots that they have there.</summary>
    public required IReadOnlyList<ExportedTier> Tiers { get; init; }

    /// <summary>The zones that are needed, written as there.</summary>
    public required IReadOnlyList<string> Zones { get; init; }
}

/// <summary>A tier of an exported VPC.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Intent">What its subnets are for.</param>
public sealed record ExportedTier(string Name, int Slot, TierIntent Intent);
