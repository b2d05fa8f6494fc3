using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>Reads the props of a <see cref="ThreeTierVpc"/>: every mistake that needs no addresses to be seen is found here.</summary>
internal static class ThreeTierVpcReader
{
    private static readonly ImmutableArray<int> DefaultWebPorts = [80, 443];
    private const int DefaultAppPort = 8080;
    private const int DefaultDataPort = 3306;

    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
    private static readonly ImmutableArray<int> RetentionDays =
        [1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653];

    public static ThreeTierVpcInput Read(ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        var (cidrBlock, zones) = ReadLiterals(props, context, problems);
        var tiers = ReadTiers(props, context, problems);
        CheckNat(props, tiers, context, problems);
        CheckFlowLogs(props, context, problems);
        CheckEndpoints(props, context, problems);
        CheckAdoption(props, context, problems);
        return new(tiers, new()
        {
            Path = context.Path,
            PropsType = context.PropsType,
            Region = context.Region,
            CidrBlock = cidrBlock,
            Zones = zones,
            Tiers = [.. tiers.Select(tier => new TierInput(tier.Name, tier.Slot) { Size = tier.Size })],
            MaxZones = props.MaxZones,
            MaxTiers = props.MaxTiers,
            Pins = [.. props.Pins, .. props.Adopt?.Pins ?? []],
        });
    }

    // What only deployment knows can neither be divided into subnets nor checked. Something plausible stands in for it, so
    // that the other mistakes of the props are found in the same run.
    private static (string CidrBlock, ImmutableArray<ZoneInput> Zones) ReadLiterals(
        ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        var cidrBlock = props.CidrBlock;
        if (context.IsToken(cidrBlock))
        {
            AddToken(nameof(props.CidrBlock));
            cidrBlock = "10.0.0.0/16";
        }

        ImmutableArray<ZoneInput> zones = [.. props.Zones.Where(zone => !context.IsToken(zone.Zone))];
        if (zones.Length < props.Zones.Count)
        {
            AddToken(nameof(props.Zones));
        }

        return (cidrBlock, zones.IsEmpty && props.Zones.Count > 0 ? [new ZoneInput("#0")] : zones);

        void AddToken(string property) => problems.Add(DiagnosticCatalogue.TokenForLiteral.At(
            context.At(property),
            "the value is a token, which only deployment knows",
            "give a literal: subnets and rules are computed from it when the app runs"));
    }

    private static ImmutableArray<TierProps> ReadTiers(ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        List<(string Property, int Port)> ports =
        [
            .. (props.WebPorts ?? []).Select(port => (nameof(props.WebPorts), port)),
            (nameof(props.AppPort), props.AppPort ?? DefaultAppPort),
            (nameof(props.DataPort), props.DataPort ?? DefaultDataPort),
        ];
        foreach (var (property, port) in ports.Where(given => given.Port is < 0 or > NetworkAclPlan.LastPort))
        {
            problems.Add(DiagnosticCatalogue.PortOutOfRange.At(
                context.At(property), $"{port} is not a port", $"give a port from 0 to {NetworkAclPlan.LastPort}"));
        }

        foreach (var repeated in (props.WebPorts ?? []).GroupBy(port => port).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DuplicateRule.At(
                context.At(nameof(props.WebPorts)), $"port {repeated.Key} is listed {repeated.Count()} times", "list each port once"));
        }

        if (props.Tiers is null)
        {
            return DefaultTiers(props);
        }

        foreach (var property in PortsBesideTiers(props))
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                context.At(property),
                $"{property} belongs to the default tiers, and Tiers replaces them",
                $"state the port in the rules of your own tiers, and leave {property} out"));
        }

        TierRules.Check(props.Tiers, context, problems);
        return [.. props.Tiers];
    }

    private static ImmutableArray<TierProps> DefaultTiers(ThreeTierVpcProps props) =>
    [
        new()
        {
            Name = ThreeTierVpc.WebTierName,
            Slot = 0,
            Intent = TierIntent.Internet,
            Ingress = [.. (props.WebPorts ?? DefaultWebPorts).Distinct().Select(port => TrafficRule.Tcp(port, TrafficPeer.AnyIPv4))],
        },
        new()
        {
            Name = ThreeTierVpc.AppTierName,
            Slot = 1,
            Intent = TierIntent.Egress,
            Ingress = [TrafficRule.Tcp(props.AppPort ?? DefaultAppPort, TrafficPeer.Tier(ThreeTierVpc.WebTierName))],
        },
        new()
        {
            Name = ThreeTierVpc.DataTierName,
            Slot = 2,
            Intent = TierIntent.Isolated,
            Ingress = [TrafficRule.Tcp(props.DataPort ?? DefaultDataPort, TrafficPeer.Tier(ThreeTierVpc.AppTierName))],
        },
    ];

    private static IEnumerable<string> PortsBesideTiers(ThreeTierVpcProps props)
    {
        if (props.WebPorts is not null)
        {
            yield return nameof(props.WebPorts);
        }

        if (props.AppPort is not null)
        {
            yield return nameof(props.AppPort);
        }

        if (props.DataPort is not null)
        {
            yield return nameof(props.DataPort);
        }
    }

    private static void CheckNat(ThreeTierVpcProps props, ImmutableArray<TierProps> tiers, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.NatGateways));
        if (props.NatGateways.Zone is { } zone && props.Zones.All(given => given.Zone != zone))
        {
            problems.Add(DiagnosticCatalogue.NatZoneUnknown.At(
                where,
                $"the single NAT gateway is to be in '{zone}', which is not a zone of this VPC",
                $"name one of {string.Join(", ", props.Zones.Select(given => given.Zone).Order(StringComparer.Ordinal))}"));
        }

        var hasEgress = tiers.Any(tier => tier.Intent == TierIntent.Egress);
        if (!props.NatGateways.IsNone && hasEgress && tiers.All(tier => tier.Intent != TierIntent.Internet))
        {
            problems.Add(DiagnosticCatalogue.NatWithoutPublicTier.At(
                where,
                "a NAT gateway lives in a public subnet, and no tier has the intent Internet",
                "add a tier with TierIntent.Internet, or choose NatStrategy.None"));
        }

        var publicTiers = tiers.Where(tier => tier.Intent == TierIntent.Internet).Select(tier => tier.Name).Order(StringComparer.Ordinal).ToList();
        if (props.NatGateways.Tier is { } named ? !publicTiers.Contains(named) : !props.NatGateways.IsNone && hasEgress && publicTiers.Count > 1)
        {
            problems.Add(DiagnosticCatalogue.NatTierUnclear.At(
                where,
                props.NatGateways.Tier is { } unknown
                    ? $"the NAT gateways are to be in tier '{unknown}', which is not a public tier of this VPC"
                    : $"the VPC has {publicTiers.Count} public tiers, and nothing says which holds the NAT gateways",
                $"choose with InTier: {string.Join(", ", publicTiers)}"));
        }

        if (props.NatGateways.Zone is not null && !hasEgress)
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                where, "a NAT gateway is asked for, and no tier has the intent Egress", "choose NatStrategy.None, or give a tier TierIntent.Egress"));
        }
    }

    private static void CheckFlowLogs(ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        if (props.FlowLogs.RetentionDays is { } days && !RetentionDays.Contains(days))
        {
            problems.Add(DiagnosticCatalogue.RetentionNotOffered.At(
                context.At(nameof(props.FlowLogs)),
                $"CloudWatch Logs keeps nothing for {days} days",
                $"choose one of {string.Join(", ", RetentionDays)}"));
        }
    }

    private static void CheckAdoption(ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        if (props.Adopt is { } existing && existing.CidrBlock != props.CidrBlock)
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                context.At(nameof(props.CidrBlock)),
                $"CidrBlock is {props.CidrBlock}, and the VPC that Adopt describes has {existing.CidrBlock}: another block replaces the VPC",
                $"write {existing.CidrBlock}, or leave Adopt out"));
        }
    }

    private static void CheckEndpoints(ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        foreach (var repeated in props.GatewayEndpoints.GroupBy(service => service).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DuplicateEndpoint.At(
                context.At(nameof(props.GatewayEndpoints)), $"{repeated.Key} is listed {repeated.Count()} times", "list each service once"));
        }
    }
}

/// <summary>Props that have been read: the tiers, given or default, and what decides their addresses.</summary>
internal sealed record ThreeTierVpcInput(ImmutableArray<TierProps> Tiers, AddressPlanInput Addresses);
