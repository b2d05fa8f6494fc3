namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>What a target group's targets are.</summary>
public enum TargetType
{
    /// <summary>Addresses: Fargate tasks, or the addresses that are listed.</summary>
    Ip,

    /// <summary>EC2 instances, those of an Auto Scaling group.</summary>
    Instance,
}
