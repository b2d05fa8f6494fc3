using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reachability.Conversations;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3003: packets from one VPC arrive in another, and their answers find no route back or another firewall endpoint.</summary>
/// <remarks>
/// Asked of one subnet for each route table, with groups and network ACLs out of the way: what is left are routes.
/// At most <see cref="MostPairs"/> pairs that are closed are looked into.
/// </remarks>
internal sealed class OneWayRoutes : IFindingRule
{
    internal const int MostPairs = 20_000;

    private const int MostChanges = 2;
    private const string Part = "AnyInterface";

    private static readonly ImmutableHashSet<string> OfRoutes =
    [
        ExplanationCode.NoRoute, ExplanationCode.MoreSpecificRoute, ExplanationCode.BadStateRoute, ExplanationCode.TransitGatewayNoRoute,
        ExplanationCode.TransitGatewayBlackhole, ExplanationCode.TransitGatewayAssociation, ExplanationCode.AsymmetricFirewall,
    ];

    public IEnumerable<Finding> Find(FindingContext context)
    {
        if (!context.Model.Objects.Any(part => part is VpcPeering or TransitGateway or NetworkFirewall))
        {
            return [];
        }

        // Nobody lives in a subnet that is only there for an attachment or a firewall endpoint.
        var inhabited = context.Model.All<NetworkInterface>().Where(item => item.Subnet.IsKnown).Select(item => item.Subnet.Value).ToHashSet();
        var ofGateways = context.Model.All<TransitGatewayAttachment>().SelectMany(attachment => attachment.Subnets)
            .Concat(context.Model.All<NetworkFirewall>().SelectMany(firewall => firewall.Endpoints).Select(endpoint => endpoint.Subnet))
            .Where(subnet => subnet.IsKnown && !inhabited.Contains(subnet.Value))
            .Select(subnet => subnet.Value)
            .ToHashSet();
        var interfaces = context.Model.All<Subnet>()
            .Where(subnet => context.TableOf(subnet) is not null && !ofGateways.Contains(subnet.Id))
            .DistinctBy(subnet => (subnet.Vpc, context.TableOf(subnet)!.Id))
            .Select(subnet => (Interface: Any(subnet), Subnet: subnet))
            .ToImmutableArray();
        var analyzer = new ReachabilityAnalyzer(OnlyRoutes(context.Model, interfaces.Select(pair => pair.Interface)));
        var open = analyzer.AnswerAllPairs([.. interfaces.Select(pair => new InterfaceGroup(pair.Subnet.Id.ToString(), [pair.Interface.Id]))]);
        var closed =
            from one in Enumerable.Range(0, interfaces.Length)
            from other in Enumerable.Range(0, interfaces.Length)
            where interfaces[one].Subnet.Vpc != interfaces[other].Subnet.Vpc && open[one, other] == Verdict.NotReachable
            select (From: interfaces[one], To: interfaces[other]);
        return closed.Take(MostPairs)
            .AsParallel().AsOrdered()
            .Select(pair => (pair.From.Subnet, To: pair.To.Subnet, Missing: MissingOnTheWayBack(analyzer, pair.From.Interface, pair.To.Interface)))
            .Where(found => found.Missing is not null)
            .AsEnumerable()
            .GroupBy(found => (found.Missing!.Component, found.Missing.Code, found.To.Vpc))
            .Select(Describe);
    }

    private static Finding Describe(IGrouping<(Component Component, string Code, ComponentId Vpc), (Subnet From, Subnet To, Explanation? Missing)> found)
    {
        var (component, code, vpc) = found.Key;
        return new(
            DiagnosticCatalogue.OneWayRoute,
            FindingSeverity.Warning,
            component,
            $"packets from {FindingContext.List(found.Select(pair => pair.From))} arrive in {vpc}, and their answers do not come back: {found.First().Missing!.Detail} ({code})",
            "add the route back, or take away the one that leads there")
        {
            Related = [.. found.SelectMany(pair => new[] { pair.From.Component, pair.To.Component }).Distinct().Take(10)],
        };
    }

    private static Explanation? MissingOnTheWayBack(ReachabilityAnalyzer analyzer, NetworkInterface from, NetworkInterface to)
    {
        var query = new ReachabilityQuery(EndpointSelector.Of(from.Id), EndpointSelector.Of(to.Id));
        var (opening, answering) = (new End.Interface(analyzer.Index.Interfaces[from.Id]), new End.Interface(analyzer.Index.Interfaces[to.Id]));
        for (var budget = 1; budget <= MostChanges; budget++)
        {
            var conversation = new Conversation(analyzer.Index, query, opening, answering, budget);
            conversation.Open();
            if (conversation.Proofs.Find(proof => proof.Cost > 0) is not { } proof)
            {
                continue;
            }

            Explanation? missing = null;
            for (var obstacle = proof.Obstacles; obstacle is not null; obstacle = obstacle.Earlier)
            {
                if (!obstacle.IsOnTheWayBack || !OfRoutes.Contains(obstacle.Explanation.Code))
                {
                    return null;
                }

                missing = obstacle.Explanation;
            }

            return missing;
        }

        return null;
    }

    private static NetworkInterface Any(Subnet subnet)
    {
        var component = subnet.Component.Implies(Part, "any interface");
        return new(component, component, subnet.Id)
        {
            Kind = InterfaceKind.Standalone,
            HasGroups = false,
            Addresses = [.. subnet.Ipv4Cidr is null ? [] : new[] { InterfaceAddress.AnyIPv4 }, .. subnet.Ipv6Cidr is null ? [] : new[] { InterfaceAddress.AnyIPv6 }],
        };
    }

    private static NetworkModel OnlyRoutes(NetworkModel model, IEnumerable<NetworkInterface> interfaces) => model with
    {
        Objects =
        [
            .. model.Objects.Select(part => part is NetworkAcl acl ? acl with { Entries = NetworkAcl.AllowAll(acl.Component), MayHaveMoreEntries = [] } : part),
            .. interfaces,
        ],
    };
}
