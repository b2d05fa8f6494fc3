using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>An attachment in a segment, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Segment">The segment.</param>
/// <param name="Routing">Where it is associated and known.</param>
/// <param name="Ranges">What is behind it.</param>
internal sealed record SegmentAttachmentPlan(string Path, string Segment, AttachmentRouting Routing, ImmutableArray<Cidr> Ranges)
{
    public const string AttachmentInput = "AttachmentId";

    /// <summary>What is behind it, where the attachment is named by a literal; <see langword="null"/> where nothing can be promised of it.</summary>
    public SpokeEntry? Entry { get; init; }

    /// <summary>What it and a VPN connection are called in metadata.</summary>
    public string? OutsideName { get; init; }

    /// <summary>What it promises with what was attached before it.</summary>
    public ImmutableArray<Guarantee> Guarantees { get; init; } = [];

    /// <summary>The tables that are named.</summary>
    public IEnumerable<string> Tables => Routing.Propagations.Concat(Routing.InspectedIn).Append(Routing.Association).Distinct(StringComparer.Ordinal);

    public bool NeedsInspection => !Routing.InspectedIn.IsEmpty;

    /// <summary>Plans an attachment.</summary>
    /// <exception cref="PlanException">The segment or the ranges are unclear.</exception>
    public static SegmentAttachmentPlan From(
        string segment, IReadOnlyList<string> addressRanges, SegmentPolicy policy, bool hasRouteTables, PatternContext context)
    {
        var problems = new ProblemList();
        var plan = Read(segment, addressRanges, policy, hasRouteTables, context, problems);
        problems.ThrowIfAny();
        return plan;
    }

    /// <summary>Plans an attachment; with problems the plan is of no use.</summary>
    public static SegmentAttachmentPlan Read(
        string segment,
        IReadOnlyList<string> addressRanges,
        SegmentPolicy policy,
        bool hasRouteTables,
        PatternContext context,
        ProblemList problems,
        string rangesProperty = nameof(SegmentAttachmentProps.AddressRanges))
    {
        SpokeRules.CheckSegment(segment, policy, context, problems);
        if (!hasRouteTables)
        {
            problems.Add(DiagnosticCatalogue.HubElsewhere.At(
                context.At(nameof(SegmentAttachmentProps.Hub)), "the hub's route tables are another account's", "associate the attachment in the hub's own account"));
        }

        var ranges = new List<Cidr>();
        foreach (var text in addressRanges)
        {
            if (Cidr.TryParse(text, out var range, out _))
            {
                ranges.Add(range);
            }
            else
            {
                problems.Add(DiagnosticCatalogue.AttachmentUnclear.At(
                    context.At(rangesProperty), $"'{text}' is not a range", "write a block such as 10.1.0.0/16"));
            }
        }

        var routing = policy.Segments.ContainsKey(segment) ? policy.RoutingOf(segment) : null;
        if (routing is { InspectedIn.IsEmpty: false } && addressRanges.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.AttachmentUnclear.At(
                context.At(rangesProperty),
                $"what segment '{segment}' exchanges is inspected, and the way to the attachment through the inspection needs its ranges",
                "name the ranges behind the attachment"));
        }

        return new(context.Path, segment, routing ?? new(segment, [], []), [.. ranges.Distinct().Order()]);
    }

    /// <summary>The plan with what it promises: of an attachment that is known by its ID, at a hub of this app.</summary>
    public SegmentAttachmentPlan Promising(string attachmentId, SegmentPolicy policy, SpokeRegister register, PatternContext context)
    {
        if (!register.IsOfThisApp || Ranges.IsEmpty || context.IsToken(attachmentId))
        {
            return this;
        }

        var entry = new SpokeEntry(Path, attachmentId, Segment, Ranges) { Kind = SpokeKind.Outside, IsSite = true };
        return this with { Entry = entry, Guarantees = SpokeGuaranteePlanner.GuaranteesOf(entry, policy, register.Entries) };
    }

    /// <summary>The blueprint.</summary>
    public Blueprint ToBlueprint()
    {
        var builder = new BlueprintBuilder();
        var attachment = builder.AddInput(AttachmentInput);
        foreach (var table in Tables)
        {
            builder.AddInput(HubTablePlanner.IdOf(table));
        }

        AttachmentRoutingBlueprint.Add(
            builder,
            Routing,
            attachment,
            table => Value.Input(HubTablePlanner.IdOf(table)),
            [.. Ranges.Select(range => (HubTablePlanner.IdOf(range), Value.FromString(range.ToString())))],
            NeedsInspection ? builder.AddInput(TransitGatewaySpokeBlueprint.InspectionInput) : null,
            Entry is null ? null : AttachmentRoutingBlueprint.MetadataOf(new OutsideNetwork(Ranges) { Name = OutsideName }, Path, Guarantees));
        return builder.Build(Path);
    }
}
