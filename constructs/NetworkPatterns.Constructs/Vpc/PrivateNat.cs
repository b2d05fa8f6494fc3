namespace NetworkPatterns.Constructs.Vpc;

/// <summary>
/// Private NAT gateways, one in every zone: tiers whose addresses repeat in other networks, such as pods in
/// <c>100.64.0.0/10</c>, reach those networks with an address of a routable tier.
/// </summary>
/// <remarks>
/// The routes from the routable tier onwards, to a Transit Gateway or a virtual private gateway, are made where that is.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-scenarios.html</para>
/// </remarks>
/// <param name="Tier">The routable tier that holds the gateways, by name.</param>
/// <param name="From">The tiers that go through them, by name; each with <see cref="TierIntent.Egress"/>.</param>
/// <param name="Destinations">The IPv4 ranges that are reached through them.</param>
public sealed record PrivateNat(string Tier, IReadOnlyList<string> From, IReadOnlyList<string> Destinations);
