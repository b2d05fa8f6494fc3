using System.Collections.Immutable;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>What an accelerator promises: the internet reaches its endpoints at the ports that it sends to, and at no other.</summary>
/// <remarks>
/// An accelerator hands on what its listeners take, so what else reaches an endpoint came past it, by an internet gateway. That the endpoint answers
/// is not promised: AWS carries packets from its edge to the endpoint by no route of the VPC.
/// <para>Source: https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-how-it-works.html</para>
/// </remarks>
internal static class AcceleratorGuarantees
{
    public static ImmutableArray<Guarantee> Of(GlobalAcceleratorProps props) =>
    [
        .. (from listener in props.Listeners
            from region in listener.Regions
            from party in region.Endpoints.Select(endpoint => endpoint.Party).OfType<Party>().Distinct()
            from traffic in TrafficOf(listener, region)
            select (Party: party, Traffic: traffic))
            .GroupBy(sent => sent.Party, sent => sent.Traffic)
            .OrderBy(sent => sent.Key.ToString(), StringComparer.Ordinal)
            .Select(sent => new ReachesAtMost(Party.Internet, sent.Key, [.. sent.Distinct().OrderBy(traffic => traffic.ToString(), StringComparer.Ordinal)])),
    ];

    // Ports of a listener lead to the same ports of the endpoint, but for those that are overridden.
    private static IEnumerable<Traffic> TrafficOf(AcceleratorListener listener, AcceleratedRegion region)
    {
        var protocol = listener.IsUdp ? TrafficProtocol.Udp : TrafficProtocol.Tcp;
        var first = listener.FromPort;
        foreach (var (port, endpointPort) in region.PortOverrides.Where(ports => ports.Key >= listener.FromPort && ports.Key <= listener.ToPort).OrderBy(ports => ports.Key))
        {
            if (first < port)
            {
                yield return new(protocol, first, port - 1);
            }

            yield return new(protocol, endpointPort, endpointPort);
            first = port + 1;
        }

        if (first <= listener.ToPort)
        {
            yield return new(protocol, first, listener.ToPort);
        }
    }
}
