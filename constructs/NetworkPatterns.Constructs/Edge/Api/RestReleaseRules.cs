using System.Globalization;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What has to hold for canaries, client certificates, endpoints and errors of a REST API.</summary>
internal static partial class RestReleaseRules
{
    public static void Check(RegionalRestApiProps props, PatternContext context, ProblemList problems)
    {
        CheckCanary(props.Canary, context.At(nameof(props.Canary)), problems);
        CheckCertificate(props, context.At(nameof(props.ClientCertificate)), problems);
        CheckEndpoint(props, context.At(nameof(props.Endpoint)), problems);
        CheckErrors(props, context.At(nameof(props.GatewayResponses)), problems);
    }

    private static void CheckErrors(RegionalRestApiProps props, string where, ProblemList problems)
    {
        foreach (var repeated in props.GatewayResponses.GroupBy(response => response.Type, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiGatewayResponse.At(where, $"{repeated.Key} is answered in {repeated.Count()} ways", "keep one of them"));
        }

        foreach (var response in props.GatewayResponses)
        {
            if (!ApiGatewayResponse.Types.Contains(response.Type))
            {
                problems.Add(DiagnosticCatalogue.ApiGatewayResponse.At(where, $"'{response.Type}' is no kind of error", $"use one of {string.Join(", ", ApiGatewayResponse.Types)}"));
            }

            if (response.StatusCode is < 400 or > 599)
            {
                problems.Add(DiagnosticCatalogue.ApiGatewayResponse.At(where, $"{response.Type} has the status {response.StatusCode}", "choose 400 to 599"));
            }

            foreach (var header in response.Headers.Where(header => !HeaderName().IsMatch(header.Key) || header.Value.Contains('\'') || header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase) || header.Key.Equals("Cache-Control", StringComparison.OrdinalIgnoreCase)))
            {
                problems.Add(DiagnosticCatalogue.ApiGatewayResponse.At(where, $"{response.Type} has the header '{header.Key}: {header.Value}'", "use a header that the API does not set itself, and a value without single quotes"));
            }

            if (response.Body.Contains("validationErrorString", StringComparison.Ordinal))
            {
                problems.Add(DiagnosticCatalogue.ApiGatewayResponse.At(where, $"{response.Type} tells every caller what the models are", "use $context.error.messageString"));
            }
        }
    }

    private static void CheckCanary(ApiCanary? canary, string where, ProblemList problems)
    {
        if (canary is null)
        {
            return;
        }

        if (!Deployment().IsMatch(canary.Stable))
        {
            problems.Add(DiagnosticCatalogue.ApiCanary.At(where, $"'{canary.Stable}' is not the name of a deployment", $"give {nameof(RegionalRestApi)}.{nameof(RegionalRestApi.DeploymentName)} as it was before the change"));
        }

        if (canary.PercentTraffic is < 0 or > 100)
        {
            problems.Add(DiagnosticCatalogue.ApiCanary.At(where, string.Create(CultureInfo.InvariantCulture, $"{canary.PercentTraffic} % is no share of the requests"), "choose 0 to 100"));
        }

        RestApiRules.CheckVariables(canary.Variables, where, problems);
    }

    private static void CheckCertificate(RegionalRestApiProps props, string where, ProblemList problems)
    {
        if (props.ClientCertificate is { } certificate && (certificate.BlueGeneration < 1 || certificate.GreenGeneration < 1))
        {
            problems.Add(DiagnosticCatalogue.ApiClientCertificate.At(where, $"{certificate.BlueGeneration} and {certificate.GreenGeneration} are not generations of certificates", "count from 1"));
        }
    }

    /// <summary>That a backend is asked over HTTP, which is where a certificate is shown.</summary>
    public static void CheckShown(RegionalRestApiProps props, IEnumerable<ApiIntegration?> integrations, PatternContext context, ProblemList problems)
    {
        if (props.ClientCertificate is not null && !integrations.Any(integration => integration is { Type: ApiIntegrationType.Http or ApiIntegrationType.HttpProxy }))
        {
            problems.Add(DiagnosticCatalogue.ApiClientCertificate.At(
                context.At(nameof(props.ClientCertificate)), "no backend is asked over HTTP, and others see no certificate", "leave it out, or use an HTTP backend"));
        }
    }

    private static void CheckEndpoint(RegionalRestApiProps props, string where, ProblemList problems)
    {
        if (props.Endpoint == ApiEndpoint.EdgeOptimized && props.Lock.Kind != OriginLockKind.None)
        {
            problems.Add(DiagnosticCatalogue.ApiEndpoint.At(
                where,
                $"an edge-optimized API has a distribution of its own in front of it, and {props.Lock.Kind} is for an API behind yours, or in a VPC",
                $"use {nameof(ApiEndpoint)}.{nameof(ApiEndpoint.Regional)}, or {nameof(OriginLock)}.{nameof(OriginLock.None)} for an API that stands alone"));
        }
    }

    [GeneratedRegex("^[A-Za-z0-9-]+\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HeaderName();

    [GeneratedRegex("^Deployment[0-9a-f]{10}\\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Deployment();
}
