using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>An HTTP API of one Region: cheaper and faster than a REST API, and with less in front of its routes.</summary>
/// <remarks>
/// Emits <c>AWS::ApiGatewayV2::Api</c>, <c>Route</c>, <c>Integration</c>, <c>Authorizer</c>, <c>Stage</c>, <c>DomainName</c> and
/// <c>ApiMapping</c>, <c>AWS::Lambda::Permission</c> for each function and route, and <c>AWS::Logs::LogGroup</c>.
/// <para>
/// AWS WAF, resource policies and API keys do not exist for HTTP APIs: what may lock it is mutual TLS, or a function, for which it emits
/// <c>AWS::Lambda::Function</c>, <c>AWS::IAM::Role</c> and <c>AWS::SecretsManager::Secret</c> too.
/// A locked one promises that distributions of CloudFront alone lead to it.
/// </para>
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html</para>
/// </remarks>
public sealed class RegionalHttpApi : Construct, IRegionalApi
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the API and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props and of the backends.</exception>
    public RegionalHttpApi(Construct scope, string id, RegionalHttpApiProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(RegionalHttpApiProps));
        var plan = HttpApiPlan.From(props, context);
        var (blueprint, inputs) = HttpApiBlueprint.From(plan, context);
        _resources = this.Emit(blueprint, inputs);
        this.Guarantee(LockGuarantee.Of(props.Lock, plan.Path));
        Url = props.Domain is { } named ? $"https://{named.FullName}" : _resources.GetAtt(ApiV2Parts.ApiId, "ApiEndpoint");
        ApiDomainRecord.AddTo(this, props.Domain, _resources);
    }

    /// <summary>The API's ID, as a token.</summary>
    public string HttpApiId => _resources.Ref(ApiV2Parts.ApiId);

    string IRegionalApi.ApiId => HttpApiId;

    /// <summary>Where it is called: its custom domain name, or as a token the name that API Gateway generates.</summary>
    public string Url { get; }

    /// <summary>The stage's name, <c>$default</c>, as a token that waits for the stage.</summary>
    public string StageName => _resources.Ref(ApiV2Parts.StageId);

    /// <summary>The name of the log group of access logs, as a token.</summary>
    public string LogGroupName => _resources.Ref(ApiV2Parts.LogGroupId);

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>Stage</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
