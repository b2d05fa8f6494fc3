using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Reference.Vpc;

/// <summary>The smallest three-tier VPC: everything but the block and the zones is a default.</summary>
public sealed class MinimalThreeTierStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public MinimalThreeTierStack(Construct scope, string id, IStackProps props)
        : base(scope, id, props) => Network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
        });

    /// <summary>The network, for stacks that run in it.</summary>
    public ThreeTierVpc Network { get; }
}
