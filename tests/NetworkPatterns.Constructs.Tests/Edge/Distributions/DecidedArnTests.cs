using Amazon.CDK;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;

namespace NetworkPatterns.Constructs.Tests.Edge.Distributions;

[Collection(CdkCollection.Name)]
public sealed class DecidedArnTests
{
    [Fact]
    public void New_WithParameters_NamesBoth()
    {
        var stack = EdgeStacks.NewStack();
        var certificate = new CfnParameter(stack, "Certificate").ValueAsString;
        var acl = new CfnParameter(stack, "Acl").ValueAsString;

        var problems = EdgeStacks.ProblemsOf(() => new EdgeDistribution(stack, "Door", new EdgeDistributionProps
        {
            DomainNames = ["www.example.com"],
            Zone = DnsStacks.Zone(stack),
            CertificateArn = certificate,
            WebAclArn = acl,
            Countries = EdgeCountries.Only("NL"),
            Origins = [EdgeOrigin.Server("api", "origin.example.com")],
            Behaviors = [EdgeBehavior.Api(EdgeBehavior.Everything, "api")],
        }));

        problems.ShouldHave("NP1662", "CertificateArn", "may be of any Region");
        problems.ShouldHave("NP1661", "WebAclArn", "may be of any scope");
    }
}
