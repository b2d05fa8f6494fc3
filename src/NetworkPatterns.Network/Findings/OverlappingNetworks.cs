using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3010: networks that are peered, share a Transit Gateway table or end at one gateway, and have addresses in common.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html#vpc-peering-limitations</remarks>
internal sealed class OverlappingNetworks : IFindingRule
{
    public IEnumerable<Finding> Find(FindingContext context) => [.. Peerings(context), .. TransitTables(context), .. OnPremises(context)];

    private static IEnumerable<Finding> Peerings(FindingContext context)
    {
        foreach (var peering in context.Model.All<VpcPeering>().Where(peering => peering.Requester.IsKnown && peering.Accepter.IsKnown))
        {
            foreach (var (one, other) in Common(context.RangesOf(peering.Requester.Value), context.RangesOf(peering.Accepter.Value)))
            {
                yield return Describe(
                    peering.Component, FindingSeverity.Error, $"{peering.Requester} ({one}) and {peering.Accepter} ({other}) overlap: AWS refuses to peer them", context, peering.Requester.Value, peering.Accepter.Value);
            }
        }
    }

    private static IEnumerable<Finding> TransitTables(FindingContext context)
    {
        var attachments = context.Model.All<TransitGatewayAttachment>().Where(attachment => attachment.Resource is AttachedResource.OfVpc).ToDictionary(attachment => attachment.Id);
        var tables = context.Model.All<TransitGatewayRouteTable>()
            .Select(table => (table.Component, Members: table.Propagations.Where(attachments.ContainsKey).Select(id => attachments[id])))
            .Concat(context.Model.All<TransitGateway>()
                .Where(gateway => gateway.DefaultPropagation is { IsKnown: true, Value: true })
                .Select(gateway => (gateway.Component, Members: attachments.Values.Where(attachment => attachment.TransitGateway is { IsKnown: true } known && known.Value == gateway.Id))));
        foreach (var (table, members) in tables)
        {
            var vpcs = members.Select(attachment => ((AttachedResource.OfVpc)attachment.Resource).Vpc).Distinct().ToList();
            for (var i = 0; i < vpcs.Count; i++)
            {
                foreach (var other in vpcs.Skip(i + 1))
                {
                    foreach (var (one, two) in Common(context.RangesOf(vpcs[i]), context.RangesOf(other)).Take(1))
                    {
                        yield return Describe(table, FindingSeverity.Error, $"{vpcs[i]} ({one}) and {other} ({two}) both propagate and overlap: only one of them gets the packets", context, vpcs[i], other);
                    }
                }
            }
        }
    }

    private static IEnumerable<Finding> OnPremises(FindingContext context)
    {
        foreach (var connection in context.Model.All<OnPremisesConnection>().Where(connection => connection.Ranges.IsKnown))
        {
            var gateway = (context.Find(connection.Gateway) as TransitGatewayAttachment)?.TransitGateway.Or(connection.Gateway) ?? connection.Gateway;
            var vpcs = context.Model.All<VpnGateway>().Where(each => each.Id == gateway).Select(each => each.Vpc).OfType<ComponentId>()
                .Concat(context.Model.All<TransitGatewayAttachment>()
                    .Where(each => each.Resource is AttachedResource.OfVpc && each.TransitGateway is { IsKnown: true } known && known.Value == gateway)
                    .Select(each => ((AttachedResource.OfVpc)each.Resource).Vpc));
            foreach (var vpc in vpcs.Distinct())
            {
                foreach (var (one, other) in Common(context.RangesOf(vpc), connection.Ranges.Value.Where(range => !FindingContext.IsDefault(range))).Take(1))
                {
                    yield return Describe(
                        connection.Component, FindingSeverity.Warning, $"{other} on premises overlaps {vpc} ({one}): packets for these addresses stay in the VPC", context, vpc);
                }
            }
        }
    }

    private static IEnumerable<(Cidr One, Cidr Other)> Common(IEnumerable<Cidr> ranges, IEnumerable<Cidr> others)
    {
        var list = others.ToList();
        return ranges.SelectMany(_ => list, (one, other) => (one, other)).Where(pair => pair.one.Overlaps(pair.other));
    }

    private static Finding Describe(Component where, FindingSeverity severity, string detail, FindingContext context, params ComponentId[] vpcs) => new(
        DiagnosticCatalogue.OverlappingRanges, severity, where, detail, "give one of them other addresses, or keep their routes apart")
    {
        Related = [.. vpcs.Select(context.Find).OfType<NetworkObject>().Select(vpc => vpc.Component)],
    };
}
