using System.Text.RegularExpressions;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.SecurityGroups;

/// <summary>N24. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html</summary>
public sealed partial class GroupDescriptionRule() : ResourceRule(
    "N24", "A security group's description, which can't change without replacing it, is a literal that names nothing that may change.", "AWS::EC2::SecurityGroup")
{
    protected override IEnumerable<string> Problems(Resource group)
    {
        var description = group["GroupDescription"];
        if (description.Text is not { } text)
        {
            yield return Unknown("GroupDescription", description);
            yield break;
        }

        if (!Allowed().IsMatch(text))
        {
            yield return $"EC2 takes 1 to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{{}}!$* as a description, not '{text}'";
        }

        if (Address().IsMatch(text))
        {
            yield return $"the description names addresses, which may change: '{text}'";
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9 ._\-:/()#,@\[\]+=&;{}!$*]{1,255}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();

    [GeneratedRegex(@"[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+|[0-9a-f]*::", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
