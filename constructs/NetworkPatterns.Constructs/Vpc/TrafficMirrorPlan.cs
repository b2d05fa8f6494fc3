using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A traffic mirror, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/mirroring/traffic-mirroring-targets.html</remarks>
/// <param name="Path">The construct path.</param>
/// <param name="TargetProperty">The property of <c>AWS::EC2::TrafficMirrorTarget</c> that names the target.</param>
/// <param name="Sources">The names of the sources, sorted.</param>
/// <param name="Blocks">The VPC's IPv4 blocks by name: literals, or the input for what an IPAM pool gives.</param>
/// <param name="HasIPv6">Whether the VPC has IPv6.</param>
/// <param name="SessionNumber">The number of the sessions.</param>
/// <param name="Inputs">What deployment knows, by the name of the blueprint's input.</param>
internal sealed record TrafficMirrorPlan(
    string Path,
    string TargetProperty,
    ImmutableArray<string> Sources,
    ImmutableArray<(string Name, Value Range)> Blocks,
    bool HasIPv6,
    int SessionNumber,
    ImmutableSortedDictionary<string, string> Inputs)
{
    private const int VxlanPort = 4789;
    private const int LastSessionNumber = 32766;
    private const string TargetInput = "MirrorTarget";
    private const string GroupInput = "MirrorTargetGroup";
    private const string BlockInput = "VpcCidrBlock";
    private const string FilterId = "Filter";
    private const string TargetId = "Target";

    private static readonly ImmutableArray<string> Directions = ["ingress", "egress"];

    /// <summary>Plans the mirror.</summary>
    /// <exception cref="PlanException">Targets or sources are unclear.</exception>
    public static TrafficMirrorPlan From(
        ThreeTierVpcPlan network,
        IReadOnlyDictionary<string, string> sources,
        IReadOnlyList<(string Property, string PropsProperty, string? Value)> targets,
        string? targetGroupId,
        string? targetTier,
        string vpcCidrBlock,
        int sessionNumber,
        PatternContext context)
    {
        var problems = new ProblemList();
        var given = targets.Where(target => target.Value is not null).ToList();
        if (given.Count != 1)
        {
            problems.Add(DiagnosticCatalogue.MirrorUnclear.At(
                context.At(targets[0].PropsProperty), $"{given.Count} targets are given", $"give exactly one of {string.Join(", ", targets.Select(target => target.PropsProperty))}"));
        }
        else if (given[0].Property == targets[0].Property && targetGroupId is null)
        {
            problems.Add(DiagnosticCatalogue.MirrorUnclear.At(
                context.At(nameof(TrafficMirrorProps.TargetSecurityGroup)), "nothing lets the copies into the target's interface", "name the interface's security group"));
        }

        if (sources.Count == 0 || sources.Keys.Any(name => !TierRules.IsName(name)))
        {
            problems.Add(DiagnosticCatalogue.MirrorUnclear.At(
                context.At(nameof(TrafficMirrorProps.Sources)), $"sources are named {string.Join(", ", sources.Keys.Order(StringComparer.Ordinal))}", "name at least one: a letter, then letters, digits and hyphens"));
        }

        if (sessionNumber is < 1 or > LastSessionNumber)
        {
            problems.Add(DiagnosticCatalogue.MirrorUnclear.At(
                context.At(nameof(TrafficMirrorProps.SessionNumber)), $"{sessionNumber} is not the number of a session", $"give 1 to {LastSessionNumber}"));
        }

        CheckTargetTier(network, targetTier, context, problems);
        problems.ThrowIfAny();
        var inputs = sources.ToDictionary(source => $"{ResourceName.Of(source.Key)}Source", source => source.Value, StringComparer.Ordinal);
        inputs[TargetInput] = given[0].Value!;
        if (targetGroupId is not null)
        {
            inputs[GroupInput] = targetGroupId;
        }

        var isRelative = network.Addresses.Primary.IsRelative;
        if (isRelative && targetGroupId is not null)
        {
            inputs[BlockInput] = vpcCidrBlock;
        }

        return new(
            context.Path,
            given[0].Property,
            [.. sources.Keys.Order(StringComparer.Ordinal)],
            targetGroupId is null ? [] : [.. network.Addresses.CidrBlocks.Select(cidr => (cidr.Name, cidr.IsRelative ? Value.Input(BlockInput) : cidr.Block.ToString()))],
            network.HasIPv6,
            sessionNumber,
            inputs.ToImmutableSortedDictionary(StringComparer.Ordinal));
    }

    /// <summary>The blueprint.</summary>
    public Blueprint ToBlueprint()
    {
        var tags = new ResourceTags(Path);
        var builder = new BlueprintBuilder();
        foreach (var name in Inputs.Keys)
        {
            builder.AddInput(name);
        }

        builder
            .Add(TargetId, "AWS::EC2::TrafficMirrorTarget", (TargetProperty, Value.Input(TargetInput)), ("Tags", tags.Of("target")))
            .Add(FilterId, "AWS::EC2::TrafficMirrorFilter", ("Description", "Everything"), ("Tags", tags.Of("filter")));
        foreach (var direction in Directions)
        {
            AddRules(builder, direction, tags);
        }

        foreach (var (name, range) in Blocks)
        {
            builder.Add(
                $"{TargetId}IngressFrom{ResourceName.Of(name)}",
                "AWS::EC2::SecurityGroupIngress",
                ("Description", "Mirrored packets in VXLAN"),
                ("GroupId", Value.Input(GroupInput)),
                ("IpProtocol", "udp"),
                ("FromPort", VxlanPort),
                ("ToPort", VxlanPort),
                ("CidrIp", range));
        }

        foreach (var source in Sources)
        {
            builder.Add(
                $"{ResourceName.Of(source)}Session",
                "AWS::EC2::TrafficMirrorSession",
                ("NetworkInterfaceId", Value.Input($"{ResourceName.Of(source)}Source")),
                ("TrafficMirrorTargetId", Value.Ref(TargetId)),
                ("TrafficMirrorFilterId", Value.Ref(FilterId)),
                ("SessionNumber", SessionNumber),
                ("Tags", tags.Of(source)));
        }

        return builder.Build(Path);
    }

    private static void CheckTargetTier(ThreeTierVpcPlan network, string? targetTier, PatternContext context, ProblemList problems)
    {
        if (targetTier is null)
        {
            return;
        }

        var where = context.At(nameof(TrafficMirrorProps.TargetTier));
        OptionRules.CheckTiers([targetTier], network.Tiers.Select(tier => tier.Props), where, problems);
        if (network.NetworkAcls.FirstOrDefault(acl => acl.Tier.Name == targetTier) is { } acl && !acl.Entries.Any(LetsVxlanIn))
        {
            problems.Add(DiagnosticCatalogue.MirrorUnclear.At(
                where,
                $"the network ACL of tier '{targetTier}' lets no UDP {VxlanPort} in, so no copy arrives",
                $"give '{targetTier}' an Ingress of TrafficRule.Udp({VxlanPort}, ...) from each tier of the sources"));
        }
    }

    private static bool LetsVxlanIn(NetworkAclEntryPlan entry) =>
        entry is { IsEgress: false, IsAllow: true, Peer.IsIPv6: false, Protocol: null or TrafficProtocol.Udp, FromPort: <= VxlanPort, ToPort: >= VxlanPort };

    private void AddRules(BlueprintBuilder builder, string direction, ResourceTags tags)
    {
        foreach (var (number, everything) in HasIPv6 ? [(1, "0.0.0.0/0"), (2, "::/0")] : ((int, string)[])[(1, "0.0.0.0/0")])
        {
            builder.Add(
                $"{FilterId}{ResourceName.Of(direction)}{number}",
                "AWS::EC2::TrafficMirrorFilterRule",
                ("TrafficMirrorFilterId", Value.Ref(FilterId)),
                ("TrafficDirection", direction),
                ("RuleNumber", number),
                ("RuleAction", "accept"),
                ("SourceCidrBlock", everything),
                ("DestinationCidrBlock", everything),
                ("Tags", tags.Of(direction)));
        }
    }
}
