using System.Security.Cryptography;
using System.Text;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Logs;

/// <summary>N74. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-flowlog.html</summary>
/// <remarks>Nothing of a flow log but its tags can change: a digest of the format in the logical ID makes another format another flow log.</remarks>
public sealed class FlowLogFormatRule() : ResourceRule(
    "N74", "A flow log with a format of its own has a digest of the format in its logical ID.", "AWS::EC2::FlowLog")
{
    private const int DigestLength = 8;

    protected override bool Applies(Resource log) => log["LogFormat"].Exists;

    protected override IEnumerable<string> Problems(Resource log)
    {
        if (log["LogFormat"].Text is not { } format)
        {
            yield return Unknown("LogFormat", log["LogFormat"]);
        }
        else if (Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(format)))[..DigestLength] is var digest
            && !log.LogicalId.Contains(digest, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"its logical ID does not change with its format: {digest} is missing";
        }
    }
}
