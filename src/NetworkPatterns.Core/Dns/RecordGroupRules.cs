using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Dns;

/// <summary>What has to hold among the members of one group.</summary>
internal static class RecordGroupRules
{
    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html
    private const int RecordsPerNameQuota = 100;
    private const int GeoproximityQuota = 30;
    private const int LongestWeight = 255;
    private const int LargestBias = 99;

    public static void Check(RoutingPolicy policy, ImmutableArray<RecordMember> members, string where, ProblemList problems)
    {
        if (members.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.NoMembers.At(where, "the group has no members", "give it at least one"));
            return;
        }

        foreach (var other in members.Where(member => member.Selector.Policy != policy))
        {
            problems.Add(DiagnosticCatalogue.TwoPolicies.At(
                At(where, other),
                $"the member is of the policy {other.Selector.Policy}, and its group of the policy {policy}; a name and type has one policy",
                $"make it a member of the policy {policy}, or let it be a group below one"));
        }

        CheckNames(members, where, problems);
        CheckQuota(policy, members, where, problems);
        foreach (var member in members)
        {
            CheckSelector(member, At(where, member), problems);
        }

        CheckUniqueness(members, where, problems);
        CheckCompleteness(policy, members, where, problems);
    }

    private static void CheckNames(ImmutableArray<RecordMember> members, string where, ProblemList problems)
    {
        foreach (var member in members.Where(member => !Names.IsValid(member.Name)))
        {
            problems.Add(DiagnosticCatalogue.MemberName.At(
                where, $"'{member.Name}' cannot be the name of a member", "use a letter, then up to 63 letters, digits and hyphens"));
        }

        foreach (var clash in members.GroupBy(member => Names.Key(member.Name), StringComparer.Ordinal).Where(clash => clash.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DuplicateMember.At(
                where,
                $"{clash.Count()} members are called {string.Join(" and ", clash.Select(member => $"'{member.Name}'").Distinct(StringComparer.Ordinal))}, which gives them one set identifier or logical ID",
                "give each member a name of its own"));
        }
    }

    private static void CheckQuota(RoutingPolicy policy, ImmutableArray<RecordMember> members, string where, ProblemList problems)
    {
        var quota = policy == RoutingPolicy.Geoproximity ? GeoproximityQuota : RecordsPerNameQuota;
        if (policy == RoutingPolicy.Simple ? members.Length > 1 : members.Length > quota)
        {
            problems.Add(DiagnosticCatalogue.TooManyMembers.At(
                where,
                policy == RoutingPolicy.Simple
                    ? $"a simple record stands alone, and {members.Length} are given"
                    : $"{members.Length} records of one name and type are more than the quota of {quota}",
                policy == RoutingPolicy.Simple ? "put the values into one record, or choose another policy" : "divide them into groups below this one"));
        }
    }

    private static void CheckSelector(RecordMember member, string where, ProblemList problems)
    {
        switch (member.Selector)
        {
            case RoutingSelector.Weighted { Weight: < 0 or > LongestWeight } weighted:
                problems.Add(DiagnosticCatalogue.WeightOutOfRange.At(where, $"the weight {weighted.Weight} is not one of 0 to {LongestWeight}", "scale the weights of the group down"));
                break;
            case RoutingSelector.Latency latency when !RegionCode.IsValid(latency.Region):
                problems.Add(DiagnosticCatalogue.NotARegion.At(where, $"'{latency.Region}' is not the code of a Region", "write it like eu-west-1"));
                break;
            case RoutingSelector.Geolocation geolocation:
                CheckLocation(geolocation.Location, where, problems);
                break;
            case RoutingSelector.Geoproximity geoproximity:
                CheckPlace(geoproximity, where, problems);
                break;
            case RoutingSelector.IpBased ipBased:
                IpBasedRules.CheckBlocks(ipBased, where, problems);
                break;
            case RoutingSelector.Multivalue when member.Target is not ValuesTarget { Items.Length: 1 }:
                problems.Add(DiagnosticCatalogue.MultivalueTarget.At(
                    where, "a member of a multivalue answer is one value, neither an alias nor several", "make a member of each value"));
                break;
        }
    }

    private static void CheckLocation(GeoLocation location, string where, ProblemList problems)
    {
        var isPlace = location switch
        {
            { ContinentCode: { } continent } => Continents.IsContinent(continent),
            { SubdivisionCode: { } state } => Continents.IsState(state),
            { IsDefault: true } => true,
            _ => Continents.FindContinentOf(location.CountryCode!) is not null,
        };
        if (!isPlace)
        {
            problems.Add(DiagnosticCatalogue.NotALocation.At(
                where,
                $"Route 53 has no location '{location}'",
                $"name a continent ({string.Join(", ", Continents.Codes)}), a country in ISO 3166-1 alpha-2, or a US state of two letters, in capitals"));
        }
    }

    private static void CheckPlace(RoutingSelector.Geoproximity selector, string where, ProblemList problems)
    {
        if (selector.Bias is < -LargestBias or > LargestBias)
        {
            problems.Add(DiagnosticCatalogue.BiasOutOfRange.At(where, $"the bias {selector.Bias} is not one of -{LargestBias} to {LargestBias}", "change the bias in small steps"));
        }

        if (selector.Place.Coordinates is { } point
            && (point.Latitude is < -90 or > 90 || point.Longitude is < -180 or > 180
                || decimal.Round(point.Latitude, 2) != point.Latitude || decimal.Round(point.Longitude, 2) != point.Longitude))
        {
            problems.Add(DiagnosticCatalogue.NotCoordinates.At(
                where, $"'{point}' are not coordinates that Route 53 takes", "give a latitude of -90 to 90 and a longitude of -180 to 180, with up to two decimals"));
        }

        if (selector.Place.Region is { } region && !RegionCode.IsValid(region))
        {
            problems.Add(DiagnosticCatalogue.NotARegion.At(where, $"'{region}' is not the code of a Region", "write it like eu-west-1"));
        }
    }

    private static void CheckUniqueness(ImmutableArray<RecordMember> members, string where, ProblemList problems)
    {
        var places = members.Select(member => (Member: member, Key: member.Selector switch
        {
            RoutingSelector.Latency latency => $"the Region {latency.Region}",
            RoutingSelector.Geolocation geolocation => $"the location {geolocation.Location}",
            RoutingSelector.IpBased { IsDefault: true } => "the default location",
            RoutingSelector.Failover failover => failover.IsPrimary ? "PRIMARY" : "SECONDARY",
            _ => null,
        }));
        foreach (var repeated in places.Where(place => place.Key is not null).GroupBy(place => place.Key, StringComparer.Ordinal).Where(place => place.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DuplicateMember.At(
                where, $"{repeated.Count()} members are for {repeated.Key}", "leave one of them, and put several resources into a group below it"));
        }

        IpBasedRules.CheckOverlaps(members, where, problems);
    }

    private static void CheckCompleteness(RoutingPolicy policy, ImmutableArray<RecordMember> members, string where, ProblemList problems)
    {
        var selectors = members.Select(member => member.Selector).ToList();
        if (policy == RoutingPolicy.Failover)
        {
            RequireFailover(selectors, isPrimary: true, where, problems);
            RequireFailover(selectors, isPrimary: false, where, problems);
        }

        if (policy == RoutingPolicy.Geolocation && !selectors.Contains(new RoutingSelector.Geolocation(GeoLocation.Default)))
        {
            problems.Add(DiagnosticCatalogue.MissingDefault.At(
                where,
                "no member is the default, so clients whose place is not listed or not known would get no answer",
                "add RecordMember.DefaultGeolocation"));
        }

        if (policy == RoutingPolicy.IpBased && !selectors.Exists(selector => selector is RoutingSelector.IpBased { IsDefault: true }))
        {
            problems.Add(DiagnosticCatalogue.MissingDefault.At(
                where, "no member is the default, so clients of other addresses would get no answer", "add RecordMember.DefaultIp"));
        }
    }

    private static void RequireFailover(List<RoutingSelector> selectors, bool isPrimary, string where, ProblemList problems)
    {
        if (!selectors.Contains(new RoutingSelector.Failover(isPrimary)))
        {
            problems.Add(DiagnosticCatalogue.FailoverIncomplete.At(
                where,
                $"the failover group has no {(isPrimary ? "primary" : "secondary")}",
                $"add RecordMember.{(isPrimary ? "Primary" : "Secondary")}"));
        }
    }

    private static string At(string where, RecordMember member) =>
        where.EndsWith(']') ? $"{where[..^1]}/{member.Name}]" : $"{where}[{member.Name}]";
}
