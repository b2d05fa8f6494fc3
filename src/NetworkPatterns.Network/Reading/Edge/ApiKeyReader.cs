using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>API keys, and the stages that usage plans make them good for.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html</remarks>
internal sealed class ApiKeyReader(ReadingContext context, EdgeTexts texts)
{
    private const string KeyType = "AWS::ApiGateway::ApiKey";

    public IEnumerable<ApiKeyGrant> Read() =>
        from member in context.OfType("AWS::ApiGateway::UsagePlanKey")
        let key = Pointer.Of(member["KeyId"]) is Pointer.Declared { Resource: { Type: KeyType } declared } ? declared : null
        where key is null || context.View(key).Boolean("Enabled") is not { IsKnown: true, Value: false }
        let view = context.View(key ?? member)
        let value = key is null ? view.Unknown("the key is not among the given templates") : texts.Read(view, "Value")
        from stage in Stages(member)
        select new ApiKeyGrant(context.Named(key ?? member), stage.Api, stage.Stage, value);

    private IEnumerable<(Maybe<ComponentId> Api, Maybe<EdgeText> Stage)> Stages(ResolvedResource member)
    {
        var view = context.View(member);
        if (Pointer.Of(member["UsagePlanId"]) is not Pointer.Declared { Resource: var plan })
        {
            var unknown = view.Unknown("its usage plan is not among the given templates");
            return [(unknown, unknown)];
        }

        var stages = context.View(plan);
        return stages.Items("ApiStages").Select(item => item.Item is { } stage
            ? (stage.Reference("ApiId", ApiReader.Kind) ?? stage.Unknown("ApiId is missing"), texts.Read(stage, "Stage") ?? stage.Unknown("Stage is missing"))
            : ((Maybe<ComponentId>, Maybe<EdgeText>))(item.Doubt!, item.Doubt!));
    }
}
