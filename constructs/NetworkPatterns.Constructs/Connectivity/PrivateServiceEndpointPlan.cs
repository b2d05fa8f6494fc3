using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Connectivity;

/// <summary>An endpoint of a service, settled: where it stands, and who reaches it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html</remarks>
internal sealed record PrivateServiceEndpointPlan
{
    /// <summary>The endpoint as guarantees name it: <c>tier:PATH/endpoint</c>.</summary>
    public const string PartyName = "endpoint";

    private const int LastPort = 65535;

    public required string Path { get; init; }

    public required ThreeTierVpcPlan Network { get; init; }

    public required Value ServiceName { get; init; }

    public required Value? ServiceRegion { get; init; }

    /// <summary>The subnets, by the inputs that name them.</summary>
    public required ImmutableArray<SubnetPlan> Subnets { get; init; }

    public required ImmutableArray<TierPlan> Clients { get; init; }

    public required ImmutableArray<int> Ports { get; init; }

    public required string? PrivateName { get; init; }

    public required ImmutableSortedDictionary<string, string> Inputs { get; init; }

    /// <summary>Who reaches the endpoint: the clients on its ports, and nobody else of the VPC or the internet.</summary>
    public ImmutableArray<Guarantee> Guarantees
    {
        get
        {
            var endpoint = Party.Tier(PartyName);
            ImmutableArray<Traffic> traffic = [.. Ports.Select(Traffic.Tcp)];
            return
            [
                .. Network.Tiers.Where(tier => tier.IsForWorkloads).Select(tier => Clients.Contains(tier)
                    ? (Guarantee)new ReachesAtMost(Party.Tier(Network.Path, tier.Name), endpoint, traffic)
                    : new NeverReaches(Party.Tier(Network.Path, tier.Name), endpoint)),
                new NeverReaches(Party.Internet, endpoint),
            ];
        }
    }

    /// <summary>Plans an endpoint.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static PrivateServiceEndpointPlan From(PrivateServiceEndpointProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var network = props.Network.Plan;
        var home = EndpointAccess.HomeOf(network, props.Tier, context.At(nameof(props.Tier)), problems);
        ImmutableArray<TierPlan> clients = [.. network.Tiers.Where(tier => tier.IsForWorkloads && props.Clients.Contains(tier.Name, StringComparer.Ordinal))];
        foreach (var name in props.Clients.Where(name => clients.All(client => client.Name != name)))
        {
            problems.Add(DiagnosticCatalogue.UnknownTierInOption.At(
                context.At(nameof(props.Clients)), $"{network.Path} has no tier '{name}' for workloads", $"name some of {string.Join(", ", network.Tiers.Where(tier => tier.IsForWorkloads).Select(tier => tier.Name).Order(StringComparer.Ordinal))}"));
        }

        if (props.Clients.Count == 0 || props.Ports.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.NothingNamed.At(context.At(props.Clients.Count == 0 ? nameof(props.Clients) : nameof(props.Ports)), "nobody could use the endpoint", "name at least one tier and one port"));
        }

        foreach (var port in props.Ports.Where(port => port is < 1 or > LastPort))
        {
            problems.Add(DiagnosticCatalogue.PortOutOfRange.At(context.At(nameof(props.Ports)), $"{port} is not a port", "give a port from 1 to 65535"));
        }

        if (props.PrivateName is { } privateName && !DnsName.TryParse(privateName, out _))
        {
            problems.Add(DiagnosticCatalogue.NotADnsName.At(context.At(nameof(props.PrivateName)), $"'{privateName}' is not a DNS name", "write it like payments.internal.example.com"));
        }

        ImmutableArray<SubnetPlan> subnets = home is null ? [] : [.. EndpointAccess.SubnetsOf(home, props.Zones, context.At(nameof(props.Zones)), problems)];
        foreach (var (client, port) in clients.SelectMany(client => props.Ports.Select(port => (client, port))).Where(_ => home is not null))
        {
            EndpointAccess.CheckTier(network, client, home!, port, context.At(nameof(props.Clients)), problems);
        }

        problems.ThrowIfAny();
        var values = new ExternalValues(context);
        return new()
        {
            Path = context.Path,
            Network = network,
            ServiceName = values.Of("ServiceName", props.ServiceName),
            ServiceRegion = props.ServiceRegion is { } region ? values.Of("ServiceRegion", region) : null,
            Subnets = subnets,
            Clients = clients,
            Ports = [.. props.Ports.Distinct().Order()],
            PrivateName = props.PrivateName?.TrimEnd('.'),
            Inputs = values.Inputs,
        };
    }
}
