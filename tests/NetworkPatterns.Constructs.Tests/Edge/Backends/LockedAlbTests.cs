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
public sealed class LockedAlbTests
{
    [Fact]
    public void Rules_OfALockedListener_AreAsApproved()
    {
        var stack = Stack();
        Balancer(stack, rules: new AlbRule { Name = "orders", Priority = 10, Paths = ["/orders/*"], Targets = new() { Port = BackendStack.ServicePort } });

        Snapshot.Matches(PrivateNlbTests.Own(stack, "Balancer"), "LockedAlb.Rules");
    }

    [Fact]
    public void Chain_CloudFrontLoadBalancerServices_IsAllThereIs()
    {
        var stack = Stack();
        _ = new FargateTargets(stack.Stack, "Service", new FargateTargetsProps
        {
            LoadBalancer = Balancer(stack),
            Listener = "api",
            Image = ContainerImage.FromRegistry("public.ecr.aws/docker/library/httpd:2.4"),
        });

        var results = Proof.Of(stack.Template());

        results.Where(result => result.Outcome == GuaranteeOutcome.Fails).ShouldBeEmpty();
        new[] { "tier:web reaches tier:app at most on tcp 8080", "internet never reaches tier:app", "internet never reaches tier:data" }
            .ShouldBeSubsetOf(results.Where(result => result.Outcome == GuaranteeOutcome.Holds).Select(result => result.Guarantee.ToString()));
    }

    [Theory]
    [InlineData(OriginSecret.Blue, "/blue-2:")]
    [InlineData(OriginSecret.Green, "/green-1:")]
    public void OriginHeaders_AreTheSecretInUse(OriginSecret active, string secret)
    {
        var balancer = Balancer(Stack(), OriginLock.HeaderGate(active, blueGeneration: 2));

        balancer.OriginHeaders.ShouldHaveSingleItem().Key.ShouldBe("x-origin-verify");
        balancer.OriginHeaders["x-origin-verify"].ShouldContain(secret);
    }

    [Fact]
    public void Alarms_OfTheLoadBalancer_WatchTargetsErrorsAndLatency()
    {
        var stack = Stack();
        _ = new FrontDoorAlarms(stack.Stack, "Alarms", new FrontDoorAlarmsProps { Topic = new AlarmTopic(stack.Stack, "Topic").Topic, Sources = [AlarmSource.LoadBalancer("http", Balancer(stack))] });

        var template = stack.Template();
        template.LogicalIds("AWS::CloudWatch::Alarm").Select(id => template.Properties(id)["MetricName"]!.GetValue<string>())
            .ShouldBe(["HTTPCode_Target_5XX_Count", "TargetResponseTime", "UnHealthyHostCount"]);
    }

    private static BackendStack Stack() => new(network: new()
    {
        CidrBlock = "10.0.0.0/16",
        Zones = ["eu-west-1a", "eu-west-1b"],
        Tiers = ServiceTiers.BehindLockedBalancer(BackendStack.ServicePort, BackendStack.DatabasePort, CloudFrontAddresses.In("eu-west-1")),
    });

    private static LockedAlb Balancer(BackendStack stack, OriginLock? originLock = null, params AlbRule[] rules) => new(stack.Stack, "Balancer", new LockedAlbProps
    {
        Network = stack.Network,
        Lock = originLock ?? OriginLock.HeaderGate(),
        Listeners =
        [
            new()
            {
                Name = "api",
                CertificateArns = [new CfnParameter(stack.Stack, "Certificate", new CfnParameterProps { Type = "String" }).ValueAsString],
                HostName = "origin-shop.example.com",
                Targets = new() { Port = BackendStack.ServicePort },
                Rules = rules,
            },
        ],
    });
}
