using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Reference.Vpc;

/// <summary>The smallest three-tier VPC: everything but the block and the zones is a default.</summary>
public sealed class MinimalThreeTierStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public MinimalThreeTierStack(Construct scope, string id, AddressBook book)
        : base(scope, id)
    {
        Network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
            AddressBook = book,
        });
        Network.Guarantee(new OnlyThrough(Party.Tier("app"), Party.Internet, Party.OfType("AWS::EC2::NatGateway")));
    }

    /// <summary>The network, for stacks that run in it.</summary>
    public ThreeTierVpc Network { get; }
}
