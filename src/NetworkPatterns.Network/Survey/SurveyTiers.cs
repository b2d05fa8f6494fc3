using System.Collections.Immutable;
using NetworkPatterns.Network.Proving;

namespace NetworkPatterns.Network.Survey;

/// <summary>The tiers of a survey: a tier that only tags name is the declared one of the same name, where there is one.</summary>
/// <remarks>Patterns declare a tier in the metadata and tag its subnets too; both are about one tier.</remarks>
internal static class SurveyTiers
{
    public static ImmutableArray<Tier> Of(ImmutableArray<Tier> tiers)
    {
        var result = tiers.Where(tier => tier.Name.Network.Length > 0).ToList();
        foreach (var tagged in tiers.Where(tier => tier.Name.Network.Length == 0))
        {
            var named = result.FindAll(tier => tier.Name.Tier == tagged.Name.Tier);
            var others = tagged.Members.Except(named.SelectMany(tier => tier.Members)).ToImmutableArray();
            if (named.Count == 1)
            {
                result[result.IndexOf(named[0])] = named[0] with { Members = named[0].Members.AddRange(others) };
            }
            else if (!others.IsEmpty)
            {
                result.Add(tagged with { Members = others });
            }
        }

        return [.. result];
    }
}
