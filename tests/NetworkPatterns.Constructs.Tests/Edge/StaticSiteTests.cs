using Amazon.CDK;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;

namespace NetworkPatterns.Constructs.Tests.Edge;

[Collection(CdkCollection.Name)]
public sealed class StaticSiteTests
{
    [Fact]
    public void Function_OfASinglePage_ComesBeforeItsRoutes()
    {
        var template = Site(stack => new()
        {
            DomainNames = ["www.example.com"],
            Zone = DnsStacks.Zone(stack),
            Countries = EdgeCountries.Only("NL"),
            IsSinglePage = true,
            Function = EdgeFunction.RequirePassword("Door"),
        });
        var code = template.Single("AWS::CloudFront::Function")["Properties"]!["FunctionCode"]!.GetValue<string>();
        code.IndexOf("user/", StringComparison.Ordinal).ShouldBeInRange(0, code.IndexOf("/index.html", StringComparison.Ordinal));
        template.LogicalIds("AWS::CloudFront::KeyValueStore").Count.ShouldBe(1);
    }

    [Fact]
    public void ErrorPagesAndLogs_OfASite_AreItsDistributions()
    {
        var config = Site(stack => new()
        {
            DomainNames = ["www.example.com"],
            Zone = DnsStacks.Zone(stack),
            Countries = EdgeCountries.Only("NL"),
            ErrorPages = [new(403) { PagePath = "/404.html", ShownStatusCode = 404 }],
            AccessLogs = EdgeAccessLogs.DeliveredOnly(EdgeLogDelivery.ToS3()),
        }).Single("AWS::CloudFront::Distribution")["Properties"]!["DistributionConfig"]!;
        config["CustomErrorResponses"]!.AsArray().Count.ShouldBe(1);
        config["Logging"].ShouldBeNull();
    }

    private static System.Text.Json.Nodes.JsonObject Site(Func<Stack, StaticSiteProps> props)
    {
        var stack = EdgeStacks.NewStack();
        _ = new StaticSite(stack, "Site", props(stack));
        return stack.Template();
    }
}
