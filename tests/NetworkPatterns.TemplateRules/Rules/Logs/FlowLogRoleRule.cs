using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Logs;

/// <summary>N72. Source: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html</summary>
public sealed class FlowLogRoleRule() : ResourceRule(
    "N72", "The role of a flow log to CloudWatch can be taken for this account's logs only, and may not pass roles.", "AWS::EC2::FlowLog")
{
    // CloudWatch Logs is where a flow log goes unless it says otherwise.
    protected override bool Applies(Resource log) =>
        !log["LogDestinationType"].Exists || log["LogDestinationType"].Text == "cloud-watch-logs";

    protected override IEnumerable<string> Problems(Resource log)
    {
        if (log["DeliverLogsPermissionArn"].Target is not { Type: "AWS::IAM::Role" } role)
        {
            yield return Unknown("DeliverLogsPermissionArn", log["DeliverLogsPermissionArn"]);
            yield break;
        }

        var trust = role["AssumeRolePolicyDocument"].Statements().ToArray();
        if (!trust.Any(statement => statement.IsFor("vpc-flow-logs.amazonaws.com")))
        {
            yield return $"{role.LogicalId} can't be taken by vpc-flow-logs.amazonaws.com";
        }

        foreach (var missing in trust.SelectMany(statement => statement.MissingSourceConditions()).Distinct(StringComparer.Ordinal))
        {
            yield return $"{role.LogicalId} can be taken without {missing}";
        }

        var policies = role["Policies"].Items.Select(policy => policy["PolicyDocument"])
            .Concat(role.Template.Resources
                .Where(policy => policy.Type is "AWS::IAM::Policy" or "AWS::IAM::RolePolicy" && IsOf(policy, role))
                .Select(policy => policy["PolicyDocument"]));
        if (policies.SelectMany(policy => policy.Statements()).SelectMany(statement => statement["Action"].Texts())
            .Any(action => action is "iam:PassRole" or "iam:*" or "*"))
        {
            yield return $"{role.LogicalId} may pass roles";
        }
    }

    private static bool IsOf(Resource policy, Resource role) =>
        ReferenceEquals(policy["RoleName"].Target, role)
        || policy["Roles"].Items.Any(value => ReferenceEquals(value.Target, role));
}
