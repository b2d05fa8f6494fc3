using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Comparing;

/// <summary>One numbering of addresses that nobody knows before deployment, for two networks: the same name is the same address.</summary>
internal sealed class CommonSymbols
{
    private readonly string[] _names;
    private readonly int[] _numberOfOld;

    /// <summary>A numbering that keeps the new network's numbers.</summary>
    public CommonSymbols(string[] old, string[] now)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = new List<string>(now);
        for (var number = 0; number < now.Length; number++)
        {
            numbers.TryAdd(now[number], number);
        }

        _numberOfOld = new int[old.Length];
        for (var number = 0; number < old.Length; number++)
        {
            if (!numbers.TryGetValue(old[number], out var common))
            {
                numbers[old[number]] = common = names.Count;
                names.Add(old[number]);
            }

            _numberOfOld[number] = common;
        }

        _names = [.. names];
    }

    public string NameOf(int number) => number < _names.Length ? _names[number] : "an address that AWS picks";

    /// <summary>A box of the old network in the common numbering.</summary>
    public Box FromOld(Box box) => box with { Source = FromOld(box.Source), Destination = FromOld(box.Destination) };

    private AddressSet FromOld(AddressSet addresses)
    {
        var symbols = addresses.Intersect(AddressSpace.Symbols);
        if (symbols.IsEmpty || symbols.Equals(AddressSpace.Symbols))
        {
            return addresses;
        }

        // Symbols without a name are all in the set or all outside of it.
        var named = AddressSet.Of(_numberOfOld.Select(number => (AddressSpace.Symbol(number), AddressSpace.Symbol(number))));
        var rest = symbols.Contains(AddressSpace.Symbols.Items[^1].Last) ? AddressSpace.Symbols.Except(named) : AddressSet.Empty;
        var chosen = Enumerable.Range(0, _numberOfOld.Length)
            .Where(number => symbols.Contains(AddressSpace.Symbol(number)))
            .Select(number => (AddressSpace.Symbol(_numberOfOld[number]), AddressSpace.Symbol(_numberOfOld[number])));
        return addresses.Except(AddressSpace.Symbols).Union(rest).Union(AddressSet.Of(chosen));
    }
}
