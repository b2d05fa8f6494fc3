using System.Collections.Immutable;
using System.Text;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Network.Model.Edge;
using NetworkPatterns.Templates;
using NetworkPatterns.Templates.Values;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading.Edge;

/// <summary>WebACLs of AWS WAF: what they let through, and what they stand before.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rule-actions.html</remarks>
internal sealed class WebAclReader(ReadingContext context, EdgeTexts texts)
{
    public const string WebAclType = "AWS::WAFv2::WebACL";

    private static readonly ResourceKind Kind = ResourceKind.Of(WebAclType);

    public IEnumerable<WebAcl> Read() =>
        from resource in context.OfType(WebAclType)
        let view = context.View(resource)
        select new WebAcl(context.Named(resource))
        {
            IsForCloudFront = view.Is("Scope", "CLOUDFRONT", otherwise: false),
            BlocksByDefault = view.Inner("DefaultAction") switch
            {
                { IsKnown: true } action => action.Value.Has("Block") && !action.Value.Has("Allow"),
                { } unknown => unknown.Unknown!,
                null => view.Unknown("it has no default action"),
            },
            Rules = [.. view.Items("Rules").Select(rule => rule.Item is { } item ? Rule(item, rule.Doubt) : new("", rule.Doubt!, new WebAclStatement.Open(rule.Doubt!)))],
        };

    public IEnumerable<WebAclAssociation> ReadAssociations() =>
        from resource in context.OfType("AWS::WAFv2::WebACLAssociation")
        let view = context.View(resource)
        let doubt = context.DoubtOf(resource)
        let target = Target(view, view["ResourceArn"])
        select new WebAclAssociation(
            context.Named(resource),
            doubt ?? view.Reference("WebACLArn", Kind) ?? view.Unknown("WebACLArn is missing"),
            target.Api,
            target.Stage);

    private WebAclRule Rule(View rule, UnknownValue? doubt)
    {
        var name = rule.Text("Name") is { IsKnown: true } known ? known.Value : "";
        return rule.Find("Statement") is { } statement
            ? new(name, doubt is not null ? doubt : LetsThrough(rule, statement), Statement(statement))
            : new(name, rule.Unknown($"the statement of rule '{name}' is not known"), new WebAclStatement.Open(rule.Unknown($"the statement of rule '{name}' is not known")));
    }

    // The groups that AWS manages block, count and challenge; they let nothing through unless told to.
    private static Maybe<bool> LetsThrough(View rule, View statement)
    {
        if (rule.Find("Action") is { } action)
        {
            return action.Has("Allow");
        }

        if (rule.Find("OverrideAction") is { } instead && instead.Has("Count"))
        {
            return false;
        }

        return statement.Find("ManagedRuleGroupStatement") is { } group && group.Text("VendorName") is { IsKnown: true, Value: "AWS" }
            ? group.Items("RuleActionOverrides").Any(change => change.Item?.Find("ActionToUse") is { } use && use.Has("Allow"))
            : rule.Unknown("what its rule groups let through is not modelled");
    }

    private WebAclStatement Statement(View statement) =>
        statement.Find("ByteMatchStatement") is { } match ? Match(match)
        : statement.Find("AndStatement") is { } and ? new WebAclStatement.All(Statements(and))
        : statement.Find("OrStatement") is { } or ? new WebAclStatement.Any(Statements(or))
        : new WebAclStatement.Other("requests that need no secret");

    private ImmutableArray<WebAclStatement> Statements(View view) =>
        [.. view.Items("Statements").Select(item => item is { Item: { } known, Doubt: null } ? Statement(known) : new WebAclStatement.Open(item.Doubt ?? view.Unknown("a statement is not known")))];

    private WebAclStatement Match(View match)
    {
        var header = match.Find("FieldToMatch")?.Find("SingleHeader")?.Text("Name");
        if (header is not { IsKnown: true } || match.Text("PositionalConstraint") is not { IsKnown: true, Value: "EXACTLY" })
        {
            return new WebAclStatement.Other("requests that need not have one exact header");
        }

        if (match.Items("TextTransformations").Any(item => item.Item?.Text("Type") is not { IsKnown: true, Value: "NONE" }))
        {
            return new WebAclStatement.Open(match.Unknown("transformations of text are not modelled"));
        }

        var value = texts.Read(match, "SearchString") ?? Decoded(match) ?? match.Unknown("it looks for nothing");
        return value is not { IsKnown: true } ? new WebAclStatement.Open(value.Unknown!)
            : value.Value.Text.Length == 0 ? new WebAclStatement.Other("requests with an empty header")
            : new WebAclStatement.HeaderIs(header.Value.Value, value.Value);
    }

    private static Maybe<EdgeText>? Decoded(View match)
    {
        if (match.Text("SearchStringBase64") is not { } encoded)
        {
            return null;
        }

        var bytes = new byte[encoded.Or("").Length];
        return encoded.IsKnown && Convert.TryFromBase64String(encoded.Value, bytes, out var length)
            ? new EdgeText(Encoding.UTF8.GetString(bytes, 0, length))
            : encoded.Unknown ?? match.Unknown("SearchStringBase64 can't be read");
    }

    // arn:aws:apigateway:REGION::/restapis/API/stages/STAGE, or the ARN of something else that a WebACL protects.
    private (Maybe<ComponentId> Api, EdgeText? Stage) Target(View view, ResolvedValue value)
    {
        const string Apis = "/restapis/";
        const string Stages = "/stages/";
        if (value is ReferenceValue whole)
        {
            return (context.IdOf(whole.Resource), null);
        }

        var parts = value is CompositeValue composite ? composite.Parts : [value];
        var api = parts.OfType<ReferenceValue>().FirstOrDefault();
        var text = texts.Read(view, value);
        if (text is not { IsKnown: true })
        {
            return (text?.Unknown ?? view.Unknown("ResourceArn is missing"), null);
        }

        var known = text.Value.Value;
        var at = known.Text.IndexOf(Apis, StringComparison.Ordinal);
        var rest = at < 0 ? "" : known.Text[(at + Apis.Length)..];
        var slash = rest.IndexOf(Stages, StringComparison.Ordinal);
        if (slash < 0)
        {
            return (known.Doubt ?? view.Unknown($"{known.Text} is not the ARN of a stage"), null);
        }

        var stage = parts.OfType<ReferenceValue>().Skip(1).FirstOrDefault();
        return (
            rest.StartsWith("${", StringComparison.Ordinal) && api is not null ? context.IdOf(api.Resource) : new ComponentId("", rest[..slash]),
            new EdgeText(rest[(slash + Stages.Length)..]) { Resource = stage is null ? null : context.IdOf(stage.Resource), Doubt = known.Doubt });
    }
}
