using System.Collections.Immutable;
using Constructs;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>A hub as some stack sees it: its policy, and where its IDs come from.</summary>
internal sealed class HubView(SegmentPolicy policy, long asn, string? region, HubIds ids, SpokeRegister register)
    : ITransitGatewayHub
{
    /// <summary>Whether stacks other than the hub's can know it.</summary>
    public bool IsExported { get; init; } = true;

    public string TransitGatewayId => ids.Gateway();

    public long AmazonSideAsn => asn;

    public string? Region => region;

    public ImmutableArray<string> Segments => [.. policy.Segments.Keys];

    public ImmutableArray<string> PrivateRanges => [.. policy.PrivateRanges.Select(range => range.ToString())];

    public SegmentPolicy Policy => policy;

    public SpokeRegister Register => register;

    /// <summary>Whether the route tables are of this account, so that associations and propagations can be made here.</summary>
    public bool HasRouteTables => ids.Table is not null;

    public string RouteTableId(string segment) => TableId(Known(segment));

    public SegmentRouteTables RouteTables(string segment)
    {
        var routing = policy.RoutingOf(Known(segment));
        return new(
            TableId(routing.Association),
            routing.Propagations.ToImmutableSortedDictionary(table => table, TableId, StringComparer.Ordinal),
            routing.InspectedIn.ToImmutableSortedDictionary(table => table, TableId, StringComparer.Ordinal),
            policy.HasInspection ? ids.InspectionAttachment() : null);
    }

    public ITransitGatewayHub SeenFrom(Construct scope) => this;

    private string Known(string segment) => policy.Segments.ContainsKey(segment)
        ? segment
        : throw new KeyNotFoundException($"the hub has no segment '{segment}'; its segments are {string.Join(", ", policy.Segments.Keys)}");

    private string TableId(string table) => ids.Table is { } find
        ? find(table)
        : throw new KeyNotFoundException("the hub is of another account, and its route tables are not known here");
}

/// <summary>Where the IDs of a hub come from, each when it is asked for: a reference costs a crossing to CDK.</summary>
/// <param name="Gateway">The gateway's ID.</param>
/// <param name="Table">The ID of a table by its name; <see langword="null"/> where tables are another account's.</param>
/// <param name="InspectionAttachment">The ID of the inspection's attachment.</param>
internal sealed record HubIds(Func<string> Gateway, Func<string, string>? Table, Func<string> InspectionAttachment);
