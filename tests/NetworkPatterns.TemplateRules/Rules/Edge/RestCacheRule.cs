using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E45. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html</summary>
public sealed class RestCacheRule() : ResourceRule(
    "E45", "A stage caches the answers to GET that it names, encrypted and for a time, and no caller gets another's.", "AWS::ApiGateway::Stage")
{
    protected override bool Applies(Resource resource) => resource["CacheClusterEnabled"].Flag == true || Cached(resource).Any();

    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["CacheClusterEnabled"].Flag != true)
        {
            yield return "keeps answers without a cache";
        }

        // Without it a cache keeps every GET.
        if (!resource["MethodSettings"].Items.Any(setting => setting["HttpMethod"].Text == "*" && setting["ResourcePath"].Text == "/*" && setting["CachingEnabled"].Flag == false))
        {
            yield return "keeps answers that no setting names";
        }

        foreach (var setting in Cached(resource))
        {
            var where = $"{setting["HttpMethod"].Text} {setting["ResourcePath"].Text}";
            if (setting["HttpMethod"].Text != "GET")
            {
                yield return $"keeps answers to {where}";
            }

            if (setting["CacheDataEncrypted"].Flag != true || setting["CacheTtlInSeconds"].Number is not (>= 1 and <= 3600))
            {
                yield return $"keeps answers to {where} as they are, or for no time that is said";
            }

            var path = (setting["ResourcePath"].Text ?? "").TrimStart('/').Replace("~1", "/", StringComparison.Ordinal);
            if (resource["RestApiId"].Target?.CallersOf(path) is not { } callers)
            {
                yield return $"keeps answers to {where}, which is no method of its API";
            }
            else if (callers.AreKnown && (callers.Sources.Length == 0 || callers.Sources.Any(source => !callers.CacheKeys.Contains(source, StringComparer.Ordinal))))
            {
                yield return $"gives one caller of {where} another's answer";
            }
        }
    }

    private static IEnumerable<Value> Cached(Resource stage) => stage["MethodSettings"].Items.Where(setting => setting["CachingEnabled"].Flag == true);
}
