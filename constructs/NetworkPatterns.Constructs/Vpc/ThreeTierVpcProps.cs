using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What a <see cref="ThreeTierVpc"/> is to be. Only the block and the zones have no sensible default.</summary>
public sealed class ThreeTierVpcProps
{
    /// <summary>
    /// The VPC's IPv4 block in CIDR notation, <c>/16</c> to <c>/28</c>, a literal: subnets are computed from it. Left out
    /// only where an IPAM pool gives the block.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html</remarks>
    public string? CidrBlock { get; init; }

    /// <summary>
    /// The ID of an IPAM pool that gives the VPC its block, instead of <see cref="CidrBlock"/>; a literal or a token.
    /// Subnets keep their places within whatever the pool gives, and overlaps are for the pool to prevent.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/ipam/create-vpc-ipam.html</remarks>
    public string? Ipv4IpamPoolId { get; init; }

    /// <summary>The prefix length of the block from <see cref="Ipv4IpamPoolId"/>, 16 to 28.</summary>
    public int? Ipv4NetmaskLength { get; init; }

    /// <summary>Secondary IPv4 blocks by name; a tier says with <see cref="TierProps.CidrName"/> that it lives in one. Default: none.</summary>
    public IReadOnlyList<VpcCidrInput> SecondaryCidrs { get; init; } = [];

    /// <summary>The address families of tiers that say nothing themselves. Default: IPv4 only.</summary>
    public IpStack IpStack { get; init; } = IpStack.Ipv4;

    /// <summary>
    /// The zones, each once: all by name (<c>eu-west-1a</c>), all by ID (<c>euw1-az1</c>, the same building in every
    /// account), or all by index (<c>#0</c>) in a stack that does not know its Region. A Local Zone needs a slot:
    /// <c>new ZoneInput("us-west-2-lax-1a", Slot: 8)</c>. Adding one later changes nothing that is there.
    /// </summary>
    public required IReadOnlyList<ZoneInput> Zones { get; init; }

    /// <summary>
    /// The tiers. Default: <c>web</c> (slot 0, internet), <c>app</c> (slot 1, egress) and <c>data</c> (slot 2, isolated),
    /// chained over <see cref="WebPorts"/>, <see cref="AppPort"/> and <see cref="DataPort"/>.
    /// </summary>
    public IReadOnlyList<TierProps>? Tiers { get; init; }

    /// <summary>TCP ports that the default web tier accepts from every IPv4 address. Default: 80 and 443.</summary>
    public IReadOnlyList<int>? WebPorts { get; init; }

    /// <summary>The TCP port that the default app tier accepts from the web tier. Default: 8080.</summary>
    public int? AppPort { get; init; }

    /// <summary>The TCP port that the default data tier accepts from the app tier. Default: 3306 (MySQL).</summary>
    public int? DataPort { get; init; }

    /// <summary>How tiers with egress reach the internet. Default: a NAT gateway in every zone.</summary>
    public NatStrategy NatGateways { get; init; } = NatStrategy.PerZone;

    /// <summary>
    /// Private NAT gateways, which give a tier whose addresses are not routable elsewhere a routable source address.
    /// Default: none.
    /// </summary>
    public PrivateNat? PrivateNat { get; init; }

    /// <summary>
    /// Who hears that a NAT gateway has no port left for a connection: the ARNs of SNS topics, literals or tokens; an
    /// empty list makes alarms without an action. Default: no alarms, because each is paid for.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/metrics-dimensions-nat-gateway.html</remarks>
    public IReadOnlyList<string>? NatAlarmTopicArns { get; init; }

    /// <summary>
    /// Ranges, IPv4 or IPv6, that no tier exchanges a packet with, whatever its rules allow: each network ACL denies them
    /// before it allows anything. Tiers for Transit Gateway attachments and firewalls are left open. Default: none.
    /// </summary>
    public IReadOnlyList<string> BlockedRanges { get; init; } = [];

    /// <summary>Gateway endpoints, in the route tables of every tier. Default: S3 and DynamoDB, which cost nothing.</summary>
    public IReadOnlyList<GatewayEndpointService> GatewayEndpoints { get; init; } =
        [GatewayEndpointService.S3, GatewayEndpointService.DynamoDb];

    /// <summary>Interface endpoints of AWS services, in <see cref="InterfaceEndpointTier"/>. Default: none, because each is paid for in every zone.</summary>
    public IReadOnlyList<InterfaceEndpoint> InterfaceEndpoints { get; init; } = [];

    /// <summary>The tier whose subnets hold the interface endpoints, best an isolated one of its own. Needed with interface endpoints.</summary>
    public string? InterfaceEndpointTier { get; init; }

    /// <summary>
    /// The tiers that may use the interface endpoints. Default: everything in the VPC, whatever its security group, by
    /// the VPC's blocks.
    /// </summary>
    public IReadOnlyList<string>? InterfaceEndpointClients { get; init; }

    /// <summary>
    /// Whether Session Manager reaches instances without a way to the internet: adds the interface endpoints of
    /// <c>ssm</c>, <c>ssmmessages</c> and <c>ec2messages</c>. Default: no.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html</remarks>
    public bool SessionManager { get; init; }

    /// <summary>An EC2 Instance Connect Endpoint: SSH and RDP to instances without a public address. Default: none.</summary>
    public InstanceConnect? InstanceConnect { get; init; }

    /// <summary>What endpoints let through, for those that take a policy and say nothing themselves. Default: everything.</summary>
    public EndpointPolicy EndpointPolicy { get; init; } = EndpointPolicy.FullAccess;

    /// <summary>Where flow logs go. Default: CloudWatch Logs, kept for 90 days.</summary>
    public FlowLogs FlowLogs { get; init; } = FlowLogs.ToCloudWatch();

    /// <summary>What instances learn by DHCP. Default: the Region's set, Amazon's name servers.</summary>
    public DhcpOptions? DhcpOptions { get; init; }

    /// <summary>
    /// VPC Block Public Access, a setting of the whole account in this Region: one stack of them all has it. Tiers that
    /// must stay reachable have <see cref="TierProps.PublicAccessExclusion"/>. Default: left as it is.
    /// </summary>
    public PublicAccessBlock? BlockPublicAccess { get; init; }

    /// <summary>Whether traffic inside the VPC must be encrypted. Default: left as it is.</summary>
    public EncryptionControl? EncryptionControl { get; init; }

    /// <summary>Tiers whose subnets other accounts may use. Default: none.</summary>
    public IReadOnlyList<SubnetShare> Shares { get; init; } = [];

    /// <summary>
    /// The name of an SSM parameter that tells other stacks of this account and Region what the VPC has: its ID, and of
    /// every tier the security group, subnets and route tables. <see cref="ThreeTierVpc.FromExport"/> reads it. One
    /// parameter of at most 4,096 characters; an export of CloudFormation is not needed. Default: none.
    /// </summary>
    public string? ExportName { get; init; }

    /// <summary>
    /// How many zones the VPC may ever have, 1 to 16. Default: 4. Part of the layout: decide it before the VPC exists,
    /// because another number moves every subnet.
    /// </summary>
    public int MaxZones { get; init; } = 4;

    /// <summary>
    /// How many tiers the VPC may ever have, 1 to 16. Default: 8, so that a <c>/16</c> gives every subnet a <c>/21</c>.
    /// Part of the layout, like <see cref="MaxZones"/>.
    /// </summary>
    public int MaxTiers { get; init; } = 8;

    /// <summary>The account's quotas of blocks and subnets, where AWS has raised them. Default: AWS's own.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html</remarks>
    public VpcQuotas Quotas { get; init; } = new();

    /// <summary>Subnets at explicit places, such as those of an existing VPC. Default: none, every place follows from slots.</summary>
    public IReadOnlyList<SubnetPin> Pins { get; init; } = [];

    /// <summary>
    /// A VPC that exists already in this stack, to go on with: its subnets stay where they are, and what it shares with
    /// this pattern keeps its logical IDs, so that CloudFormation changes it in place. <c>new CdkVpc { ... }.ToLayout()</c>
    /// is that of CDK's own <c>Vpc</c>. Default: none.
    /// </summary>
    public ExistingLayout? Adopt { get; init; }

    /// <summary>
    /// The app's ranges: the VPC's block is entered there, and an overlap with another range is an error that names both
    /// owners. Default: none.
    /// </summary>
    public AddressBook? AddressBook { get; init; }
}
