using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reachability.Packets;

/// <summary>
/// Packets as a product of five sets. For ICMP the destination "port" is type and code in one number (type * 256 + code),
/// so that rules about ports and rules about types are one kind of rule.
/// </summary>
internal sealed record Box(AddressSet Source, AddressSet Destination, ProtocolSet Protocols, PortSet SourcePorts, PortSet DestinationPorts)
{
    public const byte Icmp = 1;
    public const byte Tcp = 6;
    public const byte Udp = 17;
    public const byte IcmpV6 = 58;

    public static Box Everything { get; } = new(AddressSet.Full, AddressSet.Full, ProtocolSet.Full, PortSet.Full, PortSet.Full);

    public static PortSet EphemeralPorts { get; } = PortSet.Of(AddressRules.FirstEphemeralPort, 65535);

    public static PortSet EchoRequest { get; } = PortSet.Of(8 << 8);

    public static PortSet EchoReply { get; } = PortSet.Of(0);

    public static PortSet EchoRequestV6 { get; } = PortSet.Of(128 << 8);

    public static PortSet EchoReplyV6 { get; } = PortSet.Of(129 << 8);

    public bool IsEmpty =>
        Source.IsEmpty || Destination.IsEmpty || Protocols.IsEmpty || SourcePorts.IsEmpty || DestinationPorts.IsEmpty;

    /// <summary>The packets of both; null when there is none.</summary>
    public Box? Intersect(Box other)
    {
        if (ReferenceEquals(other, Everything))
        {
            return this;
        }

        var protocols = Protocols.Intersect(other.Protocols);
        if (protocols.IsEmpty)
        {
            return null;
        }

        var destination = Destination.Intersect(other.Destination);
        if (destination.IsEmpty)
        {
            return null;
        }

        var source = Source.Intersect(other.Source);
        if (source.IsEmpty)
        {
            return null;
        }

        var destinationPorts = DestinationPorts.Intersect(other.DestinationPorts);
        if (destinationPorts.IsEmpty)
        {
            return null;
        }

        var sourcePorts = SourcePorts.Intersect(other.SourcePorts);
        return sourcePorts.IsEmpty ? null : new(source, destination, protocols, sourcePorts, destinationPorts);
    }

    /// <summary>What is left without another box: disjoint boxes.</summary>
    public IEnumerable<Box> Except(Box other)
    {
        var common = Intersect(other);
        if (common is null)
        {
            yield return this;
            yield break;
        }

        var rest = this;
        if (rest with { Source = rest.Source.Except(common.Source) } is { IsEmpty: false } bySource)
        {
            yield return bySource;
        }

        rest = rest with { Source = common.Source };
        if (rest with { Destination = rest.Destination.Except(common.Destination) } is { IsEmpty: false } byDestination)
        {
            yield return byDestination;
        }

        rest = rest with { Destination = common.Destination };
        if (rest with { Protocols = rest.Protocols.Except(common.Protocols) } is { IsEmpty: false } byProtocol)
        {
            yield return byProtocol;
        }

        rest = rest with { Protocols = common.Protocols };
        if (rest with { SourcePorts = rest.SourcePorts.Except(common.SourcePorts) } is { IsEmpty: false } bySourcePort)
        {
            yield return bySourcePort;
        }

        rest = rest with { SourcePorts = common.SourcePorts };
        if (rest with { DestinationPorts = rest.DestinationPorts.Except(common.DestinationPorts) } is { IsEmpty: false } byPort)
        {
            yield return byPort;
        }
    }

    /// <summary>The answers to these packets: ends swapped, echo answered by echo reply.</summary>
    /// <remarks>The box is of one protocol class: never ICMP together with something else.</remarks>
    public Box Answer() =>
        Is(Icmp) ? new(Destination, Source, Protocols, SourcePorts, EchoReply)
        : Is(IcmpV6) ? new(Destination, Source, Protocols, SourcePorts, EchoReplyV6)
        : new(Destination, Source, Protocols, DestinationPorts, SourcePorts);

    /// <summary>The packets that these are answers to.</summary>
    public Box Question() =>
        Is(Icmp) ? new(Destination, Source, Protocols, SourcePorts, EchoRequest)
        : Is(IcmpV6) ? new(Destination, Source, Protocols, SourcePorts, EchoRequestV6)
        : new(Destination, Source, Protocols, DestinationPorts, SourcePorts);

    public bool Is(byte protocol) => Protocols.Items.Length == 1 && Protocols.Items[0] == (protocol, protocol);
}
