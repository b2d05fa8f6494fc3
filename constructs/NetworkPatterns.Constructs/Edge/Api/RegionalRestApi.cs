using Amazon.CDK;
using Constructs;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A REST API of one Region that answers its own CloudFront distribution only.</summary>
/// <remarks>
/// Emits <c>AWS::ApiGateway::RestApi</c>, <c>Resource</c>, <c>Method</c>, <c>Authorizer</c>, <c>Model</c>, <c>RequestValidator</c>,
/// <c>GatewayResponse</c>, <c>Deployment</c>, <c>Stage</c>, <c>ClientCertificate</c>, <c>UsagePlan</c>, <c>ApiKey</c>, <c>DomainName</c> and
/// <c>BasePathMapping</c>, <c>AWS::Lambda::Permission</c> for each function and route, <c>AWS::Logs::LogGroup</c>, and for the lock
/// <c>AWS::SecretsManager::Secret</c> and <c>AWS::WAFv2::WebACL</c>.
/// <para>A locked API promises that distributions of CloudFront alone lead to it.</para>
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-rest-api.html</para>
/// </remarks>
public sealed class RegionalRestApi : Construct, IRegionalApi
{
    private readonly EmittedBlueprint _resources;

    /// <summary>Plans the API and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props and of the backends.</exception>
    public RegionalRestApi(Construct scope, string id, RegionalRestApiProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(RegionalRestApiProps));
        Plan = RestApiPlan.From(props, context);
        var stack = Amazon.CDK.Stack.Of(this);
        (var blueprint, var inputs, DeploymentName) = RestApiBlueprint.From(Plan, context, token => TokenText.Of(stack, token));
        _resources = this.Emit(blueprint, inputs);
        this.Guarantee(LockGuarantee.Of(props.Lock, Plan.Path));
        if (props.Account is { } account)
        {
            _resources.GetResource(RestApiBlueprint.StageId).AddDependency(account.Resource);
        }

        if (props.Domain is { Zone: { } zone } domain)
        {
            _ = new SimpleRecord(this, "Record", new SimpleRecordProps
            {
                Zone = zone,
                Name = domain.RecordName ?? domain.DomainName,
                Target = DomainTarget,
            });
        }
    }

    /// <summary>The API's ID, as a token.</summary>
    public string RestApiId => _resources.Ref(RestApiBlueprint.ApiId);

    /// <summary>The API's name, which its metrics have: for alarms.</summary>
    public string ApiName => RestApiBlueprint.NameOf(Plan);

    /// <summary>The stage's name, as a token that waits for the stage.</summary>
    public string StageName => _resources.Ref(RestApiBlueprint.StageId);

    /// <summary>The stage's ARN, for a WebACL that protects it where no lock does: see <see cref="Waf.WebAcl.Protect"/>.</summary>
    public string StageArn => $"arn:{Aws.PARTITION}:apigateway:{Aws.REGION}::/restapis/{RestApiId}/stages/{StageName}";

    /// <summary>
    /// The deployment of the API as it is here: <c>Deployment</c> and a digest. Write it down (an output of the stack does) to release the next change with
    /// a <see cref="ApiCanary"/>.
    /// </summary>
    public string DeploymentName { get; }

    /// <summary>The ID of the client certificate that backends see, as a token; <see langword="null"/> without one.</summary>
    public string? ClientCertificateId => Plan.Props.ClientCertificate is { } certificate ? _resources.Ref(certificate.ActiveId) : null;

    /// <summary>The name of the log group of access logs, as a token.</summary>
    public string LogGroupName => _resources.Ref(RestApiBlueprint.LogGroupId);

    string IRegionalApi.ApiId => RestApiId;

    internal RestApiPlan Plan { get; }

    /// <summary>The custom domain, for records that lead to it.</summary>
    internal AliasTarget DomainTarget => Alias.ApiGateway(
        _resources.GetAtt(RestApiBlueprint.DomainId, $"{Front}DomainName"), _resources.GetAtt(RestApiBlueprint.DomainId, $"{Front}HostedZoneId"));

    private string Front => Plan.Props.Endpoint == ApiEndpoint.EdgeOptimized ? "Distribution" : "Regional";

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>Stage</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
