namespace NetworkPatterns.Network.Reachability.Packets;

/// <summary>Sets of addresses for people.</summary>
internal static class AddressText
{
    public static string Of(AddressSet addresses)
    {
        if (addresses.IsEmpty)
        {
            return "nothing";
        }

        var (first, last) = addresses.Items[0];
        var text = AddressSpace.SymbolNumber(first) is not null ? "an address that AWS picks"
            : first == last ? AddressSpace.ToAddress(first).ToString()
            : AddressSpace.SymbolNumber(last) is not null ? $"{AddressSpace.ToAddress(first)} and above"
            : $"{AddressSpace.ToAddress(first)}-{AddressSpace.ToAddress(last)}";
        return addresses.Items.Length == 1 ? text : $"{text} and others";
    }
}
