using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Addressing;

/// <summary>
/// Every range of an app in one place: VPCs, networks outside AWS, VPN tunnels, Client VPN pools, ranges kept free. No
/// two may overlap, or one of them cannot be reached once they are connected.
/// </summary>
/// <remarks>
/// The app makes one book and hands it to its constructs, which enter their ranges when they are created; an app
/// with networks that never meet makes several. Not safe for several threads.
/// </remarks>
public sealed class AddressBook
{
    private readonly List<AddressRange> _ranges = [];

    /// <summary>All ranges, by owner, then block.</summary>
    public ImmutableArray<AddressRange> Ranges =>
        [.. _ranges.OrderBy(range => range.Owner, StringComparer.Ordinal).ThenBy(range => range.Block).ThenBy(range => range.Kind)];

    /// <summary>Enters a range.</summary>
    /// <param name="owner">Who has it: a construct path, or a name such as <c>Berlin office</c>.</param>
    /// <param name="cidrBlock">The range, IPv4 or IPv6.</param>
    /// <param name="kind">What it is for.</param>
    /// <exception cref="PlanException">Not a range of its kind, or it overlaps others: both owners of each pair are named.</exception>
    public void Reserve(string owner, string cidrBlock, AddressRangeKind kind)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        var problems = new ProblemList();
        if (CidrReader.Read(cidrBlock, owner, problems) is { } block)
        {
            Reserve([new AddressRange(owner, block, kind)], problems);
        }

        problems.ThrowIfAny();
    }

    /// <summary>Enters the blocks of a planned VPC; those from an IPAM pool are the pool's to keep apart.</summary>
    /// <exception cref="PlanException">A block overlaps other ranges.</exception>
    public void Reserve(string owner, AddressPlan plan)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(owner);
        ArgumentNullException.ThrowIfNull(plan);
        var problems = new ProblemList();
        Reserve(plan.CidrBlocks.Where(c => !c.IsRelative).Select(c => new AddressRange(owner, c.Block, AddressRangeKind.Vpc)), problems);
        problems.ThrowIfAny();
    }

    /// <summary>Enters ranges, or none of them when there are problems, which go to the list.</summary>
    public void Reserve(IEnumerable<AddressRange> ranges, ProblemList problems)
    {
        ArgumentNullException.ThrowIfNull(ranges);
        ArgumentNullException.ThrowIfNull(problems);
        var added = ranges.ToList();
        var found = new ProblemList();
        for (var i = 0; i < added.Count; i++)
        {
            if (AddressRangeKinds.FindFault(added[i].Block, added[i].Kind) is var (why, fix))
            {
                found.Add(DiagnosticCatalogue.NotARangeOfItsKind.At(added[i].Owner, $"{added[i]} {why}", fix));
            }

            foreach (var other in _ranges.Concat(added.Take(i)).Where(other => other.Block.Overlaps(added[i].Block)))
            {
                found.Add(Overlap(added[i], other));
            }
        }

        problems.AddRange(found.ToSorted());
        if (found.IsEmpty)
        {
            _ranges.AddRange(added);
        }
    }

    // The same words whichever of the two came first.
    private static Problem Overlap(AddressRange one, AddressRange other)
    {
        var (first, second) = string.CompareOrdinal(one.ToString(), other.ToString()) <= 0 ? (one, other) : (other, one);
        return DiagnosticCatalogue.AddressRangesOverlap.At(
            string.Equals(first.Owner, second.Owner, StringComparison.Ordinal) ? first.Owner : $"{first.Owner} and {second.Owner}",
            $"{first} overlaps {second}",
            "give one of them another range");
    }
}
