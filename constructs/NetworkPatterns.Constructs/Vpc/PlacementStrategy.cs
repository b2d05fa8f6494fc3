namespace NetworkPatterns.Constructs.Vpc;

/// <summary>How the instances of a tier are placed on hardware.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/placement-strategies.html</remarks>
public sealed record PlacementStrategy
{
    /// <summary>The most partitions that a zone has.</summary>
    internal const int MaxPartitions = 7;

    private PlacementStrategy(string name, int? partitions)
    {
        Name = name;
        Partitions = partitions;
    }

    /// <summary>Close together, for little latency between them: a group for every zone, because a cluster is in one.</summary>
    public static PlacementStrategy Cluster { get; } = new("cluster", null);

    /// <summary>Each on hardware of its own, at most 7 running instances in a zone.</summary>
    public static PlacementStrategy Spread { get; } = new("spread", null);

    /// <summary>The number of partitions in each zone; <see langword="null"/> for the other strategies.</summary>
    public int? Partitions { get; }

    /// <summary>The strategy as EC2 spells it.</summary>
    internal string Name { get; }

    /// <summary>Whether each zone has a group of its own.</summary>
    internal bool IsByZone => Name == "cluster";

    /// <summary>In partitions that share no hardware with each other.</summary>
    /// <param name="partitions">How many partitions each zone has, 1 to 7.</param>
    public static PlacementStrategy Partition(int partitions) => new("partition", partitions);
}
