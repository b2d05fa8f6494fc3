using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3004: a route that drops what it wins: its target is gone, or not attached to the VPC, or has no way on.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html (blackhole routes)</remarks>
internal sealed class RoutesToNothing : IFindingRule
{
    public IEnumerable<Finding> Find(FindingContext context)
    {
        foreach (var table in context.Model.All<RouteTable>())
        {
            foreach (var route in table.Routes.Where(route => route.Doubt is null))
            {
                if (Problem(context, table, route) is { } problem)
                {
                    yield return new(
                        DiagnosticCatalogue.RouteToNothing,
                        FindingSeverity.Warning,
                        table.Component,
                        $"the route for {Describe(route.Destination)} leads nowhere: {problem}",
                        "attach the target to the VPC, point the route elsewhere, or delete it")
                    {
                        Related = [.. route.Component == table.Component ? [] : new[] { route.Component }],
                    };
                }
            }
        }

        foreach (var nat in context.Model.All<NatGateway>().Where(nat => nat.IsPrivate is { IsKnown: true, Value: false }))
        {
            if (context.Find(nat.Subnet) is { } subnet
                && context.TableOf(subnet) is { MayHaveMoreRoutes.IsEmpty: true } table
                && !table.Routes.Any(route => context.RangesOf(route.Destination).Any(FindingContext.IsDefault) || route.Destination is RouteDestination.Open))
            {
                yield return new(
                    DiagnosticCatalogue.RouteToNothing,
                    FindingSeverity.Warning,
                    nat.Component,
                    $"the public NAT gateway is in {subnet.Id}, whose route table has no default route: it cannot reach the internet",
                    "put it into a public subnet, or make it a private NAT gateway")
                {
                    Related = [subnet.Component, table.Component],
                };
            }
        }
    }

    // Which VPC a table that is not among the templates belongs to is not known, so nothing is said of what is attached to it.
    private static string? Problem(FindingContext context, RouteTable table, Route route)
    {
        var vpc = context.Find(table.Vpc) is Vpc ? table.Vpc : null;
        return route.Target is RouteTarget.Blackhole blackhole ? blackhole.Reason : context.TargetOf(route) switch
        {
            InternetGateway gateway => Attachment(gateway.Id, gateway.Vpc, vpc),
            VpnGateway gateway => Attachment(gateway.Id, gateway.Vpc, vpc),
            EgressOnlyInternetGateway gateway => Attachment(gateway.Id, gateway.Vpc, vpc),
            NatGateway nat when (nat.Vpc ?? context.Find(nat.Subnet)?.Vpc) is { } attached => Attachment(nat.Id, attached, vpc),
            VpcPeering { Requester: { IsKnown: true } one, Accepter: { IsKnown: true } other } peering when vpc is not null && one.Value != vpc && other.Value != vpc =>
                $"{peering.Id} does not connect {vpc}",
            VpcPeering { IsActive: { IsKnown: true, Value: false } } peering => $"{peering.Id} is not accepted",
            TransitGateway gateway when vpc is not null && IsWithoutAttachment(context, gateway, vpc) => $"{vpc} has no attachment to {gateway.Id}",
            _ => null,
        };
    }

    private static string? Attachment(ComponentId target, ComponentId? attached, ComponentId? vpc) =>
        attached is null ? $"{target} is attached to no VPC"
        : vpc is not null && attached != vpc ? $"{target} is in {attached}, not in {vpc}"
        : null;

    private static bool IsWithoutAttachment(FindingContext context, TransitGateway gateway, ComponentId vpc) =>
        !context.Model.All<TransitGatewayAttachment>().Any(attachment =>
            (!attachment.TransitGateway.IsKnown || attachment.TransitGateway.Value == gateway.Id)
            && (attachment.Resource is AttachedResource.Open || (attachment.Resource is AttachedResource.OfVpc attached && attached.Vpc == vpc)));

    private static string Describe(RouteDestination destination) => destination switch
    {
        RouteDestination.Range range => range.Cidr.ToString(),
        RouteDestination.List list => list.PrefixList.ToString(),
        _ => "a destination that is not known",
    };
}
