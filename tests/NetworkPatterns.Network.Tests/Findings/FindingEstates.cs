using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Findings;
using NetworkPatterns.Network.Tests.Reachability;

namespace NetworkPatterns.Network.Tests.Findings;

/// <summary>Networks of two VPCs, and what is found in any.</summary>
internal static class FindingEstates
{
    public static Finding One(Estate estate, string code, int count = 1)
    {
        var found = NetworkFindings.Of(estate.Build(), []).Where(finding => finding.Diagnostic.Code == code).ToList();
        found.Count.ShouldBe(count, string.Join('\n', found));
        return found[0];
    }

    public static void None(Estate estate, string code) =>
        NetworkFindings.Of(estate.Build(), []).Where(finding => finding.Diagnostic.Code == code).ShouldBeEmpty();

    public static Estate Two(string other, Estate? within = null) => (within ?? new Estate())
        .Vpc("V", "10.0.0.0/16").Subnet("X", "V", "10.0.0.0/24").Group("XG", "V").Host("XH", "X", "XG")
        .Vpc("W", other).Subnet("Y", "W", Cidr.Parse(other).Subnet(24, 0).ToString()).Group("YG", "W").Host("YH", "Y", "YG");

    public static Estate Peered(string other = "10.1.0.0/16") => Two(other).Peering("Peer", "V", "W").Route("X", other, "Peer").Route("Y", "10.0.0.0/16", "Peer");

    public static Estate Transit(string other = "10.1.0.0/16") => Two(other).TransitGateway("Hub", defaults: false)
        .Attachment("XT", "Hub", "V", "X").Attachment("YT", "Hub", "W", "Y").Route("X", "10.0.0.0/8", "Hub").Route("Y", "10.0.0.0/8", "Hub");
}
