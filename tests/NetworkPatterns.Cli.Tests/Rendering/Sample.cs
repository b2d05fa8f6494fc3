using System.Net;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Cli.Tests.Rendering;

/// <summary>Answers made by hand.</summary>
internal static class Sample
{
    private static readonly Component Web = new(new ComponentId("Dev", "WebSecurityGroup"), "AWS::EC2::SecurityGroup");
    private static readonly Component Acl = new(new ComponentId("Dev", "Vpc", "DefaultNetworkAcl"), "AWS::EC2::NetworkAcl");

    public static ReachabilityAnswer Reachable { get; } = new(Verdict.Reachable)
    {
        Packets =
        [
            new PacketRange(
                [new AddressRange(IPAddress.Parse("1.0.0.0"), IPAddress.Parse("9.255.255.255"))],
                [new AddressRange(IPAddress.Parse("10.0.0.4"), IPAddress.Parse("10.0.0.4"))],
                [new PortRange(6, 6)],
                [new PortRange(1024, 65535)],
                [new PortRange(80, 80), new PortRange(443, 443)],
                []),
            new PacketRange(
                [new AddressRange(IPAddress.Parse("1.0.0.0"), IPAddress.Parse("1.0.0.0"))],
                [new AddressRange(IPAddress.Parse("10.0.0.4"), IPAddress.Parse("10.0.0.4"))],
                [new PortRange(1, 1)],
                [],
                [],
                [(8, 0)]),
        ],
        Example = new Packet(IPAddress.Parse("1.0.0.0"), IPAddress.Parse("10.0.0.4"), 6, 1024, 443),
        Path = [new Hop(Web, "tcp 443 from 0.0.0.0/0"), new Hop(Acl)],
        ReturnPath = [new Hop(Acl)],
    };

    public static ReachabilityAnswer Blocked { get; } = new(Verdict.NotReachable)
    {
        Explanations = [new Explanation("ENI_SG_RULES_MISMATCH", Web, "no rule admits tcp 22 from the internet")],
    };

    public static ReachabilityAnswer Undecided { get; } = new(Verdict.Unknown)
    {
        Unknowns = [new UnknownValue(Web.Id, "parameter OfficeRange has no value")],
    };
}
