using System.Collections.Immutable;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Distributions;

/// <summary>What has to hold for error pages, and for fields that are encrypted on their way.</summary>
internal static class EdgeErrorPageRules
{
    private static readonly ImmutableArray<int> Codes = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

    public static void Check(EdgeDistributionProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.ErrorPages));
        if (props.ErrorPages.Count > 0 && props.Behaviors.Where(behavior => behavior.Kind == EdgeBehaviorKind.Api).Select(behavior => behavior.PathPattern).ToList() is { Count: > 0 } masked)
        {
            problems.Add(DiagnosticCatalogue.DistributionErrorPages.At(
                where, $"error pages would replace what the API of {string.Join(", ", masked)} says to its callers", "leave them out, or give the API a distribution of its own; EdgeFunction.SinglePage shows an index without them"));
        }

        foreach (var repeated in props.ErrorPages.GroupBy(page => page.StatusCode).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.DistributionErrorPages.At(where, $"{repeated.Key} has {repeated.Count()} pages", "give one for each status"));
        }

        foreach (var page in props.ErrorPages)
        {
            CheckPage(page, $"{where}[{page.StatusCode}]", problems);
        }
    }

    /// <summary>Field-level encryption takes fields out of what is sent by POST, over TLS on both sides.</summary>
    /// <remarks>Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/field-level-encryption.html</remarks>
    public static void CheckEncryption(EdgeBehavior behavior, PatternContext context, string where, ProblemList problems)
    {
        if (behavior.FieldLevelEncryptionId is not { } id)
        {
            return;
        }

        if (behavior.Kind != EdgeBehaviorKind.Api)
        {
            problems.Add(DiagnosticCatalogue.DistributionFieldEncryption.At(where, "fields are encrypted in what is sent by POST, and the behaviour only reads", "use EdgeBehavior.Api, or leave FieldLevelEncryptionId out"));
        }

        if (!context.IsToken(id) && (id.Length is < 5 or > 32 || !id.All(character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character))))
        {
            problems.Add(DiagnosticCatalogue.DistributionFieldEncryption.At(
                where, $"'{id}' is not the ID of a configuration", "give what aws cloudfront list-field-level-encryption-configs shows, like C3KM2WVD605UAY; CloudFormation makes no such configuration"));
        }
    }

    private static void CheckPage(EdgeErrorPage page, string where, ProblemList problems)
    {
        if (!Codes.Contains(page.StatusCode))
        {
            problems.Add(DiagnosticCatalogue.DistributionErrorPages.At(where, $"CloudFront has no page for {page.StatusCode}", $"use one of {string.Join(", ", Codes)}"));
        }

        if (page.PagePath is { } path && (!path.StartsWith('/') || path.Length < 2 || path.Contains('*', StringComparison.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.DistributionErrorPages.At(where, $"'{path}' is not the path of a page", "write it like /errors/404.html"));
        }

        if (page.ShownStatusCode is { } shown && (page.PagePath is null || (shown != 200 && !Codes.Contains(shown))))
        {
            problems.Add(DiagnosticCatalogue.DistributionErrorPages.At(
                where,
                page.PagePath is null ? $"the status {shown} is shown with no page" : $"CloudFront does not answer {shown} in place of an origin",
                $"give {nameof(page.PagePath)}, and 200 or one of {string.Join(", ", Codes)}"));
        }

        if (page.RememberedFor < TimeSpan.Zero || page.RememberedFor.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            problems.Add(DiagnosticCatalogue.DistributionErrorPages.At(where, $"an error cannot be remembered for {page.RememberedFor}", "give whole seconds from 0 on"));
        }
    }
}
