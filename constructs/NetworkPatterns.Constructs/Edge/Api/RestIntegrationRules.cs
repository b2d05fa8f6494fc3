using System.Globalization;
using System.Text;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Api;

/// <summary>What has to hold for the integrations of a REST API, whoever made them.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html</remarks>
internal static class RestIntegrationRules
{
    private const int LargestTemplate = 300 * 1024;
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(29);

    public static void Check(ApiRoute route, ApiIntegration integration, PatternContext context, ProblemList problems)
    {
        var where = context.At(ApiRouteRules.PlaceOf(route));
        if (integration.Timeout is { } timeout && (timeout < Shortest || timeout > Longest))
        {
            problems.Add(DiagnosticCatalogue.ApiIntegration.At(where, $"the backend may take {timeout}", "choose 50 milliseconds to 29 seconds"));
        }

        var templates = integration.RequestTemplates.Values.Concat(integration.Responses.SelectMany(response => response.Templates.Values));
        foreach (var size in templates.Select(Encoding.UTF8.GetByteCount).Where(size => size > LargestTemplate))
        {
            problems.Add(DiagnosticCatalogue.ApiIntegration.At(where, string.Create(CultureInfo.InvariantCulture, $"a mapping template has {size:N0} bytes"), "keep it below 300 KB"));
        }

        CheckResponses(integration, where, problems);
    }

    private static void CheckResponses(ApiIntegration integration, string where, ProblemList problems)
    {
        if (integration.Type is ApiIntegrationType.AwsProxy or ApiIntegrationType.HttpProxy)
        {
            if (!integration.RequestTemplates.IsEmpty)
            {
                problems.Add(DiagnosticCatalogue.ApiIntegration.At(where, $"a proxy passes requests as they are, and has {integration.RequestTemplates.Count} mapping templates", "leave them out, or use an integration without a proxy"));
            }

            return;
        }

        if (integration.Responses.Count(response => response.SelectionPattern is null) != 1)
        {
            problems.Add(DiagnosticCatalogue.ApiIntegration.At(
                where, $"{integration.Responses.Count(response => response.SelectionPattern is null)} answers are for all that no other takes", "give one response without a pattern: others are answered 500"));
        }

        foreach (var pattern in integration.Responses.Select(response => response.SelectionPattern).OfType<string>().GroupBy(pattern => pattern, StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.ApiIntegration.At(where, $"{pattern.Count()} answers have the pattern '{pattern.Key}'", "give each a pattern of its own"));
        }

        foreach (var status in integration.Responses.Select(response => response.StatusCode).Where(status => status is < 200 or > 599))
        {
            problems.Add(DiagnosticCatalogue.ApiIntegration.At(where, $"{status} is no status of an answer", "choose 200 to 599"));
        }
    }
}
