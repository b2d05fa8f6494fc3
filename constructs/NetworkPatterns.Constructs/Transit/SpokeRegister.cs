using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>The VPCs that an app attaches to one hub, so that two of them can't have the same addresses.</summary>
internal sealed class SpokeRegister(bool isOfThisApp)
{
    private readonly List<SpokeEntry> _entries = [];

    /// <summary>Whether the hub is made in this app.</summary>
    public bool IsOfThisApp => isOfThisApp;

    public ImmutableArray<SpokeEntry> Entries => [.. _entries];

    /// <summary>Finds what stands against an attachment.</summary>
    public void Check(SpokeEntry added, string where, ProblemList problems)
    {
        foreach (var other in _entries)
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
}

/// <summary>An attached VPC.</summary>
/// <param name="Path">The construct that attaches it.</param>
/// <param name="Vpc">The VPC's construct path or ID.</param>
/// <param name="Segment">Its segment.</param>
/// <param name="Blocks">Its blocks, as far as they are known.</param>
internal sealed record SpokeEntry(string Path, string Vpc, string Segment, ImmutableArray<Cidr> Blocks)
{
    /// <summary>The VPC, where it is this app's; <see langword="null"/> for the hub's own VPCs, which promise nothing.</summary>
    public ThreeTierVpcPlan? Network { get; init; }

    /// <summary>The tiers that lead to the hub.</summary>
    public ImmutableArray<string> RoutedTiers { get; init; } = [];

    /// <summary>Whether the VPC meets the internet, by a gateway of its own or over the hub.</summary>
    public bool MeetsInternet { get; init; }
}
