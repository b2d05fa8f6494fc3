using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>A VPN, settled.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html</remarks>
internal sealed record SiteToSiteVpnPlan
{
    /// <summary>The construct path.</summary>
    public required string Path { get; init; }

    /// <summary>What the user asked for, checked, for parts that decide nothing more.</summary>
    public required SiteToSiteVpnProps Props { get; init; }

    /// <summary>Whether a text stands for a value that only deployment knows.</summary>
    public required Func<string, bool> IsToken { get; init; }

    /// <summary>The site's ranges, sorted.</summary>
    public required ImmutableArray<Cidr> Ranges { get; init; }

    /// <summary>What the address book gets: the ranges, and the tunnels' inside addresses.</summary>
    public required ImmutableArray<AddressRange> Reserved { get; init; }

    /// <summary>The route tables that learn the site's routes; none at a hub.</summary>
    public required ImmutableArray<RouteTablePlan> LearningTables { get; init; }

    /// <summary>What is promised at a VPC; at a hub its attachments promise.</summary>
    public required ImmutableArray<Guarantee> Guarantees { get; init; }

    /// <summary>Plans a VPN.</summary>
    /// <exception cref="PlanException">Carries every problem, those found before too.</exception>
    public static SiteToSiteVpnPlan From(SiteToSiteVpnProps props, PatternContext context, ProblemList problems)
    {
        SiteToSiteVpnRules.Check(props, context, problems);
        problems.ThrowIfAny();
        ImmutableArray<Cidr> ranges = [.. props.Ranges.Select(Cidr.Parse).Distinct().Order()];
        return new()
        {
            Path = context.Path,
            Props = props,
            IsToken = context.IsToken,
            Ranges = ranges,
            Reserved =
            [
                .. props.Ranges.Select(range => new AddressRange(context.Path, Cidr.Parse(range), AddressRangeKind.OnPremises)),
                .. SiteToSiteVpnRules.InsideOf(props, context.Path, problems),
            ],
            LearningTables = props.Network is { } network
                ? [.. network.Plan.RouteTables.Where(table => props.Tiers.Contains(table.Tier.Name, StringComparer.Ordinal))]
                : [],
            Guarantees = props.Network is { } vpc ? SiteGuarantees.Of(vpc.Plan, props.Tiers, ranges) : [],
        };
    }
}
