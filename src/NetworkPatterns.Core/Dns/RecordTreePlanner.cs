using System.Collections.Immutable;
using System.Globalization;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Core.Dns;

/// <summary>Turns members into a tree of record groups with names, and finds everything that Route 53 would refuse or that would not work.</summary>
internal sealed class RecordTreePlanner
{
    private const int DefaultTtlSeconds = 60;
    private const int DefaultSimpleTtlSeconds = 300;

    private readonly RecordTreeInput _input;
    private readonly ProblemList _problems;
    private readonly ProblemList _warnings = new();
    private readonly ImmutableArray<RecordType> _types;
    private readonly string _zone;
    private readonly List<string> _groupNames = [];

    private RecordTreePlanner(RecordTreeInput input, ProblemList problems)
    {
        _input = input;
        _problems = problems;
        _zone = DnsName.TryParse(input.ZoneName, out var zone) ? zone : input.ZoneName;
        _types = TypesOf(input);
    }

    public static RecordTree Plan(RecordTreeInput input, ProblemList problems)
    {
        var planner = new RecordTreePlanner(input, problems);
        var name = planner.ReadName(input.Name, nameof(input.Name));
        var root = planner.PlanGroup(name, input.Members.OrEmpty(), path: "", input.Policy);
        var tree = new RecordTree(root, planner._types, planner.ReadTtl(root), planner._warnings.ToSorted());
        planner.CheckNames();
        return tree;
    }

    private static ImmutableArray<RecordType> TypesOf(RecordTreeInput input)
    {
        var everywhere = LeavesOf(input.Members.OrEmpty()).All(target => target is AliasTarget { IsDualStack: true });
        return input.Type == RecordType.A && (input.DualStack ?? everywhere) ? [RecordType.A, RecordType.AAAA] : [input.Type];
    }

    private static IEnumerable<RecordTarget> LeavesOf(IEnumerable<RecordMember> members) =>
        members.SelectMany(member => member.Target is GroupTarget group ? LeavesOf(group.Members) : [member.Target]);

    private RecordGroup PlanGroup(string name, ImmutableArray<RecordMember> members, string path, RoutingPolicy? required)
    {
        _groupNames.Add(name);
        var where = Where(path);
        var policy = required ?? (members.IsEmpty ? RoutingPolicy.Simple : members[0].Selector.Policy);
        RecordGroupRules.Check(policy, members, where, _problems);
        if (_input.IsPrivateZone && policy == RoutingPolicy.IpBased)
        {
            _problems.Add(DiagnosticCatalogue.NotInPrivateZone.At(
                where, "IP-based routing is not supported in a private zone", "use another policy; in a private zone latency and geolocation go by the Region of the VPC that asks"));
        }

        var isAlone = policy == RoutingPolicy.Simple;
        return new(name, policy, [.. members.Select(member => PlanRecord(member, name, path, isAlone))]);
    }

    private RecordSet PlanRecord(RecordMember member, string groupName, string parentPath, bool isAlone)
    {
        var path = parentPath.Length == 0 ? member.Name : $"{parentPath}/{member.Name}";
        var where = Where(path);
        var group = member.Target is GroupTarget target ? PlanGroup(GroupName(target, member, groupName, path), target.Members, path, required: null) : null;
        bool? evaluate = member.Target switch
        {
            ValuesTarget => null,
            AliasTarget { Kind: AliasTargetKind.CloudFront } => member.EvaluateTargetHealth ?? false,
            _ => member.EvaluateTargetHealth ?? true,
        };
        var record = new RecordSet(path, isAlone ? null : member.Name, member.Selector, member.Target, group, evaluate, member.HealthCheckId);
        CheckTarget(member, groupName, where);
        CheckMonitoring(record, where);
        return record;
    }

    private string GroupName(GroupTarget target, RecordMember member, string parent, string path)
    {
        var fallback = $"{member.Name}.{(parent.StartsWith("*.", StringComparison.Ordinal) ? parent[2..] : parent)}".ToLowerInvariant();
        return target.Name is null ? fallback : ReadName(target.Name, $"Members[{path}].Target");
    }

    private string ReadName(string text, string property)
    {
        if (!DnsName.TryParse(text, out var name))
        {
            _problems.Add(DiagnosticCatalogue.NotADnsName.At(
                _input.At(property),
                $"'{text}' is not a DNS name",
                "write labels of letters, digits, hyphens and underscores, 63 each and 255 in all; an international name in Punycode"));
        }
        else if (!_input.IsToken(_input.ZoneName) && !DnsName.IsIn(name, _zone))
        {
            _problems.Add(DiagnosticCatalogue.NameOutsideZone.At(
                _input.At(property), $"'{name}' is not in the zone '{_zone}'", $"write the full name, which ends in .{_zone}"));
        }

        return name;
    }

    private int ReadTtl(RecordGroup root)
    {
        var hasValues = root.SelfAndDescendants().SelectMany(group => group.Records).Any(record => record.Target is ValuesTarget);
        switch (_input.TtlSeconds)
        {
            case { } ttl when !hasValues:
                _problems.Add(DiagnosticCatalogue.AliasWithTtl.At(
                    _input.At("Ttl"),
                    $"a TTL of {ttl} seconds is given, and every record is an alias, which takes the TTL of its target",
                    "leave Ttl out"));
                return DefaultTtlSeconds;
            case { } ttl when ttl is < 0 or > int.MaxValue:
                _problems.Add(DiagnosticCatalogue.TtlOutOfRange.At(
                    _input.At("Ttl"), $"a TTL of {ttl} seconds is not one of 0 to {int.MaxValue}", "give 60 seconds for records that fail over, 300 for others"));
                return DefaultTtlSeconds;
            case { } ttl:
                return (int)ttl;
            default:
                return root.Policy == RoutingPolicy.Simple ? DefaultSimpleTtlSeconds : DefaultTtlSeconds;
        }
    }

    private void CheckTarget(RecordMember member, string groupName, string where)
    {
        switch (member.Target)
        {
            case ValuesTarget values:
                RecordValueRules.Check(_types, values.Items, groupName == _zone, _input.IsToken, where, _problems);
                break;
            case AliasTarget alias:
                if (_input.IsPrivateZone && alias.Kind == AliasTargetKind.CloudFront)
                {
                    _problems.Add(DiagnosticCatalogue.NotInPrivateZone.At(
                        where, "Route 53 refuses an alias of a CloudFront distribution in a private zone", "put the record into a public zone, or name another target"));
                }

                AliasRules.Check(alias, member, _input.Type, _types, groupName == _zone, where, _problems);
                break;
            default:
                if (_types.Contains(RecordType.NS) || (_types.Contains(RecordType.CNAME) && groupName == _zone))
                {
                    _problems.Add(AliasRules.TypeRefused(_input.Type, "another record", where));
                }

                break;
        }
    }

    private void CheckMonitoring(RecordSet record, string where)
    {
        if (record.Selector is RoutingSelector.Failover { IsPrimary: true } && !record.IsMonitored)
        {
            _problems.Add(DiagnosticCatalogue.PrimaryUnmonitored.At(
                where,
                record is { Group: not null, EvaluateTargetHealth: true }
                    ? "the primary is a group with a record that nothing watches, so it would always count as healthy"
                    : "the primary has neither a health check nor an alias whose target's health is evaluated, so it would always count as healthy",
                record is { Group: not null, EvaluateTargetHealth: true }
                    ? "give every record of the group a HealthCheckId or a target that tells its health"
                    : "give it a HealthCheckId, or leave EvaluateTargetHealth out"));
        }
        else if (record.Selector is not RoutingSelector.Simple && record.Group is null && record.Target is ValuesTarget && !record.IsMonitored
            && record.Selector is not RoutingSelector.Failover)
        {
            _warnings.Add(DiagnosticCatalogue.RecordUnmonitored.At(
                where, "the record has no health check, so Route 53 always counts it as healthy and answers with it", "give it a HealthCheckId"));
        }
        else if (record is { Target: AliasTarget { ReportsHealth: false } alias, HealthCheckId: null } && record.Selector is not (RoutingSelector.Simple or RoutingSelector.Failover { IsPrimary: false }))
        {
            _warnings.Add(DiagnosticCatalogue.TargetHealthUnknown.At(
                where,
                $"AWS does not document what makes a target of kind {alias.Kind} unhealthy, so Route 53 may never leave it",
                "give the member a HealthCheckId"));
        }
    }

    private void CheckNames()
    {
        foreach (var repeated in _groupNames.GroupBy(name => name, StringComparer.Ordinal).Where(names => names.Count() > 1))
        {
            _problems.Add(DiagnosticCatalogue.DuplicateGroup.At(
                _input.At("Members"),
                string.Create(CultureInfo.InvariantCulture, $"{repeated.Count()} groups of the tree have the name '{repeated.Key}'"),
                "give one of them another name with RecordTarget.NamedGroup"));
        }
    }

    private string Where(string path) => _input.At(path.Length == 0 ? "Members" : $"Members[{path}]");
}
