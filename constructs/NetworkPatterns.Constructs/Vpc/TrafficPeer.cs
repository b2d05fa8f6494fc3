using System.Globalization;
using Amazon.CDK.AWS.EC2;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The other side of a <see cref="TrafficRule"/>: a tier of the same VPC, a range of addresses, a prefix list or a security group.</summary>
public sealed record TrafficPeer
{
    private const string AllIPv4 = "0.0.0.0/0";

    private TrafficPeer(string? tierName, string? cidrBlock)
    {
        TierName = tierName;
        CidrBlock = cidrBlock;
    }

    /// <summary>Every IPv4 address: <c>0.0.0.0/0</c>.</summary>
    public static TrafficPeer AnyIPv4 { get; } = new(null, AllIPv4);

    /// <summary>Every IPv6 address: <c>::/0</c>.</summary>
    public static TrafficPeer AnyIPv6 { get; } = new(null, "::/0");

    /// <summary>Every address of the families that the tier has: <c>0.0.0.0/0</c>, and <c>::/0</c> where it has IPv6.</summary>
    public static TrafficPeer Anywhere { get; } = new(null, AllIPv4) { IsAnywhere = true };

    /// <summary>The name of a tier of the same VPC; <see langword="null"/> for other peers.</summary>
    public string? TierName { get; }

    /// <summary>A range in CIDR notation; <see langword="null"/> for other peers.</summary>
    public string? CidrBlock { get; }

    /// <summary>Whether it is every address of both families.</summary>
    public bool IsAnywhere { get; private init; }

    /// <summary>The ID of a prefix list; <see langword="null"/> for other peers.</summary>
    public string? PrefixListId { get; private init; }

    /// <summary>How many rules a prefix list counts for; 0 for other peers.</summary>
    public int PrefixListMaxEntries { get; private init; }

    /// <summary>The ID of a security group that is no tier's, as a literal or token; <see langword="null"/> for other peers.</summary>
    public string? SecurityGroupId { get; private init; }

    /// <summary>The name of a prefix list or security group in logical IDs; <see langword="null"/> for other peers.</summary>
    public string? Name { get; private init; }

    /// <summary>A tier of the same VPC, by its name: its security group in group rules, its range in network ACLs.</summary>
    public static TrafficPeer Tier(string name) => new(name, null);

    /// <summary>A range of IPv4 or IPv6 addresses in CIDR notation.</summary>
    public static TrafficPeer Cidr(string cidrBlock) => new(null, cidrBlock);

    /// <summary>
    /// A prefix list, yours or AWS's own. Network ACLs can't name one: there the rule's ports are open to every address,
    /// and the security group alone is exact.
    /// </summary>
    /// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html</remarks>
    /// <param name="name">What logical IDs call it: a letter, then letters, digits and hyphens.</param>
    /// <param name="prefixListId">Its ID, a literal (<c>pl-</c>...) or a token. Those of AWS differ by Region.</param>
    /// <param name="maxEntries">
    /// How many rules it counts for in a security group, 1 or more: the maximum of a list of yours, the weight of AWS's
    /// (55 for CloudFront's origin-facing servers).
    /// </param>
    public static TrafficPeer PrefixList(string name, string prefixListId, int maxEntries) =>
        new(null, null) { Name = name, PrefixListId = prefixListId, PrefixListMaxEntries = maxEntries };

    /// <summary>
    /// A security group that exists before this VPC, such as one of a peered or shared VPC. The rule is this side's half:
    /// that the group may send, or accept, is for its owner to say. In network ACLs the VPC's own blocks stand for it.
    /// </summary>
    /// <param name="name">What logical IDs call it: a letter, then letters, digits and hyphens.</param>
    /// <param name="securityGroup">The group.</param>
    public static TrafficPeer SecurityGroup(string name, ISecurityGroup securityGroup)
    {
        ArgumentNullException.ThrowIfNull(securityGroup);
        return SecurityGroup(name, securityGroup.SecurityGroupId);
    }

    /// <summary>A security group that exists before this VPC, by its ID.</summary>
    /// <param name="name">What logical IDs call it: a letter, then letters, digits and hyphens.</param>
    /// <param name="securityGroupId">Its ID, a literal (<c>sg-</c>...) or a token.</param>
    public static TrafficPeer SecurityGroup(string name, string securityGroupId) =>
        new(null, null) { Name = name, SecurityGroupId = securityGroupId };

    /// <summary>The peer in words.</summary>
    public override string ToString() => this switch
    {
        { TierName: { } tier } => $"tier {tier}",
        { IsAnywhere: true } => "anywhere",
        { PrefixListId: not null } => string.Create(CultureInfo.InvariantCulture, $"prefix list {Name}"),
        { SecurityGroupId: not null } => $"security group {Name}",
        _ => CidrBlock ?? "",
    };
}
