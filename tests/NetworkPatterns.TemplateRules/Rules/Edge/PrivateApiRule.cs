using NetworkPatterns.TemplateRules.Reading;
using NetworkPatterns.TemplateRules.Rules.SecurityGroups;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E50. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html</summary>
public sealed class PrivateApiRule() : ResourceRule(
    "E50", "A private API names its endpoints, denies whoever comes by another, and its endpoints let in 443 from security groups only.", "AWS::ApiGateway::RestApi")
{
    private static readonly string[] Keys = ["aws:SourceVpce", "aws:SourceVpc"];

    protected override bool Applies(Resource resource) => resource["EndpointConfiguration"]["Types"].Items.Any(type => type.Text == "PRIVATE");

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var endpoints = resource["EndpointConfiguration"]["VpcEndpointIds"].Items;
        if (endpoints.IsEmpty)
        {
            yield return "names no endpoint";
        }

        if (!resource["Policy"]["Statement"].Items.Any(statement => statement["Effect"].Text == "Deny" && statement["Principal"].Text == "*" && IsForOthers(statement["Condition"]["StringNotEquals"])))
        {
            yield return "denies nobody who comes by another endpoint";
        }

        foreach (var endpoint in endpoints.Select(endpoint => endpoint.Target).OfType<Resource>())
        {
            var rules = endpoint["SecurityGroupIds"].Items.Select(group => group.Target).OfType<Resource>().SelectMany(SecurityGroupRule.Ingress).ToArray();
            if (rules.Length == 0)
            {
                yield return $"is reached by {endpoint.LogicalId}, whose groups let nobody in or can't be decided";
            }

            if (rules.Any(rule => rule.PeerGroup is null || rule.Protocol is not ("tcp" or "6") || rule.Json["FromPort"].Number != 443 || rule.Json["ToPort"].Number != 443))
            {
                yield return $"is reached by {endpoint.LogicalId}, which lets in more than 443 from security groups";
            }
        }
    }

    private static bool IsForOthers(Value condition) => Keys.Any(key => condition[key].Exists);
}
