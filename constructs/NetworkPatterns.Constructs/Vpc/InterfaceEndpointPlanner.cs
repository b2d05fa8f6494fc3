using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Plans interface endpoints and who reaches them.</summary>
internal static class InterfaceEndpointPlanner
{
    private const int Https = 443;

    // The numbers above all slots of tiers; the first flow is that of the VPC's blocks, the others those of client tiers.
    private const int DeclaredBy = 200;
    private const int FirstNumber = FlowPlanner.FirstNumberOfServices;

    private static readonly ImmutableArray<string> SessionManager = ["ssm", "ssmmessages", "ec2messages"];

    /// <summary>The endpoints that the props ask for, those of presets included.</summary>
    public static IEnumerable<InterfaceEndpoint> EndpointsOf(ThreeTierVpcProps props) => props.InterfaceEndpoints.Concat(
        props.SessionManager
            ? SessionManager.Where(name => props.InterfaceEndpoints.All(endpoint => endpoint.Name != name)).Select(InterfaceEndpoint.Of)
            : []);

    public static InterfaceEndpointsPlan Plan(
        ThreeTierVpcProps props, string? region, ImmutableArray<TierPlan> tiers, AddressPlan addresses, ExternalValues values)
    {
        ImmutableArray<InterfaceEndpoint> endpoints = [.. EndpointsOf(props).OrderBy(endpoint => endpoint.Name, StringComparer.Ordinal)];
        if (endpoints.IsEmpty)
        {
            return new([], []);
        }

        var home = tiers.Single(tier => tier.Name == props.InterfaceEndpointTier);
        return new(
            [.. endpoints.Select(endpoint => PlanOf(endpoint, props, region, home, values))],
            [.. FlowsOf(props, home, tiers, addresses)]);
    }

    /// <summary>Whether an endpoint has a policy: the user's word, or the table's.</summary>
    public static bool TakesPolicy(InterfaceEndpoint endpoint) =>
        endpoint.TakesPolicy ?? (endpoint.ServiceName is null && EndpointService.Find(endpoint.Name)?.TakesPolicy == true);

    /// <summary>The id of an endpoint.</summary>
    public static string IdOf(string name) => $"{ResourceName.Of(name.Replace('.', '-'))}InterfaceEndpoint";

    private static InterfaceEndpointPlan PlanOf(InterfaceEndpoint endpoint, ThreeTierVpcProps props, string? region, TierPlan home, ExternalValues values)
    {
        var id = IdOf(endpoint.Name);
        var service = endpoint.ServiceName is null ? EndpointService.Find(endpoint.Name) : null;
        return new(
            id,
            endpoint.Name,
            service is null
                ? values.Of($"{id}ServiceName", endpoint.ServiceName!)
                : Value.Sub($"{service.PrefixIn(region)}.${{AWS::Region}}.{service.Name}{service.SuffixIn(region)}"),
            endpoint.PrivateDns,
            TakesPolicy(endpoint) ? endpoint.Policy ?? props.EndpointPolicy : null,
            [.. home.Subnets.Where(subnet => endpoint.Zones?.Contains(subnet.Zone.Text, StringComparer.Ordinal) ?? subnet.Zone.Type == ZoneType.AvailabilityZone)]);
    }

    // A tier's own group always names the endpoints' group. Without declared clients the VPC's blocks are let in as well,
    // for groups that are no tier's; at the endpoints' network ACL those blocks stand for all.
    private static IEnumerable<Flow> FlowsOf(ThreeTierVpcProps props, TierPlan home, ImmutableArray<TierPlan> tiers, AddressPlan addresses)
    {
        var endpoints = new FlowEnd(home, home.Ranges) { Group = InterfaceEndpointsPlan.Group };
        if (props.InterfaceEndpointClients is null)
        {
            yield return new(new(null, [.. FlowPlanner.VpcBlocksOf(tiers, addresses).Where(range => range.IsIPv6 ? home.HasIPv6 : home.HasIPv4)]), endpoints, TrafficRule.Tcp(Https, TrafficPeer.Anywhere), DeclaredBy, FirstNumber);
        }

        foreach (var tier in tiers.Where(tier => tier.IsForWorkloads && props.InterfaceEndpointClients?.Contains(tier.Name, StringComparer.Ordinal) != false))
        {
            yield return new(
                FlowPlanner.EndOf(tier) with { Ranges = [.. tier.Ranges.Where(range => range.IsIPv6 ? home.HasIPv6 : home.HasIPv4)] },
                endpoints with
                {
                    Tier = props.InterfaceEndpointClients is null ? null : home,
                    Ranges = [.. home.Ranges.Where(range => range.IsIPv6 ? tier.HasIPv6 : tier.HasIPv4)],
                },
                TrafficRule.Tcp(Https, TrafficPeer.Tier(tier.Name)),
                DeclaredBy + 1 + tier.Slot,
                FirstNumber + ((1 + tier.Slot) * FlowPlanner.NumbersPerFlow));
        }
    }
}
