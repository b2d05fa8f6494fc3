using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What has to hold for the settings of an HTTP API beside its routes.</summary>
internal static class HttpApiRules
{
    public static void Check(RegionalHttpApiProps props, PatternContext context, ProblemList problems)
    {
        RestApiRules.CheckThrottle(props.Throttle, context.At(nameof(props.Throttle)), problems);
        LogRetention.Check(props.LogRetentionDays, context.At(nameof(props.LogRetentionDays)), problems);
        RestApiRules.CheckCors(props.Cors, context.At(nameof(props.Cors)), problems);
        RestApiRules.CheckDomain(props.Domain, context, problems);
        CheckLock(props, context, context.At(nameof(props.Lock)), problems);
    }

    // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vs-rest.html
    private static void CheckLock(RegionalHttpApiProps props, PatternContext context, string where, ProblemList problems)
    {
        if (props.Lock.Kind is not (OriginLockKind.None or OriginLockKind.OriginMtls or OriginLockKind.LambdaGate))
        {
            problems.Add(DiagnosticCatalogue.HttpApiLock.At(
                where,
                $"{props.Lock.Kind} locks REST APIs: an HTTP API has no WebACL, resource policy, API keys or private endpoint",
                "use OriginLock.LambdaGate or OriginMtls, or OriginLock.None for an API that stands alone"));
        }

        OriginSecrets.Check(props.Lock, context, where, problems);
        RestApiRules.CheckMutualTls(props.Lock, props.Domain, where, problems);
    }
}
