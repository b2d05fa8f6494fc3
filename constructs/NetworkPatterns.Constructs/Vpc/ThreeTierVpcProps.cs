using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What a <see cref="ThreeTierVpc"/> is to be. Only the block and the zones have no sensible default.</summary>
public sealed class ThreeTierVpcProps
{
    /// <summary>The VPC's IPv4 block in CIDR notation, <c>/16</c> to <c>/28</c>, a literal: subnets are computed from it.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html</remarks>
    public required string CidrBlock { get; init; }

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

    /// <summary>Gateway endpoints, in the route tables of every tier. Default: S3 and DynamoDB, which cost nothing.</summary>
    public IReadOnlyList<GatewayEndpointService> GatewayEndpoints { get; init; } =
        [GatewayEndpointService.S3, GatewayEndpointService.DynamoDb];

    /// <summary>Where flow logs go. Default: CloudWatch Logs, kept for 90 days.</summary>
    public FlowLogs FlowLogs { get; init; } = FlowLogs.ToCloudWatch();

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
