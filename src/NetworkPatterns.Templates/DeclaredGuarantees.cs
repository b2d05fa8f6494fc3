using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Templates;

/// <summary>The guarantees that an estate declares in its resources' metadata, and which resources form which tier.</summary>
public sealed class DeclaredGuarantees
{
    private readonly ILookup<TierMember, ResolvedResource> _members;

    private DeclaredGuarantees(
        ImmutableArray<DeclaredGuaranteeSet> sets, ILookup<TierMember, ResolvedResource> members, ImmutableArray<Problem> problems) =>
        (Sets, _members, Problems) = (sets, members, problems);

    /// <summary>The sets, each with the resource that carries it.</summary>
    public ImmutableArray<DeclaredGuaranteeSet> Sets { get; }

    /// <summary>What could not be read, and guarantees about tiers without a member.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>The tiers that have a member. A tier that only tags name has an empty network; these come last.</summary>
    public IEnumerable<TierMember> Tiers => _members.Select(members => members.Key).OrderBy(tier => tier.Network.Length == 0);

    /// <summary>Reads the metadata and tags of all resources of an estate.</summary>
    public static DeclaredGuarantees Read(Estate estate)
    {
        ArgumentNullException.ThrowIfNull(estate);
        var problems = new ProblemList();
        var sets = ImmutableArray.CreateBuilder<DeclaredGuaranteeSet>();
        var members = new List<(TierMember Tier, ResolvedResource Resource)>();
        foreach (var resource in estate.Resources)
        {
            var errors = new List<string>();
            if (resource.FindMetadata(GuaranteeSet.MetadataKey) is { } written && GuaranteeSet.Read(written, errors) is { } set)
            {
                sets.Add(new DeclaredGuaranteeSet(resource.Stack, resource, set));
            }

            if (resource.FindMetadata(TierMember.MetadataKey) is { } entry)
            {
                members.AddRange(TierMember.Read(entry, errors).Select(tier => (tier, resource)));
            }

            members.AddRange(TaggedTiers(resource, errors).Select(tier => (tier, resource)));
            problems.AddRange(errors.Select(error => DiagnosticCatalogue.UnreadableGuarantee.At(
                resource.ToString(), error, "write the metadata as docs/guarantees.md shows")));
        }

        foreach (var stack in estate.Stacks)
        {
            ReadTemplate(stack, sets, problems);
        }

        var guarantees = new DeclaredGuarantees(
            sets.DrainToImmutable(), members.Distinct().ToLookup(member => member.Tier, member => member.Resource), []);
        problems.AddRange(guarantees.TiersWithoutMember());
        return new DeclaredGuarantees(guarantees.Sets, guarantees._members, problems.ToSorted());
    }

    /// <summary>The members of a tier of one network: its subnets, security groups, attachments, firewalls...</summary>
    public IEnumerable<ResolvedResource> Members(TierMember tier) => _members[tier];

    /// <summary>The members of the tiers that a selector names: <c>web</c> in every network, or <c>Dev/Network/web</c> in one.</summary>
    public IEnumerable<ResolvedResource> Members(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _members
            .Where(tier => string.Equals(tier.Key.Tier, name, StringComparison.Ordinal)
                || string.Equals($"{tier.Key.Network}/{tier.Key.Tier}", name, StringComparison.Ordinal))
            .SelectMany(tier => tier)
            .Distinct();
    }

    // What users add to a pattern's promises stands in the template's own metadata, one entry for each.
    private static void ReadTemplate(ResolvedStack stack, ImmutableArray<DeclaredGuaranteeSet>.Builder sets, ProblemList problems)
    {
        if (stack.Template.Metadata.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        var errors = new List<string>();
        foreach (var entry in stack.Template.Metadata.EnumerateObject().Where(entry => entry.Name.StartsWith(GuaranteeSet.MetadataKey, StringComparison.Ordinal)))
        {
            if (GuaranteeSet.Read(entry.Value, errors) is { } set)
            {
                sets.Add(new DeclaredGuaranteeSet(stack, Resource: null, set));
            }
        }

        problems.AddRange(errors.Select(error => DiagnosticCatalogue.UnreadableGuarantee.At(
            stack.Name, error, "write the metadata as docs/guarantees.md shows")));
    }

    private IEnumerable<Problem> TiersWithoutMember() =>
        from declared in Sets
        from guarantee in declared.Set.Guarantees
        from party in new[] { guarantee.From, guarantee.To, (guarantee as OnlyThrough)?.Through }.OfType<TierParty>()
        where !_members.Contains(new TierMember(party.Network ?? declared.Set.Network, party.Name))
        select DiagnosticCatalogue.TierWithoutMember.At(
            declared.Where, $"'{guarantee}' speaks of {party}, which has no member", "mark the tier's subnets and groups, or give their template too");

    private static IEnumerable<TierMember> TaggedTiers(ResolvedResource resource, List<string> errors)
    {
        // Few resources carry the tag: look at the bytes before resolving anything.
        var properties = resource.Body.Properties;
        if (properties.ValueKind != JsonValueKind.Object
            || !properties.TryGetProperty("Tags"u8, out var written)
            || JsonMarshal.GetRawUtf8Value(written).IndexOf(Encoding.UTF8.GetBytes(TierMember.TagKey)) < 0)
        {
            yield break;
        }

        foreach (var value in TagValues(resource["Tags"]))
        {
            if (value.TryGet(out var tier))
            {
                yield return new TierMember("", tier);
            }
            else
            {
                errors.Add($"the tag {TierMember.TagKey} has a value that can't be known: {value.Unknown?.Reason ?? "it has none"}");
            }
        }
    }

    // Most types take a list of keys and values, some a map.
    private static IEnumerable<Reading<string>> TagValues(ResolvedValue tags) => tags switch
    {
        ListValue list => list.OfType<MapValue>()
            .Where(tag => tag.Text("Key").TryGet(out var key) && string.Equals(key, TierMember.TagKey, StringComparison.Ordinal))
            .Select(tag => tag.Text("Value")),
        MapValue map when map[TierMember.TagKey] is not NoValue => [map.Text(TierMember.TagKey)],
        _ => [],
    };
}

/// <summary>A set of guarantees and where it is declared.</summary>
/// <param name="Stack">The stack whose template declares it.</param>
/// <param name="Resource">The network's main resource, which carries it; null where the template's own metadata does.</param>
/// <param name="Set">What the network promises.</param>
public sealed record DeclaredGuaranteeSet(ResolvedStack Stack, ResolvedResource? Resource, GuaranteeSet Set)
{
    internal string Where => Resource?.ToString() ?? Stack.Name;
}
