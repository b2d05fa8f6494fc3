using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Checks endpoints that a user asks for.</summary>
internal static partial class EndpointRules
{
    public static void Check(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        foreach (var repeated in props.GatewayEndpoints.GroupBy(service => service).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DuplicateEndpoint.At(
                context.At(nameof(props.GatewayEndpoints)), $"{repeated.Key} is listed {repeated.Count()} times", "list each service once"));
        }

        CheckPolicy(props.EndpointPolicy, context.At(nameof(props.EndpointPolicy)), problems);
        CheckHome(props, tiers, context, problems);
        CheckInstanceConnect(props, tiers, context, problems);
        foreach (var endpoint in props.InterfaceEndpoints)
        {
            CheckEndpoint(endpoint, props, context.At($"{nameof(props.InterfaceEndpoints)}[{endpoint.Name}]"), problems);
        }

        foreach (var repeated in props.InterfaceEndpoints
            .GroupBy(endpoint => InterfaceEndpointPlanner.IdOf(endpoint.Name), StringComparer.Ordinal)
            .Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DuplicateInterfaceEndpoint.At(
                context.At(nameof(props.InterfaceEndpoints)),
                $"{string.Join(" and ", repeated.Select(endpoint => $"'{endpoint.Name}'").Distinct(StringComparer.Ordinal))} would be one endpoint, {repeated.Key}",
                "list each service once"));
        }
    }

    private static void CheckHome(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.InterfaceEndpointTier));
        var home = tiers.FirstOrDefault(tier => tier.Name == props.InterfaceEndpointTier);
        if (!InterfaceEndpointPlanner.EndpointsOf(props).Any())
        {
            if (props.InterfaceEndpointTier is not null || props.InterfaceEndpointClients is not null)
            {
                problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                    where, "InterfaceEndpointTier or InterfaceEndpointClients is given, and there is no interface endpoint", "leave them out, or list InterfaceEndpoints"));
            }

            return;
        }

        if (home is null || !TierPlan.IsForWorkloadsWith(home.Intent))
        {
            problems.Add(DiagnosticCatalogue.EndpointTierUnclear.At(
                where,
                props.InterfaceEndpointTier is { } name ? $"tier '{name}' can't hold interface endpoints" : "nothing says which tier holds the interface endpoints",
                $"name one of {string.Join(", ", tiers.Where(tier => TierPlan.IsForWorkloadsWith(tier.Intent)).Select(tier => tier.Name).Order(StringComparer.Ordinal))}"));
        }
        else if (TierPlanner.StackOf(props, home) == IpStack.Ipv6)
        {
            problems.Add(DiagnosticCatalogue.FamilyMismatch.At(where, $"interface endpoints have IPv4 addresses, and tier '{home.Name}' has IPv6 only", "name a tier with IPv4"));
        }

        if (props.InterfaceEndpointClients is { } clients)
        {
            var whereClients = context.At(nameof(props.InterfaceEndpointClients));
            OptionRules.CheckTiers(clients, tiers, whereClients, problems);
            OptionRules.CheckNamed(clients.Count, nameof(props.InterfaceEndpointClients), whereClients, problems);
        }
    }

    private static void CheckEndpoint(InterfaceEndpoint endpoint, ThreeTierVpcProps props, string where, ProblemList problems)
    {
        if (endpoint.ServiceName is null && EndpointService.Find(endpoint.Name) is null)
        {
            var near = EndpointService.Names
                .Where(name => name.Contains(endpoint.Name, StringComparison.OrdinalIgnoreCase) || endpoint.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
                .ToList();
            problems.Add(DiagnosticCatalogue.UnknownEndpointService.At(
                where,
                $"'{endpoint.Name}' is not in the table of services",
                near.Count > 0 ? $"did you mean {string.Join(" or ", near)}?" : "give the service's full name with InterfaceEndpoint.OfService"));
        }

        if (endpoint.ServiceName is not null && !Name().IsMatch(endpoint.Name))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{endpoint.Name}' is no name for an endpoint", "give a letter, then letters, digits, dots and hyphens"));
        }

        foreach (var zone in (endpoint.Zones ?? []).Where(zone => props.Zones.All(given => given.Zone != zone)))
        {
            problems.Add(DiagnosticCatalogue.EndpointZoneUnknown.At(
                where, $"'{zone}' is not a zone of this VPC", $"name some of {string.Join(", ", props.Zones.Select(given => given.Zone).Order(StringComparer.Ordinal))}"));
        }

        OptionRules.CheckNamed(endpoint.Zones?.Count ?? 1, nameof(endpoint.Zones), where, problems);
        if (endpoint.Policy is { } policy)
        {
            CheckPolicy(policy, where, problems);
            if ((endpoint.ServiceName is not null || EndpointService.Find(endpoint.Name) is not null) && !InterfaceEndpointPlanner.TakesPolicy(endpoint))
            {
                problems.Add(DiagnosticCatalogue.ContradictoryProps.At(where, $"the endpoint has a policy, and {endpoint.Name} takes none", "leave Policy out, or say that the service TakesPolicy"));
            }
        }
    }

    /// <summary>Whether a text has the form of an organization's ID.</summary>
    public static bool IsOrganization(string text) => Organization().IsMatch(text);

    private static void CheckPolicy(EndpointPolicy policy, string where, ProblemList problems)
    {
        if (policy.OrganizationId is { } organization && !IsOrganization(organization))
        {
            problems.Add(DiagnosticCatalogue.NotAnOrganization.At(where, $"'{organization}' is not the ID of an organization", "write o- and 10 to 32 small letters and digits"));
        }
    }

    private static void CheckInstanceConnect(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        if (props.InstanceConnect is not { } connect)
        {
            return;
        }

        var where = context.At(nameof(props.InstanceConnect));
        OptionRules.CheckTiers([connect.Tier, .. connect.Targets], tiers, where, problems);
        OptionRules.CheckNamed(connect.Targets.Count, nameof(connect.Targets), where, problems);
        foreach (var tier in tiers.Where(tier => !TierPlan.IsForWorkloadsWith(tier.Intent) && connect.Targets.Append(connect.Tier).Contains(tier.Name, StringComparer.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.NotForThisIntent.At(where, $"tier '{tier.Name}' is for {tier.Intent} only", "name a tier for workloads"));
        }

        if (!props.Zones.Any(zone => zone.Zone == connect.Zone && Zone.TryParse(zone.Zone, out var parsed) && parsed.Type == ZoneType.AvailabilityZone))
        {
            problems.Add(DiagnosticCatalogue.EndpointZoneUnknown.At(
                where, $"'{connect.Zone}' is not an Availability Zone of this VPC", $"name one of {string.Join(", ", props.Zones.Select(given => given.Zone).Order(StringComparer.Ordinal))}"));
        }

        if (connect.Port is < 1 or > NetworkAclPlan.LastPort)
        {
            problems.Add(DiagnosticCatalogue.PortOutOfRange.At($"{where}.{nameof(connect.Port)}", $"{connect.Port} is not a port", "22 is SSH, 3389 is RDP"));
        }

        var home = tiers.FirstOrDefault(tier => tier.Name == connect.Tier);
        foreach (var target in tiers.Where(tier => home is not null && connect.Targets.Contains(tier.Name, StringComparer.Ordinal) && !TierRules.ShareFamily(props, home, tier)))
        {
            problems.Add(DiagnosticCatalogue.FamilyMismatch.At(where, $"tiers '{home!.Name}' and '{target.Name}' have no address family in common", "give one of them both families"));
        }
    }

    [GeneratedRegex("^o-[a-z0-9]{10,32}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Organization();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9.-]{0,63}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();
}
