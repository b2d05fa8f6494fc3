using Amazon.CDK;
using Amazon.CDK.AWS.ECS;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Network.Proving;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

[Collection(CdkCollection.Name)]
public sealed class PrivateAlbTests
{
    private const string CloudFront = "pl-4fa04526";

    [Fact]
    public void Defaults_Snapshot()
    {
        var stack = Stack(ServiceTiers.WithBalancer(BackendStack.ServicePort, BackendStack.DatabasePort));
        Balancer(stack);

        Snapshot.Matches(PrivateNlbTests.Own(stack, "Balancer"), "PrivateAlb.Defaults");
    }

    [Fact]
    public void VpcOrigin_Snapshot()
    {
        var stack = Stack(
        [
            .. ServiceTiers.WithBalancer(BackendStack.ServicePort, BackendStack.DatabasePort).Where(tier => tier.Name != "balancer"),
            new() { Name = "balancer", Slot = 4, Intent = TierIntent.Isolated, Ingress = [TrafficRule.Tcp(443, TrafficPeer.PrefixList("cloudfront", CloudFront, maxEntries: 55))] },
        ]);
        var balancer = Balancer(stack, link: null, origin: true);
        balancer.VpcOriginId.ShouldNotBeNull();
        Should.Throw<InvalidOperationException>(() => balancer.VpcLinkId).Message.ShouldContain("no VPC link");

        Snapshot.Matches(PrivateNlbTests.Own(stack, "Balancer"), "PrivateAlb.VpcOrigin");
    }

    [Fact]
    public void Chain_LinkLoadBalancerServices_IsAllThereIs()
    {
        var stack = Stack(ServiceTiers.WithBalancer(BackendStack.ServicePort, BackendStack.DatabasePort));
        var balancer = Balancer(stack);
        _ = new FargateTargets(stack.Stack, "Service", new FargateTargetsProps
        {
            LoadBalancer = balancer,
            Listener = "api",
            Image = ContainerImage.FromRegistry("public.ecr.aws/docker/library/httpd:2.4"),
        });

        var results = Proof.Of(stack.Template());

        results.Where(result => result.Outcome != GuaranteeOutcome.Holds).ShouldBeEmpty();
        new[] { "tier:link reaches tier:balancer at most on tcp 443", "tier:balancer reaches tier:app at most on tcp 8080", "tier:link never reaches tier:app", "internet never reaches tier:balancer" }
            .ShouldBeSubsetOf(results.Select(result => result.Guarantee.ToString()));
    }

    [Fact]
    public void Alarms_OfTheLoadBalancer_WatchTargetsErrorsAndLatency()
    {
        var stack = Stack(ServiceTiers.WithBalancer(BackendStack.ServicePort, BackendStack.DatabasePort));
        _ = new FrontDoorAlarms(stack.Stack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = new AlarmTopic(stack.Stack, "Topic").Topic,
            Sources = [AlarmSource.LoadBalancer("http", Balancer(stack), latency: TimeSpan.FromMilliseconds(1500))],
        });

        var template = stack.Template();
        template.LogicalIds("AWS::CloudWatch::Alarm").Select(id => template.Properties(id)).Select(alarm => $"{alarm["MetricName"]} {alarm["Threshold"]}")
            .ShouldBe(["HTTPCode_Target_5XX_Count 10", "TargetResponseTime 2", "UnHealthyHostCount 0"]);
    }

    [Fact]
    public void Backend_HttpApi_IsTheListener()
    {
        var balancer = Balancer(Stack(ServiceTiers.WithBalancer(BackendStack.ServicePort, BackendStack.DatabasePort)));

        var integration = balancer.Backend("api").Integrate(new(ApiStyle.Http, "ANY", "/orders/{id}"));

        integration.Uri.ShouldBe(balancer.ListenerArn("api"));
        integration.ServerName.ShouldBe("api.internal.example.com");
        integration.VpcLinkId.ShouldBe(balancer.VpcLinkId);
    }

    [Fact]
    public void Backend_RestApi_IsTheLoadBalancerByItsName()
    {
        var balancer = Balancer(Stack(ServiceTiers.WithBalancer(BackendStack.ServicePort, BackendStack.DatabasePort)));

        var integration = balancer.Backend("api").Integrate(new(ApiStyle.Rest, "ANY", "/orders/{id}"));

        integration.Uri.ShouldBe("https://api.internal.example.com:443/orders/{id}");
        integration.TargetArn.ShouldBe(balancer.LoadBalancerArn);
        integration.RequestParameters.Keys.ShouldBe(["integration.request.path.id"]);
    }

    private static BackendStack Stack(IReadOnlyList<TierProps> tiers) =>
        new(network: new() { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"], Tiers = tiers });

    private static PrivateAlb Balancer(BackendStack stack, string? link = "link", bool origin = false) => new(stack.Stack, "Balancer", new PrivateAlbProps
    {
        Network = stack.Network,
        VpcLinkTier = link,
        VpcOrigin = origin,
        Listeners =
        [
            new()
            {
                Name = "api",
                CertificateArns = [new CfnParameter(stack.Stack, "Certificate", new CfnParameterProps { Type = "String" }).ValueAsString],
                HostName = "api.internal.example.com",
                Targets = new() { Port = BackendStack.ServicePort },
            },
        ],
    });
}
