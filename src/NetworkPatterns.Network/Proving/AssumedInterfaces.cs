using System.Collections.Immutable;
using NetworkPatterns.Network.Model;

namespace NetworkPatterns.Network.Proving;

/// <summary>Interfaces that a tier is meant for and that no template has yet: one in each subnet, with all groups of the tier.</summary>
/// <remarks>
/// One without a public address stands for what the pattern promises to work; one with, for the most that a user of the
/// tier could make of it, against which "never" has to hold.
/// </remarks>
internal static class AssumedInterfaces
{
    public const string Plain = "AssumedInterface";
    public const string Public = "AssumedPublicInterface";

    public static IEnumerable<NetworkInterface> Of(Tier tier, NetworkModel model)
    {
        var members = tier.Members.ToHashSet();
        ImmutableArray<SecurityGroup> groups = [.. model.All<SecurityGroup>().Where(group => members.Contains(group.Id))];
        foreach (var subnet in model.All<Subnet>().Where(subnet => members.Contains(subnet.Id)))
        {
            // An interface takes groups of its own VPC only.
            ImmutableArray<Maybe<ComponentId>> own = [.. groups.Where(group => !group.Vpc.IsKnown || group.Vpc.Value == subnet.Vpc).Select(group => (Maybe<ComponentId>)group.Id)];
            if (own.Length > 0)
            {
                yield return Make(subnet, own, Name(tier, Plain), hasPublicAddress: false);
                yield return Make(subnet, own, Name(tier, Public), hasPublicAddress: true);
            }
        }
    }

    /// <summary>The part that an assumed interface plays for its subnet, by tier: a subnet may belong to several.</summary>
    public static string Name(Tier tier, string kind) => $"{kind}({tier.Name.Tier})";

    /// <summary>Whether an interface is one that is assumed for a tier.</summary>
    public static bool IsOf(NetworkInterface item, Tier tier) =>
        (item.Id.Implied == Name(tier, Plain) || item.Id.Implied == Name(tier, Public))
        && item.Subnet.IsKnown
        && tier.Members.Contains(item.Subnet.Value);

    private static NetworkInterface Make(Subnet subnet, ImmutableArray<Maybe<ComponentId>> groups, string part, bool hasPublicAddress)
    {
        var component = subnet.Component.Implies(part, "an interface of the tier");
        return new(component, component, subnet.Id)
        {
            Kind = InterfaceKind.Other,
            Groups = groups,
            Addresses =
            [
                .. subnet.Ipv4Cidr is null ? [] : new[] { InterfaceAddress.AnyIPv4 with { HasPublicAddress = hasPublicAddress } },
                .. subnet.Ipv6Cidr is null ? [] : new[] { InterfaceAddress.AnyIPv6 },
            ],
        };
    }
}
