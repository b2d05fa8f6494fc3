using NetworkPatterns.Constructs.Edge.Data;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Edge.Backends;

/// <summary>The tiers of a VPC for services behind a load balancer that only API Gateway or CloudFront reaches.</summary>
/// <remarks>
/// <c>link</c> holds the load balancer, which only API Gateway's VPC link reaches; <c>app</c> accepts the services' port from
/// <c>link</c>, <c>data</c> the database's port from <c>app</c>, and nothing else is accepted anywhere. <c>web</c> is there for NAT
/// gateways alone. Each tier's security group and network ACL say the same.
/// </remarks>
public static class ServiceTiers
{
    /// <summary>The name of the tier of load balancers: <c>link</c>.</summary>
    public const string LinkTierName = "link";

    /// <summary>The name of the tier of Application Load Balancers: <c>balancer</c>.</summary>
    public const string BalancerTierName = "balancer";

    /// <summary>The name of the tier of database proxies: <c>proxy</c>.</summary>
    public const string ProxyTierName = "proxy";

    private const int Https = 443;

    /// <summary>The tiers, for <see cref="ThreeTierVpcProps.Tiers"/>. To change one, make another list of them.</summary>
    /// <param name="servicePort">The TCP port of the services.</param>
    /// <param name="databasePort">The TCP port of the database, best not the one that everybody tries first.</param>
    public static IReadOnlyList<TierProps> Of(int servicePort, int databasePort) =>
    [
        new() { Name = ThreeTierVpc.WebTierName, Slot = 0, Intent = TierIntent.Internet },
        new()
        {
            Name = ThreeTierVpc.AppTierName,
            Slot = 1,
            Intent = TierIntent.Egress,
            Ingress = [TrafficRule.Tcp(servicePort, TrafficPeer.Tier(LinkTierName))],
        },
        new()
        {
            Name = ThreeTierVpc.DataTierName,
            Slot = 2,
            Intent = TierIntent.Isolated,
            Ingress = [TrafficRule.Tcp(databasePort, TrafficPeer.Tier(ThreeTierVpc.AppTierName))],
        },
        new() { Name = LinkTierName, Slot = 3, Intent = TierIntent.Isolated },
    ];

    /// <summary>
    /// The tiers for services behind an Application Load Balancer: <c>link</c> holds the network interfaces of a VPC link v2,
    /// <c>balancer</c> accepts HTTPS from it, and <c>app</c> the services' port from <c>balancer</c>.
    /// </summary>
    /// <param name="servicePort">The TCP port of the services.</param>
    /// <param name="databasePort">The TCP port of the database, best not the one that everybody tries first.</param>
    public static IReadOnlyList<TierProps> WithBalancer(int servicePort, int databasePort) =>
    [
        .. Of(servicePort, databasePort).Where(tier => tier.Name != ThreeTierVpc.AppTierName),
        new()
        {
            Name = ThreeTierVpc.AppTierName,
            Slot = 1,
            Intent = TierIntent.Egress,
            Ingress = [TrafficRule.Tcp(servicePort, TrafficPeer.Tier(BalancerTierName))],
        },
        new() { Name = BalancerTierName, Slot = 4, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(Https, TrafficPeer.Tier(LinkTierName))] },
    ];

    /// <summary>
    /// The tiers for services behind an internal Application Load Balancer that is a VPC origin of CloudFront: <c>balancer</c> accepts HTTPS from
    /// CloudFront, and <c>app</c> the services' port from <c>balancer</c>.
    /// </summary>
    /// <param name="servicePort">The TCP port of the services.</param>
    /// <param name="databasePort">The TCP port of the database, best not the one that everybody tries first.</param>
    /// <param name="cloudFront">CloudFront: <see cref="CloudFrontAddresses.In"/> the VPC's Region.</param>
    public static IReadOnlyList<TierProps> BehindVpcOrigin(int servicePort, int databasePort, TrafficPeer cloudFront) =>
    [
        .. WithBalancer(servicePort, databasePort).Where(tier => tier.Name is not (BalancerTierName or LinkTierName)),
        new() { Name = BalancerTierName, Slot = 4, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(Https, cloudFront)] },
    ];

    /// <summary>
    /// The tiers for services behind a <see cref="LockedAlb"/>: <c>web</c> holds it and accepts HTTPS from CloudFront, <c>app</c> accepts the
    /// services' port from <c>web</c>.
    /// </summary>
    /// <param name="servicePort">The TCP port of the services.</param>
    /// <param name="databasePort">The TCP port of the database, best not the one that everybody tries first.</param>
    /// <param name="cloudFront">CloudFront: <see cref="CloudFrontAddresses.In"/> the VPC's Region.</param>
    public static IReadOnlyList<TierProps> BehindLockedBalancer(int servicePort, int databasePort, TrafficPeer cloudFront) =>
    [
        new() { Name = ThreeTierVpc.WebTierName, Slot = 0, Intent = TierIntent.Internet, Ingress = [TrafficRule.Tcp(Https, cloudFront)] },
        new()
        {
            Name = ThreeTierVpc.AppTierName,
            Slot = 1,
            Intent = TierIntent.Egress,
            Ingress = [TrafficRule.Tcp(servicePort, TrafficPeer.Tier(ThreeTierVpc.WebTierName))],
        },
        .. Of(servicePort, databasePort).Where(tier => tier.Name == ThreeTierVpc.DataTierName),
    ];

    /// <summary>
    /// Other tiers with a <see cref="DatabaseProxy"/> between <c>app</c> and <c>data</c>: <c>proxy</c> accepts the engine's default port from <c>app</c>, and <c>data</c>
    /// the database's port from <c>proxy</c>.
    /// </summary>
    /// <param name="tiers">The tiers, such as <see cref="Of"/>.</param>
    /// <param name="engine">The engine of the database.</param>
    /// <param name="databasePort">The TCP port of the database.</param>
    public static IReadOnlyList<TierProps> WithDatabaseProxy(IReadOnlyList<TierProps> tiers, DatabaseEngine engine, int databasePort) =>
    [
        .. tiers.Where(tier => tier.Name != ThreeTierVpc.DataTierName),
        new()
        {
            Name = ProxyTierName,
            Slot = 5,
            Intent = TierIntent.Isolated,
            Ingress = [TrafficRule.Tcp(EngineFacts.Of(engine).DefaultPort, TrafficPeer.Tier(ThreeTierVpc.AppTierName))],
        },
        new() { Name = ThreeTierVpc.DataTierName, Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(databasePort, TrafficPeer.Tier(ProxyTierName))] },
    ];
}
