using System.Collections.Immutable;
using NetworkPatterns.Constructs.Dns;
using NetworkPatterns.Constructs.Edge.Waf.Statements;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>A WebACL, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Scope">What it protects.</param>
/// <param name="Rules">The rules, in order.</param>
/// <param name="DefaultAction">What happens to all other requests.</param>
/// <param name="Capacity">What the rules cost together, in capacity units.</param>
/// <param name="Responses">The bodies of custom answers, by name.</param>
/// <param name="RedactedHeaders">The headers that are not logged, in lower case, sorted.</param>
/// <param name="Props">The settings that need no decision.</param>
internal sealed record WebAclPlan(
    string Path,
    WafScope Scope,
    ImmutableArray<WafRule> Rules,
    WafAction DefaultAction,
    int Capacity,
    ImmutableSortedDictionary<string, WafResponse> Responses,
    ImmutableArray<string> RedactedHeaders,
    WebAclProps Props)
{
    /// <summary>What the basic price of a WebACL includes.</summary>
    public const int IncludedCapacity = 1500;

    /// <summary>The most that a WebACL may cost at all.</summary>
    public const int HighestCapacity = 5000;

    private static readonly ImmutableArray<string> SecretHeaders = ["authorization", "cookie", "x-api-key", "x-origin-verify"];

    /// <summary>Plans the WebACL.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static WebAclPlan From(WebAclProps props, PatternContext context)
    {
        ArgumentNullException.ThrowIfNull(props);
        var problems = new ProblemList();
        WebAclRules.Check(props, context, problems);
        WebAclSettings.Check(props, context, problems);
        problems.ThrowIfAny();
        return new(
            context.Path,
            props.Scope,
            [.. props.Rules],
            props.DefaultAction,
            props.Rules.Sum(rule => rule.Capacity),
            Bodies(props).GroupBy(response => response.BodyName!, StringComparer.Ordinal).ToImmutableSortedDictionary(body => body.Key, body => body.First(), StringComparer.Ordinal),
            [.. SecretHeaders.Concat(props.RedactedHeaders.Select(header => header.ToLowerInvariant())).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            props);
    }

    /// <summary>How CloudFormation spells a scope.</summary>
    public static Value NameOf(WafScope scope) => scope == WafScope.CloudFront ? "CLOUDFRONT" : "REGIONAL";

    /// <summary>The answers that have a body.</summary>
    public static IEnumerable<WafResponse> Bodies(WebAclProps props) => AnswersOf(props).Where(response => response.BodyName is not null);

    /// <summary>Every custom answer.</summary>
    public static IEnumerable<WafResponse> AnswersOf(WebAclProps props) =>
        props.Rules.SelectMany(rule => rule.Actions).Append(props.DefaultAction).Select(action => action.Response).OfType<WafResponse>();

    /// <summary>The statements of a kind, each with the rule that holds it.</summary>
    public static IEnumerable<(WafRule Rule, TStatement Statement)> StatementsOf<TStatement>(IEnumerable<WafRule> rules)
        where TStatement : WafStatement =>
        rules.SelectMany(rule => rule.Statements.OfType<TStatement>().Select(statement => (rule, statement)));

    /// <summary>The retention of logs is that of CloudWatch Logs, or any number of days for a bucket.</summary>
    internal static void CheckRetention(WafLogging logging, string where, ProblemList problems)
    {
        if (logging.Destination == WafLogDestination.LogGroup)
        {
            LogRetention.Check(logging.RetentionDays, where, problems);
        }
        else if (logging.RetentionDays < 1)
        {
            problems.Add(DiagnosticCatalogue.WafLogging.At(where, $"{logging.RetentionDays} days is not a time that logs can be kept", "give at least one day"));
        }
    }
}
