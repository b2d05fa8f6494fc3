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

    public static void Add(BlueprintBuilder builder, ThreeTierVpcPlan plan, ResourceTags tags)
    {
        if (plan.FlowLogRetentionDays is not { } days)
        {
            return;
        }

        var name = tags.Of("flow-logs");
        builder
            .Add(new(LogGroupId, "AWS::Logs::LogGroup", Value.Map(("RetentionInDays", days), ("Tags", name)))
            {
                DeletionPolicy = ResourcePolicy.Retain,
                UpdateReplacePolicy = ResourcePolicy.Retain,
            })
            .Add(RoleId, "AWS::IAM::Role", ("AssumeRolePolicyDocument", TrustPolicy()), ("Policies", Policies()), ("Tags", name))
            .Add(
                "FlowLog",
                "AWS::EC2::FlowLog",
                ("ResourceType", "VPC"),
                ("ResourceId", Value.Ref(ThreeTierVpcBlueprint.VpcId)),
                ("TrafficType", "ALL"),
                ("LogDestinationType", "cloud-watch-logs"),
                ("LogGroupName", Value.Ref(LogGroupId)),
                ("DeliverLogsPermissionArn", Value.GetAtt(RoleId, "Arn")),
                ("Tags", name));
    }

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
