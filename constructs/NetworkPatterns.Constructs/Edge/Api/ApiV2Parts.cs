using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What HTTP and WebSocket APIs have in common: ids, names, tags and the custom domain.</summary>
internal static class ApiV2Parts
{
    public const string ApiId = "Api";
    public const string StageId = "Stage";
    public const string LogGroupId = "AccessLogs";
    public const string DomainId = "Domain";
    private const int LongestName = 128;

    /// <summary>The API's name.</summary>
    public static string NameOf(string path) => UniqueName.Of(path, LongestName);

    /// <summary>The tags of a part, as API Gateway's second version takes them.</summary>
    public static MapValue Tags(string path, string part) => Value.Map(("Name", $"{NameOf(path)}/{part}"));

    /// <summary>Adds the custom domain, which asks for a client certificate where the lock is mutual TLS.</summary>
    /// <remarks>
    /// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-mutual-tls.html and
    /// https://docs.aws.amazon.com/apigateway/latest/developerguide/websocket-api-custom-domain-names.html
    /// </remarks>
    public static void AddDomain(BlueprintBuilder builder, string path, ApiDomain domain, OriginLock originLock, TokenInputs inputs) => builder
        .Add(DomainId, "AWS::ApiGatewayV2::DomainName",
            ("DomainName", domain.DomainName),
            ("DomainNameConfigurations", Value.List(Value.Map(
                ("CertificateArn", inputs.Of("CertificateArn", domain.CertificateArn)),
                ("EndpointType", "REGIONAL"),
                ("SecurityPolicy", "TLS_1_2")))),
            ("MutualTlsAuthentication", originLock.TruststoreUri is { } truststore ? Value.Map(("TruststoreUri", inputs.Of("TruststoreUri", truststore))) : null),
            ("Tags", Tags(path, "domain")))
        .Add("Mapping", "AWS::ApiGatewayV2::ApiMapping",
            ("DomainName", Value.Ref(DomainId)),
            ("ApiId", Value.Ref(ApiId)),
            ("ApiMappingKey", domain.BasePath is { } key ? (Value)key : null),
            ("Stage", Value.Ref(StageId)));
}
