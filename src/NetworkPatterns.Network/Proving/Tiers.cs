using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Proving;

/// <summary>The tiers that an estate declares, by the names of the model.</summary>
internal static class Tiers
{
    /// <summary>The tiers with everything that belongs to them.</summary>
    public static ImmutableArray<Tier> Of(DeclaredGuarantees declared, Estate estate, NetworkModel model) =>
        [.. Of(declared, estate).Select(tier => tier with { Members = [.. tier.Members.SelectMany(member => WithVpc(member, model)).Distinct()] })];

    /// <summary>The tiers with what says itself that it belongs to them.</summary>
    public static ImmutableArray<Tier> Of(DeclaredGuarantees declared, Estate estate) =>
        [.. declared.Tiers.Select(tier => new Tier(tier, [.. declared.Members(tier).Select(member => ResourceNames.IdOf(member, estate))]))];

    // A VPC's attachment stands for all that is behind it.
    private static IEnumerable<ComponentId> WithVpc(ComponentId member, NetworkModel model) =>
        model.All<TransitGatewayAttachment>().FirstOrDefault(attachment => attachment.Id == member) is { Resource: AttachedResource.OfVpc { Vpc: var vpc } }
            ?
            [
                member,
                .. model.All<Subnet>().Where(subnet => subnet.Vpc == vpc).Select(subnet => subnet.Id),
                .. model.All<SecurityGroup>().Where(group => group.Vpc.IsKnown && group.Vpc.Value == vpc).Select(group => group.Id),
            ]
            : [member];
}
