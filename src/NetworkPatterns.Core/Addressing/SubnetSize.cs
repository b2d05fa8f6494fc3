namespace NetworkPatterns.Core.Addressing;

/// <summary>How large the subnets of a tier must be: as large as the plan allows, a prefix length, or by need.</summary>
/// <remarks>
/// AWS keeps five addresses of every subnet (the first four and the last), and a subnet is between <c>/16</c> and
/// <c>/28</c>.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html</para>
/// </remarks>
public sealed record SubnetSize
{
    /// <summary>Addresses of each subnet that AWS keeps for itself.</summary>
    public const int ReservedAddresses = 5;

    /// <summary>The longest prefix of a subnet or VPC block: <c>/28</c>, 16 addresses.</summary>
    public const int LongestPrefix = 28;

    /// <summary>The shortest prefix of a subnet or VPC block: <c>/16</c>, 65,536 addresses.</summary>
    public const int ShortestPrefix = 16;

    private SubnetSize(int? exactPrefixLength, long minimumAddresses, string description)
    {
        ExactPrefixLength = exactPrefixLength;
        MinimumAddresses = minimumAddresses;
        Description = description;
    }

    /// <summary>All of the block that the plan keeps for the tier in each zone. The default.</summary>
    public static SubnetSize Whole { get; } = new(null, 0, "the whole block");

    /// <summary>The prefix length that every subnet must have; null when the size is a minimum.</summary>
    public int? ExactPrefixLength { get; }

    /// <summary>Addresses that must be free for use in every subnet; 0 when only the prefix length counts.</summary>
    public long MinimumAddresses { get; }

    /// <summary>The size in words, for messages.</summary>
    public string Description { get; }

    /// <summary>Subnets of exactly this prefix length, 16 to 28.</summary>
    public static SubnetSize Prefix(int prefixLength) => new(prefixLength, 0, $"/{prefixLength}");

    /// <summary>Subnets with at least this many addresses to use, without the five that AWS keeps.</summary>
    /// <remarks>
    /// A minimum, so that asking for more later changes nothing while the block still holds it: the subnet takes the
    /// whole block that the plan keeps for it, and more tier slots when one is not enough.
    /// </remarks>
    public static SubnetSize Addresses(long count) => new(null, count, $"{count} addresses");

    /// <summary>Subnets for EKS nodes and their pods; a minimum, as with <see cref="Addresses"/>.</summary>
    /// <param name="pods">Nodes and pods in one zone, that is, in one subnet.</param>
    public static SubnetSize Pods(EksPods pods)
    {
        ArgumentNullException.ThrowIfNull(pods);
        return new(null, pods.Addresses, $"{pods.Description} ({pods.Addresses} addresses)");
    }

    /// <summary>Addresses to use in a subnet of a prefix length: all but the five that AWS keeps.</summary>
    public static long UsableAddresses(int prefixLength) => (1L << (32 - prefixLength)) - ReservedAddresses;

    /// <summary>The longest prefix whose subnets have this many addresses to use, or null past <c>/16</c>.</summary>
    public static int? FindPrefixFor(long addresses)
    {
        for (var prefix = LongestPrefix; prefix >= ShortestPrefix; prefix--)
        {
            if (UsableAddresses(prefix) >= addresses)
            {
                return prefix;
            }
        }

        return null;
    }

    /// <summary>The size in words.</summary>
    public override string ToString() => Description;
}
