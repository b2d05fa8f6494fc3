using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Transit.OnPremises;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Transit;

/// <summary>A hub with an office over two VPN connections that share the load and a data centre on Direct Connect, before the attachments' IDs are known.</summary>
public sealed class HybridHubStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public HybridHubStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        var hub = new TransitGatewayHub(this, "Hub", new TransitGatewayHubProps
        {
            Segments = ["production", "on-premises"],
            AllowedPairs = [("production", "on-premises")],
            AddressBook = book,
        });
        _ = new SiteToSiteVpn(this, "Office", new SiteToSiteVpnProps
        {
            Hub = hub,
            Segment = "on-premises",
            Connections =
            [
                new("berlin", "198.51.100.1") { FirstTunnel = new() { InsideCidr = "169.254.10.0/30" }, SecondTunnel = new() { InsideCidr = "169.254.10.4/30" } },
                new("berlin-second", "198.51.100.2"),
            ],
            Ranges = ["192.168.0.0/16"],
            Accelerated = true,
            AlarmTopicArns = [],
            AddressBook = book,
        });
        _ = new DirectConnectHub(this, "DataCentre", new DirectConnectHubProps
        {
            Hub = hub,
            Segment = "on-premises",
            AmazonSideAsn = 64520,
            Interfaces = [new("frankfurt", new CfnParameter(this, "Connection", new CfnParameterProps { Description = "The ID of the Direct Connect connection" }).ValueAsString, 101, 65010)],
            AllowedPrefixes = ["10.0.0.0/8"],
            Ranges = ["172.16.0.0/16"],
            AddressBook = book,
        });
    }
}
