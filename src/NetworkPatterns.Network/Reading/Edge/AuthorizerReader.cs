using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>The functions that HTTP and WebSocket APIs ask who may call a route; one of them is known by its code.</summary>
/// <remarks>
/// Layers and other variables can change what code does that stays the same: <c>NODE_OPTIONS</c> loads more of it, <c>AWS_ENDPOINT_URL</c> sends it
/// elsewhere for its secrets.
/// <para>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html</para>
/// </remarks>
internal sealed class AuthorizerReader(ReadingContext context, EdgeTexts texts)
{
    private const string AuthorizerType = "AWS::ApiGatewayV2::Authorizer";
    private const string FunctionType = "AWS::Lambda::Function";
    private const string BeforeFunction = ":lambda:path/2015-03-31/functions/";
    private const string AfterFunction = "/invocations";
    private const string Elsewhere = "whom its function lets in is not in the templates";

    /// <summary>The function that is asked about a route; null where none is.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigatewayv2-route.html</remarks>
    public RequestAuthorizer? Of(ResolvedResource route, ComponentId api, ApiKind kind)
    {
        var view = context.View(route);
        if (view.Text("AuthorizationType") is not { } type || type is { IsKnown: true, Value: not "CUSTOM" })
        {
            return null;
        }

        if (!type.IsKnown || Pointer.Of(route["AuthorizerId"]) is not Pointer.Declared { Resource: { Type: AuthorizerType } declared })
        {
            return new(context.Named(route), type.Unknown ?? view.Unknown("its authorizer is not among the given templates"));
        }

        var authorizer = context.View(declared);
        var isOther = authorizer.Reference("ApiId", ApiReader.Kind) is { IsKnown: true } owner && owner.Value != api;
        return isOther || authorizer.Text("AuthorizerType") is { IsKnown: true, Value: not "REQUEST" } ? null : new(context.Named(declared), Check(authorizer, declared, kind))
        {
            RestsOnHeader = RestsOnHeader(authorizer, kind),
        };
    }

    private Maybe<SecretCheck> Check(View authorizer, ResolvedResource declared, ApiKind kind)
    {
        if (FunctionOf(declared["AuthorizerUri"]) is not { } function)
        {
            return authorizer.Unknown(Elsewhere);
        }

        var view = context.View(function);
        if ((context.DoubtOf(declared) ?? context.DoubtOf(function)) is { } doubt)
        {
            return doubt;
        }

        if (!IsGate(view) || view.Find("Environment")?["Variables"] is not MapValue variables)
        {
            return view.Unknown("whom it lets in is not known: its code is not that of OriginLock.LambdaGate, or something changes what it does");
        }

        if (!variables.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal).SequenceEqual(OriginGateCode.Variables, StringComparer.Ordinal))
        {
            return view.Unknown($"whom it lets in is not known: its environment is not {string.Join(" and ", OriginGateCode.Variables)} alone");
        }

        if (kind == ApiKind.Http && !TakesSimpleAnswers(authorizer))
        {
            return authorizer.Unknown("it does not take simple answers in format 2.0");
        }

        var secrets = OriginGateCode.Variables.Select(variable => texts.SecretOf(view, variables[variable])).ToList();
        return secrets.Find(secret => !secret.IsKnown).Unknown is { } unknown ? unknown
            : new SecretCheck(context.Named(function), OriginGateCode.HeaderName, [.. secrets.Select(secret => secret.Value)]);
    }

    // The function by its own ARN: with a version or an alias behind it, it is older code.
    private static ResolvedResource? FunctionOf(ResolvedValue uri)
    {
        if (uri is not CompositeValue { Parts: var parts } || parts.OfType<ReferenceValue>().ToList() is not [{ Attribute: "Arn", Derivations.IsEmpty: true, Resource: { Type: FunctionType } function } reference])
        {
            return null;
        }

        var at = parts.IndexOf(reference);
        return TextOf(parts.Take(at)).EndsWith(BeforeFunction, StringComparison.Ordinal) && TextOf(parts.Skip(at + 1)) == AfterFunction ? function : null;
    }

    private static string TextOf(IEnumerable<ResolvedValue> parts) => string.Concat(parts.Select(part => part.AsText().TryGet(out var text) ? text : "*"));

    private static bool IsGate(View function) =>
        function.Find("Code")?.Text("ZipFile") is { IsKnown: true } code && code.Value == OriginGateCode.Text
        && function.Text("Handler") is { IsKnown: true, Value: OriginGateCode.Handler }
        && function.Text("Runtime") is { IsKnown: true } runtime && runtime.Value.StartsWith("nodejs", StringComparison.Ordinal)
        && !function.Has("Layers");

    private static bool TakesSimpleAnswers(View authorizer) =>
        authorizer.Boolean("EnableSimpleResponses") is { IsKnown: true, Value: true } && authorizer.Text("AuthorizerPayloadFormatVersion") is { IsKnown: true, Value: "2.0" };

    // What is remembered is found again by the identity sources: without the header among them, others get the answer of the distribution.
    private static Maybe<bool> RestsOnHeader(View authorizer, ApiKind kind)
    {
        var wanted = $"{(kind == ApiKind.Http ? "$" : "route.")}request.header.{OriginGateCode.HeaderName}";
        var sources = authorizer.Texts("IdentitySource");
        return sources is [{ IsKnown: true } only] && only.Value == wanted ? true
            : sources.FirstOrDefault(source => !source.IsKnown).Unknown is { } unknown ? unknown
            : sources.Any(source => string.Equals(source.Value, wanted, StringComparison.OrdinalIgnoreCase)) || kind != ApiKind.Http || authorizer.Integer("AuthorizerResultTtlInSeconds") is { IsKnown: true, Value: 0 }
                ? authorizer.Unknown($"its identity source is not {wanted} alone")
            : authorizer.Integer("AuthorizerResultTtlInSeconds") is { IsKnown: true } ? false
            : authorizer.Unknown("for how long it remembers answers is not known");
    }
}
