using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>The resources of a WebSocket API.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-set-up-websocket-deployment.html</remarks>
internal static class WebSocketApiBlueprint
{
    /// <summary>The resources.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="context">Where the pattern stands.</param>
    /// <param name="describe">What a token stands for, the same text in every run: it goes into the deployment's digest.</param>
    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(WebSocketApiPlan plan, PatternContext context, Func<object, string> describe)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        builder.Add(ApiV2Parts.ApiId, "AWS::ApiGatewayV2::Api",
            ("Name", ApiV2Parts.NameOf(plan.Path)),
            ("ProtocolType", "WEBSOCKET"),
            ("RouteSelectionExpression", plan.Props.RouteSelectionExpression),
            ("DisableExecuteApiEndpoint", plan.Props.Domain is not null),
            ("Tags", ApiV2Parts.Tags(plan.Path, "api")));
        OriginGateBlueprint.AddTo(builder, ApiStyle.WebSocket, plan.Props.Lock, context, plan.Props.LogRetentionDays);
        if (plan.Authorizer.FunctionArn is { } function)
        {
            var input = inputs.Of($"{RestAuthorizerBlueprint.IdOf(plan.Authorizer)}Function", function);
            RequestAuthorizerBlueprint.AddTo(builder, ApiStyle.WebSocket, new(plan.Authorizer, input, plan.Authorizer.IdentitySources, TimeSpan.Zero));
        }

        var deployed = plan.Routes.SelectMany(route => WebSocketRouteBlueprint.AddTo(builder, plan, route, inputs)).ToList();
        if (plan.Authorizer.IsResource)
        {
            deployed.Add(RestAuthorizerBlueprint.IdOf(plan.Authorizer));
        }

        // A stage shows what its deployment was made of.
        var deployment = $"Deployment{ApiPicture.DigestOf(builder, plan.Path, inputs, describe, plan.Routes.Select(route => route.Integration))}";
        builder.Add(new(deployment, "AWS::ApiGatewayV2::Deployment", Value.Map(("ApiId", Value.Ref(ApiV2Parts.ApiId)))) { DependsOn = [.. deployed] });
        WebSocketStageBlueprint.AddTo(builder, plan, deployment);
        if (plan.Props.Domain is { } domain)
        {
            ApiV2Parts.AddDomain(builder, plan.Path, domain, plan.Props.Lock, inputs);
        }

        return (builder.Build(plan.Path), inputs.Supplied);
    }
}
