using Amazon.CDK;
using Amazon.CDK.AWS.IAM;
using Constructs;
using NetworkPatterns.Constructs.Guarantees;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Synthesis;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A WebSocket API of one Region: clients stay connected, and both sides send messages.</summary>
/// <remarks>
/// Emits <c>AWS::ApiGatewayV2::Api</c>, <c>Route</c>, <c>Integration</c>, <c>RouteResponse</c>, <c>IntegrationResponse</c>, <c>Authorizer</c>,
/// <c>Deployment</c>, <c>Stage</c>, <c>DomainName</c> and <c>ApiMapping</c>, <c>AWS::Lambda::Permission</c> for each function and route,
/// <c>AWS::Logs::LogGroup</c>, and for the lock <c>AWS::Lambda::Function</c>, <c>AWS::IAM::Role</c> and <c>AWS::SecretsManager::Secret</c>.
/// <para>
/// A connection lasts two hours at most, and ten minutes without a message; a message has up to 128 KB, in frames of up to 32 KB. None of these
/// can be raised.
/// </para>
/// <para>A locked one promises that distributions of CloudFront alone lead to it.</para>
/// <para>
/// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-api.html and
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-execution-service-websocket-limits-table.html
/// </para>
/// </remarks>
public sealed class RegionalWebSocketApi : Construct, IRegionalApi
{
    private readonly EmittedBlueprint _resources;
    private readonly RegionalWebSocketApiProps _props;

    /// <summary>Plans the API and makes its resources.</summary>
    /// <exception cref="PlanException">Carries every problem of the props and of the backends.</exception>
    public RegionalWebSocketApi(Construct scope, string id, RegionalWebSocketApiProps props)
        : base(scope, id)
    {
        ArgumentNullException.ThrowIfNull(props);
        var context = this.ContextFor(nameof(RegionalWebSocketApiProps));
        var plan = WebSocketApiPlan.From(props, context);
        var stack = Stack.Of(this);
        var (blueprint, inputs) = WebSocketApiBlueprint.From(plan, context, token => TokenText.Of(stack, token));
        _resources = this.Emit(blueprint, inputs);
        _props = props;
        this.Guarantee(LockGuarantee.Of(props.Lock, plan.Path));
        if (props.Account is { } account)
        {
            _resources.GetResource(ApiV2Parts.StageId).AddDependency(account.Resource);
        }

        ApiDomainRecord.AddTo(this, props.Domain, _resources);
    }

    /// <summary>The API's ID, as a token.</summary>
    public string WebSocketApiId => _resources.Ref(ApiV2Parts.ApiId);

    string IRegionalApi.ApiId => WebSocketApiId;

    /// <summary>Where clients connect: <c>wss://</c> and its custom domain name, or as a token the name that API Gateway generates, with the stage.</summary>
    public string Url => $"wss://{Address}";

    /// <summary>Where backends write to connections, the endpoint of the API Gateway Management API: the custom domain name where there is one.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-how-to-call-websocket-api-connections.html</remarks>
    public string CallbackUrl => $"https://{Address}";

    /// <summary>The stage's name, as a token that waits for the stage.</summary>
    public string StageName => _resources.Ref(ApiV2Parts.StageId);

    /// <summary>The name of the log group of access logs, as a token.</summary>
    public string LogGroupName => _resources.Ref(ApiV2Parts.LogGroupId);

    private string Address => _props.Domain?.FullName ?? $"{WebSocketApiId}.execute-api.{Aws.REGION}.{Aws.URL_SUFFIX}/{_props.StageName}";

    /// <summary>Lets a role of the same account write to connections, look at them and end them (<c>AWS::IAM::Policy</c>).</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-websocket-control-access-iam.html</remarks>
    /// <param name="role">The role, of a function for instance, in the API's stack. Once for each role.</param>
    public void GrantManageConnections(IRole role)
    {
        ArgumentNullException.ThrowIfNull(role);
        var grant = new Construct(this, $"ManageConnections{UniqueName.Digest(role.Node.Path)}");
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, PatternContexts.IsToken);
        builder.Add(new("Policy", "AWS::IAM::Policy", Value.Map(
            ("PolicyName", "ManageConnections"),
            ("PolicyDocument", Value.Map(
                ("Version", "2012-10-17"),
                ("Statement", Value.List(Value.Map(
                    ("Effect", "Allow"),
                    ("Action", "execute-api:ManageConnections"),
                    ("Resource", Value.Sub(
                        $"arn:${{AWS::Partition}}:execute-api:${{AWS::Region}}:${{AWS::AccountId}}:${{Api}}/{_props.StageName}/*/@connections/*",
                        ("Api", inputs.Of("Api", WebSocketApiId))))))))),
            ("Roles", Value.List(inputs.Of("Role", role.RoleName)))))
        {
            Metadata = CdkNag.Suppress(CdkNag.Wildcard, "Connections get their IDs when clients connect; the policy is for those of one stage of one API."),
        });
        _ = grant.Emit(builder.Build(grant.Node.Path), inputs.Supplied);
    }

    /// <summary>The typed L1 of a resource, to override what the props do not offer.</summary>
    /// <param name="id">The last part of the resource's construct path, such as <c>Stage</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such resource.</exception>
    public CfnResource GetResource(string id) => _resources.GetResource(id);
}
