using Amazon.CDK;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Testing;
using NetworkPatterns.Validation;

namespace NetworkPatterns.Constructs.Tests.Docs;

/// <summary>The samples of the pages about guarantees.</summary>
[Collection(CdkCollection.Name)]
public sealed class GuaranteeSampleTests
{
    [Fact]
    public void Plugin_InOneLine()
    {
        var app = new App(new AppProps { PolicyValidationBeta1 = [new NetworkProof()] });

        app.PolicyValidationBeta1.ShouldHaveSingleItem().Name.ShouldBe("NetworkPatterns");
    }

    [Fact]
    public void Guarantee_OfANetwork()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        var network = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"] });
        network.Guarantee(
            new NeverReaches(Party.Internet, Party.Tier("data")),
            new OnlyThrough(Party.Tier("app"), Party.Internet, Party.OfType("AWS::EC2::NatGateway")));

        stack.Template()["Metadata"]!.AsObject().Select(entry => entry.Key).ShouldBe(
        [
            "NetworkPatterns::Guarantees: Dev/Network: internet never reaches tier:data",
            "NetworkPatterns::Guarantees: Dev/Network: tier:app reaches internet only through type:AWS::EC2::NatGateway",
        ]);
    }

    [Fact]
    public void Guarantee_OutsideOfAStack_IsAProblem() =>
        Should.Throw<Core.Diagnostics.PlanException>(() => new App().Guarantee(new NeverReaches(Party.Internet, Party.Tier("data"))))
            .Problems.ShouldHaveSingleItem().Code.ShouldBe("NP2320");

    [Fact]
    public void Assertions_InATest()
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp(CdkFlags.Recommended));
        _ = new ThreeTierVpc(stack, "Network", new ThreeTierVpcProps { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"] });

        var network = NetworkUnderTest.Of(stack);
        network.ShouldReach("tier:web", "tier:app", Traffic.Tcp(8080));
        network.ShouldNotReach("internet", "tier:data");
        network.ShouldOnlyLeaveThrough("tier:app", "type:AWS::EC2::NatGateway");
        network.ShouldKeepItsGuarantees();
    }
}
