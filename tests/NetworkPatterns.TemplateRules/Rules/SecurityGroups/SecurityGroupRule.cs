using System.Collections.Immutable;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.SecurityGroups;

/// <summary>One rule of a security group, whether it stands in the group or as a resource of its own.</summary>
/// <param name="Declaration">The group or the standalone rule.</param>
/// <param name="IsEgress">The direction.</param>
/// <param name="Json">The rule's properties.</param>
public sealed record SecurityGroupRule(Resource Declaration, bool IsEgress, Value Json)
{
    private const string Group = "AWS::EC2::SecurityGroup";

    private static readonly string[] PeerProperties =
    [
        "CidrIp", "CidrIpv6", "SourcePrefixListId", "DestinationPrefixListId", "SourceSecurityGroupId", "DestinationSecurityGroupId", "SourceSecurityGroupName",
    ];

    /// <summary>Where a rule may be declared.</summary>
    public static string[] DeclaringTypes { get; } = [Group, "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress"];

    /// <summary>The group that the rule belongs to; null when it is not in the template.</summary>
    public Resource? Owner => Declaration.Type == Group ? Declaration : GroupOf(Json["GroupId"]);

    /// <summary>Every peer that the rule names: one, in a sound rule.</summary>
    public ImmutableArray<Value> Peers => [.. Values(Json).Where(peer => peer.Exists)];

    /// <summary>The peer's addresses; null when the peer is something else or can't be decided.</summary>
    public AddressRange? PeerRange => AddressRange.Of(Json["CidrIp"]) ?? AddressRange.Of(Json["CidrIpv6"]);

    /// <summary>The value that names another group; absent for other peers.</summary>
    public Value PeerGroupId => Json["SourceSecurityGroupId"] is { Exists: true } source ? source : Json["DestinationSecurityGroupId"];

    /// <summary>The peer group; null when the peer is something else or not in the template.</summary>
    public Resource? PeerGroup => GroupOf(PeerGroupId);

    /// <summary>The protocol as the template says it.</summary>
    public string? Protocol => Json["IpProtocol"].Text?.ToLowerInvariant();

    /// <summary>Whether the rule allows what another one of the same group pair allows.</summary>
    public bool Covers(SecurityGroupRule other) =>
        Protocol == "-1"
        || (ProtocolNumber(Protocol) == ProtocolNumber(other.Protocol)
            && (Json["FromPort"].Key == other.Json["FromPort"].Key && Json["ToPort"].Key == other.Json["ToPort"].Key
                || (Json["FromPort"].Number <= other.Json["FromPort"].Number && other.Json["ToPort"].Number <= Json["ToPort"].Number)));

    /// <summary>The rules that one resource declares.</summary>
    public static IEnumerable<SecurityGroupRule> DeclaredBy(Resource resource) => resource.Type switch
    {
        Group => resource["SecurityGroupIngress"].Items.Select(json => new SecurityGroupRule(resource, IsEgress: false, json))
            .Concat(resource["SecurityGroupEgress"].Items.Select(json => new SecurityGroupRule(resource, IsEgress: true, json))),
        "AWS::EC2::SecurityGroupIngress" => [new(resource, IsEgress: false, resource.Properties)],
        "AWS::EC2::SecurityGroupEgress" => [new(resource, IsEgress: true, resource.Properties)],
        _ => [],
    };

    /// <summary>Every ingress rule of a group.</summary>
    public static IEnumerable<SecurityGroupRule> Ingress(Resource group) => Of(group).Where(rule => !rule.IsEgress);

    /// <summary>Every egress rule of a group.</summary>
    public static IEnumerable<SecurityGroupRule> Egress(Resource group) => Of(group).Where(rule => rule.IsEgress);

    /// <summary>Whether this is the rule that EC2 gives a group without egress rules, or as wide.</summary>
    public bool AllowsAllOut => IsEgress && Protocol == "-1" && PeerRange?.IsEverything == true;

    private static IEnumerable<SecurityGroupRule> Of(Resource group) =>
        group.Template.Resources.SelectMany(DeclaredBy).Where(rule => ReferenceEquals(rule.Owner, group));

    private static IEnumerable<Value> Values(Value json) => PeerProperties.Select(property => json[property]);

    private static Resource? GroupOf(Value value) => value.Target is { Type: Group } group ? group : null;

    private static string? ProtocolNumber(string? protocol) => protocol switch
    {
        "tcp" => "6",
        "udp" => "17",
        "icmp" => "1",
        "icmpv6" => "58",
        _ => protocol,
    };
}
