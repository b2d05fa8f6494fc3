using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>The paths of Reachability Analyzer that the flows of a VPC become.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Paths">The paths, one for each flow and first port.</param>
/// <param name="Probes">What stands for the ends, by the name of the blueprint's input.</param>
internal sealed record ReachabilityPathsPlan(string Path, ImmutableArray<InsightsPath> Paths, ImmutableSortedDictionary<string, string> Probes)
{
    private const string InternetId = "Internet";

    /// <summary>Plans the paths.</summary>
    /// <exception cref="PlanException">A probe is of no tier, or no flow has both ends.</exception>
    public static ReachabilityPathsPlan From(ThreeTierVpcPlan network, IReadOnlyDictionary<string, string> probes, string? internetGatewayId, PatternContext context)
    {
        var problems = new ProblemList();
        var where = context.At(nameof(ReachabilityPathsProps.Probes));
        OptionRules.CheckTiers(probes.Keys, network.Tiers.Select(tier => tier.Props), where, problems);
        if (context.Partition is Partitions.China or Partitions.GovCloud)
        {
            problems.Add(DiagnosticCatalogue.NotInPartition.At(
                context.Path, $"the partition {context.Partition} ({context.Region}) has no Reachability Analyzer", "leave ReachabilityPaths out, and ask netpatterns, which needs no account"));
        }

        var inputs = probes
            .Select(probe => (Id: ResourceName.Of(probe.Key), probe.Value))
            .Concat(internetGatewayId is null ? [] : [(InternetId, internetGatewayId)])
            .ToDictionary(probe => $"{probe.Id}Probe", probe => probe.Value, StringComparer.Ordinal);
        ImmutableArray<InsightsPath> paths =
        [
            .. network.Flows
                .Where(flow => flow.Rule.HasAnswers && flow.DeclaredBy < FirstService)
                .Select(flow => new InsightsPath(IdOf(flow.From, flow.To.Tier), IdOf(flow.To, flow.From.Tier), flow.Rule.ProtocolName, flow.Rule.FromPort))
                .Where(path => path.From != path.To && inputs.ContainsKey($"{path.From}Probe") && inputs.ContainsKey($"{path.To}Probe"))
                .Distinct()
                .OrderBy(path => path.Id, StringComparer.Ordinal),
        ];
        if (paths.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.NoInsightsPath.At(where, "no flow of the VPC has a probe at both ends", "name an instance or interface for each of two tiers that reach each other"));
        }

        problems.ThrowIfAny();
        var used = paths.SelectMany(path => (string[])[$"{path.From}Probe", $"{path.To}Probe"]).ToHashSet(StringComparer.Ordinal);
        return new(context.Path, paths, inputs.Where(input => used.Contains(input.Key)).ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>The blueprint.</summary>
    public Blueprint ToBlueprint()
    {
        var tags = new ResourceTags(Path);
        var builder = new BlueprintBuilder();
        foreach (var name in Probes.Keys)
        {
            builder.AddInput(name);
        }

        foreach (var path in Paths)
        {
            builder.Add(
                path.Id,
                "AWS::EC2::NetworkInsightsPath",
                ("Source", Value.Input($"{path.From}Probe")),
                ("Destination", Value.Input($"{path.To}Probe")),
                ("Protocol", path.Protocol),
                ("DestinationPort", path.Port),
                ("Tags", tags.Of(path.Id)));
        }

        return builder.Build(Path);
    }

    // What the pattern adds itself is numbered above the slots of tiers.
    private const int FirstService = Core.Addressing.AddressPlan.SlotCount;

    // The internet is what a public tier accepts from, or a tier with a way out opens to, at every address.
    private static string? IdOf(FlowEnd end, TierPlan? other) => end switch
    {
        { Tier: { } tier } => tier.Id,
        { IsOutside: true, PrefixList: null } when end.Ranges.Contains(AddressBlock.AnyIPv4) && other?.Intent is TierIntent.Internet or TierIntent.Egress => InternetId,
        _ => null,
    };
}

/// <summary>A path of Reachability Analyzer.</summary>
/// <param name="From">Who opens the connection.</param>
/// <param name="To">Who accepts it.</param>
/// <param name="Protocol">The protocol.</param>
/// <param name="Port">The destination port.</param>
internal sealed record InsightsPath(string? From, string? To, string Protocol, int Port)
{
    public string Id => string.Create(CultureInfo.InvariantCulture, $"{From}To{To}{ResourceName.Of(Protocol)}{Port}");
}
