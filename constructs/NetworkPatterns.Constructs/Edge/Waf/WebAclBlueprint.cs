using NetworkPatterns.Constructs.Edge.Waf.Statements;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Blueprints;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>The resources of a WebACL: itself, its sets, and where it logs to.</summary>
/// <remarks>
/// Neither the WebACL nor its sets are named: a name would stand in the way of a replacement. The log's name has to begin with
/// <c>aws-waf-logs-</c>.
/// <para>Source: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl.html</para>
/// </remarks>
internal static class WebAclBlueprint
{
    public const string WebAclId = "WebAcl";
    private const string CapacityMetadata = "networkpatterns:capacity-limit";
    private const int LongestMetric = 128;

    public static (Blueprint Blueprint, IReadOnlyDictionary<string, object> Inputs) From(WebAclPlan plan, PatternContext context)
    {
        var builder = new BlueprintBuilder();
        var inputs = new TokenInputs(builder, context.IsToken);
        AddTo(builder, plan, inputs);
        return (builder.Build(plan.Path), inputs.Supplied);
    }

    /// <summary>Adds the WebACL to the blueprint of a pattern that has one among other things.</summary>
    public static void AddTo(BlueprintBuilder builder, WebAclPlan plan, TokenInputs inputs)
    {
        var tags = new ResourceTags(plan.Path);
        foreach (var (_, statement) in WebAclPlan.StatementsOf<AddressStatement>(plan.Rules).DistinctBy(found => found.Statement.Name, StringComparer.Ordinal))
        {
            statement.AddSets(builder, plan.Scope, tags.Of(statement.Name));
        }

        foreach (var (_, statement) in WebAclPlan.StatementsOf<RegexSetStatement>(plan.Rules).DistinctBy(found => found.Statement.Name, StringComparer.Ordinal))
        {
            statement.AddSet(builder, plan.Scope, tags.Of(statement.Name));
        }

        builder.Add(new(WebAclId, "AWS::WAFv2::WebACL", Value.Map(
            ("Scope", WebAclPlan.NameOf(plan.Scope)),
            ("DefaultAction", plan.DefaultAction.ToValue()),
            ("Rules", Value.List(plan.Rules.Select((rule, priority) => (Value)RuleOf(rule, priority, plan)))),
            ("CustomResponseBodies", plan.Responses.IsEmpty ? null : Value.Map(plan.Responses.Select(body => (body.Key, (Value?)body.Value.ToBody())))),
            ("AssociationConfig", BodyLimitOf(plan)),
            ("CaptchaConfig", ImmunityOf(plan.Props.CaptchaImmunity)),
            ("ChallengeConfig", ImmunityOf(plan.Props.ChallengeImmunity)),
            ("TokenDomains", plan.Props.TokenDomains.Count == 0 ? null : Value.List(plan.Props.TokenDomains.Select(domain => (Value)domain))),
            ("VisibilityConfig", VisibilityOf(MetricOf(plan), plan)),
            ("Tags", tags.Of("web-acl"))))
        {
            // Who accepted the surcharge is to be seen in the template too.
            Metadata = plan.Capacity > WebAclPlan.IncludedCapacity ? Value.Map((CapacityMetadata, plan.Props.CapacityLimit)) : MapValue.Empty,
        });
        WebAclLogBlueprint.AddTo(builder, plan, inputs, tags);
    }

    /// <summary>The name of the WebACL's metrics.</summary>
    public static string MetricOf(WebAclPlan plan) => UniqueName.Of(plan.Path, LongestMetric);

    private static MapValue RuleOf(WafRule rule, int priority, WebAclPlan plan) => Value.Map(
    [
        ("Name", rule.Name),
        ("Priority", priority),
        .. rule.ToEntries(),
        ("VisibilityConfig", VisibilityOf(rule.Name, plan)),
    ]);

    private static MapValue VisibilityOf(string metric, WebAclPlan plan) => Value.Map(
        ("CloudWatchMetricsEnabled", true), ("MetricName", metric), ("SampledRequestsEnabled", plan.Props.KeepsSamples));

    private static MapValue? ImmunityOf(TimeSpan? time) =>
        time is { } given ? Value.Map(("ImmunityTimeProperty", Value.Map(("ImmunityTime", (int)given.TotalSeconds)))) : null;

    private static MapValue? BodyLimitOf(WebAclPlan plan) => plan.Props.BodyLimit is { } limit
        ? Value.Map(("RequestBody", Value.Map((
            plan.Scope == WafScope.CloudFront ? "CLOUDFRONT" : "API_GATEWAY",
            Value.Map(("DefaultSizeInspectionLimit", limit switch
            {
                WafBodyLimit.Kb16 => "KB_16",
                WafBodyLimit.Kb32 => "KB_32",
                WafBodyLimit.Kb48 => "KB_48",
                _ => "KB_64",
            }))))))
        : null;
}
