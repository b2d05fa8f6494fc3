using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>
/// E41, E42 and E43 for APIs of a document. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-import-api.html
/// </summary>
public sealed class RestBodyRule() : ResourceRule(
    "E41", "Every operation of a REST API's document is guarded or says why not, leads to a backend, and the import drops and leaves nothing.", "AWS::ApiGateway::RestApi")
{
    private static readonly string[] Parts = ["Resource", "Method", "Authorizer", "Model", "RequestValidator", "GatewayResponse"];

    protected override bool Applies(Resource resource) => resource["Body"].Exists || resource["BodyS3Location"].Exists;

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["BodyS3Location"].Exists || resource["Body"].IsIntrinsic)
        {
            yield return "has its document where nothing examines it";
            yield break;
        }

        if (resource["FailOnWarnings"].Flag != true || resource["Mode"].Text != "overwrite")
        {
            yield return "is imported although API Gateway warns, or keeps what its document does not have";
        }

        // An import that overwrites takes them away.
        foreach (var part in Parts.SelectMany(part => resource.Referring($"AWS::ApiGateway::{part}", "RestApiId")))
        {
            yield return $"has {part.LogicalId} beside its document";
        }

        foreach (var operation in resource.Operations())
        {
            foreach (var problem in operation.IsPreflight ? PreflightProblems(operation) : OperationProblems(operation))
            {
                yield return problem;
            }
        }

        if (!resource.Operations().Any())
        {
            yield return "has no operation";
        }
    }

    private static IEnumerable<string> PreflightProblems(RestOperation operation)
    {
        if (operation.Value["responses"].Members is not ["204"] || !operation.Value["responses"]["204"]["headers"]["Access-Control-Allow-Origin"].Exists)
        {
            yield return $"does not answer {operation} with 204 and CORS headers";
        }
    }

    private static IEnumerable<string> OperationProblems(RestOperation operation)
    {
        if (!operation.HasItsSchemes || (!operation.Schemes.Any(scheme => scheme["x-amazon-apigateway-authtype"].Exists) && !operation.SaysWhyPublic))
        {
            yield return $"lets everybody call {operation} without saying why";
        }

        if (!operation.Integration["type"].Exists)
        {
            yield return $"leads {operation} nowhere";
        }
    }
}
