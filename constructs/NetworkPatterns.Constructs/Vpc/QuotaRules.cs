using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks a plan against AWS's default quotas, before a deployment fails halfway.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html</remarks>
internal static class QuotaRules
{
    // "Resources" of a CloudFormation template: 500, some of which are left for what stands beside the pattern.
    private const int ResourcesQuota = 450;

    public static void Check(ThreeTierVpcPlan plan, PatternContext context, ProblemList problems)
    {
        foreach (var acl in plan.NetworkAcls)
        {
            CheckNetworkAcl(acl, plan, context, isEgress: false, problems);
            CheckNetworkAcl(acl, plan, context, isEgress: true, problems);
        }

        if (ExportBlueprint.LengthOf(plan) is > ExportBlueprint.LongestValue and var length)
        {
            problems.Add(DiagnosticCatalogue.ExportTooLong.At(
                context.At(nameof(ThreeTierVpcProps.ExportName)),
                $"the export has up to {length} characters, and a standard SSM parameter holds {ExportBlueprint.LongestValue}",
                "use fewer tiers or zones, or leave ExportName out"));
        }

        foreach (var group in plan.SecurityGroups)
        {
            var (owner, where) = ($"tier '{group.Tier.Name}'", context.At($"{nameof(ThreeTierVpcProps.Tiers)}[{group.Tier.Name}]"));
            CheckSecurityGroup(owner, where, group.IngressCount, "inbound", problems);
            CheckSecurityGroup(owner, where, group.EgressCount, "outbound", problems);
        }

        // EC2 Instance Connect has a rule for each tier at most.
        var endpoints = plan.InterfaceEndpoints.Flows.ToLookup(flow => flow.From.Group is not null);
        CheckSecurityGroup(
            "the interface endpoints",
            context.At(nameof(ThreeTierVpcProps.InterfaceEndpointClients)),
            SecurityGroupPlan.CountOf(endpoints[false], flow => flow.From) + endpoints[true].Count(),
            "inbound",
            problems);
        var nat = context.At(nameof(ThreeTierVpcProps.NatGateways));
        CheckSecurityGroup("the NAT instance", nat, SecurityGroupPlan.CountOf(plan.NatInstanceAccepts, flow => flow.From), "inbound", problems);
        CheckSecurityGroup("the NAT instance", nat, SecurityGroupPlan.CountOf(plan.NatInstanceOpens, flow => flow.To), "outbound", problems);

        // Only what is sound so far becomes resources: past its quota a network ACL has no numbers left.
        if (problems.IsEmpty)
        {
            CheckResources(plan, context, problems);
        }
    }

    private static void CheckResources(ThreeTierVpcPlan plan, PatternContext context, ProblemList problems)
    {
        var resources = plan.Blueprint.Resources.Length;
        if (resources > ResourcesQuota)
        {
            problems.Add(DiagnosticCatalogue.TooManyResources.At(
                context.Path,
                $"the VPC needs {resources} resources; a CloudFormation stack has 500, of which {ResourcesQuota} are left for one pattern",
                "use fewer tiers or zones, or make two VPCs in two stacks"));
        }
    }

    private static void CheckNetworkAcl(NetworkAclPlan acl, ThreeTierVpcPlan plan, PatternContext context, bool isEgress, ProblemList problems)
    {
        var count = acl.Entries.Count(entry => entry.IsEgress == isEgress);
        if (count <= NetworkAclPlan.EntriesQuota)
        {
            return;
        }

        var mergeable = plan.Flows
            .Where(flow => flow.From.Tier == acl.Tier || flow.To.Tier == acl.Tier)
            .GroupBy(flow => (From: flow.From.ToString(), To: flow.To.ToString(), flow.Rule.Protocol))
            .Where(group => group.Count() > 1)
            .Select(group => $"{group.First().Rule.ProtocolName} {string.Join(", ", group.Select(flow => flow.Rule.Ports))} from {group.Key.From} to {group.Key.To}")
            .Order(StringComparer.Ordinal)
            .ToList();
        problems.Add(DiagnosticCatalogue.TooManyAclEntries.At(
            context.At($"{nameof(ThreeTierVpcProps.Tiers)}[{acl.Tier.Name}]"),
            $"the network ACL of tier '{acl.Tier.Name}' needs {count} {(isEgress ? "outbound" : "inbound")} entries, and the quota \"Rules per network ACL\" is {NetworkAclPlan.EntriesQuota}",
            mergeable.Count > 0
                ? $"merge ports into ranges: {string.Join("; ", mergeable)}"
                : "merge ranges of peers into larger blocks"));
    }

    private static void CheckSecurityGroup(string owner, string where, int count, string direction, ProblemList problems)
    {
        if (count > SecurityGroupPlan.RulesQuota)
        {
            problems.Add(DiagnosticCatalogue.TooManyGroupRules.At(
                where,
                $"the security group of {owner} needs {count} {direction} rules, and the quota \"Inbound or outbound rules per security group\" is {SecurityGroupPlan.RulesQuota}",
                "merge ports into ranges, or peers into larger blocks"));
        }
    }
}
