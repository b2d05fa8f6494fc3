using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Tests.Walker;

/// <summary>What a packet has passed in one direction, as far as references between security groups care.</summary>
internal sealed class Crossings
{
    public bool Translated { get; set; }

    public bool Middlebox { get; set; }

    /// <summary>Came into a VPC by an internet or VPN gateway.</summary>
    public bool EnteredFromOutside { get; set; }

    public List<VpcPeering> Peerings { get; } = [];

    public List<TransitGatewayAttachment> Attachments { get; } = [];

    /// <summary>Firewall endpoints and appliances, in order.</summary>
    public List<ComponentId> Inspected { get; } = [];
}
