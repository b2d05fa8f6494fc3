using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E32. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html</summary>
public sealed class RestAccessLogRule() : ResourceRule(
    "E32", "Every stage of a REST API writes access logs as JSON with what an investigation needs, and no header.", "AWS::ApiGateway::Stage")
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        var setting = resource["AccessLogSetting"];
        if (setting["DestinationArn"].Target is not { Type: "AWS::Logs::LogGroup" })
        {
            yield return "writes access logs to no log group of its template";
        }

        foreach (var problem in AccessLogFormat.Problems(setting["Format"].Text ?? ""))
        {
            yield return problem;
        }
    }
}

/// <summary>E34. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-stage-settings.html</summary>
public sealed class RestStageRule() : ResourceRule(
    "E34", "Every stage of a REST API logs errors without data, measures, traces, and limits requests, for all methods.", "AWS::ApiGateway::Stage")
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource["TracingEnabled"].Flag != true)
        {
            yield return "is not traced";
        }

        if (resource["MethodSettings"].Items.All(setting => (setting["HttpMethod"].Text, setting["ResourcePath"].Text) != ("*", "/*")))
        {
            yield return "has no settings for all methods";
        }

        foreach (var setting in resource["MethodSettings"].Items)
        {
            var where = $"{setting["HttpMethod"].Text} {setting["ResourcePath"].Text}";
            if (setting["LoggingLevel"].Text is not ("ERROR" or "INFO") || setting["DataTraceEnabled"].Flag != false || setting["MetricsEnabled"].Flag != true)
            {
                yield return $"does not log errors, logs data or does not measure for {where}";
            }

            if (setting["ThrottlingRateLimit"].Number is not >= 1 || setting["ThrottlingBurstLimit"].Number is not >= 1)
            {
                yield return $"does not limit requests for {where}";
            }
        }
    }
}

/// <summary>E46. Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html</summary>
public sealed class UsagePlanRule() : ResourceRule(
    "E46", "Every usage plan has numbers for its limits, and every key is in a plan.", "AWS::ApiGateway::UsagePlan", "AWS::ApiGateway::ApiKey")
{
    protected override IEnumerable<string> Problems(Resource resource)
    {
        if (resource.Type == "AWS::ApiGateway::ApiKey")
        {
            if (!resource.Referring("AWS::ApiGateway::UsagePlanKey", "KeyId").Any())
            {
                yield return "is in no usage plan";
            }

            yield break;
        }

        if (resource["Throttle"]["RateLimit"].Number is not >= 1 || resource["Throttle"]["BurstLimit"].Number is not >= 1)
        {
            yield return "has no limits of requests";
        }

        if (resource["Quota"].Exists && resource["Quota"]["Limit"].Number is not >= 1)
        {
            yield return "has a quota without a number";
        }
    }
}
