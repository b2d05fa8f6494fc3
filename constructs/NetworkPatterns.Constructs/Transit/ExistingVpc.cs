using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Planning;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>A VPC that no pattern of this library made: CDK's own <c>Vpc</c> of this stack, an imported one, or one known by its IDs.</summary>
public sealed record ExistingVpc
{
    // What Vpc.FromLookup has before the CLI has looked it up.
    private const string NotLookedUp = "1.2.3.4/5";

    private ExistingVpc(string name, string vpcId)
    {
        Name = name;
        VpcId = vpcId;
    }

    /// <summary>What problems call it: a construct path, or the name that was given.</summary>
    public string Name { get; }

    /// <summary>Its ID, a literal or a token.</summary>
    public string VpcId { get; }

    /// <summary>
    /// Its IPv6 block, a literal or a token: the attachment then carries IPv6, and the route tables lead the hub's
    /// <see cref="TransitGatewayHubProps.Ipv6Ranges"/> there. Default: none.
    /// </summary>
    public string? Ipv6CidrBlock { get; init; }

    /// <summary>
    /// The zones in which it has workloads: packets of a zone without a subnet of the attachment never reach the hub. Default: the zones
    /// of the routed subnets for <see cref="Of"/>; not known for <see cref="FromIds"/>.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html</remarks>
    public IReadOnlyList<string> WorkloadZones { get; init; } = [];

    internal ImmutableArray<string> CidrBlocks { get; private init; } = [];

    /// <summary>The subnets of the attachment, each with its zone.</summary>
    internal ImmutableArray<(string Zone, string Id)> AttachmentSubnets { get; private init; } = [];

    /// <summary>The route tables that lead to the hub, each under its name.</summary>
    internal ImmutableArray<(string Name, string? Id)> RouteTables { get; private init; } = [];

    /// <summary>Whether it is known to have a way to the internet of its own.</summary>
    internal bool MayMeetInternet { get; private init; } = true;

    /// <summary>The routed subnets that are known to have a default route of their own, to a NAT or internet gateway.</summary>
    internal ImmutableArray<string> WaysOut { get; private init; } = [];

    /// <summary>Whether the app makes it, so that its templates have it.</summary>
    internal bool IsMade { get; private init; }

    /// <summary>Whether CDK has not looked it up yet, so that its values are none.</summary>
    internal bool IsPending { get; private init; }

    /// <summary>The construct; <see langword="null"/> where only IDs are known.</summary>
    internal IVpc? Construct { get; private init; }

    /// <summary>CDK's own <c>Vpc</c> of the stack, or an imported one.</summary>
    /// <param name="vpc">The VPC; with <c>FromVpcAttributes</c> its route tables' IDs are needed as well.</param>
    /// <param name="attachmentSubnets">
    /// The subnets of the attachment: one in every zone with workloads, best of their own and <c>/28</c>.
    /// </param>
    /// <param name="routedSubnets">
    /// The subnets whose route tables lead to the hub; workloads in others are reached by nobody from outside the VPC, because answers
    /// have no way back.
    /// </param>
    /// <param name="cidrBlocks">
    /// Every IPv4 block. Needed where the VPC is imported and has more than one, or its block is a token. Default: those that CDK knows.
    /// </param>
    public static ExistingVpc Of(IVpc vpc, ISubnetSelection attachmentSubnets, ISubnetSelection routedSubnets, IReadOnlyList<string>? cidrBlocks = null)
    {
        ArgumentNullException.ThrowIfNull(vpc);
        var attached = vpc.SelectSubnets(attachmentSubnets).Subnets;
        var routed = vpc.SelectSubnets(routedSubnets).Subnets;
        var blocks = cidrBlocks ?? BlocksOf(vpc);
        var isMade = Resource.IsOwnedResource(vpc);
        return new(vpc.Node.Path, vpc.VpcId)
        {
            Construct = vpc,
            IsPending = cidrBlocks is null && blocks.Contains(NotLookedUp, StringComparer.Ordinal),
            CidrBlocks = [.. blocks],
            AttachmentSubnets = [.. attached.Select(subnet => (subnet.AvailabilityZone, subnet.SubnetId))],
            RouteTables = [.. routed.Select(TableOf).DistinctBy(table => table.Id ?? table.Name, StringComparer.Ordinal)],
            WorkloadZones = [.. routed.Select(subnet => subnet.AvailabilityZone).Distinct(StringComparer.Ordinal)],
            IsMade = isMade,
            WaysOut = isMade ? [.. routed.Where(subnet => subnet.Node.TryFindChild("DefaultRoute") is CfnRoute).Select(subnet => subnet.Node.Id)] : [],
            MayMeetInternet = !isMade || vpc.PublicSubnets.Length > 0,
        };
    }

    /// <summary>A VPC known by its IDs, each a literal or a token.</summary>
    /// <param name="name">What problems call it.</param>
    /// <param name="vpcId">Its ID.</param>
    /// <param name="cidrBlocks">Every IPv4 block of it, as literals.</param>
    /// <param name="attachmentSubnetIds">The subnets of the attachment, by zone: one in every zone with workloads.</param>
    /// <param name="routeTableIds">The route tables that lead to the hub, each by a name that stays, part of logical IDs.</param>
    public static ExistingVpc FromIds(
        string name, string vpcId, IReadOnlyList<string> cidrBlocks, IReadOnlyDictionary<string, string> attachmentSubnetIds, IReadOnlyDictionary<string, string> routeTableIds)
    {
        ArgumentNullException.ThrowIfNull(cidrBlocks);
        ArgumentNullException.ThrowIfNull(attachmentSubnetIds);
        ArgumentNullException.ThrowIfNull(routeTableIds);
        return new(name, vpcId)
        {
            CidrBlocks = [.. cidrBlocks],
            AttachmentSubnets = [.. attachmentSubnetIds.OrderBy(subnet => subnet.Key, StringComparer.Ordinal).Select(subnet => (subnet.Key, subnet.Value))],
            RouteTables = [.. routeTableIds.OrderBy(table => table.Key, StringComparer.Ordinal).Select(table => (table.Key, (string?)table.Value))],
        };
    }

    // CDK's own VPC has literals in its L1s, and tokens in the L2.
    private static IEnumerable<string> BlocksOf(IVpc vpc) => vpc.Node.DefaultChild is CfnVPC made
        ? [made.CidrBlock ?? made.AttrCidrBlock, .. vpc.Node.FindAll().OfType<CfnVPCCidrBlock>().Select(block => block.CidrBlock).OfType<string>()]
        : [vpc.VpcCidrBlock];

    // An imported table is what its ID says, whichever subnets have it; one of the app is what its subnet is called.
    private static (string Name, string? Id) TableOf(ISubnet subnet)
    {
        var id = RouteTableIdOf(subnet);
        return (id is not null && !PatternContexts.IsToken(id) ? id : subnet.Node.Id, id);
    }

    // A subnet that was imported without its table has none, which CDK's bridge takes for an error.
    private static string? RouteTableIdOf(ISubnet subnet)
    {
        try
        {
            return subnet.RouteTable.RouteTableId;
        }
        catch (Exception exception) when (exception.Message.Contains("routeTableId", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
