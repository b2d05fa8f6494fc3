using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E54. Source: https://docs.aws.amazon.com/waf/latest/developerguide/logging.html</summary>
public sealed class WafLoggingRule() : ResourceRule(
    "E54", "Every WebACL logs to a destination named aws-waf-logs-, without the headers that hold secrets.", "AWS::WAFv2::WebACL")
{
    private const string Prefix = "aws-waf-logs-";
    private static readonly string[] Secrets = ["authorization", "cookie", "x-api-key", "x-origin-verify"];

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var loggings = resource.Referring("AWS::WAFv2::LoggingConfiguration", "ResourceArn").ToList();
        if (loggings.Count != 1)
        {
            yield return $"has {loggings.Count} logging configurations";
        }

        foreach (var logging in loggings)
        {
            var redacted = logging["RedactedFields"].Items.Select(field => field["SingleHeader"]["Name"].Text).ToHashSet(StringComparer.Ordinal);
            foreach (var secret in Secrets.Where(secret => !redacted.Contains(secret)))
            {
                yield return $"logs the header {secret}";
            }

            foreach (var destination in logging["LogDestinationConfigs"].Items.Where(destination => !IsNamed(destination)))
            {
                yield return $"logs to {destination.Key}, whose name does not begin with {Prefix}";
            }
        }
    }

    // A destination made here is named there; a stream from outside says its name itself, or it is a parameter that nothing here tells.
    private static bool IsNamed(Value destination)
    {
        var targets = destination.Json is { } json ? References.In(json).Select(reference => destination.Owner.Template.Find(reference.LogicalId)).OfType<Resource>().ToList() : [];
        return targets.Count == 0
            ? destination.Reference is not null || destination.Key.Contains(Prefix, StringComparison.Ordinal)
            : targets.All(target => (target["LogGroupName"].Exists ? target["LogGroupName"] : target["BucketName"].Exists ? target["BucketName"] : target["DeliveryStreamName"])
                .Key.StartsWith(Prefix, StringComparison.Ordinal));
    }
}
