using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>The ways to an API: its stages, and the custom domain names that lead to them.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-custom-domains.html</remarks>
internal sealed class ApiWayReader(ReadingContext context, EdgeTexts texts)
{
    private static readonly string[] DomainTypes = ["AWS::ApiGateway::DomainName", "AWS::ApiGatewayV2::DomainName"];

    // A deployment that names a stage makes it.
    public IEnumerable<ApiStage> Stages() =>
        from type in new[] { ("AWS::ApiGateway::Stage", "RestApiId"), ("AWS::ApiGateway::Deployment", "RestApiId"), ("AWS::ApiGatewayV2::Stage", "ApiId") }
        from resource in context.OfType(type.Item1)
        let view = context.View(resource)
        where type.Item1 != "AWS::ApiGateway::Deployment" || view.Has("StageName")
        select new ApiStage(
            context.Named(resource),
            view.Reference(type.Item2, ApiReader.Kind) ?? view.Unknown($"{type.Item2} is missing"),
            view.Text("StageName") ?? view.Unknown("StageName is missing"));

    public IEnumerable<ApiDomain> Domains() =>
        from resource in context.OfType(DomainTypes)
        let view = context.View(resource)
        select new ApiDomain(context.Named(resource), view.Text("DomainName") ?? view.Unknown("DomainName is missing"))
        {
            HasMutualTls = view.Inner("MutualTlsAuthentication") switch
            {
                null => false,
                { IsKnown: false } unknown => unknown.Unknown!,
                { } mutual => mutual.Value.Has("TruststoreUri") && mutual.Value.Text("TruststoreUri") is not { IsKnown: true, Value: "" },
            },
        };

    public IEnumerable<ApiMapping> Mappings() =>
    [
        .. context.OfType("AWS::ApiGateway::BasePathMapping").Where(resource => context.View(resource).Has("RestApiId"))
            .Select(resource => Mapping(resource, "RestApiId")),
        .. context.OfType("AWS::ApiGatewayV2::ApiMapping").Select(resource => Mapping(resource, "ApiId")),
        .. context.OfType("AWS::ApiGatewayV2::RoutingRule").SelectMany(Rules),
    ];

    private ApiMapping Mapping(ResolvedResource resource, string api)
    {
        var view = context.View(resource);
        return Mapping(resource, texts.Read(view, "DomainName") ?? view.Unknown("DomainName is missing"), view, api);
    }

    private ApiMapping Mapping(ResolvedResource resource, Maybe<EdgeText> domain, View action, string api) =>
        new(context.Named(resource), domain, action.Reference(api, ApiReader.Kind) ?? action.Unknown($"{api} is missing"), texts.Read(action, "Stage"))
        {
            Doubt = context.DoubtOf(resource),
        };

    // Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-routing-rules.html
    private IEnumerable<ApiMapping> Rules(ResolvedResource resource)
    {
        var view = context.View(resource);
        var domain = texts.Read(view, "DomainNameArn") ?? view.Unknown("DomainNameArn is missing");
        return view.Items("Actions").Select(action => action.Item?.Find("InvokeApi") is { } invoke
            ? Mapping(resource, domain, invoke, "ApiId")
            : new ApiMapping(context.Named(resource), domain, action.Doubt ?? view.Unknown("an action is not known"), Stage: null));
    }
}
