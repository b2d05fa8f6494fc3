using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Reading;

/// <summary>The rules of one group while they are collected.</summary>
internal sealed class SecurityGroupRules(ReadingContext context, Component group)
{
    public List<SecurityGroupRule> Ingress { get; } = [];

    public List<SecurityGroupRule> Egress { get; } = [];

    /// <summary>Why there may be more.</summary>
    public List<UnknownValue> Unknown { get; } = [];

    /// <summary>Adds the rules written inside the group.</summary>
    public void AddAll(View view, string property, bool isEgress)
    {
        foreach (var (rule, doubt) in view.Items(property))
        {
            if (rule is { } known)
            {
                Add(known, group, isEgress, doubt);
            }
            else
            {
                Unknown.Add(doubt!);
            }
        }
    }

    public void Add(View rule, Component component, bool isEgress, UnknownValue? doubt)
    {
        var traffic = TrafficReader.OfGroupRule(rule);
        foreach (var peer in Peers(rule, isEgress))
        {
            (isEgress ? Egress : Ingress).Add(new SecurityGroupRule(component, peer, traffic) { Doubt = doubt });
        }
    }

    private IEnumerable<RulePeer> Peers(View rule, bool isEgress)
    {
        var side = isEgress ? "Destination" : "Source";
        var found = false;
        foreach (var name in new[] { "CidrIp", "CidrIpv6" })
        {
            if (rule.Cidr(name) is { } cidr)
            {
                found = true;
                yield return cidr.IsKnown ? new RulePeer.Range(cidr.Value) : new RulePeer.Open(cidr.Unknown!);
            }
        }

        if (rule.Reference($"{side}PrefixListId", ResourceKind.PrefixList) is { } list)
        {
            found = true;
            yield return list.IsKnown ? new RulePeer.List(list.Value) : new RulePeer.Open(list.Unknown!);
        }

        if (rule.Reference($"{side}SecurityGroupId", ResourceKind.SecurityGroup) is { } member)
        {
            found = true;
            yield return member.IsKnown ? new RulePeer.Group(member.Value) : new RulePeer.Open(member.Unknown!);
        }

        if (rule.Text($"{side}SecurityGroupName") is { } byName)
        {
            found = true;
            var named = byName.IsKnown ? GroupNames.Find(context, byName.Value) : null;
            yield return named is not null ? new RulePeer.Group(named)
                : new RulePeer.Open(byName.Unknown ?? rule.Unknown($"no template declares a group of the name '{byName.Value}'"));
        }

        if (!found)
        {
            yield return new RulePeer.Open(rule.Unknown("the rule names no other side"));
        }
    }
}

/// <summary>Groups by the name that their template gives them.</summary>
internal static class GroupNames
{
    // Names are rare (the CDK and AWS advise against them): looked up when they are met.
    public static ComponentId? Find(ReadingContext context, string name)
    {
        var named = context.OfType("AWS::EC2::SecurityGroup")
            .Where(group => group["GroupName"].AsText() is { IsKnown: true } written && string.Equals(written.Value, name, StringComparison.Ordinal))
            .Take(2).ToList();
        return named is [var only] ? context.IdOf(only) : null;
    }
}
