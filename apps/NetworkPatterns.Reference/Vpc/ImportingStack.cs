using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Reference.Vpc;

/// <summary>A workload of another team, which knows the network by the name of its parameter only.</summary>
public sealed class ImportingStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public ImportingStack(Construct scope, string id)
        : base(scope, id)
    {
        var network = ThreeTierVpc.FromExport(this, "Network", new ExportedVpcProps
        {
            ExportName = DevelopmentStack.ExportName,
            Tiers = [new ExportedTier("app", 1, TierIntent.Egress)],
            Zones = ["eu-west-1a", "eu-west-1b"],
        });
        _ = new CfnNetworkInterface(this, "Interface", new CfnNetworkInterfaceProps
        {
            SubnetId = network.Tier("app").Subnets[0].SubnetId,
            GroupSet = [network.Tier("app").SecurityGroup.SecurityGroupId],
        });
    }
}
