using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Vpc;

/// <summary>A VPC for development: a NAT instance, a way in for people, and means to look at packets and paths.</summary>
public sealed class DevelopmentStack : Stack
{
    /// <summary>The name of the parameter that says what the network has.</summary>
    public const string ExportName = "/reference/development/network";

    /// <summary>Makes the stack.</summary>
    public DevelopmentStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        Network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.3.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b"],
            NatGateways = NatStrategy.Instance("eu-west-1a"),
            InstanceConnect = new InstanceConnect("app", "eu-west-1a", ["app"]),
            BlockPublicAccess = PublicAccessBlock.Ingress,
            Tiers =
            [
                new() { Name = "web", Slot = 0, Intent = TierIntent.Internet, Ingress = [TrafficRule.Tcp(443, TrafficPeer.Anywhere)], PublicAccessExclusion = PublicAccessExclusion.Bidirectional },
                new() { Name = "app", Slot = 1, Intent = TierIntent.Egress, Ingress = [TrafficRule.Tcp(8080, TrafficPeer.Tier("web"))] },
                new() { Name = "data", Slot = 2, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(3306, TrafficPeer.Tier("app")), TrafficRule.Udp(4789, TrafficPeer.Tier("app"))] },
            ],
            ExportName = ExportName,
            AddressBook = book,
        });
        var web = Interface("Web", Network.Tier("web"));
        var app = Interface("App", Network.Tier("app"));
        _ = new ReachabilityPaths(this, "Paths", new ReachabilityPathsProps
        {
            Network = Network,
            Probes = new Dictionary<string, string> { ["web"] = web.Ref, ["app"] = app.Ref },
        });
        _ = new TrafficMirror(this, "Mirror", new TrafficMirrorProps
        {
            Network = Network,
            Sources = new Dictionary<string, string> { ["app"] = app.Ref },
            TargetNetworkInterfaceId = Interface("Inspector", Network.Tier("data")).Ref,
            TargetSecurityGroup = Network.Tier("data").SecurityGroup,
            TargetTier = "data",
        });
    }

    /// <summary>The network, for stacks that run in it.</summary>
    public ThreeTierVpc Network { get; }

    private CfnNetworkInterface Interface(string id, VpcTier tier) => new(this, id, new CfnNetworkInterfaceProps
    {
        SubnetId = tier.Subnets[0].SubnetId,
        GroupSet = [tier.SecurityGroup.SecurityGroupId],
    });
}
