using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>The VPCs that an app attaches to one hub, so that two of them can't have the same addresses.</summary>
internal sealed class SpokeRegister(bool isOfThisApp)
{
    private readonly List<SpokeEntry> _entries = [];
    private readonly List<StackPart> _parts = [];

    /// <summary>Whether the hub is made in this app.</summary>
    public bool IsOfThisApp => isOfThisApp;

    public ImmutableArray<SpokeEntry> Entries => [.. _entries];

    /// <summary>What makes resources in which stack.</summary>
    public ImmutableArray<StackPart> Parts => [.. _parts];

    /// <summary>How many routes the hub's tables have, as far as this app knows.</summary>
    public int Routes { get; private set; }

    /// <summary>Finds what stands against an attachment.</summary>
    public void Check(SpokeEntry added, string where, ProblemList problems)
    {
        if (_entries.Count(entry => entry.IsAttachment) >= HubQuotas.Attachments)
        {
            problems.Add(DiagnosticCatalogue.TooManyAttachments.At(
                where,
                $"the hub has {HubQuotas.Attachments} attachments, and the quota \"Attachments per transit gateway\" is no higher, which AWS does not raise",
                "attach further VPCs to a second hub"));
        }

        foreach (var other in _entries.Where(other => !other.IsSite))
        {
            if (added.Vpc == other.Vpc)
            {
                problems.Add(DiagnosticCatalogue.SpokeTwice.At(
                    where, $"{added.Vpc} is attached already by {other.Path}, in segment '{other.Segment}'", "attach a VPC once, in one segment"));
                continue;
            }

            foreach (var (one, two) in from one in added.Blocks from two in other.Blocks where one.Overlaps(two) select (one, two))
            {
                problems.Add(DiagnosticCatalogue.SpokesOverlap.At(
                    where, $"{one} of {added.Vpc} overlaps {two} of {other.Vpc}, and the hub knows one way only", "give one of them another block"));
            }
        }
    }

    public void Add(SpokeEntry added) => _entries.Add(added);

    public void AddPart(StackPart added) => _parts.Add(added);

    public void AddRoutes(int added) => Routes += added;
}

/// <summary>An attached VPC, or something else behind an attachment.</summary>
/// <param name="Path">The construct that attaches it.</param>
/// <param name="Vpc">The VPC's construct path or ID.</param>
/// <param name="Segment">Its segment.</param>
/// <param name="Blocks">Its blocks, as far as they are known.</param>
internal sealed record SpokeEntry(string Path, string Vpc, string Segment, ImmutableArray<Cidr> Blocks)
{
    /// <summary>What the templates say of it.</summary>
    public SpokeKind Kind { get; init; }

    /// <summary>Whether it is a site: its ranges may hold those of VPCs, whose longer prefixes win.</summary>
    public bool IsSite { get; init; }

    /// <summary>The VPC's plan, of a <see cref="SpokeKind.Planned"/> one.</summary>
    public ThreeTierVpcPlan? Network { get; init; }

    /// <summary>Whether it is attached, and not a range of the gateway itself.</summary>
    public bool IsAttachment { get; init; } = true;

    /// <summary>The tiers that lead to the hub.</summary>
    public ImmutableArray<string> RoutedTiers { get; init; } = [];

    /// <summary>Whether the VPC meets the internet, by a gateway of its own or over the hub.</summary>
    public bool MeetsInternet { get; init; }
}

/// <summary>What the templates say of something attached, and so what can be promised of it.</summary>
internal enum SpokeKind
{
    /// <summary>It takes part in no promise: the hub's own VPCs, and what is known only at deployment.</summary>
    Silent,

    /// <summary>A VPC of this library: its tiers and their rules are known.</summary>
    Planned,

    /// <summary>A VPC that the templates make, whose rules no plan knows.</summary>
    Made,

    /// <summary>What no template has: the ranges behind the attachment are all that is known.</summary>
    Outside,
}
