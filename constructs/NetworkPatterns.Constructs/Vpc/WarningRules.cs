using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>What is allowed but not advised.</summary>
internal static class WarningRules
{
    public static IEnumerable<Problem> WarningsOf(ThreeTierVpcProps props, ImmutableArray<TierPlan> tiers, PatternContext context)
    {
        // With a tier for attachments the way out may be a hub's.
        var mayHaveHub = tiers.Any(tier => tier.Intent == TierIntent.Transit);
        foreach (var tier in tiers.Where(tier => props.NatGateways.IsNone && !mayHaveHub && tier is { Intent: TierIntent.Egress, HasIPv4: true }))
        {
            yield return DiagnosticCatalogue.EgressWithoutNat.At(
                context.At(nameof(props.NatGateways)),
                $"tier '{tier.Name}' is to have egress, and without a NAT gateway it reaches gateway endpoints only{(tier.HasIPv6 ? ", and the internet over IPv6" : "")}",
                "choose NatStrategy.Single or NatStrategy.PerZone, or make the tier isolated");
        }

        if (props.Shares.Count > 0 && props.Zones.Any(zone => Zone.TryParse(zone.Zone, out var parsed) && parsed.Kind != ZoneKind.Id))
        {
            yield return DiagnosticCatalogue.SharedZoneNames.At(
                context.At(nameof(props.Zones)),
                "subnets are shared with other accounts, where the name of a zone can mean another building",
                "write the zones by AZ ID, such as euw1-az1");
        }

        foreach (var tier in tiers.Where(tier =>
            props.BlockPublicAccess is not null && tier.Intent == TierIntent.Internet && tier.Props.PublicAccessExclusion is null))
        {
            yield return DiagnosticCatalogue.PublicTierBlocked.At(
                context.At($"{nameof(props.Tiers)}[{tier.Name}]"),
                $"tier '{tier.Name}' faces the internet, and the VPC's own BlockPublicAccess stops what the internet sends",
                "give the tier a PublicAccessExclusion, or leave BlockPublicAccess out");
        }
    }
}
