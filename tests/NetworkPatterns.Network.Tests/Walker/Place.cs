using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>Where a packet is on its way.</summary>
internal abstract record Place
{
    private Place()
    {
    }

    /// <summary>Something in the subnet has sent it: the subnet's route table comes next.</summary>
    public sealed record Leaving(Subnet Subnet) : Place;

    /// <summary>The VPC hands it to whoever has the destination address; it comes from a subnet, or from a gateway.</summary>
    public sealed record Inside(Vpc Vpc, Subnet? From) : Place;

    /// <summary>A route handed it to an interface.</summary>
    public sealed record Appliance(NetworkInterface Interface, Subnet? From) : Place;

    /// <summary>A route handed it to a firewall's endpoint.</summary>
    public sealed record Firewall(NetworkFirewall Of, FirewallEndpoint Endpoint, Subnet? From) : Place;

    /// <summary>At a Transit Gateway, by an attachment; from a zone, where it came from a VPC.</summary>
    public sealed record Hub(TransitGateway Gateway, TransitGatewayAttachment By, string? Zone) : Place;

    /// <summary>On the public internet.</summary>
    public sealed record Internet : Place;

    /// <summary>Outside AWS, behind a connection.</summary>
    public sealed record OnPremises(OnPremisesConnection Connection) : Place;

    /// <summary>At the service behind a gateway endpoint.</summary>
    public sealed record Service(GatewayEndpoint Endpoint) : Place;

    /// <summary>At an interface that takes it.</summary>
    public sealed record Received(NetworkInterface Interface) : Place;

    /// <summary>Lost.</summary>
    public sealed record Dropped(string Why) : Place;
}
