using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.Logs;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E13. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html</summary>
public sealed class DistributionDeliveryRule() : ResourceRule(
    "E13", "Logs of a distribution that CloudWatch Logs delivers arrive somewhere that takes them, and stand beside standard logs or say why not.", EdgeView.Distribution)
{
    private const string Service = "delivery.logs.amazonaws.com";

    // With Hive-compatible names the account stands in the path in the other way.
    private static readonly string[] Folders = ["/AWSLogs/${AWS::AccountId}/", "/AWSLogs/aws-account-id=${AWS::AccountId}/"];

    /// <summary>The sources of a distribution's logs.</summary>
    internal static IEnumerable<Resource> SourcesOf(Resource distribution) => distribution.Template.Resources.Where(source =>
        source.Type == "AWS::Logs::DeliverySource" && source["ResourceArn"].Key.EndsWith($":distribution/${{{distribution.LogicalId}}}", StringComparison.Ordinal));

    protected override bool Applies(Resource resource) => SourcesOf(resource).Any();

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (!resource.Config()["Logging"].Exists && !resource.SaysWhy("AwsSolutions-CFR3"))
        {
            yield return "has delivered logs only, and does not say why";
        }

        foreach (var source in SourcesOf(resource))
        {
            var deliveries = resource.Template.Resources.Where(delivery => delivery.Type == "AWS::Logs::Delivery" && ReferenceEquals(delivery["DeliverySourceName"].Target, source)).ToList();
            if (source["LogType"].Text != "ACCESS_LOGS" || deliveries.Count == 0)
            {
                yield return $"{source.LogicalId} is no source of access logs, or is delivered nowhere";
            }

            foreach (var delivery in deliveries.Where(delivery => !Arrives(delivery)))
            {
                yield return $"{delivery.LogicalId} goes to a place that does not take it";
            }
        }
    }

    private static bool Arrives(Resource delivery)
    {
        var destination = delivery["DeliveryDestinationArn"].Target?["DestinationResourceArn"] ?? default;
        if (destination.Target is not { Type: "AWS::S3::Bucket" } bucket)
        {
            return destination.Exists;
        }

        return bucket.Referring("AWS::S3::BucketPolicy", "Bucket").Any(policy => delivery.DependsOn(policy) && policy["PolicyDocument"].Statements().Any(statement =>
            statement["Effect"].Text == "Allow" && statement.IsFor(Service) && !statement.MissingSourceConditions().Any()
            && Folders.All(folder => statement["Resource"].Texts().Any(resource => resource.Contains(folder, StringComparison.Ordinal)))));
    }
}
