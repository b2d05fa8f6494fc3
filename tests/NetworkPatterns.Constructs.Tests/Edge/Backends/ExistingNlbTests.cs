using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

[Collection(CdkCollection.Name)]
public sealed class ExistingNlbTests
{
    private const string Arn = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:loadbalancer/net/orders/0123456789abcdef";

    [Theory]
    [InlineData(false, "http://orders.internal.example.com:8080/orders/{id}")]
    [InlineData(true, "https://orders.internal.example.com:8080/orders/{id}")]
    public void Integrate_RestRoute_GoesThroughTheLink(bool tls, string uri)
    {
        var stack = Synthesized.NewStack(Synthesized.NewApp());
        var backend = Nlb(stack, tls: tls);

        var integration = backend.Integrate(new(ApiStyle.Rest, "GET", "/orders/{id}"));

        integration.Uri.ShouldBe(uri);
        integration.VpcLinkId.ShouldBe(backend.VpcLinkId);
        stack.UncheckedTemplate().Single("AWS::ApiGateway::VpcLink")["Properties"]!["TargetArns"]!.AsArray().Single()!.GetValue<string>().ShouldBe(Arn);
        Should.Throw<PlanException>(() => backend.Integrate(new(ApiStyle.Http, "GET", "/orders/{id}"))).Problems.ShouldHaveSingleItem().Diagnostic.ShouldBe(DiagnosticCatalogue.ApiBackendStyle);
    }

    [Fact]
    public void Nlb_Mistakes_AreReportedTogether() => Should
        .Throw<PlanException>(() => Nlb(Synthesized.NewStack(Synthesized.NewApp()), Arn.Replace("/net/", "/app/", StringComparison.Ordinal), "orders.elb.eu-west-1.amazonaws.com", 0, tls: true))
        .Problems.Select(problem => problem.Code).ShouldBe(["NP1701", "NP1706", "NP1719"]);

    private static ExistingNlb Nlb(Amazon.CDK.Stack stack, string arn = Arn, string host = "orders.internal.example.com", int port = 8080, bool tls = false) =>
        new(stack, "Orders", new ExistingNlbProps { LoadBalancerArn = arn, HostName = host, Port = port, Tls = tls });
}
