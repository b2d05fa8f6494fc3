using NetworkPatterns.Network.Reachability;
using NetworkPatterns.Network.Reading;

namespace NetworkPatterns.Network.Tests.Reachability;

/// <summary>The estate that the benchmark measures is the one that <see cref="MatrixTests"/> proves right.</summary>
public sealed class SegmentedTemplatesTests
{
    private const int Vpcs = 61;

    [Fact]
    public void AnswerAllPairs_OfTheTemplates_IsAsOfTheModel()
    {
        var model = new SegmentedEstate(Vpcs);
        var expected = new ReachabilityAnalyzer(model.Model).AnswerAllPairs(model.Groups);

        var estate = NetworkPatterns.Templates.Estate.Read(new SegmentedTemplates(Vpcs).Sources);
        var reading = NetworkModelReader.Read(estate);
        var tiers = SegmentedTemplates.Tiers(reading.Model);
        var matrix = new ReachabilityAnalyzer(reading.Model).AnswerAllPairs(tiers);

        estate.Problems.ShouldBeEmpty();
        estate.Warnings.ShouldBeEmpty();
        reading.Problems.ShouldBeEmpty();
        tiers.Select(tier => tier.Name).ShouldBe(model.Groups.Select(tier => tier.Name));
        for (var from = 0; from < tiers.Length; from++)
        {
            for (var to = 0; to < tiers.Length; to++)
            {
                // The web tiers meet on the internet; the Regions' hubs are peered in the model only.
                if (SegmentedEstate.RegionOf(from / 3) == SegmentedEstate.RegionOf(to / 3))
                {
                    matrix[from, to].ShouldBe(expected[from, to], $"{tiers[from].Name} to {tiers[to].Name}");
                }
            }
        }
    }
}
