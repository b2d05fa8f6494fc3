using System.Text;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Dns;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>What has to hold for the settings of a WebACL beside its rules.</summary>
internal static class WebAclSettings
{
    // https://docs.aws.amazon.com/waf/latest/developerguide/limits.html
    private const int LargestBody = 4096;

    private static readonly TimeSpan LongestImmunity = TimeSpan.FromDays(3);

    public static void Check(WebAclProps props, PatternContext context, ProblemList problems)
    {
        if (props.Scope == WafScope.CloudFront && context.Region != ZonePlan.GlobalRegion)
        {
            problems.Add(DiagnosticCatalogue.WafRegion.At(
                context.At(nameof(props.Scope)),
                $"CloudFront uses WebACLs of {ZonePlan.GlobalRegion}, and the stack is in {context.Region ?? "a Region that only deployment knows"}",
                $"put the WebACL into a stack of {ZonePlan.GlobalRegion}, or set {nameof(props.Scope)} to {nameof(WafScope.Regional)}"));
        }

        if (props.DefaultAction.Kind is not ("Allow" or "Block"))
        {
            problems.Add(DiagnosticCatalogue.WafAction.At(context.At(nameof(props.DefaultAction)), $"{props.DefaultAction.Kind} cannot be what happens to all other requests", "allow or block them"));
        }

        CheckImmunity(props.CaptchaImmunity, TimeSpan.FromMinutes(1), context.At(nameof(props.CaptchaImmunity)), problems);
        CheckImmunity(props.ChallengeImmunity, TimeSpan.FromMinutes(5), context.At(nameof(props.ChallengeImmunity)), problems);
        foreach (var domain in props.TokenDomains.Where(domain => !DnsName.TryParse(domain, out _)))
        {
            problems.Add(DiagnosticCatalogue.NotADnsName.At(context.At(nameof(props.TokenDomains)), $"'{domain}' is not a DNS name", "write it like example.com"));
        }

        CheckResponses(props, context.At(nameof(props.Rules)), problems);
        CheckLogging(props.Logging, context, problems);
    }

    private static void CheckImmunity(TimeSpan? immunity, TimeSpan shortest, string where, ProblemList problems)
    {
        if (immunity is { } time && (time < shortest || time > LongestImmunity || time.Ticks % TimeSpan.TicksPerSecond != 0))
        {
            problems.Add(DiagnosticCatalogue.WafAction.At(where, $"{time} is not {shortest} to {LongestImmunity} in whole seconds", "choose a time between"));
        }
    }

    private static void CheckResponses(WebAclProps props, string where, ProblemList problems)
    {
        foreach (var response in WebAclPlan.AnswersOf(props))
        {
            if (response.StatusCode is < 200 or > 599)
            {
                problems.Add(DiagnosticCatalogue.WafResponse.At(where, $"{response.StatusCode} is not a status from 200 to 599", "give a status of HTTP"));
            }

            if ((response.Body is null) != (response.BodyName is null))
            {
                problems.Add(DiagnosticCatalogue.WafResponse.At(where, response.Body is null ? $"the body '{response.BodyName}' is empty" : "a body has no name", "give a body together with its name"));
            }

            if (response.BodyName is { } name && (name.Length is 0 or > 128 || !name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_')))
            {
                problems.Add(DiagnosticCatalogue.WafResponse.At(where, $"'{name}' cannot be the name of a body", "use up to 128 letters, digits, hyphens and underscores"));
            }

            if (response.Body is { } body && Encoding.UTF8.GetByteCount(body) > LargestBody)
            {
                problems.Add(DiagnosticCatalogue.WafResponse.At(where, $"the body '{response.BodyName}' has {Encoding.UTF8.GetByteCount(body)} bytes, and at most {LargestBody} are sent", "shorten it"));
            }

            if (response.ResponseHeaders.Keys.Contains("content-type", StringComparer.OrdinalIgnoreCase))
            {
                problems.Add(DiagnosticCatalogue.WafResponse.At(where, "the header Content-Type of an answer is AWS WAF's own", $"set {nameof(response.ContentType)}"));
            }
        }

        foreach (var repeated in WebAclPlan.Bodies(props).GroupBy(response => response.BodyName!, StringComparer.Ordinal).Where(group => group.Select(response => (response.Body, response.ContentType)).Distinct().Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.WafResponse.At(where, $"different bodies are called '{repeated.Key}'", "give each body a name of its own"));
        }
    }

    private static void CheckLogging(WafLogging logging, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(WebAclProps.Logging));
        WebAclPlan.CheckRetention(logging, where, problems);
        if (logging.Arn is { } arn && !context.IsToken(arn) && !(arn.Contains(":firehose:", StringComparison.Ordinal) && arn.Contains($":deliverystream/{WafLogging.NamePrefix}", StringComparison.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.WafLogging.At(where, $"'{arn}' is not the ARN of a stream whose name begins with {WafLogging.NamePrefix}", "rename the stream: AWS WAF writes to no other"));
        }
    }
}
