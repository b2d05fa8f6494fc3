using Amazon.CDK;
using Amazon.CDK.AWS.SNS;
using NetworkPatterns.Constructs.Edge;
using NetworkPatterns.Constructs.Edge.Api;
using NetworkPatterns.Constructs.Edge.Distributions;
using NetworkPatterns.Constructs.Edge.Operations;
using NetworkPatterns.Constructs.Edge.Waf;

namespace NetworkPatterns.Reference.Edge;

/// <summary>Alarms on a front door, in both of its Regions: metrics of CloudFront and of its WebACL are in us-east-1 only.</summary>
internal static class DoorAlarms
{
    public static void AddTo(ApiFrontDoor door)
    {
        _ = new FrontDoorAlarms(door.RegionalStack, "Alarms", new FrontDoorAlarmsProps
        {
            Topic = TopicIn(door.RegionalStack),
            Sources =
            [
                door.Api switch
                {
                    RegionalRestApi rest => AlarmSource.RestApi("api", rest.ApiName, rest.StageName),
                    RegionalWebSocketApi socket => AlarmSource.WebSocketApi("api", socket.WebSocketApiId, socket.StageName),
                    var http => AlarmSource.HttpApi("api", http.ApiId, http.StageName),
                },
            ],
        });
        AddTo(door.EdgeStack, door.Distribution, door.WebAcl);
    }

    public static void AddTo(Stack edgeStack, EdgeDistribution distribution, WebAcl webAcl) => _ = new FrontDoorAlarms(edgeStack, "Alarms", new FrontDoorAlarmsProps
    {
        Topic = TopicIn(edgeStack),
        Sources =
        [
            AlarmSource.Distribution("distribution", distribution.DistributionId),
            AlarmSource.EdgeWebAcl("web-acl", webAcl.MetricName),
        ],
    });

    /// <summary>Who hears of alarms in a stack: one topic for all of them.</summary>
    public static ITopic TopicIn(Stack stack) => (stack.Node.TryFindChild("AlarmTopic") as AlarmTopic ?? new AlarmTopic(stack, "AlarmTopic")).Topic;
}
