using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.WholeTemplate;

/// <summary>N63. Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ram-resourceshare.html</summary>
public sealed class ResourceShareRule() : ResourceRule(
    "N63", "A resource share stays inside the organization, and names no partition.", "AWS::RAM::ResourceShare")
{
    protected override IEnumerable<string> Problems(Resource share)
    {
        // RAM allows external principals unless told not to.
        if (share["AllowExternalPrincipals"].Flag != false)
        {
            yield return "allows principals outside the organization";
        }

        foreach (var arn in share["ResourceArns"].Items.Concat(share["Principals"].Items).Where(arn => arn.Key.StartsWith("arn:aws", StringComparison.Ordinal)))
        {
            yield return $"names a partition: {arn.Key}";
        }
    }
}
