using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Vpc;

public sealed class ThreeTierVpcMistakeTests
{
    private const string Prefix = "Dev/Network: ThreeTierVpcProps.";

    public static TheoryData<string> Names => [.. Mistakes.All.Select(mistake => mistake.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Plan_Mistake_IsNamedWithPlaceValueAndFix(string name)
    {
        var mistake = Mistakes.All.Single(m => m.Name == name);
        var problems = Should.Throw<PlanException>(() => mistake.Props.Plan()).Problems;
        var problem = problems.FirstOrDefault(p => p.Code == mistake.Code && p.Where.StartsWith(Prefix + mistake.Where, StringComparison.Ordinal));
        problem.ShouldNotBeNull(string.Join('\n', problems));
        problem.What.ShouldContain(mistake.What);
        problem.Fix.ShouldContain(mistake.Fix);
    }

    [Fact]
    public void Mistakes_AreManyAndDistinct()
    {
        Mistakes.All.Count.ShouldBeGreaterThanOrEqualTo(40);
        Mistakes.All.Select(mistake => mistake.Code).Distinct().Count().ShouldBeGreaterThanOrEqualTo(25);
        Mistakes.All.Select(mistake => mistake.Name).ShouldBeUnique();
    }

    [Fact]
    public void Plan_SeveralMistakes_AreReportedTogether()
    {
        var props = new ThreeTierVpcProps
        {
            CidrBlock = "10.0.0.1/16",
            Zones = ["eu-west-1a", "eu-central-1b"],
            AppPort = 100_000,
            FlowLogs = FlowLogs.ToCloudWatch(2),
            NatGateways = NatStrategy.Single("eu-west-1z"),
        };
        Should.Throw<PlanException>(() => props.Plan()).Problems.Select(problem => (problem.Code, problem.Where)).ShouldBe(
        [
            ("NP1002", Prefix + "CidrBlock"),
            ("NP1011", Prefix + "Zones"),
            ("NP1202", Prefix + "AppPort"),
            ("NP1209", Prefix + "NatGateways"),
            ("NP1215", Prefix + "FlowLogs"),
        ]);
    }
}
