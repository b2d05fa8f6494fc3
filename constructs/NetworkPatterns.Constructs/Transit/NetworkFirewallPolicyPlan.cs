using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Blueprints;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit;

/// <summary>A firewall policy, settled.</summary>
/// <param name="Path">The construct path.</param>
/// <param name="Props">What the user asked for.</param>
/// <param name="ExistingArns">ARNs of groups that exist, by their names here.</param>
/// <param name="Inputs">What the user gave as tokens, by the name of the blueprint's input.</param>
internal sealed partial record NetworkFirewallPolicyPlan(
    string Path,
    NetworkFirewallPolicyProps Props,
    ImmutableSortedDictionary<string, Value> ExistingArns,
    ImmutableSortedDictionary<string, string> Inputs)
{
    /// <summary>The quota of rules in a policy, "Maximum stateful rules capacity per firewall policy".</summary>
    public const int MostRules = 30000;

    /// <summary>Plans a policy.</summary>
    /// <exception cref="PlanException">Carries every problem of the props.</exception>
    public static NetworkFirewallPolicyPlan From(NetworkFirewallPolicyProps props, PatternContext context)
    {
        var problems = new ProblemList();
        CheckStateful(props, context.At(nameof(props.StatefulRules)), problems);
        CheckStateless(props, context.At(nameof(props.StatelessRules)), problems);
        CheckRanges(props.HomeRanges, context.At(nameof(props.HomeRanges)), problems);
        if (props.HomeRanges.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(context.At(nameof(props.HomeRanges)), "no range is at home, and no rule would fit", "name the estate's ranges"));
        }

        problems.ThrowIfAny();
        var values = new ExternalValues(context);
        var existing = props.StatefulRules.Where(group => group.Kind == StatefulRuleKind.Existing)
            .ToImmutableSortedDictionary(group => group.Name, group => values.Of($"{ResourceName.Of(group.Name)}RuleGroupArn", group.Text), StringComparer.Ordinal);
        return new(context.Path, props, existing, values.Inputs);
    }

    private static void CheckStateful(NetworkFirewallPolicyProps props, string where, ProblemList problems)
    {
        foreach (var clash in props.StatefulRules.GroupBy(group => ResourceName.Key(group.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(where, $"{clash.Count()} groups are named '{clash.First().Name}'", "give each group a name of its own"));
        }

        foreach (var group in props.StatefulRules)
        {
            var at = $"{where}[{group.Name}]";
            if (!ResourceName.IsValid(group.Name))
            {
                problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(at, $"'{group.Name}' is not a name", "write a letter, then letters, digits and hyphens"));
            }

            if (group.Capacity is < 1 or > MostRules)
            {
                problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(at, $"{group.Capacity} is not a capacity", $"give 1 to {MostRules}"));
            }

            if (group.Kind is StatefulRuleKind.AllowDomains or StatefulRuleKind.DenyDomains && group.Domains.IsEmpty)
            {
                problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(at, "the list names no domain", "name at least one"));
            }

            foreach (var domain in group.Domains.Where(domain => !Domain().IsMatch(domain)))
            {
                problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(
                    at, $"'{domain}' is not a domain", "write example.com, or .example.com for it and all its subdomains; no wildcard, no scheme, no port"));
            }

            if (group.Kind == StatefulRuleKind.Suricata)
            {
                CheckSuricata(group, at, problems);
            }
        }

        var capacity = props.StatefulRules.Where(group => group.Kind != StatefulRuleKind.Existing).Sum(group => group.Capacity);
        if (capacity > MostRules)
        {
            problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(
                where, $"the groups have room for {capacity} rules, more than the {MostRules} of a policy (quota: stateful rules per firewall policy)", "give groups less capacity"));
        }
    }

    private static void CheckSuricata(StatefulRuleGroup group, string at, ProblemList problems)
    {
        var rules = group.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('#')).ToList();
        if (rules.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(at, "there is no rule in the text", "write at least one rule"));
        }

        if (rules.Count > group.Capacity)
        {
            problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(
                at, string.Create(CultureInfo.InvariantCulture, $"{rules.Count} rules are more than the capacity of {group.Capacity}"), "choose WithCapacity before the group is deployed"));
        }

        var numbers = new HashSet<string>(StringComparer.Ordinal);
        foreach (var rule in rules)
        {
            if (!SuricataRule().IsMatch(rule))
            {
                problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(at, $"'{rule}' is not a rule", "write an action (pass, drop, reject, alert), a protocol, addresses and ports, then options in parentheses"));
            }
            else if (SignatureNumber().Match(rule) is not { Success: true } match)
            {
                problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(at, $"'{rule}' has no sid", "end its options with a number of its own: sid:1;"));
            }
            else if (!numbers.Add(match.Groups["number"].Value))
            {
                problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(at, $"two rules have the sid {match.Groups["number"].Value}", "give each rule a sid of its own"));
            }
        }
    }

    private static void CheckStateless(NetworkFirewallPolicyProps props, string where, ProblemList problems)
    {
        foreach (var clash in props.StatelessRules.GroupBy(rule => rule.Priority).Where(group => group.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(where, $"{clash.Count()} rules have the priority {clash.Key}", "give each rule a priority of its own"));
        }

        foreach (var rule in props.StatelessRules)
        {
            var at = $"{where}[{rule.Priority.ToString(CultureInfo.InvariantCulture)}]";
            if (rule.Priority is < 1 or > 65535)
            {
                problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(at, $"{rule.Priority} is not a priority", "give 1 to 65535"));
            }

            CheckRanges(rule.Sources.Concat(rule.Destinations), at, problems);
            if (rule.DestinationPorts.Length > 0 && (rule.Protocols.IsEmpty || rule.Protocols.Any(protocol => protocol is not (6 or 17))))
            {
                problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(at, "ports are named, and not only TCP (6) or UDP (17)", "name the protocols of the ports"));
            }

            foreach (var (from, to) in rule.DestinationPorts.Where(ports => ports.From is < 0 or > 65535 || ports.To is < 0 or > 65535 || ports.From > ports.To))
            {
                problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(at, $"{from}-{to} is not a range of ports", "give 0 to 65535, the lower one first"));
            }
        }
    }

    private static void CheckRanges(IEnumerable<string> ranges, string where, ProblemList problems)
    {
        foreach (var text in ranges.Where(text => !Cidr.TryParse(text, out _, out _)))
        {
            problems.Add(DiagnosticCatalogue.FirewallRulesUnclear.At(where, $"'{text}' is not a range", "write a block such as 10.0.0.0/8"));
        }
    }

    [GeneratedRegex(@"^\.?([A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?\.)+[A-Za-z0-9-]{2,63}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Domain();

    [GeneratedRegex(@"^(pass|drop|reject|alert)\s+\S+\s+\S.*\s(->|<>)\s.*\(.*\)\s*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SuricataRule();

    [GeneratedRegex(@"\bsid\s*:\s*(?<number>[0-9]+)\s*;", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SignatureNumber();
}
