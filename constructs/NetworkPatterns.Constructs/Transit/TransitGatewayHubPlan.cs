using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>A hub, settled: its route tables with their static routes. What spokes add follows from <see cref="Policy"/>.</summary>
internal sealed record TransitGatewayHubPlan
{
    public required string Path { get; init; }

    public required TransitGatewayHubProps Props { get; init; }

    public required SegmentPolicy Policy { get; init; }

    /// <summary>The route tables, by name.</summary>
    public required ImmutableArray<HubTablePlan> Tables { get; init; }

    /// <summary>The VPC for central egress; <see langword="null"/> without.</summary>
    public required HubVpc? Egress { get; init; }

    /// <summary>The VPC for inspection; <see langword="null"/> without, and where the firewall is attached to the gateway itself.</summary>
    public required HubVpc? Inspection { get; init; }

    /// <summary>The ARN of the firewall's policy; <see langword="null"/> without a firewall.</summary>
    public required Value? FirewallPolicy { get; init; }

    /// <summary>The name of the appliances' service; <see langword="null"/> without appliances.</summary>
    public required Value? ApplianceService { get; init; }

    /// <summary>IDs of other Regions' gateways, by the peer's name, as far as they are known.</summary>
    public required ImmutableSortedDictionary<string, Value> PeerIds { get; init; }

    /// <summary>IDs of accepted peering attachments, by the peer's name.</summary>
    public required ImmutableSortedDictionary<string, Value> PeerAttachments { get; init; }

    /// <summary>The hub's own VPCs.</summary>
    public IEnumerable<HubVpc> Vpcs => new[] { Egress, Inspection }.OfType<HubVpc>();

    /// <summary>With whom the gateway is shared.</summary>
    public required ImmutableArray<Value> Principals { get; init; }

    /// <summary>Flow logs; <see langword="null"/> without.</summary>
    public required FlowLogPlan? FlowLog { get; init; }

    /// <summary>Whom alarms tell; <see langword="null"/> without alarms.</summary>
    public required ImmutableArray<Value>? AlarmTopics { get; init; }

    /// <summary>What the user gave as tokens, by the name of the blueprint's input.</summary>
    public required ImmutableSortedDictionary<string, string> Inputs { get; init; }

    /// <summary>The table of a name.</summary>
    public HubTablePlan Table(string name) => Tables.Single(table => table.Name == name);

    /// <summary>Plans a hub.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static TransitGatewayHubPlan From(TransitGatewayHubProps props, PatternContext context)
    {
        var problems = new ProblemList();
        var policy = SegmentPolicyReader.Read(props, context, problems);
        HubRules.Check(props, context, problems);
        CentralRules.Check(props, context, problems);
        PeerRules.Check(props, context, problems);
        var egress = HubVpc.OfEgress(props, context, problems);
        var inspection = HubVpc.OfInspection(props, context, problems);
        problems.ThrowIfAny();
        var values = new ExternalValues(context);
        return new()
        {
            Path = context.Path,
            Props = props,
            Policy = policy,
            Tables = HubTablePlanner.TablesOf(policy),
            Egress = egress,
            Inspection = inspection,
            FirewallPolicy = props.Inspection?.FirewallPolicyArn is { } policyArn ? values.Of("FirewallPolicyArn", policyArn) : null,
            ApplianceService = props.Inspection?.ApplianceServiceName is { } service ? values.Of("ApplianceServiceName", service) : null,
            PeerIds = PeerValues(props, peer => peer.TransitGatewayId, "TransitGatewayId", values),
            PeerAttachments = PeerValues(props, peer => peer.AttachmentId, "AttachmentId", values),
            Principals = [.. props.ShareWith.Select((principal, place) => SharedPrincipals.ValueOf(principal, $"Principal{place}", values))],
            FlowLog = FlowLogPlan.Of(props.FlowLogs, values),
            AlarmTopics = props.AlarmTopicArns is { } topics ? [.. topics.Select((topic, place) => values.Of($"AlarmTopic{place}", topic))] : null,
            Inputs = values.Inputs,
        };
    }

    private static ImmutableSortedDictionary<string, Value> PeerValues(
        TransitGatewayHubProps props, Func<HubPeer, string?> value, string name, ExternalValues values) => props.Peers
        .Where(peer => value(peer) is not null)
        .ToImmutableSortedDictionary(peer => peer.Name, peer => values.Of($"{ResourceName.Of(peer.Name)}{name}", value(peer)!), StringComparer.Ordinal);
}

/// <summary>A Transit Gateway route table.</summary>
/// <param name="Name">Its name: a segment's, or one of those that <see cref="SegmentPolicy"/> names.</param>
/// <param name="Id">Its id.</param>
/// <param name="Routes">Its static routes.</param>
internal sealed record HubTablePlan(string Name, string Id, ImmutableArray<HubRoutePlan> Routes);

/// <summary>A static Transit Gateway route.</summary>
/// <param name="Id">Its id: the table and the destination, never the target.</param>
/// <param name="Destination">Where packets go that follow it.</param>
/// <param name="Target">The attachment; <see langword="null"/> for a blackhole.</param>
internal sealed record HubRoutePlan(string Id, Cidr Destination, HubTarget? Target);

/// <summary>An attachment that the hub's own routes lead to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The peer's name, for a peering.</param>
internal sealed record HubTarget(HubTargetKind Kind, string? Name = null)
{
    public static HubTarget Egress { get; } = new(HubTargetKind.Egress);

    public static HubTarget Inspection { get; } = new(HubTargetKind.Inspection);
}

internal enum HubTargetKind
{
    Egress,
    Inspection,
    Peer,
}
