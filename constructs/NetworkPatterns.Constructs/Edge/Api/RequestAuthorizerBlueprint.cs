using System.Collections.Immutable;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>A function that an HTTP or WebSocket API asks.</summary>
/// <param name="Authorizer">The authorizer.</param>
/// <param name="FunctionArn">The function.</param>
/// <param name="IdentitySources">What a request must have to be shown to it, and by which an HTTP API remembers answers.</param>
/// <param name="ResultTtl">For how long an HTTP API remembers answers.</param>
internal sealed record RequestAuthorizer(ApiAuthorizer Authorizer, Value FunctionArn, ImmutableArray<string> IdentitySources, TimeSpan ResultTtl);

/// <summary>An authorizer of type REQUEST, and the permission to invoke its function.</summary>
/// <remarks>
/// A WebSocket API asks at every connection, remembers nothing, and takes policies for answers.
/// <para>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-authorizer.html</para>
/// </remarks>
internal static class RequestAuthorizerBlueprint
{
    public static void AddTo(BlueprintBuilder builder, ApiStyle style, RequestAuthorizer request)
    {
        var id = RestAuthorizerBlueprint.IdOf(request.Authorizer);
        var isHttp = style == ApiStyle.Http;
        builder.Add(id, "AWS::ApiGatewayV2::Authorizer",
            ("ApiId", Value.Ref(ApiV2Parts.ApiId)),
            ("Name", request.Authorizer.Name),
            ("AuthorizerType", "REQUEST"),
            ("AuthorizerUri", FunctionAccess.InvocationUri(request.FunctionArn)),
            ("AuthorizerPayloadFormatVersion", isHttp ? (Value)"2.0" : null),
            ("EnableSimpleResponses", isHttp ? (Value)true : null),
            ("AuthorizerResultTtlInSeconds", isHttp ? (Value)(int)request.ResultTtl.TotalSeconds : null),
            ("IdentitySource", request.IdentitySources.IsEmpty ? null : Value.List(request.IdentitySources.Select(source => (Value)source))));
        RestAuthorizerBlueprint.AddPermission(builder, id, request.FunctionArn, Value.Ref(id));
    }
}
