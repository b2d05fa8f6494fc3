using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The custom domain name of a REST API, all of whose paths lead to the stage.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-regional-api-custom-domain-create.html</remarks>
internal static class RestDomainBlueprint
{
    public static void AddTo(BlueprintBuilder builder, RestApiPlan plan, ApiDomain domain, TokenInputs inputs) => builder
        .Add(RestApiBlueprint.DomainId, "AWS::ApiGateway::DomainName",
            ("DomainName", domain.DomainName),
            ("EndpointConfiguration", Value.Map(("Types", Value.List(plan.EndpointType)))),
            (plan.Props.Endpoint == ApiEndpoint.EdgeOptimized ? "CertificateArn" : "RegionalCertificateArn", inputs.Of("CertificateArn", domain.CertificateArn)),
            ("SecurityPolicy", "TLS_1_2"),
            ("MutualTlsAuthentication", plan.Props.Lock.TruststoreUri is { } truststore ? Value.Map(("TruststoreUri", inputs.Of("TruststoreUri", truststore))) : null),
            ("Tags", new ResourceTags(plan.Path).Of("domain")))
        .Add("Mapping", "AWS::ApiGateway::BasePathMapping",
            ("DomainName", Value.Ref(RestApiBlueprint.DomainId)),
            ("BasePath", domain.BasePath is { } path ? (Value)path : null),
            ("RestApiId", Value.Ref(RestApiBlueprint.ApiId)),
            ("Stage", Value.Ref(RestApiBlueprint.StageId)));
}
