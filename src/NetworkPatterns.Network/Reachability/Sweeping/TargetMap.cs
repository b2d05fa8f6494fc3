using NetworkPatterns.Network.Reachability.Index;

namespace NetworkPatterns.Network.Reachability.Sweeping;

/// <summary>Which classes of interfaces are in which groups, and where.</summary>
internal sealed class TargetMap
{
    private readonly List<int>[] groupsByClass;
    private readonly Dictionary<SubnetNode, List<InterfaceNode>> bySubnet = [];

    public TargetMap(IReadOnlyList<List<InterfaceNode>> classesOfGroup)
    {
        groupsByClass = new List<int>[classesOfGroup.SelectMany(nodes => nodes).Select(node => node.Class + 1).DefaultIfEmpty().Max()];
        All = [];
        for (var group = 0; group < classesOfGroup.Count; group++)
        {
            foreach (var node in classesOfGroup[group])
            {
                if (groupsByClass[node.Class] is null)
                {
                    groupsByClass[node.Class] = [];
                    All.Add(node);
                }

                groupsByClass[node.Class].Add(group);
            }
        }

        Public = All.FindAll(node => node.Addresses.Any(address => !address.Public.IsEmpty || address.IsIPv6));
        WithoutPlace = All.FindAll(node => node.Subnet is null);
        foreach (var node in All.Where(node => node.Subnet is not null))
        {
            if (!bySubnet.TryGetValue(node.Subnet!, out var nodes))
            {
                bySubnet[node.Subnet!] = nodes = [];
            }

            nodes.Add(node);
        }
    }

    /// <summary>One interface of each class.</summary>
    public List<InterfaceNode> All { get; }

    /// <summary>Those that the internet may reach.</summary>
    public List<InterfaceNode> Public { get; }

    public List<InterfaceNode> WithoutPlace { get; }

    public List<int> GroupsOf(InterfaceNode node) => groupsByClass[node.Class];

    public IReadOnlyList<InterfaceNode> In(SubnetNode subnet) => bySubnet.TryGetValue(subnet, out var nodes) ? nodes : [];
}
