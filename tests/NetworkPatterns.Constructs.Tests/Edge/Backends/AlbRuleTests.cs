using System.Text.Json.Nodes;
using Amazon.CDK.AWS.ECS;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Tests.Dns;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Constructs.Vpc;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

/// <summary>Several services behind one Application Load Balancer, by path and by host.</summary>
[Collection(CdkCollection.Name)]
public sealed class AlbRuleTests
{
    [Fact]
    public void Rules_ByPathAndHost_LeadToTargetGroupsOfTheirOwn()
    {
        var stack = Stack();
        var balancer = Balancer(stack, Rule("orders", 10, ["/orders", "/orders/*"]), Rule("admin", 20, [], ["admin.example.com"]));
        foreach (var service in new[] { "web", "orders", "admin" })
        {
            _ = new FargateTargets(stack.Stack, $"{service}Service", new FargateTargetsProps
            {
                LoadBalancer = balancer,
                Listener = service,
                Image = ContainerImage.FromRegistry("public.ecr.aws/docker/library/httpd:2.4"),
            });
        }

        var template = stack.Template();

        template.LogicalIds("AWS::ElasticLoadBalancingV2::TargetGroup").Count.ShouldBe(3);
        var orders = Rule(template, "Orders");
        orders["Priority"]!.GetValue<int>().ShouldBe(10);
        orders["Conditions"].ShouldBeJson("""[{"Field":"path-pattern","PathPatternConfig":{"Values":["/orders","/orders/*"]}}]""");
        TargetOf(orders).ShouldStartWith("BalancerOrdersTargets");
        Rule(template, "Admin")["Conditions"].ShouldBeJson("""[{"Field":"host-header","HostHeaderConfig":{"Values":["admin.example.com"]}}]""");
        TargetOf(template.Single("AWS::ElasticLoadBalancingV2::Listener")["Properties"]!["DefaultActions"]!).ShouldStartWith("BalancerWebTargets");
        // Amazon ECS refuses a target group that no load balancer has yet: the service waits for the rule.
        var service2 = template.Resources().Single(resource => resource.Value!["Type"]!.GetValue<string>() == "AWS::ECS::Service" && resource.Key.StartsWith("orders", StringComparison.Ordinal));
        service2.Value!["DependsOn"]!.AsArray().Select(id => id!.GetValue<string>()).ShouldContain(id => id.StartsWith("BalancerOrdersRule", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_OneMore_ChangesNoOther()
    {
        string[] Ids(params AlbRule[] rules)
        {
            var stack = Stack();
            Balancer(stack, rules);
            return [.. stack.Template().Resources().Select(resource => $"{resource.Key} {resource.Value!.ToJsonString()}")];
        }

        var before = Ids(Rule("orders", 10, ["/orders/*"]));
        var after = Ids(Rule("carts", 5, ["/carts/*"]), Rule("orders", 10, ["/orders/*"]));

        before.Except(after, StringComparer.Ordinal).ShouldBeEmpty();
        after.Except(before, StringComparer.Ordinal).Count().ShouldBe(2);
    }

    [Fact]
    public void Alarms_OfALoadBalancerWithRules_WatchEachTargetGroup()
    {
        var stack = Stack();
        _ = new FrontDoorAlarms(stack.Stack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = new AlarmTopic(stack.Stack, "Topic").Topic,
            Sources = [AlarmSource.LoadBalancer("http", Balancer(stack, Rule("orders", 10, ["/orders/*"])))],
        });

        var template = stack.Template();
        template.LogicalIds("AWS::CloudWatch::Alarm").Count(id => template.Properties(id)["MetricName"]!.GetValue<string>() == "UnHealthyHostCount").ShouldBe(2);
    }

    [Fact]
    public void Backend_OfApis_IsTheListenerNotTheRule()
    {
        var balancer = Balancer(Stack(), Rule("orders", 10, ["/orders/*"]));

        balancer.Backend("web").Integrate(new(ApiStyle.Http, "ANY", "/")).Uri.ShouldBe(balancer.ListenerArn("web"));
        Should.Throw<KeyNotFoundException>(() => balancer.Backend("orders")).Message.ShouldContain("no listener 'orders'");
        Should.Throw<KeyNotFoundException>(() => balancer.TargetGroupArn("carts")).Message.ShouldContain("no listener and no rule 'carts'");
    }

    private static JsonObject Rule(JsonObject template, string name) =>
        template.Properties(template.LogicalIds("AWS::ElasticLoadBalancingV2::ListenerRule").Single(id => id.StartsWith($"Balancer{name}Rule", StringComparison.Ordinal)));

    private static string TargetOf(JsonNode actions) => (actions as JsonArray ?? actions["Actions"]!.AsArray())[0]!["TargetGroupArn"]!["Ref"]!.GetValue<string>();

    private static AlbRule Rule(string name, int priority, IReadOnlyList<string> paths, IReadOnlyList<string>? hosts = null) =>
        new() { Name = name, Priority = priority, Paths = paths, Hosts = hosts ?? [], Targets = new() { Port = BackendStack.ServicePort } };

    private static BackendStack Stack() =>
        new(network: new() { CidrBlock = "10.0.0.0/16", Zones = ["eu-west-1a", "eu-west-1b"], Tiers = ServiceTiers.WithBalancer(BackendStack.ServicePort, BackendStack.DatabasePort) });

    private static PrivateAlb Balancer(BackendStack stack, params AlbRule[] rules) => new(stack.Stack, "Balancer", new PrivateAlbProps
    {
        Network = stack.Network,
        Listeners =
        [
            new()
            {
                Name = "web",
                CertificateArns = [new Amazon.CDK.CfnParameter(stack.Stack, "Certificate", new Amazon.CDK.CfnParameterProps { Type = "String" }).ValueAsString],
                HostName = "shop.internal.example.com",
                Targets = new() { Port = BackendStack.ServicePort },
                Rules = rules,
            },
        ],
    });
}
