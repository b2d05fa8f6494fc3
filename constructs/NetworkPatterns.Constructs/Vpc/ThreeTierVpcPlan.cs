using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A <see cref="ThreeTierVpc"/>, settled before any CDK object exists: addresses, routes, flows and what follows from them.</summary>
internal sealed record ThreeTierVpcPlan
{
    public required string Path { get; init; }

    /// <summary>What the user asked for, for parts that decide nothing more.</summary>
    public required ThreeTierVpcProps Props { get; init; }

    public required AddressPlan Addresses { get; init; }

    /// <summary>The tiers, by slot.</summary>
    public required ImmutableArray<TierPlan> Tiers { get; init; }

    /// <summary>The VPC that exists already, if one is adopted.</summary>
    public required ExistingLayout? Existing { get; init; }

    /// <summary>The ID of the IPAM pool that gives the primary block.</summary>
    public required Value? IpamPoolId { get; init; }

    /// <summary>NAT to the internet.</summary>
    public required ImmutableArray<NatPlan> NatGateways { get; init; }

    /// <summary>NAT to networks that are not the internet.</summary>
    public required ImmutableArray<NatPlan> PrivateNatGateways { get; init; }

    /// <summary>Whom the alarms of NAT gateways tell; <see langword="null"/> without alarms.</summary>
    public required ImmutableArray<Value>? NatAlarmTopics { get; init; }

    public required ImmutableArray<RouteTablePlan> RouteTables { get; init; }

    /// <summary>All connections, those that the tiers declare and those of endpoints.</summary>
    public required ImmutableArray<Flow> Flows { get; init; }

    public required ImmutableArray<SecurityGroupPlan> SecurityGroups { get; init; }

    public required ImmutableArray<NetworkAclPlan> NetworkAcls { get; init; }

    public required ImmutableArray<GatewayEndpointService> GatewayEndpoints { get; init; }

    public required InterfaceEndpointsPlan InterfaceEndpoints { get; init; }

    public required FlowLogPlan? FlowLog { get; init; }

    /// <summary>Shares of subnets, with whom.</summary>
    public required ImmutableArray<SubnetShare> Shares { get; init; }

    /// <summary>What the user gave as tokens, by the name of the blueprint's input.</summary>
    public required ImmutableSortedDictionary<string, string> Inputs { get; init; }

    /// <summary>What is allowed but not advised, sorted.</summary>
    public required ImmutableArray<Problem> Warnings { get; init; }

    public IEnumerable<NatPlan> Nats => NatGateways.Concat(PrivateNatGateways);

    public bool HasInternetGateway => Tiers.Any(tier => tier.Intent == TierIntent.Internet) || NatGateways.Any(nat => nat.IsRegional);

    public bool HasIPv6 => Tiers.Any(tier => tier.HasIPv6);

    public bool HasEgressOnlyInternetGateway => Tiers.Any(tier => tier is { Intent: TierIntent.Egress, HasIPv6: true });

    /// <summary>What a NAT instance accepts, from the IPv4 ranges of tiers; what it opens is the same beyond NAT.</summary>
    public IEnumerable<Flow> NatInstanceAccepts => NatInstanceFlows
        .Select(flow => flow with { From = flow.From with { Group = null, Ranges = [.. flow.From.Ranges.Where(range => !range.IsIPv6)] } });

    /// <summary>What a NAT instance opens.</summary>
    public IEnumerable<Flow> NatInstanceOpens => NatInstanceFlows
        .Select(flow => flow with { To = new(null, flow.BeyondNat) { PrefixList = flow.To.PrefixList } });

    /// <summary>The resources, made once.</summary>
    public Blueprint Blueprint => field ??= ThreeTierVpcBlueprint.From(this);

    /// <summary>What a NAT instance passes on.</summary>
    public IEnumerable<Flow> NatInstanceFlows => NatGateways.Any(nat => nat.Kind == NatKind.Instance)
        ? Flows.Where(flow => flow.From.Tier is not null && flow.Rule.HasAnswers && !flow.BeyondNat.IsEmpty)
        : [];

    /// <summary>Plans a VPC.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static ThreeTierVpcPlan From(ThreeTierVpcProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var input = ThreeTierVpcReader.Read(props, context, problems);
        var addresses = AddressPlan.From(input.Addresses, problems);
        if (addresses is null || !problems.IsEmpty)
        {
            problems.ThrowIfAny();
        }

        var values = new ExternalValues(context);
        var tiers = TierPlanner.TiersOf(props, input.Tiers, addresses!);
        var nats = NatPlanner.PublicOf(props.NatGateways, tiers, values);
        var privateNats = NatPlanner.PrivateOf(props.PrivateNat, tiers);
        var endpoints = InterfaceEndpointPlanner.Plan(props, context.Region, tiers, addresses!, values);
        ImmutableArray<Flow> flows =
        [
            .. FlowPlanner.FlowsOf(tiers, addresses!, values),
            .. endpoints.Flows,
            .. InstanceConnectPlanner.FlowsOf(props.InstanceConnect, tiers),
        ];
        var plan = new ThreeTierVpcPlan
        {
            Path = context.Path,
            Props = props,
            Addresses = addresses!,
            Tiers = tiers,
            Existing = props.Adopt,
            IpamPoolId = props.Ipv4IpamPoolId is { } pool ? values.Of("Ipv4IpamPoolId", pool) : null,
            NatGateways = nats,
            PrivateNatGateways = privateNats,
            NatAlarmTopics = props.NatAlarmTopicArns is { } topics
                ? [.. topics.Select((topic, place) => values.Of($"NatAlarmTopic{place}", topic))]
                : null,
            RouteTables = RoutePlanner.TablesOf(tiers, nats, privateNats, props.PrivateNat),
            Flows = flows,
            SecurityGroups = [.. tiers.Where(tier => tier.IsForWorkloads).Select(tier => SecurityGroupPlan.Of(tier, flows))],
            NetworkAcls = NetworkAclPlanner.AclsOf(props, tiers, flows, nats),
            GatewayEndpoints = [.. props.GatewayEndpoints.Order()],
            InterfaceEndpoints = endpoints,
            FlowLog = FlowLogPlan.Of(props.FlowLogs, values),
            Shares = [.. props.Shares.OrderBy(share => share.Name, StringComparer.Ordinal)],
            Inputs = values.Inputs,
            Warnings = [.. addresses!.Warnings, .. WarningRules.WarningsOf(props, tiers, context)],
        };
        QuotaRules.Check(plan, context, problems);
        problems.ThrowIfAny();
        return plan;
    }
}
