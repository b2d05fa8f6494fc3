using System.Collections.Immutable;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>How tiers with egress reach the internet over NAT.</summary>
/// <remarks>
/// A NAT gateway is paid for by the hour and by the gigabyte, its Elastic IP by the hour, and traffic from another
/// zone by the gigabyte. Changing the strategy changes routes in place; subnets and route tables stay.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html</para>
/// </remarks>
public sealed record NatStrategy
{
    private NatStrategy(NatKind kind, string? zone)
    {
        Kind = kind;
        Zone = zone;
    }

    /// <summary>A NAT gateway in every zone: no zone depends on another, no traffic between zones is paid for. The default.</summary>
    public static NatStrategy PerZone { get; } = new(NatKind.PerZone, null);

    /// <summary>No NAT: tiers with egress reach gateway endpoints only, and over IPv6 the internet.</summary>
    public static NatStrategy None { get; } = new(NatKind.None, null);

    /// <summary>
    /// One regional NAT gateway, which needs no public subnet and spreads over the zones in use by itself, with addresses
    /// that AWS assigns. In the <c>aws</c> partition only.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html</remarks>
    public static NatStrategy Regional { get; } = new(NatKind.Regional, null);

    /// <summary>One regional NAT gateway in exactly the VPC's zones, with an Elastic IP for each: addresses that partners can allow.</summary>
    public static NatStrategy RegionalByZone { get; } = new(NatKind.RegionalByZone, null);

    /// <summary>The zone of a single NAT gateway or instance; <see langword="null"/> for the other strategies.</summary>
    public string? Zone { get; }

    /// <summary>The public tier that holds the NAT gateways; <see langword="null"/> where the VPC has only one.</summary>
    public string? Tier { get; private init; }

    /// <summary>The type of a NAT instance; <see langword="null"/> for gateways.</summary>
    public string? InstanceType { get; private init; }

    /// <summary>Allocation IDs of Elastic IPs that exist already, by zone.</summary>
    public ImmutableSortedDictionary<string, string> ElasticIps { get; private init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    internal NatKind Kind { get; }

    internal bool IsNone => Kind == NatKind.None;

    internal bool IsRegional => Kind is NatKind.Regional or NatKind.RegionalByZone;

    /// <summary>
    /// One NAT gateway for all zones: the cheapest gateway, which fails with its zone. The zone is named, so that adding
    /// a zone never moves the gateway.
    /// </summary>
    /// <param name="zone">One of the VPC's zones, written as there.</param>
    public static NatStrategy Single(string zone) => new(NatKind.Single, zone);

    /// <summary>
    /// One NAT instance for all zones: the cheapest way out for a development network, of little bandwidth, and gone
    /// while it restarts. Amazon Linux 2023 on Arm, of the image that is newest when the instance is made; later images
    /// change nothing until it is replaced.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html</remarks>
    /// <param name="zone">One of the VPC's zones, written as there.</param>
    /// <param name="instanceType">An instance type of the Arm architecture.</param>
    public static NatStrategy Instance(string zone, string instanceType = "t4g.nano") => new(NatKind.Instance, zone) { InstanceType = instanceType };

    /// <summary>
    /// The same strategy with the NAT gateways in a public tier of this name: needed in a VPC of several public tiers, so
    /// that adding one never moves the gateways.
    /// </summary>
    public NatStrategy InTier(string name) => this with { Tier = name };

    /// <summary>The same strategy with an Elastic IP that exists already, for the gateway, instance or address of a zone.</summary>
    /// <param name="zone">One of the VPC's zones, written as there.</param>
    /// <param name="allocationId">The address's allocation ID, a literal (<c>eipalloc-</c>...) or a token.</param>
    public NatStrategy WithElasticIp(string zone, string allocationId) => this with { ElasticIps = ElasticIps.SetItem(zone, allocationId) };
}

internal enum NatKind
{
    None,
    Single,
    PerZone,
    Regional,
    RegionalByZone,
    Instance,
}
