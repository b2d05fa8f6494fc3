using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Vpc;

/// <summary>A three-tier VPC for teams with many accounts: zones by ID, one NAT gateway, PostgreSQL's port.</summary>
public sealed class SharedServicesStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public SharedServicesStack(Construct scope, string id, AddressBook book)
        : base(scope, id) => Network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            CidrBlock = "10.1.0.0/16",
            Zones = ["euw1-az1", "euw1-az2"],
            NatGateways = NatStrategy.Single("euw1-az1"),
            DataPort = 5432,
            AddressBook = book,
        });

    /// <summary>The network, for stacks that run in it.</summary>
    public ThreeTierVpc Network { get; }
}
