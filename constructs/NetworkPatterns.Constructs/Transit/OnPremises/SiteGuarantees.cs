using System.Collections.Immutable;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Transit.OnPremises;

/// <summary>What a site at a virtual private gateway promises: the named tiers and the site reach each other as the tiers' rules say, other tiers never.</summary>
/// <remarks>At a hub, <see cref="SegmentAttachment"/> promises for the site.</remarks>
internal static class SiteGuarantees
{
    public static ImmutableArray<Guarantee> Of(ThreeTierVpcPlan network, IReadOnlyList<string> tiers, IEnumerable<Cidr> ranges)
    {
        var site = new SpokeEntry("", "", "", [.. ranges]) { Kind = SpokeKind.Outside };
        var vpc = new SpokeEntry("", network.Path, "", [.. network.Addresses.CidrBlocks.Where(block => !block.IsRelative).Select(block => block.Block)])
        {
            Kind = SpokeKind.Planned,
            Network = network,
            RoutedTiers = [.. tiers],
            MeetsInternet = network.HasInternetGateway || network.HasEgressOnlyInternetGateway,
        };
        return
        [
            .. SpokeGuaranteePlanner.Arrivals(vpc, site),
            .. SpokeGuaranteePlanner.Arrivals(site, vpc),
            .. from tier in network.Tiers
               where tier.IsForWorkloads && !tiers.Contains(tier.Name, StringComparer.Ordinal)
               from range in SpokeGuaranteePlanner.Apart(site, vpc)
               from promise in new Guarantee[]
               {
                   new NeverReaches(Party.Tier(network.Path, tier.Name), Party.Range(range)),
                   new NeverReaches(Party.Range(range), Party.Tier(network.Path, tier.Name)),
               }
               select promise,
        ];
    }
}
