using System.Text.Json.Nodes;
using NetworkPatterns.Constructs.Edge.Backends;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Tests.Support;
using NetworkPatterns.Core.Addressing;

namespace NetworkPatterns.Constructs.Tests.Edge.Backends;

/// <summary>Adding one thing leaves everything else as it is.</summary>
[Collection(CdkCollection.Name)]
public sealed class BackendGrowthTests
{
    [Fact]
    public void Listener_Added_ChangesNothingThatIsThere() => Kept(Listeners("orders"), Listeners("billing", "orders", "zebra"));

    [Fact]
    public void Listener_InAnotherOrder_IsTheSame() =>
        Listeners("billing", "orders").ToJsonString().ShouldBe(Listeners("orders", "billing").ToJsonString());

    [Fact]
    public void Alarm_Added_ChangesOnlyTheDashboard() => Kept(Alarms("orders"), Alarms("billing", "orders"));

    [Fact]
    public void Zone_Added_ReplacesNothing()
    {
        var before = WithZones("eu-west-1a", "eu-west-1b");
        var after = WithZones("eu-west-1a", "eu-west-1b", "eu-west-1c");

        before.Resources().Select(resource => resource.Key).ShouldBeSubsetOf(after.Resources().Select(resource => resource.Key));
        TemplateChecks.Replacement.ThrowIfFailed(Read(before), Read(after));
    }

    private static TemplateRules.Reading.Template Read(JsonObject template) => TemplateRules.Reading.Template.Parse("Dev", template.ToJsonString());

    private static void Kept(JsonObject before, JsonObject after)
    {
        foreach (var (id, resource) in before.Resources().Where(resource => resource.Value!["Type"]!.GetValue<string>() != "AWS::CloudWatch::Dashboard"))
        {
            JsonNode.DeepEquals(resource, after.Resources()[id]).ShouldBeTrue(id);
        }
    }

    private static JsonObject Listeners(params string[] names)
    {
        var stack = new BackendStack();
        stack.Balancer([.. names.Select(name => BackendStack.Listener(name: name, port: 80 + name.Length))]);
        return stack.Template();
    }

    private static JsonObject Alarms(params string[] names)
    {
        var stack = new BackendStack();
        _ = new FrontDoorAlarms(stack.Stack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = new AlarmTopic(stack.Stack, "Topic").Topic,
            Sources = [.. names.Select(name => AlarmSource.RestApi(name, name, "live"))],
        });
        return stack.Template();
    }

    private static JsonObject WithZones(params string[] zones)
    {
        var stack = new BackendStack(network: new()
        {
            CidrBlock = "10.0.0.0/16",
            Zones = [.. zones.Select(zone => (ZoneInput)zone)],
            Tiers = ServiceTiers.Of(BackendStack.ServicePort, BackendStack.DatabasePort),
        });
        stack.Fargate(stack.Balancer(BackendStack.Listener()));
        return stack.Template();
    }
}
