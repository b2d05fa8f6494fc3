using NetworkPatterns.Constructs.Edge.Waf.Statements;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Edge.Waf;

/// <summary>What has to hold for the rules of a WebACL, one by one and together.</summary>
internal static class WebAclRules
{
    public static void Check(WebAclProps props, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(props.Rules));
        foreach (var rule in props.Rules)
        {
            CheckRule(rule, context.At($"{nameof(props.Rules)}[{rule.Name}]"), problems);
        }

        foreach (var repeated in props.Rules.GroupBy(rule => ResourceName.Key(rule.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.WafRuleName.At(where, $"{repeated.Count()} rules are called '{repeated.First().Name}'", "give each rule a name of its own, and each managed group once"));
        }

        CheckSets(props, where, problems);
        CheckAddresses(props, context, problems);
        var capacity = props.Rules.Sum(rule => rule.Capacity);
        if (props.CapacityLimit is < 1 or > WebAclPlan.HighestCapacity)
        {
            problems.Add(DiagnosticCatalogue.WafCapacity.At(
                context.At(nameof(props.CapacityLimit)), $"{props.CapacityLimit} is not 1 to {WebAclPlan.HighestCapacity} capacity units", "choose a number between"));
        }
        else if (capacity > props.CapacityLimit)
        {
            problems.Add(DiagnosticCatalogue.WafCapacity.At(
                where,
                $"the rules cost {capacity} capacity units, and {props.CapacityLimit} are accepted: {string.Join(", ", props.Rules.Select(rule => $"{rule.Name} {rule.Capacity}"))}",
                $"leave rules out, or accept the surcharge with a {nameof(props.CapacityLimit)} of {capacity}"));
        }

        if (props.DefaultAction.Kind == WafAction.Block.Kind && !props.Rules.SelectMany(rule => rule.Actions).Any(action => action.Kind == WafAction.Allow.Kind))
        {
            problems.Add(DiagnosticCatalogue.WafAction.At(context.At(nameof(props.DefaultAction)), "everything is blocked, and no rule allows anything", "add a rule that allows what may come in"));
        }
    }

    private static void CheckRule(WafRule rule, string where, ProblemList problems)
    {
        if (!ResourceName.IsValid(rule.Name) || (rule is not ManagedRules && rule.Name.StartsWith("AWS", StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add(DiagnosticCatalogue.WafRuleName.At(where, $"'{rule.Name}' cannot be the name of a rule", "use a letter, then up to 63 letters, digits and hyphens; AWS at the beginning is AWS's own"));
        }

        foreach (var fault in rule.Faults().Concat(rule.Statements.SelectMany(statement => statement.Faults())))
        {
            problems.Add(fault.Diagnostic.At(where, fault.What, fault.Fix));
        }

        foreach (var action in rule.Actions.Where(action => action.Kind == WafAction.Block.Kind && !action.RequestHeaders.IsEmpty))
        {
            problems.Add(DiagnosticCatalogue.WafAction.At(where, $"a blocked request is not sent on, so the headers {string.Join(", ", action.RequestHeaders.Keys)} are for nobody", "leave them out, or give response headers"));
        }
    }

    // A set's name is its logical ID: two sets of one name would be one resource with two contents.
    private static void CheckSets(WebAclProps props, string where, ProblemList problems)
    {
        var sets = WebAclPlan.StatementsOf<AddressStatement>(props.Rules).Select(found => (Kind: "addresses", found.Statement.Name, found.Statement.Content))
            .Concat(WebAclPlan.StatementsOf<RegexSetStatement>(props.Rules).Select(found => (Kind: "patterns", found.Statement.Name, found.Statement.Content)))
            .ToList();
        foreach (var (kind, name, _) in sets.Where(set => !ResourceName.IsValid(set.Name)))
        {
            problems.Add(DiagnosticCatalogue.WafRuleName.At(where, $"'{name}' cannot be the name of a set of {kind}", "use a letter, then up to 63 letters, digits and hyphens"));
        }

        foreach (var repeated in sets.GroupBy(set => (set.Kind, Key: ResourceName.Key(set.Name))).Where(group => group.Select(set => set.Content).Distinct(StringComparer.Ordinal).Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.WafRuleName.At(where, $"sets of {repeated.Key.Kind} with different contents are called '{repeated.First().Name}'", "give each set a name of its own"));
        }
    }

    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-forwarded-ip-address.html
    private static void CheckAddresses(WebAclProps props, PatternContext context, ProblemList problems)
    {
        if (!props.IsBehindCloudFront)
        {
            return;
        }

        if (props.Scope == WafScope.CloudFront)
        {
            problems.Add(DiagnosticCatalogue.WafClientAddress.At(context.At(nameof(props.IsBehindCloudFront)), "CloudFront's own WebACL is not behind CloudFront", $"leave it out, or set {nameof(props.Scope)} to {nameof(WafScope.Regional)}"));
            return;
        }

        foreach (var rule in props.Rules.Where(LooksAtConnection))
        {
            problems.Add(DiagnosticCatalogue.WafClientAddress.At(
                context.At($"{nameof(props.Rules)}[{rule.Name}]"),
                "the rule looks at the address of the connection, which behind CloudFront is CloudFront's",
                "move it to CloudFront's WebACL, or name the header that has the client's address"));
        }
    }

    private static bool LooksAtConnection(WafRule rule) =>
        rule is ManagedRules { Group.LooksAtAddress: true }
        || (rule is RateRule rate && rate.Keys.Any(key => key.IsConnectionAddress))
        || rule.Statements.Any(statement => statement is AddressStatement { IsForwarded: false } or CountryStatement { IsForwarded: false });
}
