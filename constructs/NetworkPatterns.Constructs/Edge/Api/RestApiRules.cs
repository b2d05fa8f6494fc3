using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What has to hold for the settings of a REST API beside its routes.</summary>
internal static partial class RestApiRules
{
    private const int LargestCompression = 10_485_760;

    private static readonly ImmutableArray<decimal> CacheSizes = [0.5m, 1.6m, 6.1m, 13.5m, 28.4m, 58.2m, 118m, 237m];

    public static void Check(RegionalRestApiProps props, PatternContext context, ProblemList problems)
    {
        CheckThrottle(props.Throttle, context.At(nameof(props.Throttle)), problems);
        LogRetention.Check(props.LogRetentionDays, context.At(nameof(props.LogRetentionDays)), problems);
        CheckStage(props.StageName, props.Variables, context, problems);
        RestReleaseRules.Check(props, context, problems);
        if (props.CompressionFromBytes is < 0 or > LargestCompression)
        {
            problems.Add(DiagnosticCatalogue.ApiStage.At(context.At(nameof(props.CompressionFromBytes)), $"{props.CompressionFromBytes} is not 0 to {LargestCompression} bytes", "choose a size between"));
        }

        if (props.CacheGigabytes is { } size && !CacheSizes.Contains(size))
        {
            problems.Add(DiagnosticCatalogue.ApiCache.At(
                context.At(nameof(props.CacheGigabytes)),
                string.Create(CultureInfo.InvariantCulture, $"a cache of {size} GB is not offered"),
                $"choose one of {string.Join(", ", CacheSizes.Select(offered => offered.ToString(CultureInfo.InvariantCulture)))}"));
        }

        CheckCors(props.Cors, context.At(nameof(props.Cors)), problems);
        CheckUsagePlans(props, context.At(nameof(props.UsagePlans)), problems);
        CheckLock(props, context, problems);
        RestPolicyRules.Check(props, context, problems);
        CheckDomain(props.Domain, context with { Region = props.Endpoint == ApiEndpoint.EdgeOptimized ? ZonePlan.GlobalRegion : context.Region }, problems);
        CheckReserved(props, context, problems);
    }

    // API Gateway's own health checks use them under a custom domain.
    private static void CheckReserved(RegionalRestApiProps props, PatternContext context, ProblemList problems)
    {
        foreach (var route in props.Routes.Where(route => props.Domain is { BasePath: null } && route.Path is "/ping" or "/sping"))
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(context.At(ApiRouteRules.PlaceOf(route)), $"{route.Path} of a custom domain is API Gateway's own health check", "give it another path"));
        }
    }

    /// <summary>Names and values of a stage's variables.</summary>
    public static void CheckVariables(IEnumerable<KeyValuePair<string, string>> variables, string where, ProblemList problems)
    {
        foreach (var variable in variables.Where(variable => !VariableName().IsMatch(variable.Key) || !VariableValue().IsMatch(variable.Value)))
        {
            problems.Add(DiagnosticCatalogue.ApiStage.At(
                where, $"'{variable.Key}' = '{variable.Value}' cannot be a variable of a stage", "use letters, digits and underscores for the name, and also -._~:/?#&=, for the value"));
        }
    }

    /// <summary>The name and the variables of a stage of a REST or WebSocket API.</summary>
    public static void CheckStage(string name, ImmutableSortedDictionary<string, string> variables, PatternContext context, ProblemList problems)
    {
        if (!StageName().IsMatch(name))
        {
            problems.Add(DiagnosticCatalogue.ApiStage.At(context.At(nameof(RegionalRestApiProps.StageName)), $"'{name}' cannot be the name of a stage", "use up to 128 letters, digits, hyphens and underscores"));
        }

        CheckVariables(variables, context.At(nameof(RegionalRestApiProps.Variables)), problems);
    }

    public static void CheckThrottle(ApiThrottle throttle, string where, ProblemList problems)
    {
        if (throttle.RequestsPerSecond < 1 || throttle.Burst < 1)
        {
            problems.Add(DiagnosticCatalogue.ApiThrottle.At(where, $"{throttle.RequestsPerSecond} requests in a second and {throttle.Burst} at once let nobody in", "give at least 1 of each"));
        }
    }

    public static void CheckCors(ApiCors? cors, string where, ProblemList problems)
    {
        if (cors is null)
        {
            return;
        }

        foreach (var origin in cors.AllowedOrigins.Where(origin => origin != "*" && !(Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.AbsolutePath == "/" && !origin.EndsWith('/'))))
        {
            problems.Add(DiagnosticCatalogue.ApiCors.At(where, $"'{origin}' is not an origin", "write it like https://www.example.com, without a slash at its end"));
        }

        if (cors.AllowedOrigins.IsEmpty || (cors.AllowsEverybody && cors.AllowedOrigins.Length > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiCors.At(where, $"{cors.AllowedOrigins.Length} origins: {string.Join(", ", cors.AllowedOrigins)}", "name origins, or * alone"));
        }

        if (cors.AllowsCredentials && cors.AllowsEverybody)
        {
            problems.Add(DiagnosticCatalogue.ApiCors.At(where, "every page may call with the user's cookies", "name the origins, or leave AllowsCredentials out: browsers refuse both together"));
        }

        if (cors.MaxAge < TimeSpan.Zero || cors.MaxAge > TimeSpan.FromDays(1))
        {
            problems.Add(DiagnosticCatalogue.ApiCors.At(where, $"browsers do not remember an answer for {cors.MaxAge}", "choose up to 24 hours"));
        }
    }

    private static void CheckUsagePlans(RegionalRestApiProps props, string where, ProblemList problems)
    {
        foreach (var plan in props.UsagePlans)
        {
            if (!ResourceName.IsValid(plan.Name) || plan.Clients.Any(client => !ResourceName.IsValid(client)))
            {
                problems.Add(DiagnosticCatalogue.ApiKeys.At(where, $"'{plan.Name}' or a client of it cannot be part of a logical ID: {string.Join(", ", plan.Clients)}", "use a letter, then letters, digits and hyphens"));
            }

            CheckThrottle(plan.Throttle, where, problems);
            if (plan.QuotaPerDay < 1)
            {
                problems.Add(DiagnosticCatalogue.ApiThrottle.At(where, $"the plan '{plan.Name}' allows {plan.QuotaPerDay} requests in a day", "give at least 1"));
            }
        }

        foreach (var repeated in props.UsagePlans.GroupBy(plan => ResourceName.Key(plan.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiKeys.At(where, $"{repeated.Count()} plans are called '{repeated.First().Name}'", "give each plan a name of its own"));
        }

        foreach (var repeated in props.UsagePlans.SelectMany(plan => plan.Clients).GroupBy(ResourceName.Key, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiKeys.At(where, $"the client '{repeated.First()}' is listed {repeated.Count()} times", "list each client in one plan"));
        }
    }

    private static void CheckLock(RegionalRestApiProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Lock));
        OriginSecrets.Check(props.Lock, context, where, problems);
        if (props.Lock.Kind == OriginLockKind.LambdaGate)
        {
            problems.Add(DiagnosticCatalogue.OriginLock.At(where, "LambdaGate locks HTTP and WebSocket APIs: a REST API has a WebACL for it", "use OriginLock.HeaderGate"));
        }

        CheckMutualTls(props.Lock, props.Domain, where, problems);
        if (props.Lock.Kind == OriginLockKind.Private && props.Lock.VpcEndpointIds.IsEmpty)
        {
            problems.Add(DiagnosticCatalogue.OriginLock.At(where, "a private API without an endpoint is reached by nobody", "name at least one interface endpoint for execute-api"));
        }

        if (props.Lock.Kind == OriginLockKind.Private && props.Domain is not null)
        {
            problems.Add(DiagnosticCatalogue.OriginLock.At(context.At(nameof(props.Domain)), "a private API and a regional custom domain contradict each other", "leave one of them out"));
        }
    }

    public static void CheckMutualTls(OriginLock originLock, ApiDomain? domain, string where, ProblemList problems)
    {
        if (originLock.Kind != OriginLockKind.OriginMtls)
        {
            return;
        }

        if (domain is null)
        {
            problems.Add(DiagnosticCatalogue.OriginLock.At(where, "only a custom domain asks for client certificates", $"give {nameof(RegionalRestApiProps.Domain)}"));
        }

        if (!originLock.TruststoreUri!.StartsWith("s3://", StringComparison.Ordinal))
        {
            problems.Add(DiagnosticCatalogue.OriginLock.At(where, $"'{originLock.TruststoreUri}' is not an object in S3", "write s3://bucket/truststore.pem"));
        }
    }

    public static void CheckDomain(ApiDomain? domain, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(RegionalRestApiProps.Domain));
        foreach (var name in new[] { domain?.DomainName, domain?.RecordName }.OfType<string>().Where(name => !DnsName.TryParse(name, out _)))
        {
            problems.Add(DiagnosticCatalogue.NotADnsName.At(where, $"'{name}' is not a DNS name", "write it like origin-api.example.com"));
        }

        if (domain?.BasePath is { } path && !StageName().IsMatch(path))
        {
            problems.Add(DiagnosticCatalogue.ApiRoute.At(where, $"'{path}' cannot be the first part of paths", "use letters, digits, hyphens and underscores, without slashes"));
        }

        if (domain is { Zone: null, RecordName: { } record })
        {
            problems.Add(DiagnosticCatalogue.OriginLock.At(where, $"the record '{record}' has no zone", $"give {nameof(ApiDomain.Zone)}"));
        }

        if (domain is not null && !context.IsToken(domain.CertificateArn) && context.Region is { } region && domain.CertificateArn.Split(':') is not [_, _, "acm", var actual, ..])
        {
            problems.Add(DiagnosticCatalogue.ApiCertificate.At(where, $"'{domain.CertificateArn}' is not the ARN of a certificate", "give the ARN that ACM shows"));
        }
        else if (domain is not null && !context.IsToken(domain.CertificateArn) && context.Region is { } own && domain.CertificateArn.Split(':')[3] != own)
        {
            problems.Add(DiagnosticCatalogue.ApiCertificate.At(where, $"the certificate is in {domain.CertificateArn.Split(':')[3]}, and the name of the API in {own}", $"use a certificate of {own}"));
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{1,128}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StageName();

    [GeneratedRegex("^[A-Za-z0-9_]+\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableName();

    [GeneratedRegex("^[A-Za-z0-9\\-._~:/?#&=,]+\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VariableValue();
}
