using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability.Walking;

/// <summary>The zone in which a Transit Gateway hands packets over to a VPC, where AWS picks one for each flow.</summary>
/// <remarks>
/// Unlike a value that templates leave open, every zone is picked for some flow.
/// Source: https://docs.aws.amazon.com/vpc/latest/tgw/transit-gateway-appliance-scenario.html
/// </remarks>
internal static class Handover
{
    /// <summary>The zone as something that is not known.</summary>
    public static UnknownValue ZoneOf(TransitGatewayAttachment attachment) => new(attachment.Id, "in which zone the Transit Gateway hands over the packets");

    /// <summary>The model for the flows that are handed over in one subnet of an attachment.</summary>
    public static NetworkModel In(NetworkModel model, TransitGatewayAttachment attachment, ComponentId subnet) => model with
    {
        Objects = [.. model.Objects.Select(part => part is TransitGatewayAttachment each && each.Id == attachment.Id ? each with { HandsOverIn = subnet } : part)],
    };
}
