using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Security groups and their rules.</summary>
/// <remarks>
/// Rules with ranges are inline, rules between groups are resources of their own: two groups that name each other
/// inline would be a cycle. A group always has an inline egress list, so that AWS's rule that allows everything out is
/// never there, not even while a stack is being made.
/// </remarks>
internal static class SecurityGroupBlueprint
{
    // The rule that CDK and others write for "nothing": an ICMP type that does not exist to an address that is nobody's.
    internal static readonly ListValue Nothing = Value.List(Value.Map(
        ("Description", "Nothing goes out"),
        ("IpProtocol", "icmp"),
        ("FromPort", 252),
        ("ToPort", 86),
        ("CidrIp", "255.255.255.255/32")));

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        foreach (var group in plan.SecurityGroups)
        {
            var tier = group.Tier;
            AddGroup(
                builder,
                new(tier.SecurityGroupId, "AWS::EC2::SecurityGroup", Value.Map(
                    ("GroupDescription", $"Tier {tier.Name}"),
                    ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                    ("Tags", tags.OfGroup(tier))))
                {
                    Metadata = MetadataOf(group, plan),
                },
                group.FromRanges,
                group.ToRanges);
        }

        foreach (var flow in plan.Flows)
        {
            AddRulesBetweenGroups(builder, flow);
        }
    }

    private static MapValue MetadataOf(SecurityGroupPlan group, ThreeTierVpcPlan plan)
    {
        var membership = ThreeTierVpcBlueprint.MembershipOf(group.Tier, plan);
        return group.FromRanges.Any(flow => flow.From.Ranges.Any(range => range.Block.PrefixLength == 0))
            ? CdkNag.Suppress(CdkNag.OpenIngress, $"The rules of tier {group.Tier.Name} let every address in, because it faces the internet.", membership)
            : membership;
    }

    /// <summary>A group with the rules of flows whose other end is a range or a prefix list.</summary>
    public static void AddGroup(BlueprintBuilder builder, BlueprintResource group, IEnumerable<Flow> from, IEnumerable<Flow> to)
    {
        ImmutableArray<Value> ingress = [.. from.SelectMany(flow => Inline(flow.Rule, flow.From, "from", "SourcePrefixListId")).Distinct()];
        ImmutableArray<Value> egress = [.. to.SelectMany(flow => Inline(flow.Rule, flow.To, "to", "DestinationPrefixListId")).Distinct()];
        var ranges = from.SelectMany(flow => flow.From.Ranges).Concat(to.SelectMany(flow => flow.To.Ranges));
        var properties = group.Properties.Entries.Where(entry => entry.Key != "Tags").Select(entry => (entry.Key, (Value?)entry.Value));
        builder.Add(group with
        {
            Properties = Value.Map(
            [
                .. properties,
                ("SecurityGroupIngress", ingress.IsEmpty ? null : Value.List(ingress)),
                ("SecurityGroupEgress", egress.IsEmpty ? Nothing : Value.List(egress)),
                ("Tags", group.Properties["Tags"]),
            ]),
            DependsOn = [.. ranges.SelectMany(range => CidrBlockBlueprint.BlockOf(range)).Distinct(StringComparer.Ordinal)],
        });
    }

    // A group that is not of this VPC has an owner, who says what it may send and accept.
    private static void AddRulesBetweenGroups(BlueprintBuilder builder, Flow flow)
    {
        if (flow is not { From.Group: { } from, To.Group: { } to })
        {
            return;
        }

        if (IsOurs(to))
        {
            builder.Add(
                RuleId(to, "IngressFrom", from, flow.Rule),
                "AWS::EC2::SecurityGroupIngress",
                RuleOf(flow, $"{flow.Rule.Description} from {flow.From}", ("GroupId", to.Value), ("SourceSecurityGroupId", from.Value)));
        }

        if (IsOurs(from))
        {
            builder.Add(
                RuleId(from, "EgressTo", to, flow.Rule),
                "AWS::EC2::SecurityGroupEgress",
                RuleOf(flow, $"{flow.Rule.Description} to {flow.To}", ("DestinationSecurityGroupId", to.Value), ("GroupId", from.Value)));
        }
    }

    private static bool IsOurs(GroupPeer group) => group.Value is GetAttValue;

    /// <summary>The id of a rule between groups: whose it is, the other, protocol and ports.</summary>
    public static string RuleId(GroupPeer group, string direction, GroupPeer peer, TrafficRule rule) =>
        $"{group.Id}{direction}{peer.Id}{ResourceName.Of(rule.ProtocolName)}{rule.Ports.Replace("-", "To", StringComparison.Ordinal)}";

    /// <summary>The properties of a rule between groups.</summary>
    public static (string Key, Value? Value)[] RuleOf(Flow flow, string description, params (string Key, Value? Value)[] groups) =>
        [("Description", description), .. Protocol(flow.Rule, isIPv6: false), .. groups];

    private static (string Key, Value? Value)[] Protocol(TrafficRule rule, bool isIPv6)
    {
        var (from, to) = rule.Protocol == TrafficProtocol.Icmp ? rule.IcmpIn(isIPv6) : (rule.FromPort, rule.ToPort);
        var name = rule.Protocol == TrafficProtocol.Icmp && isIPv6 ? "icmpv6" : rule.ProtocolName;
        return [("IpProtocol", name), ("FromPort", from), ("ToPort", to)];
    }

    private static IEnumerable<Value> Inline(TrafficRule rule, FlowEnd peer, string word, string prefixListProperty)
    {
        if (peer.PrefixList is { } list)
        {
            return [Value.Map([("Description", $"{rule.Description} {word} {list.Label}"), .. Protocol(rule, isIPv6: false), (prefixListProperty, list.Value)])];
        }

        return peer.Ranges.Select(range => (Value)Value.Map(
        [
            ("Description", $"{rule.Description} {word} {range}"),
            .. Protocol(rule, range.IsIPv6),
            (range.IsIPv6 ? "CidrIpv6" : "CidrIp", range.ToValue()),
        ]));
    }
}
