using Amazon.CDK;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Distributions;

namespace NetworkPatterns.Testing.Tests;

/// <summary>Assertions about a single entrance.</summary>
[Collection(CdkCollection.Name)]
public sealed class EntranceAssertionTests
{
    private const string Bucket = "Pages/Site/Distribution/Default/SiteBucket";
    private const string Distribution = "Pages/Site/Distribution";

    [Fact]
    public void ShouldOnlyBeEnteredThrough_WhatHolds_SaysNothing()
    {
        var network = NetworkUnderTest.Of(NewSite());

        network.ShouldOnlyBeEnteredThrough(Bucket, Distribution);
        network.ShouldOnlyBeEnteredThrough(Bucket, "type:AWS::CloudFront::Distribution");
        network.ShouldKeepItsGuarantees();
    }

    [Fact]
    public void ShouldOnlyBeEnteredThrough_WhatIsOpen_FailsWithTheWayIn()
    {
        var site = NewSite();
        site.Distribution.GetResource("SiteBucket").AddPropertyOverride("PublicAccessBlockConfiguration.BlockPublicPolicy", false);
        var network = NetworkUnderTest.Of(site);

        var message = Should.Throw<NetworkAssertionException>(() => network.ShouldOnlyBeEnteredThrough(Bucket, Distribution)).Message;

        message.ShouldStartWith($"resource:{Bucket} is entered only through resource:{Distribution}: does not hold");
        message.ShouldContain("public access to it is not blocked");
    }

    [Theory]
    [InlineData("Pages/Ghost", Distribution)]
    [InlineData(Bucket, "Pages/Ghost")]
    [InlineData("tier:web", Distribution)]
    public void ShouldOnlyBeEnteredThrough_AboutNothing_Fails(string to, string distribution) =>
        Should.Throw<NetworkAssertionException>(() => NetworkUnderTest.Of(NewSite()).ShouldOnlyBeEnteredThrough(to, distribution)).Message.ShouldContain("NP2303");

    private static StaticSite NewSite()
    {
        var app = new App();
        var stack = new Stack(app, "Pages", new StackProps { Env = new Amazon.CDK.Environment { Region = "us-east-1" } });
        return new StaticSite(stack, "Site", new StaticSiteProps
        {
            DomainNames = ["www.example.com"],
            Zone = Zones.FromId(stack, "Zone", "Z0123456789EXAMPLE", "example.com"),
            Countries = EdgeCountries.Only("NL"),
        });
    }
}
