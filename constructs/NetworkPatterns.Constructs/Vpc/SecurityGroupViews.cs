using System.Collections.Immutable;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
using Constructs;
using NetworkPatterns.Constructs.Synthesis;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The security groups of the tiers as CDK's <c>Connections</c> take them.</summary>
/// <remarks>
/// CDK's constructs add the rules that they need: a load balancer in one tier adds one to its target's group in another. Where
/// the tiers declare that rule already, EC2 would refuse it as a duplicate, and the deployment would fail. CDK itself adds
/// no rule twice; it knows one by the construct ID under its group. So each declared rule between tiers holds that ID.
/// <para>Source: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.Connections.html</para>
/// </remarks>
internal static class SecurityGroupViews
{
    public static ImmutableDictionary<string, ISecurityGroup> Of(Construct scope, ThreeTierVpcPlan plan, EmittedBlueprint resources)
    {
        var groups = plan.SecurityGroups.ToImmutableDictionary(
            group => group.Tier.Name,
            group => SecurityGroup.FromSecurityGroupId(
                scope,
                IdOf(group),
                resources.GetAtt(group.Tier.SecurityGroupId, "GroupId"),
                new SecurityGroupImportOptions { AllowAllOutbound = false, Mutable = true }),
            StringComparer.Ordinal);
        var declared = plan.Flows
            .Where(flow => flow.From is { Tier: { } from } && flow.To is { Tier: { } to } && flow.From.Group == from.Group && flow.To.Group == to.Group)
            .Select(flow => (From: flow.From.Tier!.Name, To: flow.To.Tier!.Name, Port: PortOf(flow.Rule)))
            .Distinct()
            .ToList();
        // What FromSecurityGroupId gives is no Construct in C#; its node's parent knows it as one.
        var nodes = plan.SecurityGroups
            .Where(group => declared.Any(rule => rule.From == group.Tier.Name || rule.To == group.Tier.Name))
            .ToDictionary(group => group.Tier.Name, group => (Construct)scope.Node.FindChild(IdOf(group)), StringComparer.Ordinal);
        var ids = nodes.ToDictionary(node => node.Key, node => Names.NodeUniqueId(node.Value.Node), StringComparer.Ordinal);
        foreach (var (from, to, port) in declared)
        {
            _ = new Construct(nodes[to], $"from {ids[from]}:{port}");
            _ = new Construct(nodes[from], $"to {ids[to]}:{port}");
        }

        return groups;
    }

    private static string IdOf(SecurityGroupPlan group) => $"{group.Tier.SecurityGroupId}View";

    // As CDK's Port says itself.
    private static string PortOf(TrafficRule rule) => rule.Protocol == TrafficProtocol.Udp ? $"UDP {rule.Ports}" : rule.Ports;
}
