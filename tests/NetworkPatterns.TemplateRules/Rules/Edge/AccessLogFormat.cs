using System.Text.Json;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>The format of access logs of API Gateway.</summary>
internal static class AccessLogFormat
{
    private static readonly string[] Needed = ["$context.requestId", "$context.status", "$context.responseLatency", "$context.error.message", "$context.identity.sourceIp", "$context.authorizer.error"];

    /// <summary>What is wrong with a format.</summary>
    internal static IEnumerable<string> Problems(string format)
    {
        if (!IsJson(format))
        {
            yield return "does not write access logs as JSON";
        }

        foreach (var field in Needed.Where(field => !format.Contains(field, StringComparison.Ordinal)))
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
