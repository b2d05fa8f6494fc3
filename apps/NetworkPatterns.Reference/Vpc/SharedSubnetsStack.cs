using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Reference.Vpc;

/// <summary>A VPC whose block comes from an IPAM pool and whose subnets other accounts of the organization use.</summary>
public sealed class SharedSubnetsStack : Stack
{
    /// <summary>Makes the stack.</summary>
    public SharedSubnetsStack(Construct scope, string id, AddressBook book)
        : base(scope, id) => Network = new ThreeTierVpc(this, "Network", new ThreeTierVpcProps
        {
            Ipv4IpamPoolId = new CfnParameter(this, "IpamPool", new CfnParameterProps { Type = "String" }).ValueAsString,
            Ipv4NetmaskLength = 18,
            Zones = ["euw1-az1", "euw1-az2", "euw1-az3"],
            NatGateways = NatStrategy.RegionalByZone,
            FlowLogs = FlowLogs.ToCloudWatch(365).WithOwnKey(),
            Shares = [new SubnetShare("workloads", ["app", "data"], ["arn:aws:organizations::111111111111:ou/o-exampleorgid/ou-examplerootid111-exampleouid111"])],
            AddressBook = book,
        });

    /// <summary>The network, for stacks that run in it.</summary>
    public ThreeTierVpc Network { get; }
}
