using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Reachability.Index;

/// <summary>A VPC with its subnets and gateways found.</summary>
internal sealed class VpcNode(Vpc vpc)
{
    public Vpc Vpc { get; } = vpc;

    public ComponentId Id => Vpc.Id;

    /// <summary>Addresses known to be of the VPC.</summary>
    public AddressSet Addresses { get; set; } = AddressSet.Empty;

    /// <summary>Why the VPC may have more addresses.</summary>
    public UnknownValue? AddressesUnknown { get; set; }

    /// <summary>Whether addresses are those of the VPC's resolver: the first of a range plus two.</summary>
    /// <remarks>
    /// It is in the primary range; AWS reserves the address in the others, and does not say what answers there.
    /// Source: https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html
    /// </remarks>
    public bool MayBeResolver(AddressSet addresses)
    {
        var ranges = Vpc.Cidrs.Where(cidr => cidr is { IsKnown: true, Value.IsIPv6: false }).Select(cidr => AddressSpace.Interval(cidr.Value).First + 2);
        return AddressSet.Of(ranges.Select(address => (address, address))).Contains(addresses)
            || (AddressesUnknown is not null && addresses.Items is [var (first, last)] && first == last && AddressSpace.MayBeResolver(first));
    }

    public List<SubnetNode> Subnets { get; } = [];

    public InternetGateway? InternetGateway { get; set; }

    public VpnGateway? VpnGateway { get; set; }

    public List<EgressOnlyInternetGateway> EgressOnlyGateways { get; } = [];

    public List<NatNode> NatGateways { get; } = [];

    public List<VpcPeering> Peerings { get; } = [];

    public List<AttachmentNode> Attachments { get; } = [];

    /// <summary>Endpoints of firewalls and Gateway Load Balancers, with their subnets.</summary>
    public List<(NetworkObject Endpoint, SubnetNode Subnet)> Inspections { get; } = [];

    /// <summary>What routes, or may route, packets that come in at a gateway: internet or virtual private.</summary>
    public Dictionary<ComponentId, ImmutableArray<EdgeTable>> EdgeTables { get; } = [];

    public ImmutableArray<EdgeTable> EdgeTablesOf(ComponentId gateway) => EdgeTables.GetValueOrDefault(gateway, EdgeTable.NoTable);

    public BlockPublicAccess? BlockPublicAccess { get; set; }
}

/// <summary>What routes packets that come in at a gateway.</summary>
/// <param name="Table">Null where no table does: packets go straight to their subnets.</param>
/// <param name="Doubts">What has to turn out for it to be this one.</param>
internal sealed record EdgeTable(Component? Table, RouteMap Routes, Doubts Doubts)
{
    public static ImmutableArray<EdgeTable> NoTable { get; } = [new(null, RouteMap.Empty, Doubts.None)];
}

/// <summary>A subnet with its route table and ACL compiled.</summary>
internal sealed class SubnetNode(Subnet subnet, VpcNode vpc)
{
    public Subnet Subnet { get; } = subnet;

    public ComponentId Id => Subnet.Id;

    public VpcNode Vpc { get; } = vpc;

    /// <summary>Every address of the subnet; the VPC's where it is not known.</summary>
    public AddressSet Addresses { get; set; } = AddressSet.Empty;

    /// <summary>Addresses AWS may give to interfaces.</summary>
    public AddressSet Assignable { get; set; } = AddressSet.Empty;

    public Doubts AddressDoubts { get; set; } = Doubts.None;

    public RouteMap Routes { get; set; } = RouteMap.Empty;

    public Component RouteTable { get; set; } = subnet.Component;

    public Filter AclIngress { get; set; } = Filter.Everything;

    public Filter AclEgress { get; set; } = Filter.Everything;

    public Component Acl { get; set; } = subnet.Component;

    public List<InterfaceNode> Interfaces { get; } = [];
}

/// <summary>An interface with its addresses and groups compiled.</summary>
internal sealed class InterfaceNode(NetworkInterface model)
{
    public NetworkInterface Model { get; } = model;

    public ComponentId Id => Model.Id;

    /// <summary>Null where the subnet is not known.</summary>
    public SubnetNode? Subnet { get; set; }

    public ImmutableArray<AddressNode> Addresses { get; set; } = [];

    public ImmutableArray<SecurityGroup> Groups { get; set; } = [];

    public ImmutableHashSet<ComponentId> GroupIds { get; set; } = [];

    /// <summary>Groups it has that are not known.</summary>
    public ImmutableArray<UnknownValue> UnknownGroups { get; set; } = [];

    public GroupFilter Ingress { get; set; } = GroupFilter.Everything;

    public GroupFilter Egress { get; set; } = GroupFilter.Everything;

    /// <summary>What something answers on.</summary>
    public Filter Listens { get; set; } = Filter.Everything;

    /// <summary>The load balancer it is a node of.</summary>
    public LoadBalancer? LoadBalancer { get; set; }

    /// <summary>Equal for interfaces that no question can tell apart.</summary>
    public int Class { get; set; }
}

/// <summary>A private address of an interface (or of a NAT gateway), and the public one in front of it.</summary>
internal sealed record AddressNode(AddressSet Private, bool IsIPv6, Doubts Doubts, Maybe<bool> HasPublic, AddressSet Public, Component? ElasticIp)
{
    /// <summary>Why it is not known which of the private addresses it is, although it is a fixed one.</summary>
    public UnknownValue? FixedUnknown { get; init; }
}

/// <summary>A NAT gateway in its place.</summary>
internal sealed record NatNode(NatGateway Gateway, SubnetNode? Subnet, VpcNode Vpc, AddressNode Address);

/// <summary>A Transit Gateway attachment with its VPC and subnets found.</summary>
internal sealed class AttachmentNode(TransitGatewayAttachment model)
{
    public TransitGatewayAttachment Model { get; } = model;

    public ComponentId Id => Model.Id;

    public VpcNode? Vpc { get; set; }

    public ImmutableArray<SubnetNode> Subnets { get; set; } = [];

    public UnknownValue? SubnetsUnknown { get; set; }

    /// <summary>Its subnet in a zone, where that is known.</summary>
    public SubnetNode? FindSubnet(string zone)
    {
        foreach (var subnet in Subnets)
        {
            if (subnet.Subnet.Zone is { IsKnown: true } known && known.Value == zone)
            {
                return subnet;
            }
        }

        return null;
    }
}

/// <summary>A route table of a Transit Gateway, compiled.</summary>
internal sealed record TransitTableNode(Component Component, TransitGateway Gateway, RouteMap Routes);
