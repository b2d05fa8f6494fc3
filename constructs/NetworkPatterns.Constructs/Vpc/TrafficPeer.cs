namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The other side of a <see cref="TrafficRule"/>: a tier of the same VPC, or a range of addresses.</summary>
public sealed record TrafficPeer
{
    private TrafficPeer(string? tierName, string? cidrBlock)
    {
        TierName = tierName;
        CidrBlock = cidrBlock;
    }

    /// <summary>Every IPv4 address: <c>0.0.0.0/0</c>.</summary>
    public static TrafficPeer AnyIPv4 { get; } = new(null, "0.0.0.0/0");

    /// <summary>The name of a tier of the same VPC; <see langword="null"/> for a range.</summary>
    public string? TierName { get; }

    /// <summary>A range in CIDR notation; <see langword="null"/> for a tier.</summary>
    public string? CidrBlock { get; }

    /// <summary>A tier of the same VPC, by its name: its security group in group rules, its range in network ACLs.</summary>
    public static TrafficPeer Tier(string name) => new(name, null);

    /// <summary>A range of IPv4 addresses in CIDR notation.</summary>
    public static TrafficPeer Cidr(string cidrBlock) => new(null, cidrBlock);

    /// <summary>The tier's name or the range.</summary>
    public override string ToString() => TierName is null ? CidrBlock ?? "" : $"tier {TierName}";
}
