using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>The names and records of an application in several Regions.</summary>
internal sealed partial record MultiRegionApplicationPlan(string DomainName, string ZoneName, ImmutableArray<ApplicationRegion> Regions, RecordTree Tree)
{
    private const int FewestRegions = 2;

    /// <summary>The Region of the stacks that are no Region's: of the zone and the records.</summary>
    public string HomeRegion => Partitions.HomeRegionOf(Partitions.Of(Regions[0].Region));

    /// <summary>Plans what can be planned before the Regions' stacks are filled.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static MultiRegionApplicationPlan From(MultiRegionApplicationProps props, PatternContext context) =>
        From(props, ImmutableDictionary<string, RegionalEntry>.Empty, ImmutableDictionary<string, string>.Empty, context);

    /// <summary>Plans the records over the entry points that the Regions have.</summary>
    /// <exception cref="PlanException">Carries every problem of the props and entries.</exception>
    public static MultiRegionApplicationPlan From(
        MultiRegionApplicationProps props,
        IReadOnlyDictionary<string, RegionalEntry> entries,
        IReadOnlyDictionary<string, string> healthCheckIds,
        PatternContext context)
    {
        var problems = new ProblemList();
        ImmutableArray<ApplicationRegion> regions = [.. props.Regions];
        CheckRegions(regions, context.At(nameof(props.Regions)), problems);
        if (props is { HostedZoneId: not null, DeployedZoneId: not null })
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                context.At(nameof(props.DeployedZoneId)),
                "HostedZoneId is of a zone that existed before, DeployedZoneId of one that this application made, and both are given",
                "leave one of them out"));
        }

        ImmutableArray<string> names = [.. regions.Select(region => region.Name).Distinct(StringComparer.Ordinal)];
        problems.AddRange(props.Routing.Problems(names, context.At(nameof(props.Routing))));
        if (props is { LastResort: not null, Routing: GeolocationRouting { HasExclusivePlace: true } })
        {
            problems.Add(DiagnosticCatalogue.ContradictoryProps.At(
                context.At(nameof(props.LastResort)),
                "an exclusive place always counts as healthy, so the last resort might never answer anybody",
                "leave LastResort out, or let no place be exclusive"));
        }

        foreach (var (region, entry) in entries)
        {
            CheckEntry(region, entry, props, context, problems);
        }

        CheckDistributions(entries, props, context, problems);
        problems.ThrowIfAny();

        var isDualStack = entries.Count > 0 && entries.Values.All(entry => entry.Target is AliasTarget { IsDualStack: true });
        var members = props.Routing.Members(new(NameOf(props.DomainName), regions, isDualStack, healthCheckIds)).ToImmutableArray();
        if (props.LastResort is { } lastResort)
        {
            members =
            [
                RecordMember.Primary(RecordTarget.NamedGroup($"active.{NameOf(props.DomainName)}", members)),
                RecordMember.Secondary(lastResort),
            ];
        }

        var tree = RecordTree.From(
            new()
            {
                Path = context.Path,
                PropsType = context.PropsType,
                ZoneName = props.ZoneName,
                Name = props.DomainName,
                Members = members,
                IsToken = context.IsToken,
            },
            problems);
        problems.ThrowIfAny();
        return new(tree.Root.Name, NameOf(props.ZoneName), regions, tree);
    }

    /// <summary>The record of one Region's own name.</summary>
    public RecordTree RegionalTree(ApplicationRegion region, RecordTarget target, PatternContext context) => RecordTree.From(new()
    {
        Path = context.Path,
        PropsType = context.PropsType,
        ZoneName = ZoneName,
        Name = $"{region.Name}.{DomainName}",
        Members = [RecordMember.Simple(target)],
        TtlSeconds = target is ValuesTarget ? 60 : null,
        IsToken = context.IsToken,
    });

    private static string NameOf(string text) => DnsName.TryParse(text, out var name) ? name : text;

    private static void CheckRegions(ImmutableArray<ApplicationRegion> regions, string where, ProblemList problems)
    {
        if (regions.Length < FewestRegions)
        {
            problems.Add(DiagnosticCatalogue.ApplicationRegions.At(where, $"{regions.Length} Regions are not several", "name at least two Regions"));
        }

        foreach (var region in regions.Where(region => !RegionName().IsMatch(region.Name)))
        {
            problems.Add(DiagnosticCatalogue.ApplicationRegions.At(
                where, $"'{region.Name}' cannot be the name of a Region here", "use lower-case letters, digits and hyphens, a letter first, up to 20, such as eu"));
        }

        foreach (var region in regions.Where(region => !RegionCode.IsValid(region.Region)))
        {
            problems.Add(DiagnosticCatalogue.NotARegion.At(where, $"'{region.Region}' is not the code of a Region", "write it like eu-west-1"));
        }

        if (regions.Select(region => Partitions.Of(region.Region)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList() is { Count: > 1 } partitions)
        {
            problems.Add(DiagnosticCatalogue.ApplicationRegions.At(
                where, $"the Regions are of the partitions {string.Join(" and ", partitions)}, and no account is in both", "make an application in each partition, and delegate a zone to each"));
        }

        foreach (var repeated in regions.GroupBy(region => region.Name, StringComparer.Ordinal).Concat(regions.GroupBy(region => region.Region, StringComparer.Ordinal)).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApplicationRegions.At(where, $"'{repeated.Key}' is listed {repeated.Count()} times", "list each Region once, under a name of its own"));
        }
    }

    private static void CheckEntry(string region, RegionalEntry entry, MultiRegionApplicationProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At($"{nameof(props.Entry)}[{region}]");
        if (entry.Health is null && entry.Target is not (AliasTarget { ReportsHealth: true } or GroupTarget))
        {
            problems.Add(DiagnosticCatalogue.ApplicationEntry.At(
                where,
                $"nothing tells Route 53 that the entry point of '{region}' is down: only load balancers tell it themselves",
                "give the entry RegionalHealth.Https, or RegionalHealth.Alarm where checkers are turned away"));
        }

        if (entry.Target is GroupTarget && (props.HostedZoneId ?? props.DeployedZoneId) is null)
        {
            problems.Add(DiagnosticCatalogue.ApplicationEntry.At(
                where,
                $"the entry point of '{region}' is a group of records, whose aliases need the ID of the zone",
                "deploy the zone's stack first and give its output as DeployedZoneId, or make the entry one target"));
        }

        if (entry.Health?.AlarmName is { } alarm && context.IsToken(alarm))
        {
            problems.Add(DiagnosticCatalogue.TokenForLiteral.At(
                where, "the alarm's name is a token of the Region's stack, and the health check is made in another Region", "give the alarm a literal name"));
        }
    }

    // A distribution answers for the application's name only as its alternate domain name, which no two distributions can have.
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html
    private static void CheckDistributions(
        IReadOnlyDictionary<string, RegionalEntry> entries, MultiRegionApplicationProps props, PatternContext context, ProblemList problems)
    {
        var regions = entries.Where(entry => entry.Value.Target is AliasTarget { Kind: AliasTargetKind.CloudFront }).Select(entry => entry.Key).Order(StringComparer.Ordinal).ToList();
        if (regions.Count > 1 || (regions.Count == 1 && props.LastResort is AliasTarget { Kind: AliasTargetKind.CloudFront }))
        {
            problems.Add(DiagnosticCatalogue.ApplicationEntry.At(
                context.At(nameof(props.Entry)),
                $"{string.Join(" and ", regions)}{(regions.Count == 1 ? " and LastResort" : "")} enter through CloudFront distributions, and only one distribution can have the alternate domain name {NameOf(props.DomainName)}",
                "use one distribution with origin failover over the Regions' own names, and load balancers as their entry points"));
        }
    }

    [GeneratedRegex("^[a-z]([a-z0-9-]{0,18}[a-z0-9])?\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RegionName();
}
