using Amazon.CDK;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Reference.Transit;

/// <summary>
/// A hub of one Region: production and development, which never meet, shared services for both, and one way to the internet. A
/// firewall looks into everything.
/// </summary>
internal static class SegmentedHub
{
    private static readonly IReadOnlyList<ZoneInput> Zones = ["eu-west-1a", "eu-west-1b"];

    public static void AddTo(Stage stage, AddressBook book)
    {
        var home = new Stack(stage, "Hub");
        var policy = new NetworkFirewallPolicy(home, "Policy", new NetworkFirewallPolicyProps
        {
            StatefulRules =
            [
                StatefulRuleGroup.Suricata("internal", """pass tcp $HOME_NET any -> $HOME_NET 443 (msg:"HTTPS inside"; sid:1; rev:1;)"""),
                StatefulRuleGroup.AllowDomains("packages", ".amazonaws.com", ".github.com"),
            ],
        });
        var hub = new TransitGatewayHub(home, "Hub", new TransitGatewayHubProps
        {
            Segments = ["production", "development", "shared", "egress"],
            AllowedPairs = [("production", "shared"), ("development", "shared"), ("production", "egress"), ("development", "egress"), ("shared", "egress")],
            Egress = new CentralEgress { Segment = "egress", CidrBlock = "10.255.0.0/24", Zones = Zones },
            Inspection = new CentralInspection { CidrBlock = "10.255.1.0/24", Zones = Zones, FirewallPolicyArn = policy.PolicyArn, Passes = [Traffic.Tcp(443)] },
            AlarmTopicArns = [],
            ExportName = "/reference/hub",
            AddressBook = book,
        });
        var production = new SpokeStack(stage, "production", hub, "production", "10.0.0.0/16", Zones, book).Network;
        var development = new SpokeStack(stage, "development", hub, "development", "10.1.0.0/16", Zones, book).Network;
        _ = new SpokeStack(stage, "shared", hub, "shared", "10.2.0.0/16", Zones, book);

        // Which domains a flow is for shows only in its content: the proof answers that these may be reached.
        production.Guarantee(new CanReach(App(production), Party.Internet, [Traffic.Tcp(443)]));
        development.Guarantee(new CanReach(App(development), Party.Internet, [Traffic.Tcp(443)]));
    }

    private static Party App(ThreeTierVpc network) => Party.Tier(network.Node.Path, "app");
}
