using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E55. Source: https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-forwarded-ip-address.html</summary>
public sealed class WafClientAddressRule() : ResourceRule(
    "E55", "Rules of a regional WebACL look at the address that a proxy forwards: behind CloudFront, the connection's is CloudFront's.", "AWS::WAFv2::WebACL")
{
    private static readonly string[] AddressGroups = ["AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesAnonymousIpList"];

    // Source: https://repost.aws/articles/AR5xIMzCMiSUqyMKCy2qDv9Q/waf-client-ip-based-rules-work-even-for-edge-optimized-api-gateway-and-cognito-with-custom-domain
    // Nobody's CloudFront stands before a private API, and AWS WAF sees through API Gateway's own before an edge-optimized one.
    private static readonly string[] OtherEndpoints = ["PRIVATE", "EDGE"];

    protected override bool Applies(Resource resource) => resource["Scope"].Text == "REGIONAL" && !IsOfOtherEndpoints(resource);

    protected override IEnumerable<string> Problems(Resource resource) => resource["Rules"].Items
        .Where(rule => LooksAtConnection(rule["Statement"]))
        .Select(rule => $"the rule {rule["Name"].Key} looks at the address of the connection");

    private static bool IsOfOtherEndpoints(Resource acl)
    {
        var protectedApis = acl.Template.Resources
            .Where(association => association.Type == "AWS::WAFv2::WebACLAssociation" && association["WebACLArn"].Target == acl)
            .Select(association => association["ResourceArn"].Json is { } arn ? References.In(arn).Select(reference => acl.Template.Find(reference.LogicalId)).FirstOrDefault(target => target?.Type == "AWS::ApiGateway::RestApi") : null)
            .ToList();
        return protectedApis.Count > 0
            && protectedApis.TrueForAll(api => api?["EndpointConfiguration"]["Types"].Items.Any(type => OtherEndpoints.Contains(type.Text, StringComparer.Ordinal)) == true);
    }

    private static bool LooksAtConnection(Value statement)
    {
        if (statement.Members is not [var kind])
        {
            return false;
        }

        var content = statement[kind];
        return kind switch
        {
            "IPSetReferenceStatement" => !content["IPSetForwardedIPConfig"].Exists,
            "GeoMatchStatement" => !content["ForwardedIPConfig"].Exists,
            "RateBasedStatement" => content["AggregateKeyType"].Text == "IP" || content["CustomKeys"].Items.Any(key => key["IP"].Exists) || LooksAtConnection(content["ScopeDownStatement"]),
            "ManagedRuleGroupStatement" => AddressGroups.Contains(content["Name"].Text, StringComparer.Ordinal) || LooksAtConnection(content["ScopeDownStatement"]),
            "AndStatement" or "OrStatement" => content["Statements"].Items.Any(LooksAtConnection),
            "NotStatement" => LooksAtConnection(content["Statement"]),
            _ => false,
        };
    }
}
