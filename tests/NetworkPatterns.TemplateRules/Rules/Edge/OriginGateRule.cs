using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E38 and E39 for HTTP and WebSocket APIs. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/add-origin-custom-headers.html</summary>
public sealed class OriginGateRule() : ResourceRule(
    "E38",
    "An authorizer that asks for the secret header looks at nothing else, guards every route that can be guarded, and its function reads two named secrets and no other.",
    "AWS::ApiGatewayV2::Authorizer")
{
    private const string Header = "x-origin-verify";

    protected override bool Applies(Resource resource) => resource["IdentitySource"].Items.Any(source => source.Text?.EndsWith($".{Header}", StringComparison.Ordinal) == true);

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["IdentitySource"].Items.Length != 1)
        {
            yield return "looks at more than the secret header";
        }

        var api = resource["ApiId"].Target!;
        foreach (var route in api.Referring("AWS::ApiGatewayV2::Route", "ApiId").Where(route => !resource.IsOfWebSocketApi() || route["RouteKey"].Text == "$connect"))
        {
            if (route["AuthorizationType"].Text != "CUSTOM" || route["AuthorizerId"].Target?.LogicalId != resource.LogicalId)
            {
                yield return $"does not guard {route["RouteKey"].Text}";
            }
        }

        var uri = resource["AuthorizerUri"].Json is { } json ? References.In(json).Select(reference => resource.Template.Find(reference.LogicalId)).FirstOrDefault(found => found?.Type == "AWS::Lambda::Function") : null;
        if (uri is not { } function)
        {
            yield return "asks no function of its template";
            yield break;
        }

        var variables = function["Environment"]["Variables"];
        var secrets = variables.Members.Select(name => variables[name].Target).ToList();
        if (secrets.Count != 2 || secrets.Exists(secret => secret is not { Type: "AWS::SecretsManager::Secret" } || !secret["Name"].Exists))
        {
            yield return "has a function that is not given two named secrets";
        }

        var statements = function["Role"].Target?["Policies"].Items.SelectMany(policy => policy["PolicyDocument"]["Statement"].Items).ToList() ?? [];
        var reading = statements.Where(statement => statement["Action"].Text?.StartsWith("secretsmanager:", StringComparison.Ordinal) == true).ToList();
        if (reading is not [var read] || read["Action"].Text != "secretsmanager:GetSecretValue" || read["Resource"].Items.Any(item => !secrets.Contains(item.Target)))
        {
            yield return "has a function that may read other secrets, or not its own";
        }
    }
}
