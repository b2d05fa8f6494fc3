namespace NetworkPatterns.Network.Reachability.Packets;

/// <summary>IPv4 addresses inside IPv6 packets: what a NAT gateway translates for clients that have IPv6 only.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-nat64-dns64.html. Whether a resolver makes such
/// addresses (DNS64) does not count, as DNS does not.
/// </remarks>
internal static class Nat64
{
    /// <summary>64:ff9b::/96, and behind it the addresses that stand for public IPv4 addresses that nobody knows yet.</summary>
    public static AddressSet Addresses { get; } = AddressSet.Of(AddressSpace.Embedded(AddressSpace.IPv4.Items[0].First), AddressSpace.Embedded(AddressSpace.IPv4.Items[0].Last));

    /// <summary>IPv4 addresses as IPv6 clients write them.</summary>
    public static AddressSet Embed(AddressSet ipv4) => Move(ipv4.Intersect(AddressSpace.IPv4), AddressSpace.Embedded);

    /// <summary>The IPv4 addresses that IPv6 clients mean.</summary>
    public static AddressSet Extract(AddressSet embedded) => Move(embedded.Intersect(Addresses), AddressSpace.Extracted);

    /// <summary>The packet that leaves a NAT gateway for one that came to it.</summary>
    public static Box ToIPv4(Box header, AddressSet source, PortSet sourcePorts)
    {
        var translated = header with { Source = source, Destination = Extract(header.Destination), SourcePorts = sourcePorts };
        return header.Is(Box.IcmpV6) ? translated with { Protocols = ProtocolSet.Of(Box.Icmp), DestinationPorts = Box.EchoRequest } : translated;
    }

    /// <summary>The answer that an IPv6 client gets for one that came back to the NAT gateway.</summary>
    public static Box ToIPv6(Box answer, Box asked)
    {
        var translated = answer with { Source = Embed(answer.Source) };
        return asked.Is(Box.IcmpV6) ? translated with { Protocols = asked.Protocols, DestinationPorts = Box.EchoReplyV6 } : translated;
    }

    private static AddressSet Move(AddressSet addresses, Func<UInt128, UInt128> to) =>
        addresses.IsEmpty ? addresses : AddressSet.Of(addresses.Items.ToArray().Select(range => (to(range.First), to(range.Last))));
}
