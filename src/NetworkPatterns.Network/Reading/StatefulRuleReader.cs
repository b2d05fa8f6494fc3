using System.Collections.Frozen;
using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Stateful rules in their three forms: 5-tuples, Suricata text, domain lists.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/stateful-rule-groups-ips.html</remarks>
internal sealed class StatefulRuleReader(Component group, FirewallVariables variables)
{
    // Options that only label a rule.
    private static readonly FrozenSet<string> Labels = new[]
    {
        "sid", "rev", "msg", "metadata", "classtype", "priority", "gid", "reference", "noalert",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public ImmutableArray<StatefulRule> Read(View source)
    {
        if (source.Has("StatefulRules"))
        {
            return [.. source.Items("StatefulRules").SelectMany(item => item.Item is { } rule ? [Tuple(rule, item.Doubt)] : Anything(item.Doubt!))];
        }

        if (source.Inner("RulesSourceList") is { } list)
        {
            return list.IsKnown ? Domains(list.Value) : Anything(list.Unknown!);
        }

        return source.Text("RulesString") switch
        {
            null => Anything(source.Unknown("its rules are of a form that is not read")),
            { IsKnown: false } unknown => Anything(unknown.Unknown!),
            { Value: var text } => [.. Lines(text).SelectMany(line => SuricataRule.Parse(line) is { } rule ? [Suricata(rule)] : Anything(Because($"the rule '{line}' can't be read")))],
        };
    }

    private ImmutableArray<StatefulRule> Anything(UnknownValue why) => FirewallRuleGroupReader.Anything(group, why);

    private UnknownValue Because(string reason) => new(group.Id, reason);

    private StatefulRule Tuple(View rule, UnknownValue? doubt)
    {
        if (rule.Inner("Header") is not { IsKnown: true } inner || rule.Text("Action") is not { IsKnown: true } action)
        {
            return new StatefulRule(group, new FirewallMatch(), StatefulAction.Drop) { Undecidable = doubt ?? rule.Unknown("a stateful rule is not known") };
        }

        var header = inner.Value;
        var options = rule.Items("RuleOptions").Select(option => new SuricataOption(Text(option.Item?.Text("Keyword")), [.. (option.Item?.Texts("Settings") ?? []).SelectMany(setting => Text(setting).Split(',', StringSplitOptions.TrimEntries))]));
        var read = Suricata(new SuricataRule(
            action.Value,
            Written(header, "Protocol"),
            Written(header, "Source"),
            Written(header, "SourcePort"),
            BothDirections: Written(header, "Direction").Equals("ANY", StringComparison.OrdinalIgnoreCase),
            Written(header, "Destination"),
            Written(header, "DestinationPort"),
            [.. options]));
        return read with { Undecidable = doubt ?? read.Undecidable };
    }

    private static string Written(View header, string name) => Text(header.Text(name));

    private static string Text(Maybe<string>? text) => text is { IsKnown: true } known ? known.Value : "?";

    private StatefulRule Suricata(SuricataRule rule)
    {
        var match = new SuricataMatch(group.Id, variables).Read(rule);
        var flow = SuricataFlow.Of(rule);
        var option = rule.Options.FirstOrDefault(option => !Labels.Contains(option.Name) && !SuricataFlow.IsFlow(option));
        var isPlain = rule.Protocol.ToUpperInvariant() is "IP" or "TCP" or "UDP" or "ICMP" or "TCP-PKT";
        var action = rule.Action.ToUpperInvariant() switch
        {
            "PASS" => StatefulAction.Pass,
            "DROP" or "REJECT" => StatefulAction.Drop,
            _ => StatefulAction.Alert,
        };
        return new StatefulRule(group, match, action)
        {
            BothDirections = rule.BothDirections,
            OnlyEstablished = flow.OnlyEstablished,
            Undecidable = !isPlain ? Because($"whether a flow is {rule.Protocol} shows only in its content")
                : option is not null ? Because($"the option '{option.Name}' looks at more than addresses and ports")
                : flow.Undecidable is { } why ? Because(why)
                : null,
        };
    }

    // An allow list passes its domains and drops all other HTTP or TLS; which flow is for which domain shows only in its content.
    private ImmutableArray<StatefulRule> Domains(View list)
    {
        var tcp = new FirewallMatch { Protocols = [6] };
        var why = Because("which domain a flow is for shows only in its content");
        var drop = new StatefulRule(group, tcp, StatefulAction.Drop) { Undecidable = why };
        var pass = new StatefulRule(group, tcp, StatefulAction.Pass) { Undecidable = why };
        var isDenyList = list.Is("GeneratedRulesType", "DENYLIST", otherwise: false) is { IsKnown: true, Value: true };
        var alertsOnly = list.Text("GeneratedRulesType") is { IsKnown: true, Value: "ALERTLIST" };
        return alertsOnly ? [drop with { Action = StatefulAction.Alert }] : isDenyList ? [drop] : [pass, drop];
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Replace("\\\n", " ", StringComparison.Ordinal)
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'));
}
