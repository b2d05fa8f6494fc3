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
    private static readonly ListValue Nothing = Value.List(Value.Map(
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
            builder.Add(new(tier.SecurityGroupId, "AWS::EC2::SecurityGroup", Value.Map(
                ("GroupDescription", $"Tier {tier.Name}"),
                ("VpcId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("SecurityGroupIngress", group.FromRanges.IsEmpty ? null : Inline(group.FromRanges, flow => flow.From, "from")),
                ("SecurityGroupEgress", group.ToRanges.IsEmpty ? Nothing : Inline(group.ToRanges, flow => flow.To, "to")),
                ("Tags", tags.Of(tier.Name, tier))))
            {
                Metadata = ThreeTierVpcBlueprint.MembershipOf(tier, plan),
            });
            AddRulesBetweenGroups(builder, group);
        }
    }

    private static void AddRulesBetweenGroups(BlueprintBuilder builder, SecurityGroupPlan group)
    {
        foreach (var flow in group.FromTiers)
        {
            builder.Add(
                RuleId(group.Tier, "IngressFrom", flow.From.Tier!, flow.Rule),
                "AWS::EC2::SecurityGroupIngress",
                RuleOf(flow, $"{flow.Rule.Description} from {flow.From}", "GroupId", "SourceSecurityGroupId"));
        }

        foreach (var flow in group.ToTiers)
        {
            builder.Add(
                RuleId(group.Tier, "EgressTo", flow.To.Tier!, flow.Rule),
                "AWS::EC2::SecurityGroupEgress",
                RuleOf(flow, $"{flow.Rule.Description} to {flow.To}", "DestinationSecurityGroupId", "GroupId"));
        }
    }

    private static string RuleId(TierPlan tier, string direction, TierPlan peer, TrafficRule rule) =>
        $"{tier.Id}{direction}{peer.Id}{ResourceName.Of(rule.ProtocolName)}{rule.Ports.Replace("-", "To", StringComparison.Ordinal)}";

    private static (string Key, Value? Value)[] RuleOf(Flow flow, string description, string toProperty, string fromProperty) =>
    [
        ("Description", description),
        ("IpProtocol", flow.Rule.ProtocolName),
        ("FromPort", flow.Rule.FromPort),
        ("ToPort", flow.Rule.ToPort),
        (toProperty, Value.GetAtt(flow.To.Tier!.SecurityGroupId, "GroupId")),
        (fromProperty, Value.GetAtt(flow.From.Tier!.SecurityGroupId, "GroupId")),
    ];

    private static ListValue Inline(ImmutableArray<Flow> flows, Func<Flow, FlowEnd> peer, string word) =>
        Value.List(flows.SelectMany(flow => peer(flow).Ranges.Select(range => (Value)Value.Map(
            ("Description", $"{flow.Rule.Description} {word} {range}"),
            ("IpProtocol", flow.Rule.ProtocolName),
            ("FromPort", flow.Rule.FromPort),
            ("ToPort", flow.Rule.ToPort),
            ("CidrIp", range.ToString())))));
}
