namespace NetworkPatterns.Core.Addressing;

/// <summary>A range of an app's addresses, with its owner.</summary>
/// <param name="Owner">Who has it: a construct path, or a name such as <c>Berlin office</c>.</param>
/// <param name="Block">The range.</param>
/// <param name="Kind">What it is for.</param>
public sealed record AddressRange(string Owner, Cidr Block, AddressRangeKind Kind)
{
    /// <summary>The range as messages show it.</summary>
    public override string ToString() => $"{Block} of {Owner} ({Kind.Describe()})";
}

/// <summary>What a range of addresses is for.</summary>
public enum AddressRangeKind
{
    /// <summary>A block of a VPC.</summary>
    Vpc,

    /// <summary>A network outside AWS.</summary>
    OnPremises,

    /// <summary>The addresses inside a Site-to-Site VPN tunnel.</summary>
    VpnInside,

    /// <summary>The addresses inside a GRE tunnel of Transit Gateway Connect.</summary>
    ConnectInside,

    /// <summary>A range of a Transit Gateway itself.</summary>
    TransitGateway,

    /// <summary>The pool that Client VPN gives its clients addresses from.</summary>
    ClientVpn,

    /// <summary>A range kept free, for whatever reason.</summary>
    Reserved,
}

internal static class AddressRangeKinds
{
    private static readonly Cidr LinkLocal = Cidr.Parse("169.254.0.0/16");
    private static readonly Cidr UniqueLocal = Cidr.Parse("fd00::/8");

    private static readonly Cidr[] KeptByVpn =
    [
        .. Enumerable.Range(0, 6).Select(third => Cidr.Parse($"169.254.{third}.0/30")),
        Cidr.Parse("169.254.169.252/30"),
    ];

    private static readonly Cidr[] KeptByConnect =
    [
        .. Enumerable.Range(0, 6).Select(third => Cidr.Parse($"169.254.{third}.0/29")),
        Cidr.Parse("169.254.169.248/29"),
    ];

    internal static string Describe(this AddressRangeKind kind) => kind switch
    {
        AddressRangeKind.Vpc => "VPC",
        AddressRangeKind.OnPremises => "on-premises",
        AddressRangeKind.VpnInside => "VPN tunnel inside",
        AddressRangeKind.ConnectInside => "Connect tunnel inside",
        AddressRangeKind.TransitGateway => "Transit Gateway",
        AddressRangeKind.ClientVpn => "Client VPN pool",
        _ => "reserved",
    };

    /// <summary>
    /// Why a block cannot be of a kind, and what can; null where it can. Sources:
    /// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html,
    /// https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNTunnels.html,
    /// https://docs.aws.amazon.com/vpc/latest/tgw/tgw-connect.html,
    /// https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/what-is-best-practices.html.
    /// </summary>
    internal static (string Why, string Fix)? FindFault(Cidr block, AddressRangeKind kind) => kind switch
    {
        AddressRangeKind.Vpc when !block.IsIPv6 && block.PrefixLength is < SubnetSize.ShortestPrefix or > SubnetSize.LongestPrefix =>
            ("is not between /16 and /28", "give a VPC block of /16 to /28"),
        AddressRangeKind.ClientVpn when !block.IsIPv6 && block.PrefixLength is < 12 or > 22 =>
            ("is not between /12 and /22", "give a pool of /12 to /22"),
        AddressRangeKind.VpnInside when !IsTunnelInside(block) =>
            ("is not what a tunnel can have inside", "give a /30 of 169.254.0.0/16 that AWS does not keep, or a /126 of fd00::/8"),
        AddressRangeKind.ConnectInside when !IsConnectInside(block) =>
            ("is not what a GRE tunnel can have inside", "give a /29 of 169.254.0.0/16 that AWS does not keep, or a /125 of fd00::/8"),
        _ => null,
    };

    private static bool IsTunnelInside(Cidr block) => block.IsIPv6
        ? block.PrefixLength == 126 && UniqueLocal.Contains(block)
        : block.PrefixLength == 30 && LinkLocal.Contains(block) && !Array.Exists(KeptByVpn, kept => kept == block);

    private static bool IsConnectInside(Cidr block) => block.IsIPv6
        ? block.PrefixLength == 125 && UniqueLocal.Contains(block)
        : block.PrefixLength == 29 && LinkLocal.Contains(block) && !Array.Exists(KeptByConnect, kept => kept == block);
}
