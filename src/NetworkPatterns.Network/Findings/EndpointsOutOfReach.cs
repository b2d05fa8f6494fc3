using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3012: interfaces that may open HTTPS and cannot reach an interface endpoint of their own VPC, and subnets without any way to a gateway endpoint's service.</summary>
/// <remarks>
/// With private DNS the service's name means the endpoint in the whole VPC, so what cannot reach it has lost the service.
/// Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html
/// </remarks>
internal sealed class EndpointsOutOfReach : IFindingRule
{
    private const int Https = 443;

    public IEnumerable<Finding> Find(FindingContext context)
    {
        var users = context.Survey.Model.All<NetworkInterface>()
            .Where(item => item.CanInitiate && item.Kind is not (InterfaceKind.LoadBalancer or InterfaceKind.InterfaceEndpoint))
            .Select(item => (Interface: item, Subnet: context.Find(item.Subnet)))
            .Where(pair => pair.Subnet is not null)
            .ToLookup(pair => pair.Subnet!.Vpc, pair => (pair.Interface, Subnet: pair.Subnet!));
        return [.. InterfaceEndpoints(context, users), .. GatewayEndpoints(context, users)];
    }

    private static IEnumerable<Finding> InterfaceEndpoints(FindingContext context, ILookup<ComponentId, (NetworkInterface Interface, Subnet Subnet)> users)
    {
        var analyzer = context.Survey.Analyzer;
        foreach (var endpoint in context.Model.All<InterfaceEndpoint>())
        {
            var interfaces = context.Model.All<NetworkInterface>().Where(item => item.Owner.Id == endpoint.Id).Select(item => item.Id).ToArray();
            var blocked = users[endpoint.Vpc]
                .Where(_ => interfaces.Length > 0)
                .DistinctBy(user => analyzer.Index.Interfaces[user.Interface.Id].Class)
                .Select(user => (user.Interface, user.Subnet, Answer: analyzer.Answer(new(EndpointSelector.Of(user.Interface.Id), EndpointSelector.Of([.. interfaces]), QueryProtocol.Tcp, new PortRange(Https, Https)))))
                .Where(user => user.Answer.Verdict == Verdict.NotReachable && !IsOwnChoice(user.Interface, user.Answer));
            foreach (var reason in blocked.GroupBy(user => user.Answer.Explanations.Select(explanation => explanation.Code).FirstOrDefault(""), StringComparer.Ordinal))
            {
                // An endpoint without addresses of the IP version is a choice of the service or of its price.
                var isOtherVersion = reason.Key == ExplanationCode.NoCommonIpVersion;
                yield return new(
                    DiagnosticCatalogue.EndpointOutOfReach,
                    isOtherVersion ? FindingSeverity.Information : FindingSeverity.Warning,
                    endpoint.Component,
                    $"{FindingContext.List(reason.Select(user => user.Interface))} may open HTTPS and cannot reach the endpoint: {reason.First().Answer.Explanations.Select(explanation => explanation.Component.ToString()).FirstOrDefault("no way")} ({reason.Key})",
                    isOtherVersion ? "make the endpoint dual-stack where the service allows it" : "admit them in the endpoint's security group and the network ACLs")
                {
                    Related = [.. reason.Select(user => user.Subnet.Component).Distinct()],
                };
            }
        }
    }

    // A group that does not let HTTPS out to the endpoint needs no endpoint.
    private static bool IsOwnChoice(NetworkInterface item, ReachabilityAnswer answer) =>
        answer.Explanations.Any(explanation => item.Groups.Any(group => group.IsKnown && group.Value == explanation.Component.Id));

    private static IEnumerable<Finding> GatewayEndpoints(FindingContext context, ILookup<ComponentId, (NetworkInterface Interface, Subnet Subnet)> users)
    {
        foreach (var endpoint in context.Model.All<GatewayEndpoint>().Where(endpoint => endpoint.RouteTables.All(table => table.IsKnown)))
        {
            var without = users[endpoint.Vpc].Select(user => user.Subnet).DistinctBy(subnet => subnet.Id).Where(subnet =>
                context.TableOf(subnet) is { MayHaveMoreRoutes.IsEmpty: true } table
                && !endpoint.RouteTables.Any(each => each.Value == table.Id)
                && !table.Routes.Any(route => route.Destination is RouteDestination.Open || context.RangesOf(route.Destination).Any(FindingContext.IsDefault)));
            foreach (var subnet in without)
            {
                yield return new(
                    DiagnosticCatalogue.EndpointOutOfReach,
                    FindingSeverity.Warning,
                    endpoint.Component,
                    $"{subnet.Id} has no way to the service: its route table is not one of the endpoint's, and has no default route",
                    "add the route table to the endpoint, or leave it if nothing there needs the service")
                {
                    Related = [subnet.Component],
                };
            }
        }
    }
}
