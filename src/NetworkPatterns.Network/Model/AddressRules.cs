using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Network.Model;

/// <summary>Facts about addresses that hold in every VPC.</summary>
public static class AddressRules
{
    /// <summary>IPv4 ranges that are not ordinary public addresses.</summary>
    public static ImmutableArray<Cidr> NotPublicIPv4 { get; } =
    [
        Cidr.Parse("0.0.0.0/8"), Cidr.Parse("10.0.0.0/8"), Cidr.Parse("100.64.0.0/10"), Cidr.Parse("127.0.0.0/8"),
        Cidr.Parse("169.254.0.0/16"), Cidr.Parse("172.16.0.0/12"), Cidr.Parse("192.168.0.0/16"), Cidr.Parse("224.0.0.0/3"),
    ];

    /// <summary>The IPv6 range of ordinary public addresses.</summary>
    public static Cidr PublicIPv6 { get; } = Cidr.Parse("2000::/3");

    /// <summary>The first and last address AWS gives to interfaces of a subnet: it keeps the first four and the last.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html</remarks>
    public static (UInt128 First, UInt128 Last) Assignable(Cidr subnet) => (subnet.First + 4, subnet.Last - 1);

    /// <summary>The first port clients send from: NAT gateways, load balancers, Lambda and hosts all stay at or above it.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports</remarks>
    public const int FirstEphemeralPort = 1024;
}
