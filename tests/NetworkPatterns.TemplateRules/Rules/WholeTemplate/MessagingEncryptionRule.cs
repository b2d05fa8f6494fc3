using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.Logs;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>E63, for topics, queues and streams. Source: https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html</summary>
public sealed class MessagingEncryptionRule() : ResourceRule(
    "E63", "A topic uses KMS or requires TLS; a queue is encrypted, requires TLS and has a dead-letter queue; a stream is encrypted.",
    "AWS::SNS::Topic", "AWS::SQS::Queue", "AWS::Kinesis::Stream")
{
    protected override IEnumerable<string> Problems(Resource resource) => resource.Type switch
    {
        "AWS::SNS::Topic" when !resource["KmsMasterKeyId"].Exists && !RequiresTls(resource, "AWS::SNS::TopicPolicy", "Topics") => ["neither uses KMS nor requires TLS"],
        "AWS::SQS::Queue" => Queue(resource),
        "AWS::Kinesis::Stream" when resource["StreamEncryption"]["EncryptionType"].Text != "KMS" => ["is not encrypted"],
        _ => [],
    };

    private static IEnumerable<string> Queue(Resource queue)
    {
        if (!queue["KmsMasterKeyId"].Exists && queue["SqsManagedSseEnabled"].Flag != true)
        {
            yield return "is not encrypted";
        }

        if (!RequiresTls(queue, "AWS::SQS::QueuePolicy", "Queues"))
        {
            yield return "does not require TLS";
        }

        var isDeadLetterQueue = queue.Template.Resources.Any(other =>
            other["RedrivePolicy"].Json is { } redrive && References.In(redrive).Any(reference => reference.LogicalId == queue.LogicalId));
        if (!queue["RedrivePolicy"].Exists && !isDeadLetterQueue)
        {
            yield return "has no dead-letter queue";
        }
    }

    private static bool RequiresTls(Resource resource, string policyType, string property) => resource.Template.Resources
        .Where(policy => policy.Type == policyType && policy[property].Items.Any(item => ReferenceEquals(item.Target, resource)))
        .SelectMany(policy => policy["PolicyDocument"].Statements())
        .Any(statement => statement["Effect"].Text == "Deny" && statement["Condition"]["Bool"]["aws:SecureTransport"].Text == "false");
}
