using System.Text.Json;
using System.Text.RegularExpressions;
using NetworkPatterns.TemplateRules.Reading;

namespace NetworkPatterns.TemplateRules.Rules.Edge;

/// <summary>E20. Source: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/helper-functions-origin-modification.html</summary>
public sealed partial class CookieRoutingRule() : ResourceRule(
    "E20", "A function that chooses an origin by a cookie names origins of the distribution only, lets other requests go on, and its cookie tells answers apart.", EdgeView.Distribution)
{
    protected override bool Applies(Resource resource) => resource.Behaviors().Any(behavior => RoutingCode(behavior) is not null);

    protected override IEnumerable<string> Problems(Resource resource)
    {
        var origins = resource.Config()["Origins"].Items.Select(origin => origin["Id"].Text).ToHashSet(StringComparer.Ordinal);
        foreach (var behavior in resource.Behaviors())
        {
            if (RoutingCode(behavior) is not { } code)
            {
                continue;
            }

            foreach (var name in Tables().Matches(code).SelectMany(table => NamesIn(table.Groups["names"].Value)).Where(name => !origins.Contains(name)))
            {
                yield return $"{behavior.Pattern()} may go to {name}, which is no origin of it";
            }

            if (!code.Contains("return event.request;", StringComparison.Ordinal))
            {
                yield return $"{behavior.Pattern()} leads nowhere without the cookie";
            }

            var key = behavior["CachePolicyId"].Target?["CachePolicyConfig"]["ParametersInCacheKeyAndForwardedToOrigin"]["CookiesConfig"]["Cookies"].Items.Select(cookie => cookie.Text).ToHashSet(StringComparer.Ordinal);
            foreach (var cookie in Cookies().Matches(code).Select(match => match.Groups["name"].Value).Where(cookie => behavior["CachePolicyId"].Text != EdgeView.CachingDisabled && key?.Contains(cookie) != true))
            {
                yield return $"{behavior.Pattern()} keeps answers without looking at the cookie {cookie}";
            }
        }
    }

    private static string? RoutingCode(Value behavior) => behavior["FunctionAssociations"].Items
        .Select(association => association["FunctionARN"].Target?["FunctionCode"].Text)
        .FirstOrDefault(code => code?.Contains("selectRequestOriginById(", StringComparison.Ordinal) == true);

    // Origins stand in a list, or as the values of a map.
    private static IEnumerable<string> NamesIn(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ? [.. document.RootElement.EnumerateArray().Select(name => name.GetString()!)]
            : document.RootElement.EnumerateObject().Select(route => route.Value.GetString()!).ToList();
    }

    [GeneratedRegex(@"const (routes|origins) = (?<names>[\[{].*?[\]}]);", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tables();

    [GeneratedRegex("event\\.request\\.cookies\\[\"(?<name>[^\"]+)\"\\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Cookies();
}
