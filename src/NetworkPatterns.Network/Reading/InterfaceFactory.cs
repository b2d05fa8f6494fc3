using System.Collections.Immutable;
using NetworkPatterns.Network.Model;
using NetworkPatterns.Templates;
using UnknownValue = NetworkPatterns.Network.Model.UnknownValue;

namespace NetworkPatterns.Network.Reading;

/// <summary>Interfaces that a resource has: one in each of its subnets.</summary>
/// <param name="Kind">What the resource is.</param>
/// <param name="Subnets">Its subnets.</param>
internal sealed record InterfaceTemplate(InterfaceKind Kind, ImmutableArray<Maybe<ComponentId>> Subnets)
{
    /// <summary>The groups; none means the VPC's default group.</summary>
    public ImmutableArray<Maybe<ComponentId>> Groups { get; init; } = [];

    public bool HasGroups { get; init; } = true;

    /// <summary>The addresses in a subnet; null for a subnet that is not of the estate.</summary>
    public Func<SubnetFacts?, ImmutableArray<InterfaceAddress>> Addresses { get; init; } = DefaultAddresses;

    public Maybe<bool> SourceDestCheck { get; init; } = true;

    public bool CanInitiate { get; init; } = true;

    public ImmutableArray<Traffic>? ListensOn { get; init; }

    /// <summary>Whether the resource itself is a part of the model, so that its interface needs a name of its own.</summary>
    public bool IsImplied { get; init; }

    /// <summary>One IPv4 address; in an IPv6-only subnet one IPv6 address.</summary>
    public static ImmutableArray<InterfaceAddress> DefaultAddresses(SubnetFacts? subnet) =>
        subnet is { HasIPv4: false, HasIPv6: true } ? [InterfaceAddress.AnyIPv6] : [InterfaceAddress.AnyIPv4];
}

/// <summary>Makes interfaces and their names.</summary>
internal sealed class InterfaceFactory(ReadingContext context, SubnetReader subnets)
{
    public SubnetFacts? FindSubnet(Maybe<ComponentId> id) => subnets.Find(id);

    public void Add(ResolvedResource resource, InterfaceTemplate template)
    {
        var owner = context.ComponentOf(resource);
        var doubt = context.DoubtOf(resource);
        var places = template.Subnets.IsEmpty
            ? [new UnknownValue(owner.Id, "no subnet is given: a subnet of the default VPC is not among the given templates")]
            : template.Subnets;
        for (var i = 0; i < places.Length; i++)
        {
            var component = places.Length == 1 && !template.IsImplied ? owner : owner.Implies($"Interface{i + 1}", "AWS::EC2::NetworkInterface");
            context.Add(Make(component, owner, places[i], template, doubt));
        }
    }

    /// <summary>One interface.</summary>
    public NetworkInterface Make(Component component, Component owner, Maybe<ComponentId> subnet, InterfaceTemplate template, UnknownValue? doubt)
    {
        var facts = subnets.Find(subnet);
        var addresses = template.Addresses(facts);
        return new NetworkInterface(component, owner, facts is { Vpc: null, Unknown: { } unplaced } ? unplaced : subnet)
        {
            Kind = template.Kind,
            Addresses = doubt is null ? addresses : [.. addresses.Select(address => address with { Doubt = address.Doubt ?? doubt })],
            Groups = !template.HasGroups ? [] : template.Groups.IsEmpty ? [DefaultGroup(owner, facts)] : template.Groups,
            HasGroups = template.HasGroups,
            SourceDestCheck = template.SourceDestCheck,
            CanInitiate = template.CanInitiate,
            ListensOn = template.ListensOn,
        };
    }

    private static Maybe<ComponentId> DefaultGroup(Component owner, SubnetFacts? subnet) =>
        subnet?.Vpc is { } vpc
            ? vpc.Implies(ImpliedPart.DefaultSecurityGroup)
            : new UnknownValue(owner.Id, "no group is given, and the default group of its VPC is not among the given templates");
}
