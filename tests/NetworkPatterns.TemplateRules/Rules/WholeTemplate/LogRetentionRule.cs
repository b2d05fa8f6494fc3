using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>E61, for log groups. Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html</summary>
public sealed class LogRetentionRule() : ResourceRule("E61", "Every log group keeps records for a time that is said.", "AWS::Logs::LogGroup")
{
    protected override IEnumerable<string> Problems(Resource group)
    {
        if (!group["RetentionInDays"].Exists)
        {
            yield return "keeps records for ever";
        }
    }
}
