using Amazon.CDK;
using NetworkPatterns.Constructs.Transit;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

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
                StatefulRuleGroup.AllowDomains("packages", ".amazonaws.com", ".nuget.org"),
                StatefulRuleGroup.Suricata("internal", """pass tcp $HOME_NET any -> $HOME_NET 443 (msg:"HTTPS inside"; flow:to_server; sid:1; rev:1;)"""),
            ],
        });
        var hub = new TransitGatewayHub(home, "Hub", new TransitGatewayHubProps
        {
            Segments = ["production", "development", "shared", "egress"],
            AllowedPairs = [("production", "shared"), ("development", "shared"), ("production", "egress"), ("development", "egress"), ("shared", "egress")],
            Egress = new CentralEgress { Segment = "egress", CidrBlock = "10.255.0.0/24", Zones = Zones },
            Inspection = new CentralInspection { CidrBlock = "10.255.1.0/24", Zones = Zones, FirewallPolicyArn = policy.PolicyArn },
            AlarmTopicArns = [],
            ExportName = "/reference/hub",
            AddressBook = book,
        });
        foreach (var (name, block) in new[] { ("production", "10.0.0.0/16"), ("development", "10.1.0.0/16"), ("shared", "10.2.0.0/16") })
        {
            _ = new SpokeStack(stage, name, hub, name, block, Zones, book);
        }
    }
}
