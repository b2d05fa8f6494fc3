using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Index;

namespace NetworkPatterns.Network.Reachability;

/// <summary>Which classes of interfaces may reach which, for those who ask about many: most pairs of large groups are closed.</summary>
internal sealed class OpenClasses
{
    private readonly HashSet<(int From, int To)> _open;

    public OpenClasses(NetworkIndex index)
    {
        List<(int Class, ComponentId Member)> classes = [.. index.Interfaces.Values.DistinctBy(node => node.Class).Select(node => (node.Class, node.Id))];
        var matrix = new Sweeping.MatrixBuilder(index, [.. classes.Select(one => new InterfaceGroup(one.Member.ToString(), [one.Member]))], QueryProtocol.Any, ports: null, ipVersion: null).Build();
        _open = [.. matrix.Open.Select(pair => (classes[pair.From].Class, classes[pair.To].Class))];
    }

    public bool Contains(InterfaceNode from, InterfaceNode to) => _open.Contains((from.Class, to.Class));
}
