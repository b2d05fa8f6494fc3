using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>Checks an existing VPC that is to be attached.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html</remarks>
internal static class ExistingVpcRules
{
    /// <summary>Finds the problems, and gives the VPC's blocks.</summary>
    public static ImmutableArray<Cidr> Check(ExistingVpcSpokeProps props, SegmentPolicy policy, PatternContext context, ProblemList problems)
    {
        var vpc = props.Vpc;
        var where = context.At(nameof(props.Vpc));
        CheckSubnets(vpc, where, problems);
        CheckTables(vpc, where, problems);
        if (props.InternetThroughHub && !(policy.EgressSegment is { } egress && policy.Allows(props.Segment, egress)))
        {
            problems.Add(DiagnosticCatalogue.EgressUnused.At(
                context.At(nameof(props.InternetThroughHub)), $"segment '{props.Segment}' is not paired with an egress of the hub", "pair it with TransitGatewayHubProps.Egress, or leave InternetThroughHub out"));
        }

        CheckWaysOut(props, policy, where, problems);
        if (vpc.Ipv6CidrBlock is not null && policy.Ipv6Ranges.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.Ipv6NotRouted.At(
                where, $"{vpc.Name} has IPv6, and nothing says which IPv6 is the estate's", "give TransitGatewayHubProps.Ipv6Ranges, or leave Ipv6CidrBlock out"));
        }

        if (vpc.IsPending)
        {
            return [];
        }

        var blocks = Blocks(vpc, context, where, problems);
        SpokeRules.CheckBlocks(props.Segment, policy, vpc.Name, blocks, where, problems);
        return blocks;
    }

    // What a segment may not reach, or reaches only through the inspection, no workload must reach by a gateway of its own VPC.
    private static void CheckWaysOut(ExistingVpcSpokeProps props, SegmentPolicy policy, string where, ProblemList problems)
    {
        if (props.Vpc.WaysOut.IsEmpty)
        {
            return;
        }

        var subnets = string.Join(" and ", props.Vpc.WaysOut);
        if (props.InternetThroughHub)
        {
            problems.Add(DiagnosticCatalogue.TierNotRoutable.At(
                where, $"the tables of {subnets} of {props.Vpc.Name} have a default route of their own", "leave InternetThroughHub out, or make the VPC without NAT gateways"));
        }

        var why = policy.EgressSegment is not { } egress || !policy.Segments.ContainsKey(props.Segment) ? null
            : !policy.Allows(props.Segment, egress) ? $"segment '{props.Segment}' is not paired with '{egress}'"
            : policy.Inspected.HasFlag(InspectedTraffic.NorthSouth) ? "what goes to the internet is inspected"
            : null;
        if (why is not null)
        {
            problems.Add(DiagnosticCatalogue.WayAroundTheHub.At(
                where, $"{subnets} of {props.Vpc.Name} have a way to the internet of their own, and {why}", "make the VPC without NAT gateways, or route other subnets"));
        }
    }

    private static ImmutableArray<Cidr> Blocks(ExistingVpc vpc, PatternContext context, string where, ProblemList problems)
    {
        var blocks = ImmutableArray.CreateBuilder<Cidr>();
        if (vpc.CidrBlocks.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.ExistingVpcUnclear.At(where, $"{vpc.Name} has no block", "give every IPv4 block of it"));
        }

        foreach (var text in vpc.CidrBlocks)
        {
            if (context.IsToken(text))
            {
                problems.Add(DiagnosticCatalogue.ExistingVpcUnclear.At(
                    where, $"a block of {vpc.Name} is known only at deployment, and whether it overlaps another VPC can't be said", "give cidrBlocks, as literals"));
            }
            else if (CidrText.Read(text, where, problems) is { } block)
            {
                if (block.IsIPv6)
                {
                    problems.Add(DiagnosticCatalogue.ExistingVpcUnclear.At(where, $"{block} of {vpc.Name} is IPv6", "give it as Ipv6CidrBlock"));
                }
                else
                {
                    blocks.Add(block);
                }
            }
        }

        return [.. blocks.Distinct().Order()];
    }

    private static void CheckSubnets(ExistingVpc vpc, string where, ProblemList problems)
    {
        if (vpc.AttachmentSubnets.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.AttachmentTierUnclear.At(where, $"{vpc.Name} has no subnets for an attachment", "give one in every zone with workloads, best of its own and /28"));
        }

        foreach (var zone in vpc.AttachmentSubnets.GroupBy(subnet => subnet.Zone, StringComparer.Ordinal).Where(zone => zone.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.AttachmentTierUnclear.At(
                where, $"{zone.Count()} subnets of zone {zone.Key} are given for the attachment, and AWS takes one of each zone", "give one of them"));
        }

        foreach (var zone in vpc.WorkloadZones.Except(vpc.AttachmentSubnets.Select(subnet => subnet.Zone), StringComparer.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.ZoneNotAttached.At(
                where, $"{vpc.Name} has workloads in zone {zone}, and the attachment has no subnet there: their packets never reach the hub", $"give the attachment a subnet in {zone}"));
        }
    }

    private static void CheckTables(ExistingVpc vpc, string where, ProblemList problems)
    {
        if (vpc.RouteTables.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.TierNotRoutable.At(where, $"no route table of {vpc.Name} leads to the hub, and the attachment would be of no use", "name its route tables"));
        }

        foreach (var (name, id) in vpc.RouteTables)
        {
            if (id is null)
            {
                problems.Add(DiagnosticCatalogue.ExistingVpcUnclear.At(
                    where, $"the route table of subnet {name} of {vpc.Name} is not known", "import the VPC with the IDs of its route tables"));
            }
            else if (!ResourceName.IsValid(name))
            {
                problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{name}' is no name for a route table", "give a letter, then letters, digits and hyphens"));
            }
        }

        foreach (var clash in vpc.RouteTables.GroupBy(table => ResourceName.Key(table.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"route tables {string.Join(" and ", clash.Select(table => table.Name))} would have the same logical IDs", "give each a name of its own"));
        }

        foreach (var twice in vpc.RouteTables.Where(table => table.Id is not null).GroupBy(table => table.Id, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ExistingVpcUnclear.At(where, $"{string.Join(" and ", twice.Select(table => table.Name))} are one route table, {twice.Key}", "name it once"));
        }
    }
}
