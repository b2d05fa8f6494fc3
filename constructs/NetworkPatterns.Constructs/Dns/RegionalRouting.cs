using System.Collections.Immutable;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>How an application's clients are divided among its Regions.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html</remarks>
public abstract record RegionalRouting
{
    private protected RegionalRouting()
    {
    }

    /// <summary>All Regions are active: each client gets the fastest healthy one.</summary>
    public static RegionalRouting Latency { get; } = new LatencyRouting();

    /// <summary>One Region answers; the other takes over while the first is unhealthy (pilot light, warm standby).</summary>
    /// <param name="primary">The name of the Region that answers.</param>
    /// <param name="secondary">The name of the Region that stands by.</param>
    public static RegionalRouting ActivePassive(string primary, string secondary) => new ActivePassiveRouting(primary, secondary);

    /// <summary>Clients are shared by weight: a canary Region, or moving from one Region to another.</summary>
    /// <param name="weights">For every Region its weight, 0 to 255.</param>
    public static RegionalRouting Weighted(params IEnumerable<(string Region, int Weight)> weights) => new WeightedRouting([.. weights]);

    /// <summary>Clients are divided by where they are.</summary>
    /// <param name="elsewhere">Names of the Regions, at least one, for clients at none of the places; the fastest healthy one answers.</param>
    /// <param name="places">The places and their Regions.</param>
    public static RegionalRouting Geolocation(IEnumerable<string> elsewhere, params IEnumerable<GeographicShare> places) =>
        new GeolocationRouting([.. elsewhere], [.. places]);

    internal abstract IEnumerable<RecordMember> Members(RegionalNames names);

    internal abstract IEnumerable<Problem> Problems(ImmutableArray<string> regions, string at);

    private protected static IEnumerable<Problem> Unknown(IEnumerable<string> named, ImmutableArray<string> regions, string at) =>
        from name in named.Distinct(StringComparer.Ordinal)
        where !regions.Contains(name, StringComparer.Ordinal)
        select DiagnosticCatalogue.ApplicationRouting.At(
            at, $"the application has no Region called '{name}'", $"name one of {string.Join(", ", regions.Order(StringComparer.Ordinal))}");

    private protected static IEnumerable<Problem> Unused(IEnumerable<string> named, ImmutableArray<string> regions, string at) =>
        from region in regions
        where !named.Contains(region, StringComparer.Ordinal)
        select DiagnosticCatalogue.ApplicationRouting.At(at, $"no client would ever get the Region '{region}'", "name it in the routing, or leave it out of Regions");
}

/// <summary>Clients at a place, and the Regions that answer them.</summary>
/// <param name="Name">The place's name in the record group, such as <c>europe</c>.</param>
/// <param name="Location">The place.</param>
/// <param name="Regions">Names of the Regions; the fastest healthy one answers.</param>
public sealed record GeographicShare(string Name, GeoLocation Location, ImmutableArray<string> Regions)
{
    /// <summary>
    /// Whether these Regions answer even while all of them are unhealthy, so that clients known to be at the place are never
    /// sent elsewhere: for data that must not leave a continent. Default: no. Clients whose place Route 53 does not know
    /// always get the default.
    /// </summary>
    public bool IsExclusive { get; init; }

    /// <summary>A place and the Regions that answer it.</summary>
    public static GeographicShare Of(string name, GeoLocation location, params IEnumerable<string> regions) => new(name, location, [.. regions]);

    /// <inheritdoc/>
    public bool Equals(GeographicShare? other) =>
        other is not null && Name == other.Name && Location == other.Location && IsExclusive == other.IsExclusive && Regions.SequenceEqual(other.Regions);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Location, IsExclusive, Regions.Length);
}

internal sealed record LatencyRouting : RegionalRouting
{
    internal override IEnumerable<RecordMember> Members(RegionalNames names) => names.All.Select(region => names.Latency(region.Name));

    internal override IEnumerable<Problem> Problems(ImmutableArray<string> regions, string at) => [];
}

internal sealed record ActivePassiveRouting(string Primary, string Secondary) : RegionalRouting
{
    internal override IEnumerable<RecordMember> Members(RegionalNames names) =>
        [names.Checked(Primary, RecordMember.Primary(names.Target(Primary))), names.Checked(Secondary, RecordMember.Secondary(names.Target(Secondary)))];

    internal override IEnumerable<Problem> Problems(ImmutableArray<string> regions, string at)
    {
        if (Primary == Secondary)
        {
            yield return DiagnosticCatalogue.ApplicationRouting.At(at, $"'{Primary}' cannot stand by for itself", "name two Regions");
        }

        foreach (var problem in Unknown([Primary, Secondary], regions, at).Concat(Unused([Primary, Secondary], regions, at)))
        {
            yield return problem;
        }
    }
}

internal sealed record WeightedRouting(ImmutableArray<(string Region, int Weight)> Weights) : RegionalRouting
{
    internal override IEnumerable<RecordMember> Members(RegionalNames names) =>
        Weights.Select(share => names.Checked(share.Region, RecordMember.Weighted(share.Region, share.Weight, names.Target(share.Region))));

    internal override IEnumerable<Problem> Problems(ImmutableArray<string> regions, string at) =>
        Unknown(Weights.Select(share => share.Region), regions, at).Concat(Unused(Weights.Select(share => share.Region), regions, at));
}

internal sealed record GeolocationRouting(ImmutableArray<string> Elsewhere, ImmutableArray<GeographicShare> Places) : RegionalRouting
{
    public bool HasExclusivePlace => Places.Any(place => place.IsExclusive);

    internal override IEnumerable<RecordMember> Members(RegionalNames names) => Places
        .Select(place => Member(RecordMember.Geolocation(place.Name, place.Location, RecordTarget.Values()), place.Regions, place.IsExclusive, names))
        .Append(Member(RecordMember.DefaultGeolocation(RecordTarget.Values()), Elsewhere, isExclusive: false, names));

    internal override IEnumerable<Problem> Problems(ImmutableArray<string> regions, string at)
    {
        string[] named = [.. Elsewhere, .. Places.SelectMany(place => place.Regions)];
        foreach (var empty in Places.Where(place => place.Regions.IsEmpty).Select(place => $"the place '{place.Name}'").Concat(Elsewhere.IsEmpty ? ["everywhere else"] : Array.Empty<string>()))
        {
            yield return DiagnosticCatalogue.ApplicationRouting.At(at, $"no Region answers {empty}", "name at least one Region");
        }

        foreach (var problem in Unknown(named, regions, at).Concat(Unused(named, regions, at)).Concat(Leaks(at)))
        {
            yield return problem;
        }
    }

    // A smaller place inside an exclusive one wins over it, so its Regions have to be among the exclusive ones too.
    private IEnumerable<Problem> Leaks(string at) =>
        from outer in Places
        where outer.IsExclusive
        from inner in Places
        where inner != outer && IsInside(inner.Location, outer.Location)
        from region in inner.Regions
        where !outer.Regions.Contains(region, StringComparer.Ordinal)
        select DiagnosticCatalogue.CompliantContinent.At(
            at,
            $"clients at '{inner.Name}' ({inner.Location}) are at '{outer.Name}' ({outer.Location}) too, which is exclusive, and would be answered from '{region}'",
            $"answer '{inner.Name}' from {string.Join(", ", outer.Regions)} only, or let '{outer.Name}' not be exclusive");

    private static bool IsInside(GeoLocation inner, GeoLocation outer) => outer switch
    {
        { ContinentCode: { } continent } => inner.CountryCode is { } country && Continents.FindContinentOf(country) == continent,
        { SubdivisionCode: null, CountryCode: { } country } => inner.SubdivisionCode is not null && inner.CountryCode == country,
        _ => false,
    };

    private static RecordMember Member(RecordMember member, ImmutableArray<string> regions, bool isExclusive, RegionalNames names)
    {
        // An exclusive alias evaluates nothing and has no check of its own: it always counts as healthy, and is never left.
        bool? evaluate = isExclusive ? false : null;
        return regions.Length == 1
            ? names.Checked(isExclusive ? null : regions[0], member with { Target = names.Target(regions[0]), EvaluateTargetHealth = evaluate })
            : member with
            {
                Target = RecordTarget.NamedGroup($"geo-{member.Name.ToLowerInvariant()}.{names.DomainName}", regions.Where(names.Has).Select(names.Latency)),
                EvaluateTargetHealth = evaluate,
            };
    }
}

/// <summary>The Regions' own records, as targets of the application's.</summary>
internal sealed class RegionalNames(
    string domainName, ImmutableArray<ApplicationRegion> regions, bool isDualStack, IReadOnlyDictionary<string, string> healthCheckIds)
{
    public string DomainName => domainName;

    public ImmutableArray<ApplicationRegion> All => regions;

    public bool Has(string region) => regions.Any(known => known.Name == region);

    public RecordTarget Target(string region) => RecordTarget.Record($"{region}.{domainName}", isDualStack);

    public RecordMember Latency(string region) =>
        Checked(region, RecordMember.Latency(regions.First(known => known.Name == region).Region, Target(region)));

    public RecordMember Checked(string? region, RecordMember member) =>
        region is not null && healthCheckIds.TryGetValue(region, out var id) ? member with { HealthCheckId = id } : member;
}
