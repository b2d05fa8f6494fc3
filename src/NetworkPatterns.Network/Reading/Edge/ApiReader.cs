using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>APIs of Amazon API Gateway, of both versions: who may call them, and which load balancers they call.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html</remarks>
internal sealed class ApiReader(ReadingContext context, PolicyReader policies, AuthorizerReader authorizers)
{
    public static readonly ResourceKind Kind = ResourceKind.Of("AWS::ApiGateway::RestApi", "AWS::ApiGatewayV2::Api");
    private static readonly string[] Documents = ["Body", "BodyS3Location"];

    public IEnumerable<Api> Read()
    {
        var methods = Parts("AWS::ApiGateway::Method", "RestApiId");
        var routes = Parts("AWS::ApiGatewayV2::Route", "ApiId");
        var integrations = Parts("AWS::ApiGatewayV2::Integration", "ApiId");
        return
        [
            .. context.OfType("AWS::ApiGateway::RestApi").Select(resource => Rest(resource, methods)),
            .. context.OfType("AWS::ApiGatewayV2::Api").Select(resource => Http(resource, routes, integrations)),
        ];
    }

    private Api Rest(ResolvedResource resource, List<(Maybe<ComponentId> Api, ResolvedResource Part)> methods)
    {
        var view = context.View(resource);
        var own = PartsOf(methods, view.Owner).ToList();
        var document = new OpenApiReader(context);
        return new(context.Named(resource), ApiKind.Rest)
        {
            HasDefaultEndpoint = HasDefaultEndpoint(view),
            IsPrivate = IsPrivate(view),
            Policy = policies.Read(view, view["Policy"]) ?? PolicyOfDocument(view),
            TakesKeysFromHeader = view.Is("ApiKeySourceType", "HEADER", otherwise: true),
            Methods = [.. own.Select(Method), .. document.Methods(resource)],
            MayHaveMoreMethods = [.. document.Doubt(resource) is { } doubt ? [doubt] : ImmutableArray<UnknownValue>.Empty, .. Lost(methods)],
            LoadBalancers =
            [
                .. own.SelectMany(method => context.View(method).Find("Integration") is { } integration ? LoadBalancers(integration) : [])
                    .Concat(document.Integrations(resource).SelectMany(integration => LoadBalancers(integration, "connectionId", "integrationTarget")))
                    .Distinct(),
            ],
        };
    }

    private Api Http(ResolvedResource resource, List<(Maybe<ComponentId> Api, ResolvedResource Part)> routes, List<(Maybe<ComponentId> Api, ResolvedResource Part)> integrations)
    {
        var view = context.View(resource);
        var kind = view.Text("ProtocolType") is { IsKnown: true, Value: "WEBSOCKET" } ? ApiKind.WebSocket : ApiKind.Http;
        return new(context.Named(resource), kind)
        {
            HasDefaultEndpoint = HasDefaultEndpoint(view),
            Methods = [.. PartsOf(routes, view.Owner).Select(route => Route(route, view.Owner, kind))],
            MayHaveMoreMethods = [.. Document(view), .. QuickCreate(view), .. Lost(routes)],
            LoadBalancers = [.. PartsOf(integrations, view.Owner).SelectMany(part => LoadBalancers(context.View(part))).Distinct()],
        };
    }

    // A preflight request that API Gateway answers itself asks nothing of what is behind it.
    private ApiMethod Method(ResolvedResource resource)
    {
        var view = context.View(resource);
        return new(context.Named(resource))
        {
            IsPreflight = view.Text("HttpMethod") is { IsKnown: true, Value: "OPTIONS" } && view.Find("Integration")?.Text("Type") is { IsKnown: true, Value: "MOCK" },
            NeedsKey = context.DoubtOf(resource) is { } doubt ? doubt : view.Boolean("ApiKeyRequired") ?? false,
        };
    }

    // Connections are made by one route; the others are for messages.
    private ApiMethod Route(ResolvedResource resource, ComponentId api, ApiKind kind)
    {
        var key = context.View(resource).Text("RouteKey");
        return new(context.Named(resource))
        {
            LetsIn = kind != ApiKind.WebSocket ? true
                : context.DoubtOf(resource) is { } doubt ? doubt
                : key is { IsKnown: false } ? key.Value.Unknown!
                : key is { Value: "$connect" },
            Authorizer = authorizers.Of(resource, api, kind),
        };
    }

    private static Maybe<bool> HasDefaultEndpoint(View api) => api.Boolean("DisableExecuteApiEndpoint") switch
    {
        { IsKnown: true } isDisabled => !isDisabled.Value,
        { } unknown => unknown.Unknown!,
        null => Document(api).FirstOrDefault() is { } document ? document : true,
    };

    private static Maybe<bool> IsPrivate(View api)
    {
        if (api.Inner("EndpointConfiguration") is not { } configuration)
        {
            return false;
        }

        var types = configuration.IsKnown ? configuration.Value.Texts("Types") : [configuration.Unknown!];
        return types.Any(type => type is { IsKnown: true, Value: "PRIVATE" }) ? true
            : types.Select(type => type.Unknown).OfType<UnknownValue>().FirstOrDefault() is { } unknown ? unknown
            : false;
    }

    private Maybe<AccessPolicy>? PolicyOfDocument(View api) =>
        api["Body"] is MapValue body ? policies.Read(api, body["x-amazon-apigateway-policy"])
        : Document(api).Select(document => (Maybe<AccessPolicy>?)document).FirstOrDefault();

    private static IEnumerable<UnknownValue> Document(View api) =>
        Documents.Where(api.Has).Select(name => api.Unknown($"{name}: what an OpenAPI document says is not modelled"));

    private static IEnumerable<UnknownValue> QuickCreate(View api) =>
        api.Has("Target") ? [api.Unknown("Target: the route that is made with the API is not modelled")] : [];

    // A link of version 1 leads to its load balancers; one of version 2 to what the integration names.
    private ImmutableArray<Maybe<ComponentId>> LoadBalancers(View integration, string link = "ConnectionId", string target = "IntegrationTarget")
    {
        if (Pointer.Of(integration[link]) is Pointer.Declared { Resource: { Type: "AWS::ApiGateway::VpcLink" } declared })
        {
            return context.View(declared).References("TargetArns", ResourceKind.LoadBalancer);
        }

        if (integration.Has(target))
        {
            return [integration.Reference(target, ResourceKind.LoadBalancer)!.Value];
        }

        return Pointer.Of(integration["IntegrationUri"]) is Pointer.Declared { Resource: { Type: "AWS::ElasticLoadBalancingV2::Listener" } listener }
            && context.View(listener).Reference("LoadBalancerArn", ResourceKind.LoadBalancer) is { } loadBalancer
            ? [loadBalancer]
            : [];
    }

    private List<(Maybe<ComponentId> Api, ResolvedResource Part)> Parts(string type, string property) =>
        [.. context.OfType(type).Select(part => (context.View(part).Reference(property, Kind) ?? context.View(part).Unknown($"{property} is missing"), part))];

    private static IEnumerable<ResolvedResource> PartsOf(IEnumerable<(Maybe<ComponentId> Api, ResolvedResource Part)> parts, ComponentId api) =>
        parts.Where(part => part.Api.IsKnown && part.Api.Value == api).Select(part => part.Part);

    private static IEnumerable<UnknownValue> Lost(IEnumerable<(Maybe<ComponentId> Api, ResolvedResource Part)> parts) =>
        parts.Select(part => part.Api.Unknown).OfType<UnknownValue>();
}
