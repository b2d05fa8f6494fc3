namespace NetworkPatterns.Core.Addressing;

/// <summary>Addresses that EKS nodes and their pods take from one subnet with the Amazon VPC CNI plugin.</summary>
/// <remarks>
/// Every node takes one primary address per network interface; every pod with its own network takes one secondary
/// address, or, with prefix delegation, a share of a <c>/28</c> prefix of 16.
/// <para>Source: https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html and
/// https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses.html</para>
/// </remarks>
public sealed record EksPods
{
    /// <summary>Addresses in one delegated <c>/28</c> prefix.</summary>
    public const int AddressesPerPrefix = 16;

    private EksPods(long addresses, string description)
    {
        Addresses = addresses;
        Description = description;
    }

    /// <summary>Addresses needed in the subnet; 0 or less when the numbers make no sense.</summary>
    public long Addresses { get; }

    /// <summary>The need in words, for messages.</summary>
    public string Description { get; }

    /// <summary>Pods that a node can run: interfaces x (addresses per interface - 1) + 2.</summary>
    /// <remarks>
    /// The first address of each interface is the node's own; the two more are pods on the host network
    /// (<c>aws-node</c> and <c>kube-proxy</c>), which take no address. This is EKS's own limit on a node.
    /// With prefix delegation each remaining address slot holds a <c>/28</c>, 16 pods.
    /// </remarks>
    public static int MaxPodsPerNode(int interfaces, int addressesPerInterface, bool prefixDelegation = false) =>
        (interfaces * (addressesPerInterface - 1) * (prefixDelegation ? AddressesPerPrefix : 1)) + 2;

    /// <summary>Pods that a node can run by the simpler published estimate: interfaces x addresses - 1.</summary>
    /// <remarks>All addresses of all interfaces but the node's own first one: an upper bound that ignores the primary address of further interfaces.</remarks>
    public static int SimpleMaxPodsPerNode(int interfaces, int addressesPerInterface) =>
        (interfaces * addressesPerInterface) - 1;

    /// <summary>A known number of nodes, each with a known number of pods and one network interface's own address.</summary>
    /// <param name="nodes">Nodes in the subnet, those of a rolling update included.</param>
    /// <param name="podsPerNode">Pods per node that have an address of their own.</param>
    /// <param name="prefixDelegation">Whether addresses come in <c>/28</c> prefixes: rounded up to 16 per node.</param>
    /// <param name="interfacesPerNode">Network interfaces that a node attaches, each with an address of its own; 1 by default.</param>
    public static EksPods PerNode(int nodes, int podsPerNode, bool prefixDelegation = false, int interfacesPerNode = 1)
    {
        var invalid = nodes < 1 || podsPerNode < 0 || interfacesPerNode < 1;
        var pods = prefixDelegation ? RoundUp(podsPerNode, AddressesPerPrefix) : podsPerNode;
        var addresses = invalid ? 0 : nodes * (pods + (long)interfacesPerNode);
        var how = prefixDelegation ? ", prefix delegation" : "";
        return new(addresses, $"{nodes} EKS nodes with {podsPerNode} pods each{how}");
    }

    /// <summary>Nodes of an instance type that use every address its network interfaces can hold.</summary>
    /// <param name="nodes">Nodes in the subnet, those of a rolling update included.</param>
    /// <param name="interfaces">Network interfaces of the instance type.</param>
    /// <param name="addressesPerInterface">IPv4 addresses of each interface, the interface's own included.</param>
    /// <param name="prefixDelegation">Whether each further address slot holds a <c>/28</c> prefix.</param>
    /// <param name="maxPods">The kubelet's limit, such as 110; null for what the interfaces allow.</param>
    public static EksPods PerInstance(
        int nodes, int interfaces, int addressesPerInterface, bool prefixDelegation = false, int? maxPods = null)
    {
        if (nodes < 1 || interfaces < 1 || addressesPerInterface < 2 || maxPods < 0)
        {
            return new(0, $"{nodes} EKS nodes with {interfaces} interfaces of {addressesPerInterface} addresses");
        }

        long slots = (long)interfaces * (addressesPerInterface - 1);
        var perNode = slots * (prefixDelegation ? AddressesPerPrefix : 1);
        var limited = maxPods is { } limit ? Math.Min(perNode, prefixDelegation ? RoundUp(limit, AddressesPerPrefix) : limit) : perNode;
        var how = prefixDelegation ? ", prefix delegation" : "";
        return new(nodes * (limited + interfaces), $"{nodes} EKS nodes with {interfaces} interfaces of {addressesPerInterface} addresses{how}");
    }

    private static long RoundUp(long value, int multiple) => (value + multiple - 1) / multiple * multiple;
}
