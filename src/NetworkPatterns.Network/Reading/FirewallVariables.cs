using System.Collections.Immutable;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates.Values;

namespace NetworkPatterns.Network.Reading;

/// <summary>The variables of a rule group: <c>$HOME_NET</c> and the like.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/network-firewall/latest/developerguide/rule-groups-ip-set-references.html</remarks>
internal sealed record FirewallVariables(
    ImmutableDictionary<string, ImmutableArray<string>> Addresses, ImmutableDictionary<string, ImmutableArray<string>> Ports)
{
    private static readonly ImmutableDictionary<string, ImmutableArray<string>> None = ImmutableDictionary<string, ImmutableArray<string>>.Empty;

    public static FirewallVariables Of(View ruleGroup) =>
        ruleGroup.Inner("RuleGroup") is { IsKnown: true } group && group.Value.Inner("RuleVariables") is { IsKnown: true } variables
            ? new(Definitions(variables.Value["IPSets"]), Definitions(variables.Value["PortSets"]))
            : new(None, None);

    // {"HOME_NET": {"Definition": ["10.0.0.0/8"]}}; a set with an unknown member is left out, and so unknown where it is used.
    private static ImmutableDictionary<string, ImmutableArray<string>> Definitions(ResolvedValue value)
    {
        var found = ImmutableDictionary.CreateBuilder<string, ImmutableArray<string>>(StringComparer.Ordinal);
        foreach (var (name, set) in value is MapValue map ? map.Entries : [])
        {
            if (set is MapValue definition && definition["Definition"] is ListValue list)
            {
                var members = list.Select(item => item.AsText()).ToList();
                if (members.TrueForAll(member => member.IsKnown))
                {
                    found[name] = [.. members.Select(member => member.Value)];
                }
            }
        }

        return found.ToImmutable();
    }
}
