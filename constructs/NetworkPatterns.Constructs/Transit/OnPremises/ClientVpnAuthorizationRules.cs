using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>Checks what the clients of a Client VPN may reach: what AWS refuses, and what would deploy and never carry a packet.</summary>
internal static class ClientVpnAuthorizationRules
{
    // https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/limits.html
    private const int RulesQuota = 200;
    private const int RoutesQuota = 100;

    public static void Check(ClientVpnProps props, ThreeTierVpcPlan network, Cidr? pool, PatternContext context, ProblemList problems)
    {
        CheckNames(props, context, problems);
        CheckQuotas(props, network, context, problems);
        foreach (var authorization in props.Authorizations)
        {
            CheckAuthorization(authorization, props, network, pool, context, problems);
        }
    }

    private static void CheckNames(ClientVpnProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Authorizations));
        if (props.Authorizations.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At(where, "clients may reach nothing", "authorize at least one tier or network"));
        }

        foreach (var named in props.Authorizations.GroupBy(each => ResourceName.Key(each.Name), StringComparer.Ordinal).Where(group => group.Count() > 1 || !ResourceName.IsValid(group.First().Name)))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{named.First().Name}' is {(named.Count() > 1 ? "there twice" : "no name")}", "give each a letter, then letters, digits and hyphens"));
        }

        foreach (var repeated in props.Authorizations.GroupBy(each => (each.TierName, each.CidrBlock, each.AccessGroupId)).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnAuthorizedTwice.At(
                where, $"{string.Join(" and ", repeated.Select(each => each.Name))} authorize the same clients for the same addresses", "leave one of them out"));
        }
    }

    // What an endpoint has of each by default; both can be raised on request, and then AWS would take more than this does.
    private static void CheckQuotas(ClientVpnProps props, ThreeTierVpcPlan network, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Authorizations));
        var rules = props.Authorizations.Sum(each => each.TierName is null ? 1 : network.Tiers.FirstOrDefault(tier => tier.Name == each.TierName)?.Ranges.Count(range => !range.IsIPv6) ?? 0);
        if (rules > RulesQuota)
        {
            problems.Add(DiagnosticCatalogue.ClientVpnQuota.At(
                where, $"{rules} authorization rules exceed the quota 'Authorization rules per Client VPN endpoint' of {RulesQuota}", "authorize larger networks, or use several endpoints"));
        }

        // AWS makes the route to the VPC itself, for each block of it.
        var routes = props.Authorizations.Count(each => each.CidrBlock is not null) + network.Addresses.CidrBlocks.Length;
        if (routes > RoutesQuota)
        {
            problems.Add(DiagnosticCatalogue.ClientVpnQuota.At(
                where, $"{routes} routes exceed the quota 'Routes per Client VPN target network association' of {RoutesQuota}", "authorize larger networks, or use several endpoints"));
        }
    }

    private static void CheckAuthorization(
        ClientVpnAuthorization authorization, ClientVpnProps props, ThreeTierVpcPlan network, Cidr? pool, PatternContext context, ProblemList problems)
    {
        var where = context.At($"{nameof(props.Authorizations)}[{authorization.Name}]");
        if (authorization.AccessGroupId is { } group)
        {
            CheckGroup(group, props, context, where, problems);
        }

        var from = network.Tiers.FirstOrDefault(tier => tier.Name == props.Tier);
        if (authorization.CidrBlock is { } range)
        {
            if (OptionRules.CheckRange(range, isIPv6Allowed: false, where, problems) is { } block)
            {
                CheckNetwork(block, from, network, pool, where, problems);
            }

            return;
        }

        OptionRules.CheckTiers([authorization.TierName!], network.Tiers.Select(tier => tier.Props), where, problems);
        if (from is not null && network.Tiers.FirstOrDefault(tier => tier.Name == authorization.TierName) is { } to && !ClientVpnPlan.FlowsBetween(network, from, to).Any())
        {
            problems.Add(DiagnosticCatalogue.ClientVpnReachesNothing.At(
                where, $"tier '{to.Name}' accepts nothing from tier '{from.Name}'", $"give '{to.Name}' an Ingress such as TrafficRule.Tcp(443, TrafficPeer.Tier(\"{from.Name}\"))"));
        }
    }

    private static void CheckGroup(string group, ClientVpnProps props, PatternContext context, string where, ProblemList problems)
    {
        if (!ClientVpnRules.HasUsers(props))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnGroup.At(where, $"no certificate says who is in group '{group}'", "give SamlProviderArn or ActiveDirectoryId, or authorize every client"));
        }
        else if (props.ActiveDirectoryId is not null && !context.IsToken(group) && !group.StartsWith("S-1-", StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnGroup.At(where, $"'{group}' is not the SID of a group in a directory", "give the group's SID, as in S-1-5-21-1234567890-1234567890-1234567890-1234"));
        }
    }

    private static void CheckNetwork(Cidr block, TierPlan? from, ThreeTierVpcPlan network, Cidr? pool, string where, ProblemList problems)
    {
        foreach (var own in network.Addresses.CidrBlocks.Where(cidr => !cidr.IsRelative && cidr.Block.Contains(block)))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnDestination.At(where, $"{block} is in {own.Block} of {network.Path}", "authorize a tier"));
        }

        // The default route leads everywhere else, and AWS takes it beside any pool.
        if (block.PrefixLength > 0 && pool is { } clients && clients.Overlaps(block))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnDestination.At(where, $"{block} overlaps the clients' {clients}", "give the clients another range"));
        }

        if (from is not null && !ClientVpnPlan.FlowsToRanges(network, from).Any(flow => flow.To.Ranges.Any(range => range.Overlaps(AddressBlock.Literal(block)))))
        {
            problems.Add(DiagnosticCatalogue.ClientVpnReachesNothing.At(
                where, $"tier '{from.Name}' opens nothing to {block}", $"give '{from.Name}' an Egress such as TrafficRule.Tcp(443, TrafficPeer.Cidr(\"{block}\"))"));
        }
    }
}
