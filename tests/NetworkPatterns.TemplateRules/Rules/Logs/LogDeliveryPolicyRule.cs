using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Logs;

/// <summary>N71. Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-s3-permissions.html</summary>
public sealed class LogDeliveryPolicyRule() : ResourceRule(
    "N71", "The bucket policy of a flow log lets the delivery service write for this account's logs only, under the prefix that the log uses.", "AWS::EC2::FlowLog")
{
    private const string Service = "delivery.logs.amazonaws.com";

    protected override bool Applies(Resource log) => log["LogDestinationType"].Text == "s3";

    protected override IEnumerable<string> Problems(Resource log)
    {
        if (FlowLogView.BucketOf(log) is not { } bucket)
        {
            yield return Unknown("LogDestination", log["LogDestination"]);
            yield break;
        }

        var statements = bucket.Referring("AWS::S3::BucketPolicy", "Bucket")
            .SelectMany(policy => policy["PolicyDocument"].Statements())
            .Where(statement => statement["Effect"].Text == "Allow" && statement.IsFor(Service))
            .ToArray();
        var writes = statements.Where(statement => statement["Action"].Texts().Contains("s3:PutObject", StringComparer.Ordinal)).ToArray();
        if (writes.Length == 0)
        {
            yield return $"no policy of {bucket.LogicalId} lets {Service} write";
        }

        foreach (var missing in statements.SelectMany(statement => statement.MissingSourceConditions()).Distinct(StringComparer.Ordinal))
        {
            yield return $"the policy of {bucket.LogicalId} lets {Service} in without {missing}";
        }

        var prefix = log["DestinationOptions"]["HiveCompatiblePartitions"].Flag == true ? "AWSLogs/aws-account-id=${AWS::AccountId}/" : "AWSLogs/${AWS::AccountId}/";
        if (writes.Length > 0 && !writes.SelectMany(statement => statement["Resource"].Texts()).Any(resource => resource.Contains(prefix, StringComparison.Ordinal)))
        {
            yield return $"the policy of {bucket.LogicalId} does not let {Service} write under {prefix}";
        }
    }
}
