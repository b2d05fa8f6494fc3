using Amazon.CDK;
using NetworkPatterns.Core.Guarantees;

namespace NetworkPatterns.Testing.Tests;

[Collection(CdkCollection.Name)]
public sealed class NetworkUnderTestTests(ShopApp shop)
{
    [Fact]
    public void Assertions_ThatHold_SayNothing()
    {
        var network = NetworkUnderTest.Of(shop.Stack);

        network.ShouldReach("tier:web", "tier:app", Traffic.Tcp(8080));
        network.ShouldReach("tier:app", "internet", Traffic.Tcp(443));
        network.ShouldReachAtMost("tier:Shop/Network/app", "tier:data", Traffic.Tcp(3306));
        network.ShouldNotReach("internet", "tier:data");
        network.ShouldOnlyLeaveThrough("tier:app", "type:AWS::EC2::NatGateway");
        network.ShouldKeepItsGuarantees();
    }

    [Fact]
    public void ShouldReach_WhatIsBlocked_FailsWithTheBlockers()
    {
        var message = Failure(network => network.ShouldReach("tier:web", "tier:data", Traffic.Tcp(3306)));

        message.ShouldStartWith("tier:web can reach tier:data on tcp 3306: does not hold");
        message.ShouldContain("blocked: ENI_SG_RULES_MISMATCH");
        message.ShouldContain("NetworkDataSecurityGroup");
    }

    [Fact]
    public void ShouldReach_OnePortOfTwo_Fails() =>
        Failure(network => network.ShouldReach("tier:web", "tier:app", Traffic.Tcp(8080), Traffic.Tcp(8081))).ShouldContain("tcp 8081 does not get through");

    [Fact]
    public void ShouldNotReach_WhatIsOpen_FailsWithThePath()
    {
        var message = Failure(network => network.ShouldNotReach("tier:app", "internet"));

        message.ShouldContain("path: ");
        message.ShouldContain("AWS::EC2::NatGateway");
        message.ShouldContain("way back: ");
    }

    [Fact]
    public void ShouldReachAtMost_WhereMoreIsOpen_Fails() =>
        Failure(network => network.ShouldReachAtMost("tier:web", "tier:app", Traffic.Tcp(443))).ShouldContain("tcp 444-65535 gets through");

    [Fact]
    public void ShouldOnlyLeaveThrough_WhatIsPassedBy_Fails() =>
        Failure(network => network.ShouldOnlyLeaveThrough("tier:app", "subnet:NetworkDataSubnetA4A1E3A95")).ShouldContain("does not hold");

    [Theory]
    [InlineData("tier:ghost", "NP2303")]
    [InlineData("Ghost", "NP2102")]
    public void Assertion_AboutNothing_Fails(string to, string code) =>
        Failure(network => network.ShouldNotReach("internet", to)).ShouldContain(code);

    [Fact]
    public void Assertion_AboutNoSelector_IsAnArgumentException() =>
        Should.Throw<ArgumentException>(() => NetworkUnderTest.Of(shop.Stack).ShouldNotReach("internet", "server:x"));

    [Fact]
    public void ShouldKeepItsGuarantees_OfAnAppThatDoesNot_Fails() =>
        Should.Throw<NetworkAssertionException>(() => NetworkUnderTest.Of(shop.Boastful).ShouldKeepItsGuarantees())
            .Message.ShouldStartWith("tier:app never reaches internet: does not hold");

    [Fact]
    public void OfAssembly_WhatSynthWrote_IsTheSame()
    {
        var folder = ((App)shop.Stack.Node.Root).Synth().Directory;

        NetworkUnderTest.OfAssembly(folder).ShouldReach("tier:web", "tier:app", Traffic.Tcp(8080));
    }

    [Fact]
    public void OfAssembly_AnEmptyFolder_Fails()
    {
        var folder = Directory.CreateTempSubdirectory("networkpatterns-testing-");

        Should.Throw<NetworkAssertionException>(() => NetworkUnderTest.OfAssembly(folder.FullName)).Message.ShouldContain("NP20");

        folder.Delete();
    }

    private string Failure(Action<NetworkUnderTest> assertion) =>
        Should.Throw<NetworkAssertionException>(() => assertion(NetworkUnderTest.Of(shop.Stack))).Message;
}
