using System.Collections.Immutable;
using System.Net;

namespace NetworkPatterns.Network.Model;

/// <summary>A network interface: where conversations begin and end.</summary>
/// <remarks>
/// One interface stands in one subnet; a Lambda function or load balancer in three subnets has three. An interface has
/// one set of groups, addresses that are fixed or "some address of the subnet", and for each IPv4 address perhaps a
/// public one. Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-eni.html
/// </remarks>
/// <param name="Component">Its own name: a resource, or implied by its owner (<c>Function.Interface1</c>).</param>
/// <param name="Owner">The resource it belongs to: an instance, function, load balancer, endpoint; itself when it stands alone.</param>
/// <param name="Subnet">Its subnet.</param>
public sealed record NetworkInterface(Component Component, Component Owner, Maybe<ComponentId> Subnet) : NetworkObject(Component)
{
    /// <summary>What it belongs to.</summary>
    public InterfaceKind Kind { get; init; }

    /// <summary>Its addresses; by default one IPv4 address that AWS picks in the subnet.</summary>
    public ImmutableArray<InterfaceAddress> Addresses { get; init; } = [InterfaceAddress.AnyIPv4];

    /// <summary>Its security groups; the union of their rules decides.</summary>
    public ImmutableArray<Maybe<ComponentId>> Groups { get; init; } = [];

    /// <summary>False for interfaces that no group filters (a Network Load Balancer created without one).</summary>
    public bool HasGroups { get; init; } = true;

    /// <summary>Whether it drops packets that are not from or to itself; an appliance turns it off.</summary>
    public Maybe<bool> SourceDestCheck { get; init; } = true;

    /// <summary>Whether the owner opens conversations of its own; false for interface endpoints.</summary>
    public bool CanInitiate { get; init; } = true;

    /// <summary>
    /// The traffic that something answers on; null for any. Empty when nothing listens (Lambda). A load balancer's is
    /// not written here: it follows from its listeners.
    /// </summary>
    public ImmutableArray<Traffic>? ListensOn { get; init; }
}

/// <summary>What an interface belongs to.</summary>
public enum InterfaceKind
{
    /// <summary>Declared on its own.</summary>
    Standalone,

    /// <summary>An EC2 instance, also of an Auto Scaling group.</summary>
    Instance,

    /// <summary>A Lambda function in a VPC.</summary>
    Lambda,

    /// <summary>A database of RDS.</summary>
    Database,

    /// <summary>An ElastiCache node.</summary>
    Cache,

    /// <summary>An ECS task with awsvpc networking.</summary>
    EcsTask,

    /// <summary>An EFS mount target.</summary>
    MountTarget,

    /// <summary>A load balancer.</summary>
    LoadBalancer,

    /// <summary>An interface endpoint.</summary>
    InterfaceEndpoint,

    /// <summary>An API Gateway VPC link.</summary>
    VpcLink,

    /// <summary>Something else that has interfaces.</summary>
    Other,
}

/// <summary>One private address of an interface, and the public one in front of it.</summary>
public sealed record InterfaceAddress
{
    /// <summary>Whether it is an IPv6 address.</summary>
    public bool IsIPv6 { get; init; }

    /// <summary>The address, when it is fixed; null for "some address of the subnet", minus the five AWS reserves.</summary>
    public IPAddress? Fixed { get; init; }

    /// <summary>Why it is not known which address it is (it may be a fixed one); null otherwise.</summary>
    public UnknownValue? FixedUnknown { get; init; }

    /// <summary>Why it is not known whether the interface has this address at all; null when it has.</summary>
    public UnknownValue? Doubt { get; init; }

    /// <summary>Whether an internet gateway translates it to a public address. IPv4 only: an IPv6 address is public by nature.</summary>
    public Maybe<bool> HasPublicAddress { get; init; } = false;

    /// <summary>The public address, where it is known; else it is some public address.</summary>
    public IPAddress? PublicAddress { get; init; }

    /// <summary>The Elastic IP address that gives the public address; null when the subnet or the launch does.</summary>
    public Component? ElasticIp { get; init; }

    /// <summary>An IPv4 address that AWS picks in the subnet.</summary>
    public static InterfaceAddress AnyIPv4 { get; } = new();

    /// <summary>An IPv6 address that AWS picks in the subnet.</summary>
    public static InterfaceAddress AnyIPv6 { get; } = new() { IsIPv6 = true };

    /// <summary>A fixed address.</summary>
    public static InterfaceAddress At(string address)
    {
        var parsed = IPAddress.Parse(address);
        return new() { Fixed = parsed, IsIPv6 = parsed.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6 };
    }
}
