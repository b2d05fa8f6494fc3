using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>An attached VPC that no pattern made, settled.</summary>
/// <param name="Attachment">What its resources are made of.</param>
/// <param name="Entry">What the register of the hub is told.</param>
/// <param name="Inputs">What the user gave as tokens, by the name of the blueprint's input.</param>
internal sealed record ExistingVpcSpokePlan(SpokeAttachment Attachment, SpokeEntry Entry, ImmutableSortedDictionary<string, string> Inputs)
{
    /// <summary>Plans an attachment.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static ExistingVpcSpokePlan From(ExistingVpcSpokeProps props, SegmentPolicy policy, bool hasRouteTables, SpokeRegister register, PatternContext context, ProblemList? others = null)
    {
        var problems = others ?? new ProblemList();
        var vpc = props.Vpc;
        SpokeRules.CheckSegment(props.Segment, policy, context, problems);
        var blocks = ExistingVpcRules.Check(props, policy, context, problems);
        var entry = new SpokeEntry(context.Path, context.IsToken(vpc.VpcId) ? vpc.Name : vpc.VpcId, props.Segment, blocks)
        {
            Kind = vpc.IsMade ? SpokeKind.Made : context.IsToken(vpc.VpcId) || blocks.IsEmpty ? SpokeKind.Silent : SpokeKind.Outside,
            MeetsInternet = vpc.MayMeetInternet || props.InternetThroughHub,
        };
        register.Check(entry, context.At(nameof(props.Vpc)), problems);
        problems.ThrowIfAny();

        var values = new ExternalValues(context);
        var routing = hasRouteTables ? policy.RoutingOf(props.Segment) : null;
        var attachment = new SpokeAttachment
        {
            Path = context.Path,
            Policy = policy,
            Segment = props.Segment,
            Routing = routing,
            Vpc = values.Of("Vpc", vpc.VpcId),
            Subnets = [.. vpc.AttachmentSubnets.Select((subnet, place) => values.Of($"Subnet{place}", subnet.Id))],
            Routes =
            [
                .. from table in vpc.RouteTables
                   from destination in Destinations(props, policy)
                   let name = ResourceName.Of(table.Name)
                   select new SpokeRoute($"{name}To{HubTablePlanner.IdOf(destination)}", values.Of($"{name}RouteTable", table.Id!), destination),
            ],
            Blocks = BlocksOf(vpc, blocks, routing, values),
            HasIPv6 = vpc.Ipv6CidrBlock is not null,
            Inputs = [],
        };
        // What lies outside of the app's templates can't be proved from them.
        var isProved = register.IsOfThisApp && hasRouteTables && entry.Kind != SpokeKind.Silent;
        return new(
            attachment with
            {
                Inputs = [.. values.Inputs.Keys],
                Outside = isProved && entry.Kind == SpokeKind.Outside ? blocks : [],
                Guarantees = isProved ? SpokeGuaranteePlanner.GuaranteesOf(entry, policy, register.Entries) : [],
            },
            entry,
            values.Inputs);
    }

    private static IEnumerable<Cidr> Destinations(ExistingVpcSpokeProps props, SegmentPolicy policy) =>
    [
        .. policy.PrivateRanges,
        .. props.InternetThroughHub ? [Cidr.AnyIPv4] : ImmutableArray<Cidr>.Empty,
        .. props.Vpc.Ipv6CidrBlock is null ? [] : policy.Ipv6Ranges,
    ];

    // Blocks are named only in routes through an inspection; a token that nothing names would be an input that nothing uses.
    private static ImmutableArray<(string Name, Value Block)> BlocksOf(ExistingVpc vpc, ImmutableArray<Cidr> blocks, AttachmentRouting? routing, ExternalValues values) =>
        routing is not { InspectedIn.IsEmpty: false } ? [] :
        [
            .. blocks.Select(block => (HubTablePlanner.IdOf(block), Value.FromString(block.ToString()))),
            .. vpc.Ipv6CidrBlock is { } ipv6 ? [("Ipv6", values.Of("VpcIpv6CidrBlock", ipv6))] : ImmutableArray<(string, Value)>.Empty,
        ];
}
