using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Data;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Tests.Edge.Backends;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.TemplateRules.Snapshots;

namespace NetworkPatterns.Constructs.Tests.Edge.Operations;

[Collection(CdkCollection.Name)]
public sealed class FrontDoorAlarmsTests
{
    [Fact]
    public void Region_EverySource_Snapshot()
    {
        var stack = new BackendStack();
        var balancer = stack.Balancer(BackendStack.Listener(), BackendStack.Listener(TargetType.Instance, "instances", 81));
        var service = stack.Fargate(balancer);
        var topic = new AlarmTopic(stack.Stack, "Topic", new AlarmTopicProps { EmailAddresses = ["team@example.com"] });
        var instances = new InstanceTargets(stack.Stack, "Instances", new InstanceTargetsProps { LoadBalancer = balancer, Listener = "instances", Notifications = topic.Topic });
        var database = new PrivateDatabase(stack.Stack, "Database", new PrivateDatabaseProps
        {
            Network = stack.Network,
            Engine = DatabaseEngine.PostgreSql,
            EngineVersion = "16.4",
            Port = BackendStack.DatabasePort,
        });
        _ = new FrontDoorAlarms(stack.Stack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = topic.Topic,
            Sources =
            [
                AlarmSource.LoadBalancer("balancer", balancer),
                AlarmSource.Service("service", service),
                AlarmSource.Instances("instances", instances),
                AlarmSource.Database("database", database, connections: 200),
                AlarmSource.RestApi("rest", "Orders", "v1"),
                AlarmSource.HttpApi("http", "a1b2c3", "v1", latency: TimeSpan.FromMilliseconds(500)),
                AlarmSource.RegionalWebAcl("lock", "origin-lock"),
            ],
        });

        Snapshot.Matches(PrivateNlbTests.Own(stack, "Alarms"), "FrontDoorAlarms.Region");
        Snapshot.Matches(PrivateNlbTests.Own(stack, "Topic"), "AlarmTopic");
    }

    [Fact]
    public void WebSocketApi_AsASource_WatchesMessagesOfItsStage()
    {
        var stack = new Amazon.CDK.Stack(Synthesized.NewApp(CdkFlags.Recommended), "Regional", new Amazon.CDK.StackProps { Env = new Amazon.CDK.Environment { Region = "eu-west-1" } });
        _ = new FrontDoorAlarms(stack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = new AlarmTopic(stack, "Topic").Topic,
            Dashboard = false,
            Sources = [AlarmSource.WebSocketApi("chat", "a1b2c3", "live", latency: TimeSpan.FromSeconds(1), errorsIn5Minutes: 5)],
        });

        var template = stack.Template();
        var alarms = template.LogicalIds("AWS::CloudWatch::Alarm").Select(template.Properties).ToList();
        alarms.Select(alarm => $"{alarm["MetricName"]} {alarm["Threshold"]} {alarm["Period"]}").Order(StringComparer.Ordinal)
            .ShouldBe(["ExecutionError 5 300", "IntegrationError 5 300", "IntegrationLatency 1000 60"]);
        alarms.ShouldAllBe(alarm => alarm["Namespace"]!.GetValue<string>() == "AWS/ApiGateway");
        alarms.SelectMany(alarm => alarm["Dimensions"]!.AsArray().Select(dimension => $"{dimension!["Name"]}={dimension["Value"]}")).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["ApiId=a1b2c3", "Stage=live"]);
    }

    [Fact]
    public void Edge_DistributionAndWebAcl_Snapshot()
    {
        var app = Synthesized.NewApp(CdkFlags.Recommended);
        var stack = new Amazon.CDK.Stack(app, "Edge", new Amazon.CDK.StackProps { Env = new Amazon.CDK.Environment { Region = "us-east-1" } });
        var topic = new AlarmTopic(stack, "Topic");
        var alarms = new FrontDoorAlarms(stack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = topic.Topic,
            Dashboard = false,
            Sources = [AlarmSource.Distribution("site", "E1EXAMPLE"), AlarmSource.EdgeWebAcl("waf", "edge")],
        });

        alarms.AlarmNames("site").Length.ShouldBe(2);
        Snapshot.Matches(TemplateText.Canonical(stack.Template()["Resources"]!.ToJsonString()), "FrontDoorAlarms.Edge");
    }
}
