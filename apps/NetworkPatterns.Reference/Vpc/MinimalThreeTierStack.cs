using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Vpc;

/// <summary>The smallest three-tier VPC: everything but the block and the zones is a default.</summary>
public sealed class MinimalThreeTierStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public MinimalThreeTierStack(Construct scope, string id, AddressBook book)
        : base(scope, id) => Network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.0/16",
            Zones = ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
            AddressBook = book,
        });

    /// <summary>The network, for stacks that run in it.</summary>
    public ThreeTierVpc Network { get; }
}
