using System.Text.Json;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>The format of access logs of API Gateway.</summary>
internal static class AccessLogFormat
{
    private static readonly string[] Needed = ["$context.requestId", "$context.status", "$context.error.message", "$context.identity.sourceIp", "$context.authorizer.error"];
    private static readonly string[] OfRequests = ["$context.responseLatency"];
    private static readonly string[] OfMessages = ["$context.integrationLatency", "$context.eventType", "$context.connectionId"];

    /// <summary>What is wrong with a format.</summary>
    /// <param name="format">The format.</param>
    /// <param name="isOfMessages">Whether it is a WebSocket API's, which has no latency of responses.</param>
    internal static IEnumerable<string> Problems(string format, bool isOfMessages = false)
    {
        if (!IsJson(format))
        {
            yield return "does not write access logs as JSON";
        }

        foreach (var field in Needed.Concat(isOfMessages ? OfMessages : OfRequests).Where(field => !format.Contains(field, StringComparison.Ordinal)))
        {
            yield return $"does not log {field}";
        }

        if (format.Contains("header", StringComparison.OrdinalIgnoreCase))
        {
            yield return "logs a header";
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
