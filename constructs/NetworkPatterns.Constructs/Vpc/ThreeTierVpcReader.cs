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

    // Stands in where the props give no length, so that the other mistakes are found in the same run.
    private const int PrefixOfPlaceholder = 16;

    public static ThreeTierVpcInput Read(ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        var (cidrBlock, zones) = ReadLiterals(props, context, problems);
        var tiers = ReadTiers(props, context, problems);
        AddressRules.Check(props, tiers, context, problems);
        NatRules.Check(props, tiers, context, problems);
        EndpointRules.Check(props, tiers, context, problems);
        SettingRules.Check(props, tiers, context, problems);
        return new(tiers, new()
        {
            Path = context.Path,
            PropsType = context.PropsType,
            Region = context.Region,
            Names = new() { NetmaskLength = nameof(props.Ipv4NetmaskLength) },
            CidrBlock = cidrBlock,
            NetmaskLength = cidrBlock is null ? props.Ipv4NetmaskLength ?? PrefixOfPlaceholder : null,
            SecondaryCidrs = [.. props.SecondaryCidrs.Where(secondary => secondary.CidrBlock is not null)],
            Zones = zones,
            Tiers =
            [
                .. tiers.Select(tier => new TierInput(tier.Name, tier.Slot)
                {
                    Size = tier.Size,
                    CidrName = tier.CidrName,
                    Ipv6Only = TierPlanner.StackOf(props, tier) == IpStack.Ipv6,
                }),
            ],
            Quotas = props.Quotas,
            MaxZones = props.MaxZones,
            MaxTiers = props.MaxTiers,
            Pins = [.. props.Pins, .. props.Adopt?.Pins ?? []],
        });
    }

    // What only deployment knows can neither be divided into subnets nor checked. Something plausible stands in for it, so
    // that the other mistakes of the props are found in the same run.
    private static (string? CidrBlock, ImmutableArray<ZoneInput> Zones) ReadLiterals(
        ThreeTierVpcProps props, PatternContext context, ProblemList problems)
    {
        var cidrBlock = props.CidrBlock;
        if (cidrBlock is not null && context.IsToken(cidrBlock))
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

        TierRules.Check(props, props.Tiers, context, problems);
        return [.. props.Tiers];
    }

    private static ImmutableArray<TierProps> DefaultTiers(ThreeTierVpcProps props) =>
    [
        new()
        {
            Name = ThreeTierVpc.WebTierName,
            Slot = 0,
            Intent = TierIntent.Internet,
            Ingress = [.. (props.WebPorts ?? DefaultWebPorts).Distinct().Select(port => TrafficRule.Tcp(port, TrafficPeer.Anywhere))],
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
}

/// <summary>Props that have been read: the tiers, given or default, and what decides their addresses.</summary>
internal sealed record ThreeTierVpcInput(ImmutableArray<TierProps> Tiers, AddressPlanInput Addresses);
