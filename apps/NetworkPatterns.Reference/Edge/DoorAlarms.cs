using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Operations;

namespace NetworkPatterns.Reference.Edge;

/// <summary>Alarms on a front door, in both of its Regions: metrics of CloudFront and of its WebACL are in us-east-1 only.</summary>
internal static class DoorAlarms
{
    public static void AddTo(ApiFrontDoor door)
    {
        _ = new FrontDoorAlarms(door.RegionalStack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = TopicIn(door.RegionalStack),
            Sources = [AlarmSource.RestApi("api", door.Api.ApiName, door.Api.StageName)],
        });
        _ = new FrontDoorAlarms(door.EdgeStack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = TopicIn(door.EdgeStack),
            Sources =
            [
                AlarmSource.Distribution("distribution", door.Distribution.DistributionId),
                AlarmSource.EdgeWebAcl("web-acl", door.WebAcl.MetricName),
            ],
        });
    }

    /// <summary>Who hears of alarms in a stack: one topic for all of them.</summary>
    public static ITopic TopicIn(Stack stack) => (stack.Node.TryFindChild("AlarmTopic") as AlarmTopic ?? new AlarmTopic(stack, "AlarmTopic")).Topic;
}
