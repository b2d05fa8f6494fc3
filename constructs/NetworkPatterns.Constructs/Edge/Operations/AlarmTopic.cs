using Amazon.CDK.AWS.SNS;
using Constructs;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Operations;

/// <summary>A topic for what alarms and Auto Scaling groups of one Region have to say.</summary>
/// <remarks>
/// Emits <c>AWS::SNS::Topic</c> with a <c>TopicPolicy</c> and <c>Subscription</c>s, and <c>AWS::KMS::Key</c>. The key is one of
/// its own because CloudWatch cannot publish to a topic that is encrypted with the key that AWS manages.
/// <para>Source: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html</para>
/// </remarks>
public sealed class AlarmTopic : Construct
{
    /// <summary>Makes the topic.</summary>
    /// <param name="scope">Where it belongs.</param>
    /// <param name="id">Its name among the children of <paramref name="scope"/>.</param>
    /// <param name="props">Who is told. Default: nobody yet.</param>
    /// <exception cref="PlanException">An address is not one.</exception>
    public AlarmTopic(Construct scope, string id, AlarmTopicProps? props = null)
        : base(scope, id)
    {
        var plan = AlarmTopicPlan.From(props ?? new(), this.ContextFor(nameof(AlarmTopicProps)));
        var emitted = this.Emit(plan.ToBlueprint());
        TopicArn = emitted.Ref(AlarmTopicPlan.TopicId);
        Topic = Amazon.CDK.AWS.SNS.Topic.FromTopicArn(this, "Topic", TopicArn);
    }

    /// <summary>The topic, for alarms and notifications.</summary>
    public ITopic Topic { get; }

    /// <summary>The topic's ARN, a token.</summary>
    public string TopicArn { get; }
}
