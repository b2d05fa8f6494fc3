using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>Configurations of real-time logs, each with the role that CloudFront writes by, and with a stream unless there is one.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/real-time-logs.html#understand-real-time-log-config-iam-role</remarks>
internal static class EdgeRealtimeLogBlueprint
{
    public static string IdOf(EdgeRealtimeLogs logs) => $"RealtimeLogs{ResourceName.Of(logs.Name)}";

    public static void AddTo(BlueprintBuilder builder, EdgeDistributionPlan plan, TokenInputs inputs, ResourceTags tags)
    {
        foreach (var logs in plan.RealtimeLogs)
        {
            var id = IdOf(logs);
            var stream = logs.StreamArn is { } given ? inputs.Of($"{id}Stream", given) : OwnStream(builder, $"{id}Stream", tags);
            builder.Add($"{id}Role", "AWS::IAM::Role",
                ("AssumeRolePolicyDocument", Value.Map(("Version", "2012-10-17"), ("Statement", Value.List(Value.Map(
                    ("Effect", "Allow"), ("Principal", Value.Map(("Service", "cloudfront.amazonaws.com"))), ("Action", "sts:AssumeRole")))))),
                ("Policies", Value.List(Value.Map(
                    ("PolicyName", "WriteLogs"),
                    ("PolicyDocument", Value.Map(("Version", "2012-10-17"), ("Statement", Value.List(
                    [
                        Allow(["kinesis:DescribeStreamSummary", "kinesis:DescribeStream", "kinesis:PutRecord", "kinesis:PutRecords"], stream),
                        .. logs.StreamKeyArn is { } key ? [Allow(["kms:GenerateDataKey"], inputs.Of($"{id}Key", key))] : Array.Empty<Value>(),
                    ]))))))),
                ("Tags", tags.Of($"realtime-logs-{logs.Name}")));
            builder.Add(id, "AWS::CloudFront::RealtimeLogConfig",
                ("Name", EdgeDistributionBlueprint.NameOf(plan, $"realtime-{logs.Name}")),
                ("SamplingRate", logs.SamplingPercent),
                ("Fields", Value.List(logs.Fields.Select(field => (Value)field))),
                ("EndPoints", Value.List(Value.Map(
                    ("StreamType", "Kinesis"),
                    ("KinesisStreamConfig", Value.Map(("RoleArn", Value.GetAtt($"{id}Role", "Arn")), ("StreamArn", stream)))))));
        }
    }

    private static Value OwnStream(BlueprintBuilder builder, string id, ResourceTags tags)
    {
        builder.Add(id, "AWS::Kinesis::Stream",
            ("StreamModeDetails", Value.Map(("StreamMode", "ON_DEMAND"))),
            ("StreamEncryption", Value.Map(("EncryptionType", "KMS"), ("KeyId", "alias/aws/kinesis"))),
            ("RetentionPeriodHours", 24),
            ("Tags", tags.Of("realtime-logs")));
        return Value.GetAtt(id, "Arn");
    }

    private static MapValue Allow(IEnumerable<string> actions, Value resource) => Value.Map(
        ("Effect", "Allow"), ("Action", Value.List(actions.Select(action => (Value)action))), ("Resource", resource));
}
