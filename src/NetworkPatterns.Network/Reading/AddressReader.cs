using System.Collections.Immutable;
using System.Net;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reading;

/// <summary>The private addresses that an instance or interface is given.</summary>
internal static class AddressReader
{
    private const int MostAddresses = 50;

    /// <summary>Addresses of one interface, the primary IPv4 address first.</summary>
    /// <param name="view">An interface, an instance, or an interface inside an instance.</param>
    /// <param name="subnet">Its subnet; null outside the estate.</param>
    /// <param name="hasPublicAddress">Whether the primary address gets a public one at launch.</param>
    public static ImmutableArray<InterfaceAddress> Read(View view, SubnetFacts? subnet, Maybe<bool> hasPublicAddress)
    {
        var addresses = ImmutableArray.CreateBuilder<InterfaceAddress>();
        if (subnet is not { HasIPv4: false })
        {
            addresses.AddRange(IPv4(view));
            addresses[0] = addresses[0] with { HasPublicAddress = hasPublicAddress };
        }

        addresses.AddRange(IPv6(view, subnet));
        return addresses.ToImmutable();
    }

    private static List<InterfaceAddress> IPv4(View view)
    {
        var listed = view.Items("PrivateIpAddresses")
            .Select(item => (
                Address: Fixed(item.Item?.Text("PrivateIpAddress") ?? view.Unknown("an address is not known"), view) with { Doubt = item.Doubt },
                IsPrimary: item.Item?.Boolean("Primary") is { IsKnown: true, Value: true }))
            .OrderByDescending(pair => pair.IsPrimary)
            .Select(pair => pair.Address)
            .ToList();
        if (view.Text("PrivateIpAddress") is { } own)
        {
            listed.Insert(0, Fixed(own, view));
        }

        if (listed.Count == 0)
        {
            listed.Add(InterfaceAddress.AnyIPv4);
        }

        var more = view.Integer("SecondaryPrivateIpAddressCount") ?? 0;
        listed.AddRange(Enumerable.Repeat(InterfaceAddress.AnyIPv4 with { Doubt = more.Unknown }, Math.Clamp(more.Or(1), 0, MostAddresses)));
        return listed;
    }

    private static IEnumerable<InterfaceAddress> IPv6(View view, SubnetFacts? subnet)
    {
        var listed = view.Items("Ipv6Addresses").ToList();
        if (listed.Count > 0)
        {
            return listed.Select(item => (item.Item?.Text("Ipv6Address")) is { } text
                ? Fixed(text, view) with { IsIPv6 = true, Doubt = item.Doubt }
                : InterfaceAddress.AnyIPv6 with { Doubt = item.Doubt ?? view.Unknown("an address is not known") });
        }

        if (view.Integer("Ipv6AddressCount") is { } count)
        {
            return Enumerable.Repeat(InterfaceAddress.AnyIPv6 with { Doubt = count.Unknown }, Math.Clamp(count.Or(1), 0, MostAddresses));
        }

        // What the subnet gives; an IPv6-only subnet can give nothing else.
        var assigns = subnet is null ? false : subnet is { HasIPv4: false } ? true : subnet.AssignsIpv6Address;
        return assigns.Or(true) && subnet is { HasIPv6: true } ? [InterfaceAddress.AnyIPv6 with { Doubt = assigns.Unknown }] : [];
    }

    public static InterfaceAddress Fixed(Maybe<string> text, View view) =>
        !text.IsKnown ? InterfaceAddress.AnyIPv4 with { FixedUnknown = text.Unknown }
        : IPAddress.TryParse(text.Value, out _) ? InterfaceAddress.At(text.Value)
        : InterfaceAddress.AnyIPv4 with { FixedUnknown = view.Unknown($"'{text.Value}' is not an address") };
}
