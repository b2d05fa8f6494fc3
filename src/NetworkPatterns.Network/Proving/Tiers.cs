using System.Collections.Immutable;
using NetworkPatterns.Network.Reading;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Proving;

/// <summary>The tiers that an estate declares, by the names of the model.</summary>
internal static class Tiers
{
    public static ImmutableArray<Tier> Of(DeclaredGuarantees declared, Estate estate) =>
        [.. declared.Tiers.Select(tier => new Tier(tier, [.. declared.Members(tier).Select(member => ResourceNames.IdOf(member, estate))]))];
}
