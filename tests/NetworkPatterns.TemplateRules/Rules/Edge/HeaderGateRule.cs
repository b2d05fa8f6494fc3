using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E38 and E39. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html</summary>
public sealed class HeaderGateRule() : ResourceRule(
    "E38", "A WebACL on a stage that blocks by default lets in exact values of the secret header only, each by a reference to a named secret.", "AWS::WAFv2::WebACLAssociation")
{
    private const string Header = "x-origin-verify";

    protected override bool Applies(Resource resource) =>
        resource["WebACLArn"].Target is { } acl
        && acl["DefaultAction"]["Block"].Exists
        && acl["Rules"].Items.Any(rule => HeaderOf(rule["Statement"]["ByteMatchStatement"]) == Header)
        && resource["ResourceArn"].Key.Contains("/restapis/", StringComparison.Ordinal);

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var acl = resource["WebACLArn"].Target!;
        if (acl["Scope"].Text != "REGIONAL")
        {
            yield return "associates a WebACL that is not regional";
        }

        var stages = resource["ResourceArn"].Json is { } arn ? References.In(arn).Select(reference => resource.Template.Find(reference.LogicalId)?.Type).ToList() : [];
        if (!stages.Contains("AWS::ApiGateway::Stage", StringComparer.Ordinal))
        {
            yield return "does not wait for its stage";
        }

        foreach (var rule in acl["Rules"].Items.Where(rule => !rule["Action"]["Block"].Exists && !rule["Action"]["Count"].Exists))
        {
            var match = rule["Statement"]["ByteMatchStatement"];
            if (match["PositionalConstraint"].Text != "EXACTLY" || HeaderOf(match) != Header)
            {
                yield return $"the rule {rule["Name"].Key} lets in something else than the secret header";
            }
            else if (!match["SearchString"].Key.StartsWith("{{resolve:secretsmanager:", StringComparison.Ordinal))
            {
                yield return $"the rule {rule["Name"].Key} has its secret in the template";
            }
            else if (References.In(match["SearchString"].Json!.Value).Select(reference => resource.Template.Find(reference.LogicalId)).Any(secret => secret is { } known && !known["Name"].Exists))
            {
                yield return $"the secret of {rule["Name"].Key} has no name by which the distribution's stack finds it";
            }
        }
    }

    private static string? HeaderOf(Value match) => match["FieldToMatch"]["SingleHeader"]["Name"].Text;
}
