using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reachability.Conversations;

namespace NetworkPatterns.Network.Findings;

/// <summary>NP3003: packets from one VPC arrive in another, and their answers find no route back or another firewall endpoint.</summary>
/// <remarks>
/// Asked of one subnet for each route table, with groups and network ACLs out of the way: what is left are routes.
/// At most <see cref="MostPairs"/> closed pairs of joined VPCs are looked into.
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

        var interfaces = Askable(context);
        var analyzer = new ReachabilityAnalyzer(OnlyRoutes(context.Model, interfaces.Select(pair => pair.Interface)));
        var open = analyzer.AnswerAllPairs([.. interfaces.Select(pair => new InterfaceGroup(pair.Subnet.Id.ToString(), [pair.Interface.Id]))]);
        var joined = new ConnectedVpcs(context.Model);
        var closed =
            from one in Enumerable.Range(0, interfaces.Length)
            from other in Enumerable.Range(0, interfaces.Length)
            let vpcs = (From: interfaces[one].Subnet.Vpc, To: interfaces[other].Subnet.Vpc)
            where vpcs.From != vpcs.To && joined.AreJoined(vpcs.From, vpcs.To) && open[one, other] == Verdict.NotReachable
            select (From: interfaces[one], To: interfaces[other], IsAnsweredElsewhere: IsAnswered(one, vpcs.To));
        return closed.Take(MostPairs)
            .AsParallel().AsOrdered()
            .Select(pair => (
                pair.From.Subnet,
                To: pair.To.Subnet,
                Missing: MissingOnTheWayBack(analyzer, pair.From.Interface, pair.To.Interface),
                IsChoice: pair.IsAnsweredElsewhere && IsIsolated(context, pair.To.Subnet)))
            .Where(found => found.Missing is not null)
            .AsEnumerable()
            .GroupBy(found => (found.Missing!.Component, found.Missing.Code, found.To.Vpc, found.IsChoice))
            .Select(Describe);

        bool IsAnswered(int from, ComponentId vpc) => Enumerable.Range(0, interfaces.Length).Any(to => interfaces[to].Subnet.Vpc == vpc && open[from, to] == Verdict.Reachable);
    }

    /// <summary>One interface for each route table that somebody lives with: not in subnets that are only there for an attachment, a firewall endpoint or a NAT gateway.</summary>
    private static ImmutableArray<(NetworkInterface Interface, Subnet Subnet)> Askable(FindingContext context)
    {
        var ofGateways = context.Model.All<TransitGatewayAttachment>().SelectMany(attachment => attachment.Subnets)
            .Concat(context.Model.All<NetworkFirewall>().SelectMany(firewall => firewall.Endpoints).Select(endpoint => endpoint.Subnet))
            .Concat(context.Model.All<NatGateway>().Select(nat => nat.Subnet).OfType<Maybe<ComponentId>>())
            .Where(subnet => subnet.IsKnown)
            .Select(subnet => subnet.Value)
            .Except(context.Inhabited)
            .ToHashSet();
        return
        [
            .. context.Model.All<Subnet>()
                .Where(subnet => context.TableOf(subnet) is not null && !ofGateways.Contains(subnet.Id))
                .DistinctBy(subnet => (subnet.Vpc, context.TableOf(subnet)!.Id))
                .Select(subnet => (Any(subnet), subnet)),
        ];
    }

    // A table without any route out is one of an isolated tier. That the answers of the whole VPC are lost is still a mistake.
    private static bool IsIsolated(FindingContext context, Subnet subnet) =>
        context.TableOf(subnet) is { PropagatingGateways.IsEmpty: true, MayHaveMoreRoutes.IsEmpty: true } table && table.Routes.All(route => context.TargetOf(route) is GatewayEndpoint);

    private static Finding Describe(IGrouping<(Component Component, string Code, ComponentId Vpc, bool IsChoice), (Subnet From, Subnet To, Explanation? Missing, bool IsChoice)> found)
    {
        var (component, code, vpc, isChoice) = found.Key;
        return new(
            DiagnosticCatalogue.OneWayRoute,
            isChoice ? FindingSeverity.Information : FindingSeverity.Warning,
            component,
            $"packets from {FindingContext.List(found.Select(pair => pair.From))} arrive in {vpc}, and their answers do not come back: {found.First().Missing!.Detail} ({code})",
            isChoice ? "leave it if these subnets are isolated on purpose, or add the route back" : "add the route back, or take away the one that leads there")
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
