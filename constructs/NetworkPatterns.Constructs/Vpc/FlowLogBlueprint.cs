using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Vpc;

/// <summary>A flow log to CloudWatch Logs, with its log group and role.</summary>
/// <remarks>
/// The role can be assumed for this account's flow logs only, and writes to this log group only.
/// <para>Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html</para>
/// </remarks>
internal static class FlowLogBlueprint
{
    private const string LogGroupId = "FlowLogGroup";
    private const string RoleId = "FlowLogRole";
    private const string KeyId = "FlowLogKey";

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        if (plan.FlowLog is { IsToS3: false } log)
        {
            Add(builder, log, tags, ("ResourceType", "VPC"), ("ResourceId", Value.Ref(ThreeTierVpcBlueprint.VpcId)), ("TrafficType", "ALL"));
        }
    }

    /// <summary>Adds a flow log of something, said by properties of <c>AWS::EC2::FlowLog</c>.</summary>
    public static void Add(BlueprintBuilder builder, FlowLogPlan log, ResourceTags tags, params (string Key, Value? Value)[] source)
    {
        var name = tags.Of("flow-logs");
        if (log.HasOwnKey)
        {
            builder.Add(new(KeyId, "AWS::KMS::Key", Value.Map(
                ("Description", "Flow logs in CloudWatch Logs"),
                ("EnableKeyRotation", true),
                ("KeyPolicy", KeyPolicy()),
                ("Tags", name)))
            {
                DeletionPolicy = ResourcePolicy.Retain,
                UpdateReplacePolicy = ResourcePolicy.Retain,
            });
        }

        builder
            .Add(RetainedLogGroup.Of(
                LogGroupId,
                ("RetentionInDays", log.RetentionDays),
                ("KmsKeyId", log.HasOwnKey ? Value.GetAtt(KeyId, "Arn") : log.KmsKey),
                ("Tags", name)))
            .Add(RoleId, "AWS::IAM::Role", ("AssumeRolePolicyDocument", TrustPolicy()), ("Policies", Policies()), ("Tags", name))
            .Add(
                log.Id,
                "AWS::EC2::FlowLog",
                [
                    .. source,
                    ("LogDestinationType", "cloud-watch-logs"),
                    ("LogGroupName", Value.Ref(LogGroupId)),
                    ("DeliverLogsPermissionArn", Value.GetAtt(RoleId, "Arn")),
                    ("Tags", name),
                ]);
    }

    private static MapValue KeyPolicy() => Value.Map(
        ("Version", "2012-10-17"),
        ("Statement", Value.List(
            Value.Map(
                ("Sid", "Account"),
                ("Effect", "Allow"),
                ("Principal", Value.Map(("AWS", Value.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")))),
                ("Action", "kms:*"),
                ("Resource", "*")),
            Value.Map(
                ("Sid", "LogGroupsOfThisAccount"),
                ("Effect", "Allow"),
                ("Principal", Value.Map(("Service", Value.Sub("logs.${AWS::Region}.${AWS::URLSuffix}")))),
                ("Action", Value.List("kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*")),
                ("Resource", "*"),
                ("Condition", Value.Map(("ArnLike", Value.Map(
                    ("kms:EncryptionContext:aws:logs:arn", Value.Sub("arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:*"))))))))));

    private static MapValue TrustPolicy() => Value.Map(
        ("Version", "2012-10-17"),
        ("Statement", Value.List(Value.Map(
            ("Effect", "Allow"),
            ("Principal", Value.Map(("Service", "vpc-flow-logs.amazonaws.com"))),
            ("Action", "sts:AssumeRole"),
            ("Condition", Value.Map(
                ("StringEquals", Value.Map(("aws:SourceAccount", Value.AccountId))),
                ("ArnLike", Value.Map(("aws:SourceArn", Value.Sub("arn:${AWS::Partition}:ec2:${AWS::Region}:${AWS::AccountId}:vpc-flow-log/*"))))))))));

    private static ListValue Policies() => Value.List(Value.Map(
        ("PolicyName", "WriteFlowLogs"),
        ("PolicyDocument", Value.Map(
            ("Version", "2012-10-17"),
            ("Statement", Value.List(Value.Map(
                ("Effect", "Allow"),
                ("Action", Value.List("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")),
                ("Resource", Value.GetAtt(LogGroupId, "Arn")))))))));
}
