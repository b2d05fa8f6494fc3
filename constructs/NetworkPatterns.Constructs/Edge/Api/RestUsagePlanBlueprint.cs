using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>Usage plans with a key for each client.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html</remarks>
internal static class RestUsagePlanBlueprint
{
    public static void AddTo(BlueprintBuilder builder, RestApiPlan plan)
    {
        var tags = new ResourceTags(plan.Path);
        foreach (var usage in plan.Props.UsagePlans)
        {
            var id = $"UsagePlan{ResourceName.Of(usage.Name)}";
            builder.Add(id, "AWS::ApiGateway::UsagePlan",
                ("ApiStages", StagesOf()),
                ("Throttle", Value.Map(("RateLimit", usage.Throttle.RequestsPerSecond), ("BurstLimit", usage.Throttle.Burst))),
                ("Quota", Value.Map(("Limit", usage.QuotaPerDay), ("Period", "DAY"))),
                ("Tags", tags.Of(usage.Name)));
            foreach (var client in usage.Clients)
            {
                var key = $"ApiKey{ResourceName.Of(client)}";
                builder.Add(key, "AWS::ApiGateway::ApiKey", ("Enabled", true), ("Tags", tags.Of(client)));
                AddKey(builder, id, key);
            }
        }
    }

    public static ListValue StagesOf() => Value.List(Value.Map(("ApiId", Value.Ref(RestApiBlueprint.ApiId)), ("Stage", Value.Ref(RestApiBlueprint.StageId))));

    public static void AddKey(BlueprintBuilder builder, string usagePlanId, string keyId) => builder.Add($"{keyId}InPlan", "AWS::ApiGateway::UsagePlanKey",
        ("KeyId", Value.Ref(keyId)), ("KeyType", "API_KEY"), ("UsagePlanId", Value.Ref(usagePlanId)));
}
