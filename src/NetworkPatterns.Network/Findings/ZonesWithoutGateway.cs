using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3009: subnets that leave by another zone's NAT gateway while there are several, and zones where a Transit Gateway has no attachment subnet.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html and
/// https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html
/// </remarks>
internal sealed class ZonesWithoutGateway : IFindingRule
{
    public IEnumerable<Finding> Find(FindingContext context) => [.. NatGateways(context), .. Attachments(context)];

    private static IEnumerable<Finding> NatGateways(FindingContext context)
    {
        var zonal = context.Model.All<NatGateway>()
            .Select(nat => (Nat: nat, Subnet: context.Find(nat.Subnet)))
            .Where(pair => pair.Subnet is { Zone.IsKnown: true })
            .ToDictionary(pair => pair.Nat.Id, pair => (pair.Nat, Subnet: pair.Subnet!));
        var perVpc = zonal.Values.ToLookup(pair => pair.Subnet.Vpc);
        foreach (var users in Users<NatGateway>(context).Where(user => user.Target is { Subnet: not null }).GroupBy(user => (user.Target, user.Subnet.Zone.Value)))
        {
            var (nat, zone) = users.Key;
            if (!zonal.TryGetValue(nat.Id, out var place) || place.Subnet.Zone.Value == zone)
            {
                continue;
            }

            // One NAT gateway for all zones is a choice; several that leave a zone out are most likely none.
            var isOnlyOne = perVpc[place.Subnet.Vpc].Select(pair => pair.Subnet.Zone.Value).Distinct(StringComparer.Ordinal).Count() == 1;
            yield return new(
                DiagnosticCatalogue.ZoneWithoutGateway,
                isOnlyOne ? FindingSeverity.Information : FindingSeverity.Warning,
                nat.Component,
                $"{FindingContext.List(users.Select(user => user.Subnet))} in zone {zone} leave by the NAT gateway of zone {place.Subnet.Zone}: they go down with it, and pay for traffic between zones",
                "add a NAT gateway to the zone, or leave it if one zone's failure may stop the others")
            {
                Related = [.. users.Select(user => user.Subnet.Component)],
            };
        }

        foreach (var users in Users<NatGateway>(context).Where(user => user.Target.Zones is { } zones && !zones.Contains(user.Subnet.Zone.Value, StringComparer.Ordinal)).GroupBy(user => (user.Target, user.Subnet.Zone.Value)))
        {
            yield return new(
                DiagnosticCatalogue.ZoneWithoutGateway,
                FindingSeverity.Warning,
                users.Key.Target.Component,
                $"{FindingContext.List(users.Select(user => user.Subnet))} in zone {users.Key.Value} use a regional NAT gateway that covers {string.Join(", ", users.Key.Target.Zones!.Value)} only",
                "give it addresses in the zone")
            {
                Related = [.. users.Select(user => user.Subnet.Component)],
            };
        }
    }

    private static IEnumerable<Finding> Attachments(FindingContext context)
    {
        foreach (var attachment in context.Model.All<TransitGatewayAttachment>())
        {
            if (attachment.Resource is not AttachedResource.OfVpc { Vpc: var vpc } || !attachment.TransitGateway.IsKnown)
            {
                continue;
            }

            var attached = attachment.Subnets.Select(subnet => context.Find(subnet)).ToList();
            if (attached.Exists(subnet => subnet is not { Zone.IsKnown: true }))
            {
                continue;
            }

            var zones = attached.Select(subnet => subnet!.Zone.Value).ToHashSet(StringComparer.Ordinal);
            var users = Users<TransitGateway>(context)
                .Where(user => user.Subnet.Vpc == vpc && user.Target.Id == attachment.TransitGateway.Value && !zones.Contains(user.Subnet.Zone.Value));
            foreach (var zone in users.GroupBy(user => user.Subnet.Zone.Value, StringComparer.Ordinal))
            {
                yield return new(
                    DiagnosticCatalogue.ZoneWithoutGateway,
                    FindingSeverity.Error,
                    attachment.Component,
                    $"{FindingContext.List(zone.Select(user => user.Subnet))} in zone {zone.Key} route to {attachment.TransitGateway}, and the attachment has no subnet in that zone: nothing gets through",
                    "add a subnet of the zone to the attachment")
                {
                    Related = [.. zone.Select(user => user.Subnet.Component)],
                };
            }
        }
    }

    /// <summary>Subnets of a known zone whose table has a route to a gateway of a kind, each once for each gateway.</summary>
    private static IEnumerable<(Subnet Subnet, T Target)> Users<T>(FindingContext context)
        where T : NetworkObject =>
        from subnet in context.Model.All<Subnet>()
        where subnet.Zone.IsKnown && subnet.Zone.Value.Length > 0
        let table = context.TableOf(subnet)
        where table is not null
        from target in table.Routes.Where(route => route.Doubt is null).Select(context.TargetOf).OfType<T>().DistinctBy(target => target.Id)
        select (subnet, target);
}
