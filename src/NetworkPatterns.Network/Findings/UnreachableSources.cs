using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability.Packets;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3008: an inbound rule for addresses that no route of its members' subnets leads back to.</summary>
internal sealed class UnreachableSources : IFindingRule
{
    public IEnumerable<Finding> Find(FindingContext context)
    {
        var members = context.Model.All<NetworkInterface>()
            .SelectMany(item => item.Groups.Where(group => group.IsKnown).Select(group => (Group: group.Value, Interface: item)))
            .ToLookup(pair => pair.Group, pair => pair.Interface);
        foreach (var group in context.Model.All<SecurityGroup>().Where(group => members[group.Id].Any()))
        {
            foreach (var rule in group.Ingress.Where(rule => rule.Doubt is null))
            {
                if (rule.Peer is RulePeer.Range { Cidr: var range } && !FindingContext.IsDefault(range) && !members[group.Id].Any(item => MayArrive(context, item, range)))
                {
                    yield return new(
                        DiagnosticCatalogue.UnreachableSource,
                        FindingSeverity.Warning,
                        group.Component,
                        $"the inbound rule for {RuleText.Of(rule, isInbound: true)} admits nobody: no route of {FindingContext.List(members[group.Id])} leads there",
                        "delete the rule, correct its range, or add the route that is missing")
                    {
                        Related = [.. rule.Component == group.Component ? [] : new[] { rule.Component }],
                    };
                }
            }
        }
    }

    private static bool MayArrive(FindingContext context, NetworkInterface item, Cidr range)
    {
        if (context.Find(item.Subnet) is not { } subnet
            || context.TableOf(subnet) is not { MayHaveMoreRoutes.IsEmpty: true, PropagatingGateways.IsEmpty: true } table
            || (context.Find(subnet.Vpc) as Vpc)?.Cidrs.All(own => own.IsKnown) != true)
        {
            return true;
        }

        return context.RangesOf(subnet.Vpc).Any(own => own.Overlaps(range))
            || MayPreserveClients(context, subnet.Vpc)
            || table.Routes.Any(route => Brings(context, route, item, range));
    }

    // A load balancer that preserves clients' addresses brings any of them from inside its VPC.
    private static bool MayPreserveClients(FindingContext context, ComponentId vpc) => context.Model.All<LoadBalancer>()
        .Where(balancer => balancer.Type is LoadBalancerType.Network or LoadBalancerType.Gateway)
        .Any(balancer => context.Model.All<NetworkInterface>()
            .Where(item => item.Owner.Id == balancer.Id)
            .All(item => context.Find(item.Subnet) is not { } subnet || subnet.Vpc == vpc));

    private static bool Brings(FindingContext context, Route route, NetworkInterface item, Cidr range)
    {
        if (route.Destination is RouteDestination.Range { Cidr: var destination } && !destination.Overlaps(range))
        {
            return false;
        }

        return context.TargetOf(route) switch
        {
            InternetGateway => IsPublic(range) && item.Addresses.Any(address => range.IsIPv6 ? address.IsIPv6 : address.HasPublicAddress.Or(true)),
            NatGateway or EgressOnlyInternetGateway or GatewayEndpoint => false,
            _ => route.Target is not RouteTarget.Blackhole,
        };
    }

    private static bool IsPublic(Cidr range) => range.IsIPv6 || AddressSpace.PublicIPv4.Overlaps(AddressSpace.Of(range));
}
