using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>An endpoint for many VPCs, settled.</summary>
/// <param name="Id">The start of its ids.</param>
/// <param name="Service">The service's name in the table.</param>
/// <param name="ServiceName">Its full name.</param>
/// <param name="ZoneName">The name of its zone.</param>
/// <param name="IsWildcard">Whether names below that lead to it as well.</param>
/// <param name="TakesPolicy">Whether it takes a policy.</param>
/// <param name="Subnets">Where it has addresses.</param>
internal sealed record CentralEndpointPlan(
    string Id, string Service, Value ServiceName, Value ZoneName, bool IsWildcard, bool TakesPolicy, ImmutableArray<SubnetPlan> Subnets);

/// <summary>Endpoints for many VPCs, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html</remarks>
internal sealed record CentralEndpointsPlan
{
    private const int Https = 443;

    public required string Path { get; init; }

    public required TierPlan Home { get; init; }

    public required ImmutableArray<CentralEndpointPlan> Endpoints { get; init; }

    public required EndpointPolicy Policy { get; init; }

    /// <summary>Names of VPCs with which each zone is associated.</summary>
    public required ImmutableArray<string> Vpcs { get; init; }

    /// <summary>Whether a Profile carries the names.</summary>
    public required bool UsesProfile { get; init; }

    /// <summary>Plans endpoints.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static CentralEndpointsPlan From(CentralEndpointsProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var network = props.Network.Plan;
        var home = EndpointAccess.HomeOf(network, props.Tier, context.At(nameof(props.Tier)), problems);
        if (home is not null)
        {
            CheckRules(network, home, context.At(nameof(props.Tier)), problems);
        }

        if (props.Services.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At(context.At(nameof(props.Services)), "there is no service", "name at least one"));
        }

        foreach (var repeated in props.Services.GroupBy(service => InterfaceEndpointPlanner.IdOf(service.Service), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DuplicateInterfaceEndpoint.At(context.At(nameof(props.Services)), $"'{repeated.First().Service}' is listed {repeated.Count()} times", "list each service once"));
        }

        ImmutableArray<CentralEndpointPlan?> endpoints = [.. props.Services.OrderBy(service => service.Service, StringComparer.Ordinal).Select(service => EndpointOf(service, network, home, context, problems))];
        CheckSharing(props, network, context, problems);
        problems.ThrowIfAny();
        var usesProfile = props.UseProfile || props.ShareWith.Count > 0;
        return new()
        {
            Path = context.Path,
            Home = home!,
            Endpoints = [.. endpoints.OfType<CentralEndpointPlan>()],
            Policy = props.Policy,
            Vpcs = usesProfile ? [] : [.. props.Vpcs.Keys.Order(StringComparer.Ordinal)],
            UsesProfile = usesProfile,
        };
    }

    private static CentralEndpointPlan? EndpointOf(CentralEndpoint endpoint, ThreeTierVpcPlan network, TierPlan? home, PatternContext context, ProblemList problems)
    {
        var where = context.At($"{nameof(CentralEndpointsProps.Services)}[{endpoint.Service}]");
        if (EndpointService.FindCentral(endpoint.Service) is not { } service)
        {
            problems.Add(DiagnosticCatalogue.UnknownEndpointService.At(where, $"'{endpoint.Service}' is not in the table of services", "name a service as in ecr.api or secretsmanager"));
            return null;
        }

        if ((endpoint.ZoneName ?? service.ZoneName) is not { } zoneName)
        {
            problems.Add(DiagnosticCatalogue.CentralNameUnknown.At(where, $"the table does not have the name by which programs call {service.Name}", "give its ZoneName"));
            return null;
        }

        if (endpoint.ZoneName is { } given && !context.IsToken(given) && !DnsName.TryParse(given, out _))
        {
            problems.Add(DiagnosticCatalogue.NotADnsName.At(where, $"'{given}' is not a DNS name", "write it like email.eu-west-1.amazonaws.com"));
        }

        // An endpoint's own private DNS and a zone of the same name in one VPC are refused by AWS.
        if (network.InterfaceEndpoints.Endpoints.Any(own => own.Name == service.Name && own.PrivateDns))
        {
            problems.Add(DiagnosticCatalogue.CentralNameTaken.At(where, $"{network.Path} has an endpoint for {service.Name} with private DNS of its own", "leave it out of the VPC's InterfaceEndpoints"));
        }

        return home is null
            ? null
            : new(
                ResourceName.Of(service.Name.Replace('.', '-')),
                service.Name,
                Value.Sub($"{service.PrefixIn(context.Region)}.${{AWS::Region}}.{service.Name}{service.SuffixIn(context.Region)}"),
                endpoint.ZoneName is null ? Value.Sub(zoneName) : zoneName,
                endpoint.IsWildcard ?? service.IsWildcard,
                endpoint.TakesPolicy ?? service.TakesPolicy,
                [.. EndpointAccess.SubnetsOf(home, endpoint.Zones, where, problems)]);
    }

    private static void CheckRules(ThreeTierVpcPlan network, TierPlan home, string where, ProblemList problems)
    {
        var entering = network.Flows.Where(flow => flow.To.Group == home.Group || (flow.To.Tier == home && flow.To.Group is null)).ToList();
        var others = entering.Where(flow => flow.Rule is not { Protocol: TrafficProtocol.Tcp, FromPort: Https, ToPort: Https } && flow.Rule.HasAnswers).Select(flow => flow.Rule.Description).Distinct(StringComparer.Ordinal).ToList();
        if (entering.Count == 0 || others.Count > 0)
        {
            problems.Add(DiagnosticCatalogue.EndpointUnreachable.At(
                where,
                entering.Count == 0 ? $"no rule of {network.Path} lets anybody into tier '{home.Name}'" : $"tier '{home.Name}' lets in {string.Join(", ", others)} besides HTTPS",
                $"give it ingress rules for its clients, and no others: TrafficRule.Tcp({Https}, TrafficPeer.Cidr(\"10.0.0.0/8\"))"));
        }
    }

    private static void CheckSharing(CentralEndpointsProps props, ThreeTierVpcPlan network, PatternContext context, ProblemList problems)
    {
        foreach (var name in props.Vpcs.Keys.Where(name => !ResourceName.IsValid(name)))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(context.At(nameof(props.Vpcs)), $"'{name}' is no name for a VPC", "give a letter, then letters, digits and hyphens"));
        }

        Dns.ResourceShare.Check(props.ShareWith, nameof(props.ShareWith), context, problems);
        if (props.Policy.OrganizationId is { } organization && !EndpointRules.IsOrganization(organization))
        {
            problems.Add(DiagnosticCatalogue.NotAnOrganization.At(context.At(nameof(props.Policy)), $"'{organization}' is not the ID of an organization", "write o- and 10 to 32 small letters and digits"));
        }

        if (props.AllowExternalPrincipals && props.ShareWith.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                context.At(nameof(props.AllowExternalPrincipals)), $"accounts outside the organization are allowed, and {network.Path}'s endpoints are shared with nobody", "leave it out, or give ShareWith"));
        }
    }
}
