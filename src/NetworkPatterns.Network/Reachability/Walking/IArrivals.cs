using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>Where packets come out of the network, told to whoever sent them in.</summary>
internal interface IArrivals
{
    /// <summary>Whether packets that arrive in a subnet matter at all; asked before its ACL is tried.</summary>
    bool IsMeant(Flow flow, SubnetNode subnet);

    /// <summary>Whether packets that a route hands to an interface are for that very interface.</summary>
    bool IsFor(Flow flow, InterfaceNode node);

    /// <summary>In a subnet, past its ACL, before any interface's groups.</summary>
    void InSubnet(Flow flow, SubnetNode subnet);

    /// <summary>On the internet.</summary>
    void OnInternet(Flow flow, VpcNode vpc, NetworkObject gateway);

    /// <summary>Outside AWS, through a virtual private gateway or a Transit Gateway attachment.</summary>
    void OnPremises(Flow flow, NetworkObject gateway);

    /// <summary>At the service behind a gateway endpoint.</summary>
    void AtService(Flow flow, GatewayEndpoint endpoint, SubnetNode from);

    /// <summary>Nobody knows where.</summary>
    void Lost(Flow flow, UnknownValue unknown);

    /// <summary>Whether a missing route over this gateway could help; asked only when looking for what blocks.</summary>
    bool IsWorthTrying(Flow flow, NetworkObject gateway, VpcNode from);
}
