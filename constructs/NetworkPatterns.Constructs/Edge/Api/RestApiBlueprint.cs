using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Constructs.Edge.Api.OpenApi;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The resources of a REST API.</summary>
/// <remarks>
/// A deployment is a picture of the API, and a stage shows what its deployment was made of. So the deployment's id has a digest of
/// everything that the API is made of: whatever changes makes a new deployment, and nothing else does.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html</para>
/// </remarks>
internal sealed class RestApiBlueprint
{
    public const string ApiId = "Api";
    public const string StageId = "Stage";
    public const string LogGroupId = "AccessLogs";
    public const string DomainId = "Domain";
    public const string ValidatorId = "Validator";
    private const int LongestName = 128;
    private static readonly string[] ErrorTypes = ["DEFAULT_4XX", "DEFAULT_5XX"];

    private readonly BlueprintBuilder _builder = new();
    private readonly List<string> _deployed = [];
    private readonly TokenInputs _inputs;
    private readonly RestApiPlan _plan;
    private readonly PatternContext _context;

    private RestApiBlueprint(RestApiPlan plan, PatternContext context)
    {
        (_plan, _context) = (plan, context);
        _inputs = new(_builder, context.IsToken);
    }

    /// <summary>The resources.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="context">Where the pattern stands.</param>
    /// <param name="describe">What a token stands for, the same text in every run: it goes into the deployment's digest.</param>
    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs, string Deployment) From(RestApiPlan plan, PatternContext context, Func<object, string> describe)
    {
        var blueprint = new RestApiBlueprint(plan, context);
        blueprint.AddApi();
        var deployment = blueprint.AddDeployment(describe);
        blueprint.AddRest(deployment);
        return (blueprint._builder.Build(plan.Path), blueprint._inputs.Supplied, deployment);
    }

    /// <summary>The id of a path's resource: the path in readable form, and a digest that keeps paths apart whose readable form is the same.</summary>
    public static string ResourceIdOf(string path) => path == "/" ? "" : $"{Readable(path)}{UniqueName.Digest(path)[..6]}";

    /// <summary>The API's name, which its metrics have too.</summary>
    public static string NameOf(RestApiPlan plan) => UniqueName.Of(plan.Path, LongestName);

    private void AddApi()
    {
        var props = _plan.Props;
        OriginSecrets.AddTo(_builder, props.Lock, _plan.Path, _plan.Region);
        var isPrivate = props.Lock.Kind == OriginLockKind.Private;
        var type = _plan.EndpointType;
        var document = _plan.Document is null ? null : OpenApiBlueprint.BodyOf(_plan, _plan.Document, _inputs);
        _builder.Add(new(ApiId, "AWS::ApiGateway::RestApi", Value.Map(
            ("Name", NameOf(_plan)),
            ("EndpointConfiguration", Value.Map(
                ("Types", Value.List(type)),
                ("VpcEndpointIds", isPrivate ? Value.List(props.Lock.VpcEndpointIds.Select((id, index) => _inputs.Of($"VpcEndpoint{index}", id))) : null))),
            ("DisableExecuteApiEndpoint", props.Domain is not null),
            ("Policy", RestPolicyBlueprint.Of(_plan, _inputs)),
            ("BinaryMediaTypes", props.BinaryMediaTypes.Count == 0 ? null : Value.List(props.BinaryMediaTypes.Select(type => (Value)type))),
            ("MinimumCompressionSize", props.CompressionFromBytes is { } bytes ? (Value)bytes : null),
            ("Body", document),
            ("FailOnWarnings", document is null ? null : (Value)true),
            ("Mode", document is null ? null : (Value)"overwrite"),
            ("Parameters", document is null ? null : Value.Map(("endpointConfigurationTypes", type))),
            ("Tags", new ResourceTags(_plan.Path).Of("api"))))
        {
            Metadata = document is null ? MapValue.Empty : OpenApiBlueprint.MetadataOf(_plan),
        });
        if (document is null)
        {
            AddDefinition();
            return;
        }

        foreach (var authorizer in _plan.Authorizers)
        {
            RestAuthorizerBlueprint.AddPermission(_builder, authorizer, "*", _inputs);
        }

        foreach (var route in _plan.Routes)
        {
            RestMethodBlueprint.AddPermission(_builder, _plan, route, _inputs);
        }
    }

    private void AddDefinition()
    {
        foreach (var path in _plan.Paths)
        {
            var parent = path[..path.LastIndexOf('/')];
            Deployed($"Resource{ResourceIdOf(path)}", "AWS::ApiGateway::Resource",
                ("ParentId", ResourceOf(parent.Length == 0 ? "/" : parent)),
                ("PathPart", path[(path.LastIndexOf('/') + 1)..]));
        }

        Deployed(ValidatorId, "AWS::ApiGateway::RequestValidator", ("ValidateRequestBody", true), ("ValidateRequestParameters", true));
        foreach (var model in _plan.Routes.Select(route => route.Route.Body).OfType<ApiModel>().DistinctBy(model => model.Name, StringComparer.Ordinal))
        {
            Deployed($"Model{model.Name}", "AWS::ApiGateway::Model", ("ContentType", "application/json"), ("Name", model.Name), ("Schema", JsonSchemaText.TryRead(model.JsonSchema, out var schema) ? schema : null));
        }

        foreach (var authorizer in _plan.Authorizers)
        {
            var id = RestAuthorizerBlueprint.IdOf(authorizer);
            Deployed(id, "AWS::ApiGateway::Authorizer", [.. RestAuthorizerBlueprint.PropertiesOf(authorizer, _inputs).Entries.Select(entry => (entry.Key, (Value?)entry.Value))]);
            RestAuthorizerBlueprint.AddPermission(_builder, authorizer, Value.Ref(id), _inputs);
        }

        foreach (var route in _plan.Routes)
        {
            _deployed.Add(RestMethodBlueprint.AddTo(_builder, _plan, route, ResourceOf(route.Route.Path), _inputs));
        }

        AddGatewayResponses();
        RestCorsBlueprint.AddTo(_plan, ResourceOf, Deployed);
    }

    // An error of API Gateway itself reaches browsers only with the headers of CORS; it says no more than it has to.
    private void AddGatewayResponses()
    {
        foreach (var (type, status, parameters, templates) in GatewayResponsesOf(_plan))
        {
            Deployed($"Response{type.Replace("_", "", StringComparison.Ordinal)}", "AWS::ApiGateway::GatewayResponse",
                ("ResponseType", type), ("StatusCode", status), ("ResponseParameters", parameters), ("ResponseTemplates", templates));
        }
    }

    /// <summary>What API Gateway says of its own errors: of all of them, and of those that the user names.</summary>
    public static IEnumerable<(string Type, Value? Status, MapValue Parameters, MapValue Templates)> GatewayResponsesOf(RestApiPlan plan) => ErrorTypes
        .Select(type => plan.Props.GatewayResponses.FirstOrDefault(response => response.Type == type) ?? new(type))
        .Concat(plan.Props.GatewayResponses.Where(response => !ErrorTypes.Contains(response.Type, StringComparer.Ordinal)).OrderBy(response => response.Type, StringComparer.Ordinal))
        .Select(response => (
            response.Type,
            response.StatusCode is { } status ? (Value?)status.ToString(CultureInfo.InvariantCulture) : null,
            Value.Map(
            [
                ("gatewayresponse.header.Cache-Control", "'no-store'"),
                ("gatewayresponse.header.Access-Control-Allow-Origin", plan.Props.Cors is { } cors ? (Value)$"'{cors.AllowedOrigins[0]}'" : null),
                ("gatewayresponse.header.Access-Control-Allow-Headers", plan.Props.Cors is { } headers ? (Value)$"'{string.Join(',', headers.AllowedHeaders)}'" : null),
                .. response.Headers.Select(header => ($"gatewayresponse.header.{header.Key}", (Value?)$"'{header.Value}'")),
            ]),
            Value.Map(("application/json", response.Body))));

    private string AddDeployment(Func<object, string> describe)
    {
        var id = $"Deployment{ApiPicture.DigestOf(_builder, _plan.Path, _inputs, describe, _plan.Routes.Select(route => route.Integration))}";
        AddDeployment(id);
        if (_plan.Props.Canary is not { } canary)
        {
            return id;
        }

        // A picture that was taken stays as it is: nothing of this resource changes while the API does.
        if (canary.Stable == id)
        {
            throw new PlanException([DiagnosticCatalogue.ApiCanary.At(
                _context.At(nameof(_plan.Props.Canary)), $"the API is still that of '{id}': there is nothing to release", "change the API, or leave the canary out")]);
        }

        AddDeployment(canary.Stable);
        return id;
    }

    private void AddDeployment(string id) =>
        _builder.Add(new(id, "AWS::ApiGateway::Deployment", Value.Map(("RestApiId", Value.Ref(ApiId)))) { DependsOn = [.. _deployed] });

    private void AddRest(string deployment)
    {
        RestStageBlueprint.AddTo(_builder, _plan, deployment);
        OriginLockBlueprint.AddTo(_builder, _plan, _inputs, _context);
        RestUsagePlanBlueprint.AddTo(_builder, _plan);
        if (_plan.Props.Domain is { } domain)
        {
            RestDomainBlueprint.AddTo(_builder, _plan, domain, _inputs);
        }
    }

    private void Deployed(string id, string type, params (string Key, Value? Value)[] properties)
    {
        _builder.Add(id, type, [("RestApiId", Value.Ref(ApiId)), .. properties]);
        _deployed.Add(id);
    }

    private static Value ResourceOf(string path) => path == "/" ? Value.GetAtt(ApiId, "RootResourceId") : Value.Ref($"Resource{ResourceIdOf(path)}");

    private static string Readable(string path) => string.Concat(path
        .Split('/', StringSplitOptions.RemoveEmptyEntries)
        .Select(segment => string.Concat(segment.Where(char.IsAsciiLetterOrDigit)))
        .Where(segment => segment.Length > 0)
        .Select(segment => char.ToUpperInvariant(segment[0]) + segment[1..]));
}
