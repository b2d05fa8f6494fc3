using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>The addresses that a rule's range or prefix list means: for certain, and perhaps.</summary>
internal sealed class RuleAddresses(NetworkModel model, Symbols symbols)
{
    private readonly Dictionary<ComponentId, PrefixList> lists = model.All<PrefixList>().ToDictionary(list => list.Id);

    public IEnumerable<(AddressSet Addresses, Doubts Doubts)> Of(Maybe<Cidr> cidr, ComponentId owner) =>
        cidr.IsKnown ? Of(cidr.Value, owner) : [(AddressSet.Full, Doubts.On(cidr.Unknown))];

    public IEnumerable<(AddressSet Addresses, Doubts Doubts)> Of(Cidr cidr, ComponentId owner)
    {
        var certain = AddressSpace.Of(cidr);
        yield return (certain, Doubts.None);
        if (cidr.PrefixLength == 0)
        {
            yield break;
        }

        // A stand-in is not the real range: a written range that does not cover it may still turn out to hold it.
        if (cidr.IsIPv6 && AddressSpace.PublicIPv6.Overlaps(certain))
        {
            foreach (var standIn in model.StandIns.Where(standIn => !cidr.Contains(standIn) && !standIn.Contains(cidr) && standIn.IsIPv6))
            {
                yield return (AddressSpace.Of(standIn), Doubts.On(new UnknownValue(owner, $"whether {cidr} holds a range that AWS picks at deployment")));
            }
        }
        else if (!cidr.IsIPv6 && AddressSpace.PublicIPv4.Overlaps(certain))
        {
            yield return (AddressSpace.Symbols, Doubts.On(new UnknownValue(owner, $"whether {cidr} holds a public address that AWS picks at deployment")));
        }
    }

    public IEnumerable<(AddressSet Addresses, Doubts Doubts)> OfList(ComponentId id, ComponentId owner)
    {
        if (!lists.TryGetValue(id, out var list))
        {
            return [(AddressSet.Full, Doubts.On(new UnknownValue(id, "the prefix list is not among the given templates")))];
        }

        if (list.IsGatewayService)
        {
            return [(ServiceAddresses(list), Doubts.None)];
        }

        return list.Entries.IsKnown
            ? list.Entries.Value.SelectMany(cidr => Of(cidr, owner))
            : [(AddressSet.Full, Doubts.On(list.Entries.Unknown))];
    }

    /// <summary>The addresses of a service behind gateway endpoints: a symbol, and the real ones where they are known.</summary>
    public AddressSet ServiceAddresses(PrefixList list) =>
        symbols.Of(list.Id, $"addresses of {list.Id}").Union(AddressSpace.Of(list.Entries.Or([])));

    public PrefixList? FindList(ComponentId id) => lists.GetValueOrDefault(id);
}

/// <summary>Addresses that nobody knows before deployment, each by a number of its own.</summary>
internal sealed class Symbols
{
    private readonly Dictionary<ComponentId, int> numbers = [];
    private readonly List<string> names = [];

    public AddressSet Of(ComponentId id, string name)
    {
        // Questions may be asked from several threads.
        lock (names)
        {
            if (!numbers.TryGetValue(id, out var number))
            {
                numbers[id] = number = names.Count;
                names.Add(name);
            }

            return AddressSet.Of(AddressSpace.Symbol(number));
        }
    }

    /// <summary>The names there are by now, by number.</summary>
    public string[] ToArray()
    {
        lock (names)
        {
            return [.. names];
        }
    }

    public string NameOf(int number) => number < names.Count ? names[number] : "an address that AWS picks";
}
