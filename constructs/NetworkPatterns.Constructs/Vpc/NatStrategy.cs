namespace NetworkPatterns.Constructs.Vpc;

/// <summary>How tiers with egress reach the internet over NAT gateways.</summary>
/// <remarks>
/// A NAT gateway is paid for by the hour and by the gigabyte, its Elastic IP by the hour, and traffic from another
/// zone by the gigabyte. Changing the strategy changes routes in place; subnets and route tables stay.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html</para>
/// </remarks>
public sealed record NatStrategy
{
    private NatStrategy(NatPlacement placement, string? zone)
    {
        Placement = placement;
        Zone = zone;
    }

    private enum NatPlacement
    {
        None,
        Single,
        PerZone,
    }

    /// <summary>A NAT gateway in every zone: no zone depends on another, no traffic between zones is paid for. The default.</summary>
    public static NatStrategy PerZone { get; } = new(NatPlacement.PerZone, null);

    /// <summary>No NAT gateway: tiers with egress reach gateway endpoints only.</summary>
    public static NatStrategy None { get; } = new(NatPlacement.None, null);

    /// <summary>The zone of a single NAT gateway; <see langword="null"/> for the other strategies.</summary>
    public string? Zone { get; }

    /// <summary>The public tier that holds the NAT gateways; <see langword="null"/> where the VPC has only one.</summary>
    public string? Tier { get; private init; }

    internal bool IsNone => Placement == NatPlacement.None;

    private NatPlacement Placement { get; }

    /// <summary>
    /// One NAT gateway for all zones: the cheapest way out, which fails with its zone. The zone is named, so that adding
    /// a zone never moves the gateway.
    /// </summary>
    /// <param name="zone">One of the VPC's zones, written as there.</param>
    public static NatStrategy Single(string zone) => new(NatPlacement.Single, zone);

    /// <summary>
    /// The same strategy with the NAT gateways in a public tier of this name: needed in a VPC of several public tiers, so
    /// that adding one never moves the gateways.
    /// </summary>
    public NatStrategy InTier(string name) => this with { Tier = name };
}
