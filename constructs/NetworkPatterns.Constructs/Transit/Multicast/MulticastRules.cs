using System.Net;
using NetworkPatterns.Constructs.Planning;
using NetworkPatterns.Constructs.Vpc;
using NetworkPatterns.Core.Addressing;
using NetworkPatterns.Core.Diagnostics;

namespace NetworkPatterns.Constructs.Transit.Multicast;

/// <summary>Checks what a VPC has in a multicast domain.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/vpc/latest/tgw/tgw-multicast-overview.html</remarks>
internal static class MulticastRules
{
    private static readonly Cidr Ipv4Groups = Cidr.Parse("224.0.0.0/4");
    private static readonly Cidr Ipv6Groups = Cidr.Parse("ff00::/8");

    // https://www.rfc-editor.org/rfc/rfc5771#section-4
    private static readonly Cidr OneLinkOnly = Cidr.Parse("224.0.0.0/24");

    public static void CheckTiers(
        IReadOnlyList<string> names, string domain, ThreeTierVpcPlan network, IReadOnlyDictionary<string, string> taken, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(MulticastMembershipProps.Tiers));
        var known = network.Tiers.Where(tier => tier.IsForWorkloads).Select(tier => tier.Name).ToList();
        if (names.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.MulticastSubnetsUnclear.At(where, "no subnet would be in the domain", $"name some of {string.Join(", ", known)}"));
        }

        foreach (var name in names.Where(name => !known.Contains(name, StringComparer.Ordinal)))
        {
            problems.Add(DiagnosticCatalogue.MulticastSubnetsUnclear.At(where, $"'{name}' is not a tier for workloads of {network.Path}", $"name some of {string.Join(", ", known)}"));
        }

        foreach (var name in names.Where(taken.ContainsKey))
        {
            problems.Add(DiagnosticCatalogue.MulticastSubnetsUnclear.At(
                where, $"the subnets of '{name}' are in {(taken[name] == domain ? "the domain already" : taken[name])}, and a subnet is in one multicast domain only", "name a tier in one membership"));
        }
    }

    /// <summary>IGMP needs an entry in each direction of a tier's network ACL.</summary>
    public static void CheckAcls(IReadOnlyList<string> names, ThreeTierVpcPlan network, PatternContext context, ProblemList problems)
    {
        foreach (var acl in network.NetworkAcls.Where(acl => names.Contains(acl.Tier.Name, StringComparer.Ordinal) && acl.Most >= NetworkAclPlan.EntriesQuota))
        {
            problems.Add(DiagnosticCatalogue.MulticastSubnetsUnclear.At(
                context.At(nameof(MulticastMembershipProps.Tiers)),
                $"the network ACL of tier '{acl.Tier.Name}' would have {acl.Most + 1} entries in one direction with that for IGMP, and the quota \"Rules per network ACL\" is {NetworkAclPlan.EntriesQuota}",
                "give the tier fewer rules"));
        }
    }

    public static void CheckGroups(IReadOnlyList<MulticastGroup> groups, MulticastMode mode, PatternContext context, ProblemList problems)
    {
        var where = context.At(nameof(MulticastMembershipProps.Groups));
        foreach (var repeated in groups.GroupBy(group => ResourceName.Key(group.Name), StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{repeated.First().Name}' is there {repeated.Count()} times", "give each group a name of its own"));
        }

        foreach (var repeated in groups.GroupBy(group => group.Address, StringComparer.Ordinal).Where(same => same.Count() > 1))
        {
            problems.Add(DiagnosticCatalogue.MulticastGroupUnusable.At(
                where, $"{string.Join(" and ", repeated.Select(group => group.Name))} are both {repeated.Key}", "give each group's interfaces in one place"));
        }

        foreach (var group in groups)
        {
            CheckGroup(group, mode, context, $"{where}[{group.Name}]", problems);
        }
    }

    private static void CheckGroup(MulticastGroup group, MulticastMode mode, PatternContext context, string where, ProblemList problems)
    {
        // .NET reads 239.1.1 as 239.1.0.1; AWS does not.
        if (!IPAddress.TryParse(group.Address, out var address) || !string.Equals(address.ToString(), group.Address, StringComparison.OrdinalIgnoreCase) || !(Ipv4Groups.Contains(address) || Ipv6Groups.Contains(address)) || OneLinkOnly.Contains(address))
        {
            problems.Add(DiagnosticCatalogue.MulticastGroupUnusable.At(
                where, $"'{group.Address}' is not the address of a group that a router passes on", $"give one of {Ipv4Groups} without {OneLinkOnly}, such as 239.1.1.1, or one of {Ipv6Groups}"));
        }

        if (group.Sources.Count > 0 && mode != MulticastMode.StaticSources)
        {
            problems.Add(DiagnosticCatalogue.MulticastGroupUnusable.At(
                where, $"sources are named, and in a domain of {nameof(MulticastMode)}.{mode} everybody may send", $"leave them out, or give the domain {nameof(MulticastMode)}.{nameof(MulticastMode.StaticSources)}"));
        }

        if (group.Members.Count + group.Sources.Count == 0)
        {
            problems.Add(DiagnosticCatalogue.MulticastGroupUnusable.At(where, "nothing is registered with the group", "name a member or a source, or leave the group out"));
        }

        foreach (var name in new[] { group.Name }.Concat(group.Members.Keys).Concat(group.Sources.Keys).Where(name => !ResourceName.IsValid(name)))
        {
            problems.Add(DiagnosticCatalogue.BadName.At(where, $"'{name}' is no name", "give a letter, then letters, digits and hyphens"));
        }

        foreach (var interfaces in new[] { group.Members, group.Sources })
        {
            foreach (var (name, id) in interfaces.Where(each => !context.IsToken(each.Value) && !each.Value.StartsWith("eni-", StringComparison.Ordinal)))
            {
                problems.Add(DiagnosticCatalogue.MulticastGroupUnusable.At(where, $"'{id}' of {name} is not the ID of a network interface", "give an ID such as eni-0123456789abcdef0"));
            }

            foreach (var same in interfaces.GroupBy(each => each.Value, StringComparer.Ordinal).Where(same => same.Count() > 1)
                .Concat(interfaces.GroupBy(each => ResourceName.Key(each.Key), StringComparer.Ordinal).Where(same => same.Count() > 1)))
            {
                problems.Add(DiagnosticCatalogue.MulticastGroupUnusable.At(
                    where, $"{string.Join(" and ", same.Select(each => each.Key).Order(StringComparer.Ordinal))} are one interface or one name", "name each interface once"));
            }
        }
    }
}
