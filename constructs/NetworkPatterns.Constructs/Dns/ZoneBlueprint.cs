using NetworkPatterns.Constructs.Logging;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Dns;

/// <summary>The resources of a hosted zone.</summary>
internal static class ZoneBlueprint
{
    public const string ZoneId = "HostedZone";

    private const string LogGroupId = "QueryLogGroup";
    private const string LogPolicyId = "QueryLogPolicy";
    private const string KeyId = "SigningKey";
    private const string KeySigningKeyId = "KeySigningKey";

    public static Blueprint From(ZonePlan plan)
    {
        var builder = new BlueprintBuilder();
        if (plan.QueryLogRetentionDays is { } days)
        {
            AddQueryLog(builder, plan, days);
        }

        builder.Add(Zone(
            plan,
            ("QueryLoggingConfig", plan.QueryLogRetentionDays is null ? null : Value.Map(("CloudWatchLogsLogGroupArn", Value.GetAtt(LogGroupId, "Arn")))),
            ("HostedZoneFeatures", plan.AcceleratedRecovery ? Value.Map(("EnableAcceleratedRecovery", true)) : null)) with
        {
            DependsOn = plan.QueryLogRetentionDays is null ? [] : [LogPolicyId],
        });
        if (plan.IsSigned)
        {
            AddSigning(builder, plan);
        }

        return builder.Build(plan.Path);
    }

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) FromPrivate(ZonePlan plan, PatternContext context)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        builder.Add(Zone(plan, ("VPCs", Value.List(plan.Vpcs.Select((vpc, index) => (Value)Value.Map(
            ("VPCId", inputs.Of($"Vpc{index}", vpc.VpcId)),
            ("VPCRegion", vpc.Region is null ? Value.Region : inputs.Of($"Vpc{index}Region", vpc.Region))))))));
        return (builder.Build(plan.Path), inputs.Supplied);
    }

    // Losing a zone loses its name servers, and with them every name below it: it stays when its stack goes.
    private static BlueprintResource Zone(ZonePlan plan, params IEnumerable<(string Key, Value? Value)> more) =>
        new(ZoneId, "AWS::Route53::HostedZone", Value.Map(
        [
            ("Name", $"{plan.Name}."),
            ("HostedZoneConfig", plan.Comment is null ? null : Value.Map(("Comment", plan.Comment))),
            .. more,
        ]))
        {
            DeletionPolicy = ResourcePolicy.Retain,
            UpdateReplacePolicy = ResourcePolicy.Retain,
        };

    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html
    private static void AddQueryLog(BlueprintBuilder builder, ZonePlan plan, int days)
    {
        var logGroup = $"/aws/route53/{plan.Name}";
        var policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"route53.amazonaws.com\"},"
            + "\"Action\":[\"logs:CreateLogStream\",\"logs:PutLogEvents\"],"
            + $"\"Resource\":\"arn:${{AWS::Partition}}:logs:${{AWS::Region}}:${{AWS::AccountId}}:log-group:{logGroup}:*\","
            + "\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"${AWS::AccountId}\"},\"ArnLike\":{\"aws:SourceArn\":\"arn:${AWS::Partition}:route53:::hostedzone/*\"}}}]}";
        builder
            .Add(RetainedLogGroup.Of(LogGroupId, ("LogGroupName", logGroup), ("RetentionInDays", days)))
            .Add(LogPolicyId, "AWS::Logs::ResourcePolicy", ("PolicyName", $"route53-{plan.Name}"), ("PolicyDocument", Value.Sub(policy)));
    }

    // https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/access-control-managing-permissions.html#KMS-key-policy-for-DNSSEC
    private static void AddSigning(BlueprintBuilder builder, ZonePlan plan)
    {
        builder
            .Add(new(KeyId, "AWS::KMS::Key", Value.Map(
                ("Description", $"DNSSEC signing key of {plan.Name}"),
                ("KeySpec", "ECC_NIST_P256"),
                ("KeyUsage", "SIGN_VERIFY"),
                ("KeyPolicy", KeyPolicy())))
            {
                DeletionPolicy = ResourcePolicy.Retain,
                UpdateReplacePolicy = ResourcePolicy.Retain,
            })
            .Add(
                KeySigningKeyId,
                "AWS::Route53::KeySigningKey",
                ("HostedZoneId", Value.Ref(ZoneId)),
                ("KeyManagementServiceArn", Value.GetAtt(KeyId, "Arn")),
                ("Name", "signing_key"),
                ("Status", "ACTIVE"))
            .Add(new("Dnssec", "AWS::Route53::DNSSEC", Value.Map(("HostedZoneId", Value.Ref(ZoneId)))) { DependsOn = [KeySigningKeyId] });
    }

    private static MapValue KeyPolicy()
    {
        var service = Value.Map(("Service", "dnssec-route53.amazonaws.com"));
        var ofThisAccount = Value.Map(
            ("StringEquals", Value.Map(("aws:SourceAccount", Value.AccountId))),
            ("ArnLike", Value.Map(("aws:SourceArn", Value.Sub("arn:${AWS::Partition}:route53:::hostedzone/*")))));
        return Value.Map(
            ("Version", "2012-10-17"),
            ("Statement", Value.List(
                Value.Map(
                    ("Effect", "Allow"),
                    ("Principal", Value.Map(("AWS", Value.Sub("arn:${AWS::Partition}:iam::${AWS::AccountId}:root")))),
                    ("Action", "kms:*"),
                    ("Resource", "*")),
                Value.Map(
                    ("Effect", "Allow"),
                    ("Principal", service),
                    ("Action", Value.List("kms:DescribeKey", "kms:GetPublicKey", "kms:Sign")),
                    ("Resource", "*"),
                    ("Condition", ofThisAccount)),
                Value.Map(
                    ("Effect", "Allow"),
                    ("Principal", service),
                    ("Action", "kms:CreateGrant"),
                    ("Resource", "*"),
                    ("Condition", Value.Map(("Bool", Value.Map(("kms:GrantIsForAWSResource", "true")))))))));
    }
}
