using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Constructs.Tests.Vpc;

public sealed class GuaranteePlannerTests
{
    [Fact]
    public void GuaranteesOf_Defaults_AreTheChainAndNothingBesideIt() => Texts(Sample.Minimal()).ShouldBe(
    [
        "tier:web can reach tier:app on tcp 8080",
        "tier:web reaches tier:app at most on tcp 8080",
        "tier:web never reaches tier:data",
        "tier:app reaches tier:web at most on tcp 443",
        "tier:app can reach tier:data on tcp 3306",
        "tier:app reaches tier:data at most on tcp 3306",
        "tier:data never reaches tier:web",
        "tier:data never reaches tier:app",
        "internet reaches tier:web at most on tcp 80, tcp 443",
        "tier:web never reaches internet",
        "internet never reaches tier:app",
        "tier:app can reach internet on tcp 443",
        "tier:app reaches internet at most on tcp 443",
        "internet never reaches tier:data",
        "tier:data never reaches internet",
    ]);

    [Fact]
    public void GuaranteesOf_NoNatGateway_PromiseNoWayOut() =>
        Texts(new() { CidrBlock = "10.0.0.0/16", Zones = Sample.TwoZones, NatGateways = NatStrategy.None }).ShouldContain("tier:app never reaches internet");

    [Fact]
    public void Blueprint_Members_SayTheirTier()
    {
        var template = Sample.Minimal().Plain();
        foreach (var id in new[] { "AppSubnetA", "AppSecurityGroup" })
        {
            template.Resources()[id]!["Metadata"]![TierMember.MetadataKey]!.ToJsonString().ShouldBe("""[{"network":"Dev/Network","tier":"app"}]""");
        }

        template.Resources()["Vpc"]!["Metadata"]![GuaranteeSet.MetadataKey]!["guarantees"]!.AsArray().Count.ShouldBe(15);
    }

    private static IEnumerable<string> Texts(ThreeTierVpcProps props) => GuaranteePlanner.GuaranteesOf(props.Plan()).Select(guarantee => guarantee.ToString());
}
