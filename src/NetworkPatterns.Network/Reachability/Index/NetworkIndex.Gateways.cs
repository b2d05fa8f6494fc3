using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability.Index;

/// <content>Gateways and peerings at the VPCs they belong to.</content>
internal sealed partial class NetworkIndex
{
    private void AddGateways()
    {
        foreach (var gateway in Model.All<InternetGateway>().Where(gateway => gateway.Vpc is not null))
        {
            FindVpc(gateway.Vpc!)?.InternetGateway = gateway;
        }

        foreach (var gateway in Model.All<VpnGateway>().Where(gateway => gateway.Vpc is not null))
        {
            FindVpc(gateway.Vpc!)?.VpnGateway = gateway;
        }

        foreach (var gateway in Model.All<EgressOnlyInternetGateway>())
        {
            FindVpc(gateway.Vpc)?.EgressOnlyGateways.Add(gateway);
        }

        var inspections = Model.All<NetworkFirewall>().SelectMany(firewall => firewall.Endpoints).Select(endpoint => (Endpoint: (NetworkObject)endpoint, endpoint.Subnet))
            .Concat(Model.All<GatewayLoadBalancerEndpoint>().Select(endpoint => (Endpoint: (NetworkObject)endpoint, endpoint.Subnet)));
        foreach (var (endpoint, id) in inspections)
        {
            if (id.IsKnown && FindSubnet(id.Value) is { } subnet)
            {
                subnet.Vpc.Inspections.Add((endpoint, subnet));
            }
        }

        foreach (var peering in Model.All<VpcPeering>())
        {
            foreach (var side in new[] { peering.Requester, peering.Accepter }.Where(side => side.IsKnown).Select(side => side.Value).Distinct())
            {
                FindVpc(side)?.Peerings.Add(peering);
            }
        }
    }
}
