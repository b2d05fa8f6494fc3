using System.Text.Json;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E36, E37, E43 and E44. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-rest-api.html</summary>
public sealed class RestApiRule() : ResourceRule(
    "E36", "Every REST API says where it is, answers to its generated name only where it has no other, validates requests, and says errors its own way.", "AWS::ApiGateway::RestApi")
{
    private const string Details = "validationErrorString";

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["EndpointConfiguration"]["Types"].Items is not [{ Text: "REGIONAL" or "PRIVATE" or "EDGE" }])
        {
            yield return "does not say where it is";
        }

        if (resource["EndpointConfiguration"]["Types"].Items is [{ Text: "EDGE" }] && resource.Referring("AWS::ApiGateway::Stage", "RestApiId").Any(IsGated))
        {
            yield return "has a distribution of its own, and a lock that knows another";
        }

        if (resource.Referring("AWS::ApiGateway::BasePathMapping", "RestApiId").Any() && resource["DisableExecuteApiEndpoint"].Flag != true)
        {
            yield return "has a domain name and answers to its generated name too";
        }

        if (resource["Body"]["x-amazon-apigateway-gateway-responses"].Key.Contains(Details, StringComparison.Ordinal)
            || resource.Referring("AWS::ApiGateway::GatewayResponse", "RestApiId").Any(response => response["ResponseTemplates"].Key.Contains(Details, StringComparison.Ordinal)))
        {
            yield return "tells every caller what its models are";
        }

        if (resource["Body"].Exists)
        {
            foreach (var problem in BodyProblems(resource))
            {
                yield return problem;
            }

            yield break;
        }

        var validators = resource.Referring("AWS::ApiGateway::RequestValidator", "RestApiId").ToList();
        if (validators.Count != 1 || validators[0]["ValidateRequestBody"].Flag != true || validators[0]["ValidateRequestParameters"].Flag != true)
        {
            yield return "has not one validator of bodies and parameters";
        }

        var responses = resource.Referring("AWS::ApiGateway::GatewayResponse", "RestApiId").Select(response => response["ResponseType"].Text).ToHashSet(StringComparer.Ordinal);
        if (!responses.IsSupersetOf(["DEFAULT_4XX", "DEFAULT_5XX"]))
        {
            yield return "has no gateway responses of its own for 4XX and 5XX";
        }
    }

    private static bool IsGated(Resource stage) => stage.Template.Resources
        .Where(resource => resource.Type == "AWS::WAFv2::WebACLAssociation" && resource["ResourceArn"].Key.Contains($"${{{stage.LogicalId}}}", StringComparison.Ordinal))
        .Any(association => association["WebACLArn"].Target is { } acl && acl["DefaultAction"]["Block"].Exists);

    // What an import does not find in the document it may set back.
    private static IEnumerable<string> BodyProblems(Resource resource)
    {
        var body = resource["Body"];
        if (!resource.IsValidated())
        {
            yield return "has a document without one validator of bodies and parameters for all";
        }

        if (!body["x-amazon-apigateway-gateway-responses"]["DEFAULT_4XX"].Exists || !body["x-amazon-apigateway-gateway-responses"]["DEFAULT_5XX"].Exists)
        {
            yield return "has a document without gateway responses for 4XX and 5XX";
        }

        if (body["servers"].Items is not [var server] || server["x-amazon-apigateway-endpoint-configuration"]["disableExecuteApiEndpoint"].Flag != (resource["DisableExecuteApiEndpoint"].Flag ?? false))
        {
            yield return "has a document that says something else of its generated name";
        }

        if (!AreEqual(body["x-amazon-apigateway-policy"], resource["Policy"]) || resource["Parameters"]["endpointConfigurationTypes"].Text != resource["EndpointConfiguration"]["Types"].Items.FirstOrDefault().Text)
        {
            yield return "has a document with another policy, or is imported as another endpoint";
        }
    }

    private static bool AreEqual(Value one, Value other) => (one.Json, other.Json) switch
    {
        ({ } first, { } second) => JsonElement.DeepEquals(first, second),
        var (first, second) => first is null && second is null,
    };
}

/// <summary>E40. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-custom-domain-tls-version.html</summary>
public sealed class RestDomainRule() : ResourceRule(
    "E40", "Every custom domain of a REST API is regional or edge-optimized, asks for TLS 1.2 or newer, and has a certificate of that kind.", "AWS::ApiGateway::DomainName")
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        var policy = resource["SecurityPolicy"].Text ?? "";
        if (policy != "TLS_1_2" && !policy.StartsWith("SecurityPolicy_", StringComparison.Ordinal))
        {
            yield return $"has the security policy '{policy}'";
        }

        if (policy.StartsWith("SecurityPolicy_", StringComparison.Ordinal) && (resource["MutualTlsAuthentication"].Exists || !resource["EndpointAccessMode"].Exists))
        {
            yield return "has an enhanced security policy with mutual TLS, or without an access mode";
        }

        var isEdge = resource["EndpointConfiguration"]["Types"].Items is [{ Text: "EDGE" }];
        if (isEdge
            ? !resource["CertificateArn"].Exists || resource["MutualTlsAuthentication"].Exists
            : resource["EndpointConfiguration"]["Types"].Items is not [{ Text: "REGIONAL" }] || !resource["RegionalCertificateArn"].Exists)
        {
            yield return "is not regional or edge-optimized, or has no certificate of that kind";
        }
    }
}

/// <summary>E41, E42 and E43. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-control-access-to-api.html</summary>
public sealed class RestMethodRule() : ResourceRule(
    "E41", "Every method is guarded or says why not, a preflight answers 204 with CORS, and what is to be validated is.", "AWS::ApiGateway::Method")
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["HttpMethod"].Text == "OPTIONS" && resource["Integration"]["Type"].Text == "MOCK")
        {
            if (resource["MethodResponses"].Items is not [var response] || response["StatusCode"].Text != "204" || !response["ResponseParameters"]["method.response.header.Access-Control-Allow-Origin"].Exists)
            {
                yield return "does not answer 204 with CORS headers";
            }

            yield break;
        }

        if (resource["AuthorizationType"].Text is null or "NONE" && !resource.SaysWhyPublic())
        {
            yield return "lets everybody in without saying why";
        }

        if ((resource["RequestModels"].Exists || resource["RequestParameters"].Members.Any(name => !name.StartsWith("method.request.path.", StringComparison.Ordinal) && resource["RequestParameters"][name].Flag == true))
            && resource["RequestValidatorId"].Target is not { Type: "AWS::ApiGateway::RequestValidator" })
        {
            yield return "has a model or required parameters that nothing checks";
        }
    }
}

/// <summary>E35. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html</summary>
public sealed class ApiAccountRule() : TemplateRule(
    "E35", "An app sets API Gateway's log role at most once in a template, and it stays.")
{
    protected override void Examine(TemplateSet templates, RuleFindings findings)
    {
        foreach (var template in templates.Templates)
        {
            var accounts = template.Resources.Where(resource => resource.Type == "AWS::ApiGateway::Account").ToList();
            foreach (var account in accounts)
            {
                findings.Examined();
                if (accounts.Count > 1)
                {
                    findings.Violation(account, "is set more than once");
                }

                if (account.Json.TryGetProperty("DeletionPolicy", out var policy) is false || policy.GetString() != "Retain")
                {
                    findings.Violation(account, "goes with its stack, and takes the logs of all APIs with it");
                }
            }
        }
    }
}

/// <summary>E48. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html</summary>
public sealed class InvokePermissionRule() : ResourceRule(
    "E48", "API Gateway may call a function for one API, stage and method, or one authorizer, only.", "AWS::Lambda::Permission")
{
    protected override bool Applies(Resource resource) => resource["Principal"].Text == "apigateway.amazonaws.com";

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var arn = resource["SourceArn"].Key;
        if (!arn.Contains(":execute-api:", StringComparison.Ordinal) || !arn.Contains("${", StringComparison.Ordinal) || arn.Contains("}/*", StringComparison.Ordinal) || arn.EndsWith(":*", StringComparison.Ordinal))
        {
            yield return $"lets in calls from {(arn.Length == 0 ? "everywhere" : arn)}";
        }
    }
}
