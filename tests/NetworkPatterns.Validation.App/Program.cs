using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Validation;

// A network in a stage, and what its user breaks: the argument says what.
var what = args.FirstOrDefault() ?? "";
var props = what switch
{
    "crash" => new NetworkProofProps { Assumptions = null! },
    "rules" => new NetworkProofProps { RulesFile = args[1], Today = new DateOnly(2030, 1, 1) },
    _ => new NetworkProofProps(),
};
var app = new App(new AppProps { PolicyValidationBeta1 = [new NetworkProof(props)] });
var stage = new Stage(app, "Prod", new StageProps { Env = new Amazon.CDK.Environment { Region = "eu-west-1" } });
var stack = new Stack(stage, "Net");
var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"] });
network.Guarantee(new CanReach(Party.Tier("app"), Party.Internet, [Traffic.Tcp(443)]));
switch (what)
{
    case "rule":
        _ = new CfnSecurityGroupIngress(stack, "Backdoor", new CfnSecurityGroupIngressProps
        {
            GroupId = network.App.SecurityGroup!.SecurityGroupId, IpProtocol = "tcp", FromPort = 22, ToPort = 22, CidrIp = "10.0.0.0/16",
        });
        network.Web.SecurityGroup!.AddEgressRule(Peer.Ipv4("10.0.0.0/16"), Port.Tcp(22));
        foreach (var acl in new[] { "Web", "App" })
        {
            foreach (var isEgress in new[] { true, false })
            {
                _ = new CfnNetworkAclEntry(stack, $"{acl}Open{(isEgress ? "Out" : "In")}", new CfnNetworkAclEntryProps
                {
                    NetworkAclId = network.GetResource($"{acl}NetworkAcl").Ref, Egress = isEgress, RuleNumber = 1, RuleAction = "allow", Protocol = 6, CidrBlock = "10.0.0.0/16",
                    PortRange = new CfnNetworkAclEntry.PortRangeProperty { From = 22, To = 65535 },
                });
            }
        }

        break;
    case "promise":
        network.Guarantee(new NeverReaches(Party.Tier("app"), Party.Internet));
        break;
    case "door" or "lock":
        var door = new ApiFrontDoor(stage, "Door", new ApiFrontDoorProps
        {
            DomainName = "api.example.com",
            ZoneName = "example.com",
            HostedZoneId = "Z0123456789EXAMPLE",
            Region = "eu-west-1",
            Countries = EdgeCountries.Only("NL"),
            Api = _ => new RegionalRestApiProps { Routes = [new("GET", "/orders", new HttpBackend("https://service.example.com")) { Authorizer = ApiAuthorizer.Public("the test's service is for everybody") }] },
        });
        if (what == "lock")
        {
            door.Api.GetResource("WebAcl").AddPropertyOverride("Rules.0.Statement.ByteMatchStatement.PositionalConstraint", "CONTAINS");
        }

        break;
    case "tier":
        network.Guarantee(new NeverReaches(Party.Internet, Party.Tier("ghost")));
        break;
}

app.Synth();
