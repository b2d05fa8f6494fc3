using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Core.Diagnostics;
using NetworkPatterns.Core.Guarantees;
using NetworkPatterns.Templates.Parsing;

namespace NetworkPatterns.Templates.Rules;

/// <summary>Reads a rule file: <c>version: 1</c>, <c>rules</c> and <c>suppressions</c>.</summary>
internal sealed class RuleFileReader(string file)
{
    private const string Example = "write - { id: data-is-closed, kind: never-reaches, from: internet, to: tier:data }";

    public RuleFile? Read(string yaml, ProblemList problems)
    {
        var found = new ProblemList();
        var read = ReadFile(yaml, found);
        problems.AddRange(found.ToSorted());
        return found.IsEmpty ? read : null;
    }

    private RuleFile? ReadFile(string yaml, ProblemList problems)
    {
        YamlNode root;
        try
        {
            root = YamlTree.Read(yaml);
        }
        catch (YamlFailureException failure)
        {
            problems.Add(DiagnosticCatalogue.RulesUnreadable.At(
                Place(failure.Line, failure.Column), failure.Message, "check the file there; indentation and quotes are the usual causes"));
            return null;
        }

        var entry = RuleEntry.Of(root, this, problems);
        if (entry is null)
        {
            return null;
        }

        entry.Allow("version", "rules", "suppressions");
        if (entry.Text("version") is not "1")
        {
            entry.Complain("version", "the file has no version that is known (1)", "begin the file with version: 1");
        }

        ImmutableArray<Rule> rules = [.. Entries(entry, "rules", problems).Select(ReadRule).OfType<Rule>()];
        foreach (var twice in rules.GroupBy(rule => rule.Id, StringComparer.Ordinal).SelectMany(same => same.Skip(1)))
        {
            problems.Add(DiagnosticCatalogue.DuplicateRuleId.At(
                Place(twice.Line, twice.Column), $"two rules have the id '{twice.Id}'", "give each rule an id of its own"));
        }

        return new(file, rules, [.. Entries(entry, "suppressions", problems).Select(ReadSuppression).OfType<Suppression>()]);
    }

    private IEnumerable<RuleEntry> Entries(RuleEntry entry, string key, ProblemList problems)
    {
        var node = entry.Find(key);
        if (node is not null and not YamlSequence)
        {
            entry.Complain(key, $"'{key}' is not a list", Example);
        }

        return node is YamlSequence list ? list.Items.Select(item => RuleEntry.Of(item, this, problems)).OfType<RuleEntry>() : [];
    }

    private static Rule? ReadRule(RuleEntry entry)
    {
        entry.Allow("id", "reason", "kind", "from", "to", "traffic", "through");
        var kind = entry.Required("kind", Example);
        var from = kind == "single-entrance" && entry.Find("from") is null ? Core.Guarantees.Party.Internet : Party(entry, "from");
        var to = Party(entry, "to");
        if (from is null || to is null || kind is null)
        {
            return null;
        }

        Guarantee? guarantee = kind switch
        {
            "can-reach" => Traffic(entry) is { } traffic ? new CanReach(from, to, traffic) : null,
            "reaches-at-most" => Traffic(entry) is { } traffic ? new ReachesAtMost(from, to, traffic) : null,
            "never-reaches" => new NeverReaches(from, to),
            "only-through" => Party(entry, "through") is { } through ? new OnlyThrough(from, to, through) : null,
            "single-entrance" when from is not InternetParty => NotFromInternet(entry),
            "single-entrance" => Party(entry, "through") is { } entrance ? new SingleEntrance(to, entrance) : null,
            _ => Unknown(entry, kind),
        };
        foreach (var (key, isUsed) in new[] { ("traffic", kind is "can-reach" or "reaches-at-most"), ("through", kind is "only-through" or "single-entrance") })
        {
            if (!isUsed && entry.Find(key) is not null)
            {
                entry.Complain(key, $"a rule of kind {kind} has no '{key}'", $"leave {key} out, or choose the kind that has it");
            }
        }

        return guarantee is null ? null : new(entry.Text("id") ?? guarantee.ToString()!, guarantee, entry.Text("reason") ?? "", entry.Line, entry.Column);
    }

    private static Guarantee? Unknown(RuleEntry entry, string kind)
    {
        entry.Complain("kind", $"'{kind}' is not a kind", "write can-reach, reaches-at-most, never-reaches, only-through or single-entrance");
        return null;
    }

    private static Guarantee? NotFromInternet(RuleEntry entry)
    {
        entry.Complain("from", "a rule of kind single-entrance is about the internet", "leave from out");
        return null;
    }

    // A bare name is what reach takes for a logical ID or construct path.
    private static Party? Party(RuleEntry entry, string key)
    {
        if (entry.Required(key, Example) is not { } text)
        {
            return null;
        }

        if (Core.Guarantees.Party.TryParse(text, out var party))
        {
            return party;
        }

        if (!text.Contains(':', StringComparison.Ordinal))
        {
            return Core.Guarantees.Party.Resource(text);
        }

        entry.Complain(key, $"'{text}' is not a selector", "write internet, any, tier:NAME, cidr:RANGE, sg:ID, subnet:ID, vpc:ID, tag:KEY=VALUE, type:TYPE, or a logical ID or construct path");
        return null;
    }

    private static ImmutableArray<Traffic>? Traffic(RuleEntry entry)
    {
        const string Fix = "write traffic: [tcp 443, udp 1024-65535, icmp], or any";
        var items = entry.Find("traffic") switch
        {
            YamlSequence list => list.Items,
            { } single => [single],
            _ => [],
        };
        if (items.Count == 0)
        {
            entry.Complain("traffic", "the rule does not say which traffic", Fix);
            return null;
        }

        var traffic = items.Select(item => entry.Traffic(item)).ToList();
        if (!traffic.Contains(null))
        {
            return [.. traffic.OfType<Traffic>()];
        }

        entry.Complain("traffic", "an entry is not traffic", Fix);
        return null;
    }

    private static Suppression? ReadSuppression(RuleEntry entry)
    {
        const string Fix = "write - { rule: data-is-closed, reason: migration of the reports, expires: 2030-12-31 }";
        entry.Allow("rule", "reason", "expires");
        var (rule, reason, expires) = (entry.Required("rule", Fix), entry.Required("reason", Fix), entry.Required("expires", Fix));
        if (rule is null || reason is null || expires is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new(rule, reason, day, entry.Line, entry.Column);
        }

        entry.Complain("expires", $"'{expires}' is not a date", "write the last day as 2030-12-31");
        return null;
    }

    internal string Place(long line, long column) => string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}, column {column}");
}
